// SPDX-License-Identifier: GPL-3.0-or-later

/// Demanded combinations, places to pass and arrival times: what they are called, and why not.
extension Messages {
  static let combinationEntries: [Entry] = [
    Entry("combination.air-road-rail", "air-road-rail", "空公铁联运"),
    Entry("combination.rail-road-water", "rail-road-water", "铁公水联运"),
    Entry("combination.sea-rail", "sea-rail", "海铁联运"),
    Entry("combination.river-sea", "river-sea", "江海联运"),
    Entry("combination.any", "any mode", "任何方式"),
    Entry(
      "unreachable.combination", "{0} can be reached, but not by {1}: {2}",
      "{0} 可达，但不能以“{1}”到达：{2}"),
    Entry(
      "unreachable.via", "{0} can be reached, but not by way of {1}: {2}",
      "{0} 可达，但不能经由 {1}：{2}"),
    Entry(
      "unreachable.arrive_by",
      "{0} can be reached, but not by then with cargo that is ready within the {1} days before",
      "{0} 可达，但在此前 {1} 天内备妥的货物无法按时送达"),
    Entry(
      "combination.why.class", "nothing goes by {0} that takes class {1}",
      "没有承运{1}的{0}班次"),
    Entry(
      "combination.why.first", "on such a way no haul by {0} can be reached from {1}",
      "按此要求从 {1} 出发接不上{0}干线"),
    Entry(
      "combination.why.after", "after {1} no haul by {0} can be reached",
      "在{1}之后接不上{0}干线"),
    Entry(
      "combination.why.apart",
      "hauls by {0} and by {1} can each be reached, but not one after the other",
      "{0}与{1}干线各自可达，但不能衔接在同一走法中"),
    Entry(
      "combination.why.beyond",
      "the hauls exist, but from where they end it is reached only with others or not at all",
      "所求干线存在，但从其终点只能借助其他干线或根本无法到达"),
    Entry(
      "combination.why.horizon", "such a way exists, but not within the horizon of {0} days",
      "有这样的走法，但超出 {0} 天的时限"),
    Entry(
      "combination.why.via", "such a way exists, but not by way of the places that are named",
      "有这样的走法，但不经过所列地点"),
    Entry("combination.why.via_first", "cargo cannot get to {0}", "货物到不了 {0}"),
    Entry(
      "combination.why.via_after", "after {1} cargo cannot get to {0}", "到 {1} 之后到不了 {0}"),
    Entry(
      "combination.why.via_beyond", "from {0} it cannot be reached", "从 {0} 出发到不了"),
  ]

  static let combinationUsageEntries: [Entry] = [
    Entry(
      "usage.combination_word",
      "--combination: '{0}' is no mode and no combination{1}; write one of {2}, or steps such as rail>sea+>road? of {3}",
      "--combination：“{0}”不是运输方式或联运组合{1}；可写 {2}，或由 {3} 组成的序列，如 rail>sea+>road?"),
    Entry(
      "usage.combination_step",
      "--combination: '{0}' has a step without a mode; write rail>sea+ or sea|river",
      "--combination：“{0}”中有缺少运输方式的一段；请写 rail>sea+ 或 sea|river"),
    Entry(
      "usage.combination_size",
      "--combination: '{0}' needs more than {1} states; write fewer or simpler steps",
      "--combination：“{0}”所需状态超过 {1} 个；请减少或简化各段"),
    Entry(
      "usage.demand_size",
      "--combination and --via together need more than {0} copies of the network; write fewer places or a simpler pattern",
      "--combination 与 --via 合计需要超过 {0} 份网络副本；请减少地点或简化序列"),
    Entry(
      "usage.when",
      "--depart or --arrive-by is missing; for example: --depart 2026-03-02T09:00:00+08:00",
      "缺少 --depart 或 --arrive-by；例如：--depart 2026-03-02T09:00:00+08:00"),
    Entry(
      "usage.arrive_by_time",
      "--arrive-by goes by time alone: leave --criteria and --objective out",
      "--arrive-by 只按时间计算：请去掉 --criteria 与 --objective"),
    Entry(
      "usage.when_twice", "--depart and --arrive-by exclude each other; give one of them",
      "--depart 与 --arrive-by 只能给出一个"),
  ]

  static let combinationHelpEntries: [Entry] = [
    Entry(
      "help.combination",
      "Main hauls that are demanded: air-road-rail, rail-road-water, sea-rail, river-sea, or all of them in order, such as rail>sea+ or river>sea|rail>any*.",
      "要求的干线组合：air-road-rail（空公铁）、rail-road-water（铁公水）、sea-rail（海铁）、river-sea（江海），或按顺序写出全部干线，如 rail>sea+、river>sea|rail>any*。"
    ),
    Entry(
      "help.via", "Pass through this place; several are passed in the given order (repeatable).",
      "须经由的地点；多个地点按给出的顺序（可重复）。"),
    Entry(
      "help.arrive_by",
      "When it must be delivered at the latest, with offset, instead of --depart; the answer starts as late as possible.",
      "最晚送达时间，带时差，代替 --depart；给出最晚备妥的走法。"),
  ]
}
