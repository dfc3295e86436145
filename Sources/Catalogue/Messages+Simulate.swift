// SPDX-License-Identifier: GPL-3.0-or-later

/// The verb `simulate`.
extension Messages {
  static let simulationCommand: [Entry] = [
    Entry(
      "help.simulate",
      "Send the demand through finite terminals and departures: queues, bottlenecks, times.",
      "让需求通过能力有限的枢纽与班次：排队、瓶颈与时间。"),
    Entry(
      "help.simulate.examples",
      """
      Examples:
        tidebore simulate networks/hangzhou -o simulation.html
        tidebore simulate networks/hangzhou --days 28 --demand-factor 2 --format table
        tidebore simulate networks/hangzhou --relative-half-width 0.05 --value-of-server 5
      """,
      """
      示例：
        tidebore simulate networks/hangzhou -o simulation.html
        tidebore simulate networks/hangzhou --days 28 --demand-factor 2 --format table
        tidebore simulate networks/hangzhou --relative-half-width 0.05 --value-of-server 5
      """),
    Entry("help.simulate.replications", "Independent runs (default 5).", "独立重复次数（默认5）。"),
    Entry("help.simulate.seed", "Seed of all luck (default 1).", "随机数种子（默认1）。"),
    Entry("help.simulate.days", "Days measured (default 364).", "统计天数（默认364）。"),
    Entry(
      "help.simulate.warmup",
      "Days before, which are not measured (default 84); auto finds them by a run of its own.",
      "此前不计入统计的天数（默认84）；auto 由一次试运行确定。"),
    Entry("help.simulate.demand_factor", "Factor on the demand.", "需求倍数。"),
    Entry(
      "help.simulate.extra_servers", "Servers on top of the table's; may be repeated.",
      "在资源表之外增加的数量；可重复。"),
    Entry(
      "help.simulate.half_width",
      "Add replications until the half width of the mean delay's interval is below this share of it.",
      "增加重复次数，直到平均延误区间的半宽低于该比例。"),
    Entry(
      "help.simulate.max_replications", "Replications at most for that (default 50).",
      "为此最多的重复次数（默认50）。"),
    Entry(
      "help.simulate.value_of_server",
      "Run again with one more server (or 10 % more room) at each of the N worst bottlenecks, with the same luck.",
      "在最严重的N个瓶颈各增加一个（或舱位加10%），用相同随机数重算。"),
    Entry(
      "help.simulate.log",
      "Write the milestones of every lot of the first replication: FILE.csv or FILE.sqlite.",
      "写出首次重复中每批货的里程碑：FILE.csv 或 FILE.sqlite。"),
    Entry(
      "usage.seed", "--seed: '{0}' is not a whole number from 0 to {1}",
      "--seed：“{0}”不是0到{1}之间的整数"),
    Entry(
      "usage.half_width", "--relative-half-width: '{0}' is not between 0 and 1, such as 0.05",
      "--relative-half-width：“{0}”不在0与1之间，例如0.05"),
    Entry("usage.needs", "{0} goes with {1}", "{0}须与{1}一同使用"),
    Entry(
      "usage.needs_replications", "--value-of-server needs at least 2 replications",
      "--value-of-server 至少需要2次重复"),
    Entry(
      "usage.extra_servers", "--extra-servers: '{0}' is not RESOURCE=N",
      "--extra-servers：“{0}”不是 资源=数量"),
    Entry(
      "usage.unknown_resource", "--extra-servers: no resource '{0}'{1}",
      "--extra-servers：没有资源“{0}”{1}"),
    Entry(
      "simulate.no_demand", "{0}: demand.csv has no rows: nothing to simulate",
      "{0}：demand.csv 没有数据行，无可仿真"),
    Entry(
      "simulate.estimate",
      "Planning the ways of {0} rows of demand; about {1} lots a replication, {2} replications, about {3} MB.",
      "正在规划{0}行需求的路径；每次重复约{1}批货，共{2}次重复，约{3} MB。"),
    Entry("cli.simulating", "simulating", "仿真"),
    Entry("cli.warming", "finding the warm-up", "确定预热期"),
    Entry("cli.adding", "adding replications, {0} so far", "增加重复次数，至{0}"),
    Entry("cli.one_more", "one more server, {0} of {1}", "再增加一个，第{0}/{1}项"),
  ]
}
