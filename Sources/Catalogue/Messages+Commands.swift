// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// What the command itself says; its help stands in `helpEntries`.
  static let commandEntries: [Entry] =
    usageEntries + combinationUsageEntries + sessionEntries + doctorEntries + helpEntries
    + helpHeadingEntries

  private static let usageEntries = [
    Entry(
      "usage.missing", "{0} is missing; for example: {0} {1}", "缺少 {0}；例如：{0} {1}"),
    Entry(
      "usage.choice", "{0}: '{1}' is not one of {2}", "{0}：“{1}”不在可选值之内：{2}"),
    Entry(
      "usage.quantity", "{0}: '{1}' is not a decimal with a unit ({2}); for example {3}",
      "{0}：“{1}”不是带单位（{2}）的数；例如 {3}"),
    Entry(
      "usage.number", "{0}: '{1}' is not a decimal above zero; for example {2}",
      "{0}：“{1}”不是大于零的小数；例如 {2}"),
    Entry(
      "usage.whole_number", "{0}: '{1}' is not a whole number from {2} to {3}",
      "{0}：“{1}”不是 {2} 到 {3} 之间的整数"),
    Entry(
      "usage.mass_of_fcl", "--mass does not go with --class fcl; write --teu 2",
      "--class fcl 不用 --mass；请写 --teu 2"),
    Entry(
      "usage.teu_of", "--teu goes with --class fcl, not with {0}; write --mass 30kg",
      "--teu 只用于 --class fcl，不用于 {0}；请写 --mass 30kg"),
    Entry(
      "usage.bounds", "{0}: '{1}' is not within {2} {3}", "{0}：“{1}”不在 {2} {3} 之内"),
    Entry(
      "usage.time",
      "{0}: '{1}' is not a time with its offset in the years 1900 to 2199; write 2026-03-02T09:00:00+08:00 ('now' is refused, so that a run can be repeated)",
      "{0}：“{1}”不是 1900 至 2199 年间带时差的时间；请写 2026-03-02T09:00:00+08:00（不接受 now，以便结果可以重现）"),
    Entry(
      "usage.week", "--week: '{0}' is not a week of the calendar; write 2026-W10",
      "--week：“{0}”不是历法中的一周；请写 2026-W10"),
    Entry(
      "usage.statistic", "--statistic: '{0}' is not a percentile from p1 to p99; write p80",
      "--statistic：“{0}”不是 p1 到 p99 的百分位；请写 p80"),
    Entry(
      "usage.require", "--require: '{0}' is not a tier and a share; write tier3>=0.8",
      "--require：“{0}”不是层级与比例；请写 tier3>=0.8"),
    Entry(
      "usage.require_tier", "--require: the circle has no tier {0}; its tiers are {1}",
      "--require：圈层中没有第 {0} 层；现有：{1}"),
    Entry(
      "usage.ending", "-o: the ending of '{0}' names no form that this verb writes; it writes {1}",
      "-o：“{0}”的后缀不是本命令能写的格式；可写 {1}"),
    Entry(
      "usage.output_is_input",
      "'{0}' is an input of this run and would be written over; name another file",
      "“{0}”是本次运行的输入，会被覆盖；请换一个文件名"),
    Entry(
      "usage.output_in_network",
      "'{0}' would stand in the network {1}, where it is no table; name a file elsewhere",
      "“{0}”将写入网络 {1}，而它不是其中的表；请写到别处"),
    Entry("usage.same_file", "-o: '{0}' is given twice", "-o：“{0}”给出了两次"),
    Entry(
      "usage.folder_exists", "'{0}' exists; name a folder that does not",
      "“{0}”已存在；请给出一个尚不存在的文件夹"),
    Entry(
      "usage.unknown_example", "--example: there is no network '{0}'; there are: {1}",
      "--example：没有名为“{0}”的网络；现有：{1}"),
    Entry(
      "usage.no_network", "'{0}' is not a network: it has no datapackage.json",
      "“{0}”不是网络：其中没有 datapackage.json"),
    Entry(
      "usage.unknown_place", "{0}: the network has no place '{1}'{2}; `{3}` lists all ids",
      "{0}：网络中没有地点“{1}”{2}；`{3}` 列出全部编号"),
    Entry(
      "usage.unknown_row",
      "{0}: '{1}' is no mode, place, service or passage of the network{2}",
      "{0}：“{1}”不是网络中的运输方式、地点、班线或通道{2}"),
    Entry(
      "usage.unknown_set", "{0}: the network has no '{1}'; it has: {2}",
      "{0}：网络中没有“{1}”；现有：{2}"),
    Entry(
      "usage.change",
      "--change: '{0}' is not a change; write 'cancel SERVICE [WINDOW]', 'delay SERVICE 6h [WINDOW]', 'retime SERVICE -2h [WINDOW]', 'add SERVICE TIME', 'close PLACE|LINK|PASSAGE [WINDOW]', 'grant CARRIER|SERVICE FROM TO' or 'withdraw CARRIER|SERVICE FROM TO'; a window is 2026-03-03T00:00:00+08:00/36h",
      "--change：“{0}”不是变更；请写“cancel 班线 [时段]”“delay 班线 6h [时段]”“retime 班线 -2h [时段]”“add 班线 时刻”“close 地点|连线|通道 [时段]”“grant 承运人|班线 起点 终点”或“withdraw 承运人|班线 起点 终点”；时段写作 2026-03-03T00:00:00+08:00/36h"
    ),
    Entry(
      "usage.change_unknown", "--change '{0}': the network has no '{1}'{2}",
      "--change “{0}”：网络中没有“{1}”{2}"),
    Entry(
      "usage.change_nothing",
      "--change '{0}' changes nothing: no departure, truck or seat for this cargo, in these weeks, is touched",
      "--change “{0}”没有改变任何内容：这批货物在这几周内没有受影响的班次、卡车或舱位"),
    Entry("usage.did_you_mean", ", did you mean {0}", "，是否指 {0}"),
    Entry(
      "usage.same_place", "--from and --to are the same place '{0}'",
      "--from 与 --to 是同一地点“{0}”"),
  ]

  private static let sessionEntries = [
    Entry("cli.error", "error: {0}", "错误：{0}"),
    Entry(
      "run.charge",
      "{0} charges a leg more than a sum can hold (11 thousand million yuan, a million tonnes): send less, or mend the row",
      "{0} 使一段运输的费用或排放超出可计算范围（110亿元、100万吨）：请减少货量，或修正该行"),
    Entry(
      "cli.see_help", "tidebore --help shows all verbs, tidebore VERB --help one",
      "tidebore --help 列出全部命令，tidebore 命令 --help 说明单个命令"),
    Entry("cli.invalid", "{0} errors in the input", "输入中有 {0} 处错误"),
    Entry("cli.interrupted", "interrupted; no unfinished file is left", "已中断；没有留下未写完的文件"),
    Entry("cli.cannot_copy", "cannot copy {0} to {1}: {2}", "无法把 {0} 复制到 {1}：{2}"),
    Entry("cli.progress", "{0}: {1} %", "{0}：{1} %"),
    Entry(
      "cli.progress_bar", "{0} [{1}] {2} %, {3}/s, {4} s left", "{0} [{1}] {2} %，每秒 {3}，还剩 {4} 秒"),
    Entry("cli.written", "written: {0}", "已写出：{0}"),
    Entry("cli.searching", "searching", "搜索"),
    Entry(
      "cli.required_missed", "required: tier {0} at least {1}; it is {2} of {3} ({4})",
      "要求：第 {0} 层至少 {1}；实际 {3} 个城市中 {2} 个（{4}）"),
    Entry(
      "cli.no_converter",
      "rsvg-convert is needed for PNG and was not found; install it (Debian: apt-get install librsvg2-bin fonts-noto-cjk) or write .svg",
      "生成 PNG 需要 rsvg-convert，但没有找到；请安装（Debian：apt-get install librsvg2-bin fonts-noto-cjk）或改写 .svg"
    ),
    Entry("cli.converter_failed", "rsvg-convert ended with {0}", "rsvg-convert 以 {0} 结束"),
    Entry(
      "init.done", "network written to {0}; try: tidebore validate {0}",
      "网络已写入 {0}；试试：tidebore validate {0}"),
    Entry("diagnostic.error", "error", "错误"),
    Entry("diagnostic.warning", "warning", "警告"),
    Entry(
      "validate.more", "{0}: {2} more of this kind [{1}]; --format json lists them all",
      "{0}：另有{2}条同类提示 [{1}]；--format json 可列出全部"),
    Entry("validate.clean", "{0}: no errors, {1} warnings", "{0}：没有错误，{1} 条警告"),
    Entry("validate.faulty", "{0}: {1} errors, {2} warnings", "{0}：{1} 处错误，{2} 条警告"),
    Entry(
      "validate.size", "{0} places, {1} links, {2} services, {3} targets",
      "{0} 个地点，{1} 条线路，{2} 个班线，{3} 个目标城市"),
  ]

  private static let doctorEntries = [
    Entry("doctor.ok", "ok", "正常"),
    Entry("doctor.missing", "missing", "缺失"),
    Entry("doctor.tool", "Tidebore", "Tidebore"),
    Entry("doctor.swift", "Swift (compiler of this binary)", "Swift（编译本程序所用）"),
    Entry("doctor.gsl", "GSL", "GSL"),
    Entry("doctor.sqlite", "SQLite", "SQLite"),
    Entry("doctor.tzdata", "time zones", "时区数据"),
    Entry("doctor.fonts", "Chinese font", "中文字体"),
    Entry("doctor.rsvg", "rsvg-convert (for PNG)", "rsvg-convert（用于 PNG）"),
    Entry("doctor.network", "network {0}", "网络 {0}"),
    Entry("doctor.networks", "example networks", "示例网络"),
    Entry(
      "doctor.no_networks",
      "the folder networks/ was not found; set TIDEBORE_HOME to the folder that holds it",
      "找不到 networks/ 文件夹；请把 TIDEBORE_HOME 设为其所在文件夹"),
    Entry("doctor.install", "install with: {0}", "安装：{0}"),
    Entry(
      "doctor.tzdata_old", "{0} in {1}: older than 2024a, Kazakhstan's offset is wrong",
      "{0}，位于 {1}：早于 2024a，哈萨克斯坦时差有误"),
    Entry("doctor.at", "{0} in {1}", "{0}，位于 {1}"),
    Entry(
      "doctor.errors", "{0} errors; see tidebore validate {1}", "{0} 处错误；见 tidebore validate {1}"),
    Entry("doctor.healthy", "everything needed is here", "所需一切齐备"),
    Entry("doctor.ill", "{0} things are missing", "缺少 {0} 项"),
  ]
}
