// SPDX-License-Identifier: GPL-3.0-or-later

/// The reliable circle: `coverage --samples`.
extension Messages {
  static let reliabilityEntries: [Entry] = [
    Entry(
      "help.samples",
      "Weeks to sample: the circle is over what lateness, customs and handling make of the plan.",
      "抽样周数：按晚点、查验与作业波动下的实际时间计算圈。"),
    Entry(
      "help.samples.queues",
      "With --samples: through the simulated network with all demand and its queues.",
      "与--samples一同使用：在含全部需求与排队的仿真网络中抽样。"),
    Entry(
      "help.samples.demand_factor",
      "With --queues: factor on the demand (1 is today's, 2 the plan's target).",
      "与--queues一同使用：需求倍数（1为现状，2为规划目标）。"),
    Entry(
      "help.samples.seed", "With --samples: seed of all luck (default 1).",
      "与--samples一同使用：随机数种子（默认1）。"),
    Entry(
      "report.reliable", "Reliable circle: chance of arriving within the tier (95 % interval)",
      "可靠圈：在时限内送达的概率（95 %区间）"),
    Entry(
      "report.reliable.tier", "{0} {1}: {2}/{3} in by P{5}, mean chance {4}",
      "{0} {1}：按P{5}达标{2}/{3}，平均概率{4}"),
    Entry(
      "report.reliable.statistic",
      "Reliable circle: P{0} over {1} samples of {2} weeks from {3} on, seed {4}, ",
      "可靠圈：自{3}起{2}周、{1}个样本的P{0}，种子{4}，"),
    Entry("report.reliable.free", "without queues", "不含排队"),
    Entry("report.reliable.queues", "with queues at {0} times the demand", "含排队，需求为{0}倍"),
    Entry(
      "report.reliable.left_out.free",
      "Sampled: handling, inspection, lateness, cancelled departures, closures, missed connections; left out: other cargo, queues, failed deliveries. The map between the cities is the timetable's.",
      "已抽样：作业波动、查验、晚点、停班、关闭与误班；未含：其他货物、排队与派送失败。城市之间的图面按计划时刻。"),
    Entry(
      "report.reliable.left_out",
      "Sampled: handling, inspection, lateness, cancelled departures, closures, missed connections, queues and full departures; left out: failed deliveries. The map between the cities is the timetable's.",
      "已抽样：作业波动、查验、晚点、停班、关闭、误班、排队与满载；未含：派送失败。城市之间的图面按计划时刻。"),
    Entry(
      "reason.chance", "in by the timetable, but within the target only {0} % of the time",
      "按计划时刻达标，但仅有{0} %的概率在时限内送达"),
  ]
}
