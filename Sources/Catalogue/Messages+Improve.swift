// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// What would it take.
  static let improveEntries: [Entry] = [
    Entry("improve.title", "What would it take?", "怎样才能达到？"),
    Entry(
      "improve.city",
      "{0}: {1} h now, target {2} h. {3} changes tried in all their degrees, {4} runs; each line is a run.",
      "{0}：现为 {1} 小时，目标 {2} 小时。共试 {3} 项变更的各个幅度，运行 {4} 次；每行均经实际运行验证。"),
    Entry(
      "improve.tier",
      "{0} (target {1} h): what gains most cities. {2} changes tried, {3} runs; each line is a run of the circle.",
      "{0}（目标 {1} 小时）：何种变更增加城市最多。共试 {2} 项，运行 {3} 次；每行均经整圈运行验证。"),
    Entry(
      "improve.none", "None of the {0} single changes tried does it: it takes more than one.",
      "所试 {0} 项单一变更均不能达到：需要多项并举。"),
    Entry("improve.in", "{0}: {1} h now, target {2} h.", "{0}：现为 {1} 小时，目标 {2} 小时。"),
    Entry("improve.in_tier", "{0} (target {1} h).", "{0}（目标 {1} 小时）。"),
    Entry("improve.city_in", "It is in already: nothing is needed.", "已在圈内：无需任何变更。"),
    Entry(
      "improve.tier_in", "All its cities are in already: nothing is needed.",
      "该层级城市均已在圈内：无需任何变更。"),
    Entry(
      "improve.nothing_to_try",
      "No single change is known that bears on it: no service, terminal, customs row, door or right on its way could be tried.",
      "未找到可试的单一变更：其路径上没有可调整的班次、场站、通关规则、送货时段或航权。"),
    Entry(
      "improve.steps",
      "{0} changes on top of each other do, each the one that then took most hours off (greedy: a smaller set may exist):",
      "{0} 项变更叠加即可，每一步都取当时缩短最多的一项（贪心法：可能存在更小的组合）："),
    Entry(
      "improve.steps_short",
      "{0} changes on top of each other take hours off and still fall short:",
      "{0} 项变更叠加可以缩短时间，但仍未达标："),
    Entry(
      "improve.facts",
      "effort {0}, rows touched {1}, statistic {2}; gained: {3}; lost: {4}",
      "代价分 {0}，涉及 {1} 行，统计值 {2}；新增：{3}；失去：{4}"),
    Entry(
      "improve.honesty",
      "Effort is a table of points (one departure a week 1, one hour of cut-off, release or clearance 1, retiming 1 + ¼ per hour, a right 3, always open 4, a new service 6 + 1 per departure): an assumption, to rank kinds against each other. Planned times: nothing is full or late.",
      "代价分为假设的评分表（每周一班 1，截单、放货或通关每缩短一小时 1，改点 1 加每小时 ¼，航权 3，全天开放 4，新开班次 6 加每班 1），仅用于不同类变更之间排序。时间均为计划值：不计满载与晚点。"
    ),
    Entry("improve.col.change", "Change", "变更"),
    Entry("improve.col.effort", "Effort", "代价分"),
    Entry("improve.col.rows", "Rows", "行数"),
    Entry("improve.col.gained", "Gained", "新增"),
    Entry("improve.col.lost", "Lost", "失去"),
    Entry(
      "help.improve", "What it would take: the smallest single change that brings a city in.",
      "怎样才能达到：使城市进入时效圈的最小单一变更。"),
    Entry(
      "help.improve.examples",
      """
      Examples:
        tidebore improve networks/hangzhou --origin HZ-XS --city G3117735
        tidebore improve networks/hangzhou --origin HZ-XS --tier 3 -o remedies.md
      """,
      """
      示例：
        tidebore improve networks/hangzhou --origin HZ-XS --city G3117735
        tidebore improve networks/hangzhou --origin HZ-XS --tier 3 -o remedies.md
      """),
    Entry("help.improve.city", "A missed city; repeatable.", "未达标的城市；可重复。"),
    Entry("help.improve.tier", "A tier of the circle.", "时效圈的某一层级。"),
    Entry(
      "help.improve.cities", "Missed cities of the tier that are looked at, nearest first.",
      "考察该层级中最接近目标的城市数。"),
    Entry(
      "usage.improve_what", "give --city ID (repeatable) or --tier N",
      "请给出 --city ID（可重复）或 --tier N"),
    Entry(
      "usage.improve_9810",
      "9810 runs by the order clock of many warehouses: ask for another export mode",
      "9810 按多个海外仓的订单时钟计算：请改用其他出口模式"),
    Entry(
      "usage.improve_target", "{0} is no target of this circle; --targets broad has more",
      "{0} 不是该时效圈的目标城市；--targets broad 包含更多"),
  ]
}
