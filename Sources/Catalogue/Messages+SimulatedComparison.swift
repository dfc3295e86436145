// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of `compare --replications`.
extension Messages {
  static let simulatedComparisonEntries: [Entry] = [
    Entry("usage.not_with", "{0} has no meaning with {1}", "{0}与{1}同用无意义"),
    Entry("simcompare.title", "Simulated against: {0}", "仿真对比，基准：{0}"),
    Entry(
      "simcompare.what",
      "{0} replications of {1} days after {2} days of warm-up; base and scenario meet the same luck (seed {3}).",
      "{0}次重复，每次{1}天，预热{2}天；基准与情景使用相同随机数（种子{3}）。"),
    Entry(
      "simcompare.family",
      "Read together under Holm's correction, 5 %: {0} indicators chosen beforehand (not delivered, without a way, left behind, delay, queues, share within tier, times by class, cost, CO2e, rollovers, diverted, waits at places with berths or stands). All other rows are exploratory and unadjusted.",
      "预先选定的{0}项指标按Holm法合并校正，水平5%（未送达、无路可走、甩下、延误、排队、达标率、分货类时间、费用、CO2e、甩货次数、改道、设泊位或机位地点的等待）；其余各行为探索性结果，未校正。"
    ),
    Entry(
      "simcompare.one_replication",
      "One replication: no intervals, and nothing can be said of significance.",
      "只有1次重复：没有区间，无法判断显著性。"),
    Entry("simcompare.none", "No significant change in any of them.", "各项均无显著变化。"),
    Entry("simcompare.some", "Significant change in {0} of {1}.", "{1}项中{0}项有显著变化。"),
    Entry(
      "simcompare.ratio",
      "Common random numbers: independent runs would have needed {0} times the replications (median of the rows that differ).",
      "公共随机数：独立运行需{0}倍的重复次数（有差异各行的中位数）。"),
    Entry(
      "simcompare.no_ratio", "No row's difference varies: there is no variance ratio.",
      "各行差异均不波动，没有方差比。"),
    Entry("simcompare.place_wait", "Wait at {0}, mean of a tonne", "{0}的每吨平均等待"),
    Entry("simcompare.row", "{0} {1}, {2}", "{0} {1}，{2}"),
    Entry("simcompare.table.demand", "demand", "需求"),
    Entry("simcompare.table.lane", "lane", "流向"),
    Entry("simcompare.table.terminal", "resource", "资源"),
    Entry("simcompare.table.service", "service", "班次"),
    Entry("simcompare.table.gateway", "gateway", "门户"),
    Entry("simcompare.only_base", "only in the base", "仅基准有"),
    Entry("simcompare.only_scenario", "only in the scenario", "仅情景有"),
    Entry("simcompare.no_interval", "no interval", "无区间"),
    Entry("simcompare.more", "more", "增加"),
    Entry("simcompare.less", "less", "减少"),
    Entry("simcompare.way.waiting", "no way taken yet", "尚未选路"),
    Entry("simcompare.way.absent", "no such lot", "无此批货"),
    Entry("simcompare.headlines", "Differences, scenario less base", "差异（情景减基准）"),
    Entry(
      "simcompare.headlines_note",
      "Intervals are each row's own; verdicts are after Holm's correction. ∞: so many are not delivered; differences take the length of the run in its place.",
      "区间为各行自身的区间；判断经Holm校正。∞：未送达者过多；差异以运行时长代替。"),
    Entry("simcompare.exploratory", "Exploratory: other rows that moved", "探索性：其他有变化的行"),
    Entry(
      "simcompare.exploratory_note",
      "Not adjusted for reading many: about one row in twenty would stand here by chance.",
      "未作多重校正：约二十行中有一行会偶然入列。"),
    Entry("simcompare.one_sided", "Rows that only one side has", "仅一方有的行"),
    Entry("simcompare.col.base", "Base", "基准"),
    Entry("simcompare.col.scenario", "Scenario", "情景"),
    Entry("simcompare.col.difference", "Difference (95 % interval)", "差异（95%区间）"),
    Entry("simcompare.diversions", "Who goes where: the same lots", "改走去向：同一批货"),
    Entry(
      "simcompare.diversions_note",
      "Over all replications. Late is an hour and more later than in the base; the delay is the mean of the late.",
      "各次重复合计。晚到指比基准晚1小时及以上；延误为晚到者的平均。"),
    Entry("simcompare.col.from", "In the base", "基准"),
    Entry("simcompare.col.to", "In the scenario", "情景"),
    Entry("simcompare.col.undelivered", "Not there by the end", "期末未到"),
    Entry("simcompare.col.late", "Late", "晚到批次"),
    Entry("simcompare.col.delay", "Mean delay h", "平均晚到（小时）"),
    Entry(
      "simcompare.diverted",
      "{0} of {1} lots go another way ({2} TEU), over all replications; {3} % of the lots arrive an hour and more later.",
      "各次重复合计{1}批中{0}批改走（{2} TEU）；{3}%的货晚到1小时及以上。"),
    Entry("simcompare.backlog_title", "Ships waiting and at berth", "待泊与在泊船舶"),
    Entry(
      "simcompare.backlog", "Closed: {0}, from hour {1} to hour {2} of the measured time.",
      "关闭：{0}，统计时段第{1}至第{2}小时。"),
    Entry(
      "simcompare.peak", "Peak: {0} ships more than in the base at anchorages and berths.",
      "峰值：锚地与泊位比基准多{0}艘。"),
    Entry(
      "simcompare.recovered", "Recovered {0} h after reopening, {1} days.",
      "复航后{0}小时恢复，即{1}天。"),
    Entry(
      "simcompare.partly_recovered",
      "Recovered in {0} of {1} replications, after {2} h on average; the others not before the end, so there is no interval.",
      "{1}次重复中{0}次恢复，平均{2}小时；其余至期末未恢复，故无区间。"),
    Entry(
      "simcompare.median", "Half of the replications recover within {0} h.", "半数重复在{0}小时内恢复。"),
    Entry(
      "simcompare.median_interval",
      "Half of the replications recover within {0} h (95 %: {1}–{2}).",
      "半数重复在{0}小时内恢复（95%区间：{1}–{2}）。"),
    Entry(
      "simcompare.not_recovered", "Not recovered by the end in any of {0} replications.",
      "{0}次重复至期末均未恢复。"),
    Entry(
      "simcompare.recovery_rule",
      "Recovered: the excess over the base of the same replication is below 1 ship, or 5 % of its peak where that is more, for a week on end.",
      "恢复：与同次重复的基准之差低于1艘或其峰值的5%（取大者），且持续一周。"),
    Entry(
      "simcompare.published", "To compare with: {0}: {1} {2} ({3}; {4}).",
      "可对照：{0}：{1} {2}（{3}；{4}）。"),
    Entry("simcompare.ships", "ships", "艘"),
    Entry(
      "simcompare.backlog_note",
      "Blue: scenario, grey: base; mean over replications with its 95 % band. Grey field: closed. Days after the start of measuring.",
      "蓝：情景；灰：基准；各次重复的均值与95%带。灰底：关闭期。横轴为统计开始后的天数。"),
    Entry(
      "simcompare.chart", "Differences in % of the base; blue and * after Holm's correction",
      "差异占基准的百分比；蓝色与*为Holm校正后显著"),
  ]
}
