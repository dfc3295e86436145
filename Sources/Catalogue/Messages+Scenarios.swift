// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Faults of scenario files, each with its way out, and the words around a scenario.
  static let scenarioEntries: [Entry] = [
    Entry(
      "scenario.unreadable", "cannot read the scenario {0}", "无法读取情景文件 {0}"),
    Entry(
      "scenario.unreadable.hint", "name a YAML file, such as scenarios/suez-open/scenario.yaml",
      "请给出 YAML 文件，例如 scenarios/suez-open/scenario.yaml"),
    Entry(
      "scenario.too_large", "the file has {0} bytes; a scenario may have {1}",
      "文件有 {0} 字节；情景文件最多 {1} 字节"),
    Entry(
      "scenario.too_large.hint", "put data into a network's tables instead",
      "请把数据放入网络的表格"),
    Entry("scenario.not_utf8", "{0} is not UTF-8", "{0} 不是 UTF-8 编码"),
    Entry("scenario.not_utf8.hint", "save it as UTF-8", "请另存为 UTF-8"),
    Entry("scenario.syntax", "this is not YAML: {0}", "不是合法的 YAML：{0}"),
    Entry(
      "scenario.syntax.hint", "docs/guides/scenarios.md has an example; indent with blanks",
      "docs/guides/scenarios.md 有示例；请用空格缩进"),
    Entry(
      "scenario.anchor", "anchors and aliases (& and *) are not allowed",
      "不允许使用锚点和别名（& 与 *）"),
    Entry(
      "scenario.anchor.hint", "write the value out; put a pattern that begins with * in quotes",
      "请直接写出内容；以 * 开头的模式请加引号"),
    Entry("scenario.key", "a key must be a text", "键必须是文本"),
    Entry("scenario.key.hint", "write key: value", "请写成 键: 值"),
    Entry("scenario.key_twice", "the key “{0}” stands twice", "键“{0}”重复出现"),
    Entry("scenario.key_twice.hint", "keep one of them", "请只保留一个"),
    Entry(
      "scenario.too_deep", "lists and maps are nested deeper than {0}",
      "列表与映射的嵌套超过 {0} 层"),
    Entry("scenario.too_deep.hint", "a scenario needs five levels", "情景文件只需五层"),
    Entry("scenario.schema", "schema “{0}” is not known", "不认识的 schema“{0}”"),
    Entry("scenario.schema.hint", "write schema: {0}", "请写 schema: {0}"),
    Entry(
      "scenario.bad_name", "“{0}” is no name: letters, digits, - . _ only",
      "“{0}”不能作名称：只能用字母、数字、- . _"),
    Entry("scenario.bad_name.hint", "such as bailutang-daily", "例如 bailutang-daily"),
    Entry("scenario.base_missing", "there is no base “{0}”", "基准“{0}”不存在"),
    Entry(
      "scenario.base_missing.hint",
      "name a network's folder or another scenario, as seen from this file",
      "请给出网络文件夹或另一个情景文件，路径相对于本文件"),
    Entry(
      "scenario.base_circle", "“{0}” leads back to this scenario, or the chain is too long",
      "“{0}”又指回本情景，或链条过长"),
    Entry(
      "scenario.base_circle.hint", "let the chain of bases end at a network",
      "基准链的末端必须是一个网络"),
    Entry("scenario.field_missing", "“{0}” is missing", "缺少“{0}”"),
    Entry(
      "scenario.field_missing.hint", "docs/guides/scenarios.md lists the fields of each kind",
      "docs/guides/scenarios.md 列出了每种变更的字段"),
    Entry("scenario.field_unknown", "the field “{0}” is not known here", "此处不认识字段“{0}”"),
    Entry("scenario.field_unknown.hint", "did you mean {0}?", "您是否想写 {0}？"),
    Entry("scenario.wrong_shape", "“{0}” should be: {1}", "“{0}”应写成：{1}"),
    Entry(
      "scenario.wrong_shape.hint", "docs/guides/scenarios.md has examples",
      "docs/guides/scenarios.md 有示例"),
    Entry(
      "scenario.wrong_value", "“{0}” of {1} is not allowed: {2}", "{1} 的值“{0}”不允许：{2}"),
    Entry("scenario.wrong_value.hint", "write one of what stands there", "请按所列写法填写"),
    Entry("scenario.one_of", "give exactly one of: {0}", "以下各项须且只须给出一项：{0}"),
    Entry("scenario.one_of.hint", "take the others out, or add one", "请删去多余的，或补上一项"),
    Entry("scenario.kind_unknown", "“{0}” is no kind of change", "没有名为“{0}”的变更"),
    Entry("scenario.kind_unknown.hint", "did you mean {0}?", "您是否想写 {0}？"),
    Entry("scenario.table_unknown", "the format has no table “{0}”", "格式中没有表“{0}”"),
    Entry("scenario.table_unknown.hint", "did you mean {0}?", "您是否想写 {0}？"),
    Entry("scenario.column_unknown", "{1} has no column “{0}”", "{1} 没有列“{0}”"),
    Entry("scenario.column_unknown.hint", "did you mean {0}?", "您是否想写 {0}？"),
    Entry("scenario.matches_nothing", "“{0}” matches nothing ({1})", "“{0}”没有匹配到任何内容（{1}）"),
    Entry("scenario.matches_nothing.hint", "did you mean {0}?", "您是否想写 {0}？"),
    Entry(
      "scenario.changes_nothing", "this “{0}” leaves every row as it was",
      "此项“{0}”没有改变任何一行"),
    Entry(
      "scenario.changes_nothing.hint", "take it out, or give another value",
      "请删去，或给出不同的值"),
    Entry("scenario.id_taken", "the id “{0}” is in {1} already", "编号“{0}”已在 {1} 中"),
    Entry("scenario.id_taken.hint", "choose another id", "请另取编号"),
    Entry("scenario.no_times", "{0} has no {1} that could be multiplied", "{0} 没有可供相乘的 {1}"),
    Entry("scenario.no_times.hint", "give the value itself", "请直接给出数值"),
    Entry(
      "scenario.local_times", "{0} has published wall times at its stops and cannot be shifted",
      "{0} 的停站使用公布的当地钟点，不能整体平移"),
    Entry(
      "scenario.local_times.hint", "give departures, or a service of its own with hours",
      "请给出 departures，或另设以小时计的班次"),
    Entry(
      "scenario.no_departures", "{0} has no departure in this window", "{0} 在此期间没有班次"),
    Entry("scenario.no_departures.hint", "look at its days", "请核对其开行日"),
    Entry(
      "scenario.does_not_run", "{0} does not run: its status or its frequency is none",
      "{0} 不开行：状态或频率为停开"),
    Entry(
      "scenario.does_not_run.hint", "give it a status or a frequency first",
      "请先恢复其状态或频率"),
    Entry("scenario.leaves_already", "{0} leaves on {1} already", "{0} 在 {1} 已有班次"),
    Entry("scenario.leaves_already.hint", "take it out, or give another time", "请删去，或改用其他时刻"),
    Entry("scenario.closed_already", "{0} is closed then already", "{0} 在该时段已经关闭"),
    Entry("scenario.closed_already.hint", "take it out, or give another window", "请删去，或改用其他时段"),
    Entry(
      "scenario.window_outside",
      "{0} is outside the time that is looked at: the network’s week begins on {1}",
      "{0} 不在考察时间之内：网络的参考周始于 {1}"),
    Entry(
      "scenario.window_outside.hint",
      "the change would touch nothing: give a window from that week on",
      "该变更不会影响任何内容：请给出该周及以后的时段"),
    Entry(
      "scenario.no_window", "“{0}” by “{1}” holds for the whole time and takes no window",
      "按“{1}”的“{0}”始终有效，不能设定时段"),
    Entry(
      "scenario.no_window.hint",
      "take from and to out; capacity and cut_off of services, opening_hours, calendar and close have windows",
      "请删去 from 与 to；班次的 capacity 与 cut_off、opening_hours、calendar 和 close 可设时段"),
    Entry(
      "scenario.frequency",
      "{0} cannot run {1} times a week: no period of up to {2} weeks has just so many departures",
      "{0} 无法每周开行 {1} 班：{2} 周以内没有恰好如此多班次的周期"),
    Entry(
      "scenario.frequency.hint", "the nearest that can be had are {0} and {1}",
      "最接近的可行值为 {0} 和 {1}"),
    Entry("diff.base", "on {0} ({1})", "基于 {0}（{1}）"),
    Entry("diff.nothing", "nothing", "没有变更"),
    Entry("diff.rows", "Rows touched: {0}", "涉及 {0} 行"),
    Entry(
      "diff.overlaps", "Set more than once; the last change wins, so the order matters:",
      "被多次设定，以最后一次为准，因此顺序有影响："),
    Entry(
      "help.diff", "Say in words and row by row what a scenario changes.",
      "用文字并逐行说明情景改变了什么。"),
    Entry(
      "help.diff.examples", "Example:\n  tidebore diff scenarios/suez-open/scenario.yaml --lang zh",
      "示例：\n  tidebore diff scenarios/suez-open/scenario.yaml --lang zh"),
    Entry("help.scenario", "A scenario file (YAML).", "情景文件（YAML）。"),
    Entry(
      "help.scenario.on", "Changes to make in the network, from a scenario file.",
      "在该网络上施加情景文件中的变更。"),
    Entry(
      "usage.scenario_file", "{0} is no scenario: a file that ends with .yaml",
      "{0} 不是情景文件：应以 .yaml 结尾"),
  ]

  /// A sentence for each kind of change: what it is about, then what it makes of it.
  static let changeEntries: [Entry] = [
    Entry("change.frequency", "Frequency of {0}: {1}", "{0} 的班次频率：{1}"),
    Entry("change.status", "Status of {0}: {1}", "{0} 的状态：{1}"),
    Entry("change.retime", "{0} leaves at other times: {1}", "{0} 改变开行时刻：{1}"),
    Entry("change.everything", "all", "全部"),
    Entry("change.earlier", "{0} h earlier", "提前 {0} 小时"),
    Entry("change.later", "{0} h later", "推迟 {0} 小时"),
    Entry("change.between", "from {0} to {1}", "{0} 至 {1}"),
    Entry("change.reroute", "by {0} instead, {1} h longer", "改经 {0}，多 {1} 小时"),
    Entry("change.closed_all_day", "closed", "关闭"),
    Entry("window.always", "at all times", "始终"),
    Entry("window.on", "on {0}", "{0}"),
    Entry("window.span", "from {0} to {1}", "{0} 至 {1}"),
    Entry("window.from", "from {0} on", "自 {0} 起"),
    Entry("window.to", "until {0}", "至 {0} 止"),
    Entry("window.daily", "every day", "每天"),
    Entry("weekday.Mon", "Mon", "周一"),
    Entry("weekday.Tue", "Tue", "周二"),
    Entry("weekday.Wed", "Wed", "周三"),
    Entry("weekday.Thu", "Thu", "周四"),
    Entry("weekday.Fri", "Fri", "周五"),
    Entry("weekday.Sat", "Sat", "周六"),
    Entry("weekday.Sun", "Sun", "周日"),
    Entry("change.cancel", "{0} does not run: {1}", "{0} 停运：{1}"),
    Entry("change.extra", "Extra departures of {0}: {1}", "{0} 加开班次：{1}"),
    Entry("change.add_service", "New service {0}: {1}", "新增班次 {0}：{1}"),
    Entry("change.like_service", "New service like another, {0}: {1}", "仿照既有班次新增 {0}：{1}"),
    Entry("change.remove_service", "{0} taken out", "取消 {0}"),
    Entry("change.capacity", "Capacity of {0}: {1}", "{0} 的运力：{1}"),
    Entry("change.cut_off", "Cut-off and release of {0}: {1}", "{0} 的截单与放货：{1}"),
    Entry("change.opening_hours", "Hours of {0}: {1}", "{0} 的作业时间：{1}"),
    Entry("change.hours", "Calendar {0}: {1}", "日历 {0}：{1}"),
    Entry("change.calendar", "Dates that differ in {0}: {1}", "{0} 的特殊日期：{1}"),
    Entry("change.clearance", "Clearance {0}: {1}", "通关 {0}：{1}"),
    Entry("change.add_clearance", "New clearance row {0}: {1}", "新增通关规则 {0}：{1}"),
    Entry("change.door", "At the door, {0}: {1}", "门到门作业 {0}：{1}"),
    Entry("change.handling", "Handling at {0}: {1}", "{0} 的装卸：{1}"),
    Entry("change.close", "Closed: {0} ({1})", "关闭：{0}（{1}）"),
    Entry("change.open", "Opened again: {0}", "重新开放：{0}"),
    Entry("change.grant_right", "Traffic right granted to {0}: {1}", "授予 {0} 航权：{1}"),
    Entry("change.withdraw_right", "Traffic right withdrawn from {0}: {1}", "收回 {0} 的航权：{1}"),
    Entry("change.add_link", "New way {0}: {1}", "新增通道 {0}：{1}"),
    Entry("change.remove_link", "Way {0} taken out", "取消通道 {0}"),
    Entry("change.link", "Way {0}: {1}", "通道 {0}：{1}"),
    Entry("change.add_place", "New place {0}: {1}", "新增节点 {0}：{1}"),
    Entry("change.remove_place", "Place {0} taken out", "取消节点 {0}"),
    Entry("change.resource", "Resource {0}: {1}", "资源 {0}：{1}"),
    Entry("change.storage", "Storage at {0}: {1}", "{0} 的堆存：{1}"),
    Entry("change.background", "Others’ traffic {0}: {1}", "其他货流 {0}：{1}"),
    Entry("change.load", "Booked by others, {0}: {1}", "已被他人预订 {0}：{1}"),
    Entry("change.demand", "Demand of {0}: {1}", "{0} 的需求：{1}"),
    Entry(
      "change.disrupt",
      "Random disruptions of {0}, for the simulation alone; planned times do not show them: {1}",
      "{0} 的随机中断，仅供仿真使用，计划时间不反映：{1}"),
    Entry("change.parameter", "Parameter {0}: {1}", "参数 {0}：{1}"),
    Entry("change.set", "Rows {0}: {1}", "行 {0}：{1}"),
    Entry("change.add_row", "New row {0}: {1}", "新增行 {0}：{1}"),
    Entry("change.remove_row", "Row {0} taken out: {1}", "删除行 {0}：{1}"),
  ]
}
