// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Why nothing differs, and the verb `compare`.
  static let compareEntries: [Entry] = [
    Entry("unchanged.all", "Nothing differs: ", "没有任何差异："),
    Entry("unchanged.circle", "No city of the circle differs: ", "圈内没有城市发生变化："),
    Entry("unchanged.no_rows", "the scenario changes no row.", "该情景没有改变任何一行。"),
    Entry(
      "unchanged.not_planned",
      "it touches only {0}, which planned times do not read; queues and random closures are the simulation's.",
      "它只涉及 {0}，计划时间不使用这些数据；排队与随机中断由仿真反映。"),
    Entry(
      "unchanged.wrong_class", "what it touches ({0}) does not carry class {1}.",
      "所涉及的 {0} 不承运{1}。"),
    Entry(
      "unchanged.unused",
      "no best itinerary uses what it touches ({0}), before or after: other ways are better.",
      "所涉及的 {0} 前后都不在任何最优路径上：另有更优的走法。"),
    Entry(
      "unchanged.not_binding",
      "itineraries pass {0}, but what changed there does not bind: another wait or leg decides.",
      "路径经过 {0}，但改变之处并非瓶颈：起决定作用的是其他等待或区段。"),
    Entry(
      "help.compare", "Compare scenarios with a base: circle, basket, flows, waits.",
      "将情景与基准对比：时效圈、代表性货物、货流与等待。"),
    Entry(
      "help.compare.examples",
      """
      Examples:
        tidebore compare networks/hangzhou scenarios/suez-open/scenario.yaml -o report.html
        tidebore compare networks/hangzhou scenarios/ehub-*/scenario.yaml -o hubs.html -o hubs.csv
        tidebore compare networks/hangzhou scenarios/typhoon-36h/scenario.yaml --replications 10 -o typhoon.html
      With --replications both are simulated under the same luck: paired differences with intervals.
      """,
      """
      示例：
        tidebore compare networks/hangzhou scenarios/suez-open/scenario.yaml -o report.html
        tidebore compare networks/hangzhou scenarios/ehub-*/scenario.yaml -o hubs.html -o hubs.csv
        tidebore compare networks/hangzhou scenarios/typhoon-36h/scenario.yaml --replications 10 -o typhoon.html
      给出 --replications 时，双方用相同随机数仿真，报告配对差异及区间。
      """),
    Entry("help.compare.base", "What scenarios are compared with.", "作为基准的网络或情景。"),
    Entry("help.compare.scenarios", "Scenarios, or networks.", "情景或网络。"),
    Entry(
      "help.compare.with",
      "Say for each city what differs from another network, scenario or earlier JSON result.",
      "逐城市说明与另一网络、情景或先前 JSON 结果的差异。"),
    Entry("report.against", "Against {0}", "与 {0} 相比"),
    Entry("report.gained", "gained: {0}", "新增：{0}"),
    Entry("report.lost", "lost: {0}", "失去：{0}"),
    Entry(
      "report.moved", "P80 shorter for {0} cities, longer for {1}, the same for {2}",
      "P80 缩短 {0} 个城市，延长 {1} 个，不变 {2} 个"),
    Entry(
      "usage.other_question",
      "--compare {0}: it answers another question: {1}; ask it again, or ask as it was asked",
      "--compare {0}：它回答的是另一个问题：{1}；请重新计算，或按其条件提问"),
    Entry("cli.differs", "{0} was asked differently: {1}", "{0} 的提问条件不同：{1}"),
    Entry("compare.differs", "{0} {1}, here {2}", "{0} {1}，此处 {2}"),
    Entry(
      "usage.baseline", "--compare {0}: no circle that coverage wrote as JSON",
      "--compare {0}：不是 coverage 写出的 JSON 时效圈"),
    Entry(
      "help.dry_run", "Only say what the run would cost.", "只说明运行所需的代价。"),
    Entry("help.no_swings", "Leave out the re-runs with other assumptions.", "不做改变假设的重算。"),
    Entry(
      "compare.estimate",
      "{0} networks, {1} searches in all: about {2} CPU s and {3} MB; a sample of {4} searches took {5} s.",
      "{0} 个网络，共 {1} 次搜索：约 {2} CPU 秒、{3} MB；抽样 {4} 次搜索用时 {5} 秒。"),
    Entry(
      "compare.took", "Searches {0} s, reports {1} s.", "搜索 {0} 秒，报告 {1} 秒。"),
    Entry(
      "usage.compare_none", "name at least one scenario after the base",
      "请在基准之后至少给出一个情景"),
  ]
}
