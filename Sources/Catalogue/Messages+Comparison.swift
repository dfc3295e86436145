// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of the comparison of a base with scenarios.
extension Messages {
  static let comparisonEntries: [Entry] =
    comparisonVerdict + comparisonTrust + comparisonTables + comparisonColumns + comparisonMap

  private static let comparisonVerdict: [Entry] = [
    Entry("comparison.title", "What changes: {0}", "变化对比：{0}"),
    Entry("comparison.and", "{0}; {1}", "{0}；{1}"),
    Entry("comparison.list", ", ", "、"),
    Entry("comparison.base", "Base", "现状"),
    Entry("comparison.question", "Question", "问题"),
    Entry("comparison.answer", "Answer", "结论"),
    Entry("comparison.what_changed", "What the scenario changes", "方案改了什么"),
    Entry("comparison.rows_touched", "{0} rows touched, in: {1}", "涉及{0}行数据：{1}"),
    Entry("comparison.no_rows", "No row of the network is touched.", "未涉及任何数据行。"),
    Entry("comparison.more", "… and {0} more", "……另有{0}项"),
    Entry(
      "comparison.verdict",
      "Cities gained: {0}, lost: {1}; faster: {2}, slower: {3}, unchanged: {4}.",
      "新增达标城市{0}个，失去{1}个；变快{2}个，变慢{3}个，不变{4}个。"),
    Entry(
      "comparison.unchanged", "Nothing changes: every difference is exactly 0.",
      "没有任何变化：所有差值均为0。"),
    Entry(
      "comparison.unchanged_cities",
      "No city is gained or lost, and none is faster or slower.",
      "没有城市新增或失去达标，也没有城市变快或变慢。"),
    Entry("comparison.because", "Why: {0}", "原因：{0}"),
    Entry(
      "comparison.tier_line", "{0} ({1}): {2} → {3} of {4} cities in, {5}",
      "{0}（{1}）：{4}个城市中达标{2} → {3}个，{5}"),
    Entry(
      "comparison.status_line",
      "gained {0}, lost {1}, kept in {2}, kept out {3}, unreachable {4}",
      "新增{0}，失去{1}，保持达标{2}，仍未达标{3}，不可达{4}"),
    Entry("comparison.no_change", "no change", "无变化"),
    Entry(
      "comparison.interval", "{0} ({1} to {2} over the swings)", "{0}（各假设下{1}至{2}）"),
    Entry("comparison.range", "{0} to {1}", "{0}至{1}"),
    Entry("comparison.plain", "{0} (no swings run)", "{0}（未试算假设）"),
    Entry(
      "comparison.not_significant", "no significant change", "无显著变化"),
    Entry(
      "comparison.significant", "In the same direction under all assumptions: {0}",
      "各假设下方向一致的变化：{0}"),
    Entry(
      "comparison.none_significant",
      "No tier's count moves in the same direction under all assumptions: none of these gains and losses is significant.",
      "没有一个圈层的达标数在各假设下方向一致：上述增减均不显著。"),
    Entry("comparison.gains", "Gain most: {0}", "受益最大：{0}"),
    Entry("comparison.loses", "Lose most: {0}", "受损最大：{0}"),
    Entry("comparison.gains_heading", "Who gains", "谁受益"),
    Entry("comparison.loses_heading", "Who loses", "谁受损"),
    Entry("comparison.nobody", "nobody", "无"),
    Entry("comparison.city_delta", "{0} {1} h", "{0} {1}小时"),
    Entry("comparison.city_gained", "{0} (now in)", "{0}（新达标）"),
    Entry("comparison.city_lost", "{0} (no longer in)", "{0}（不再达标）"),
    Entry("comparison.newly_reached", "{0} now reachable", "{0} 变为可达"),
    Entry("comparison.no_longer", "{0} no longer reachable", "{0} 变为不可达"),
    Entry(
      "comparison.mean_hours", "Mean P{0} of the {1} cities reached in both: {2} → {3} h ({4})",
      "两者均可达的{1}个城市，P{0}平均：{2} → {3}小时（{4}）"),
    Entry(
      "comparison.mean_cost",
      "Cost of one consignment, mean over those cities: {0} → {1} CNY ({2}); CO2e: {3} → {4} kg ({5})",
      "上述城市每票货平均费用：{0} → {1}元（{2}）；CO2e：{3} → {4}千克（{5}）"),
    Entry(
      "comparison.demand_line",
      "Yearly demand: {0} → {1} t served; mean {2} → {3} h; {4} → {5} CNY/t; {6} → {7} t CO2e",
      "年货运需求：可承运{0} → {1}吨；平均{2} → {3}小时；{4} → {5}元/吨；CO2e {6} → {7}吨"),
    Entry(
      "comparison.basket_line", "Basket: of {0} consignments {1} faster, {2} slower at P80",
      "典型货物：{0}票中，P80变快{1}票，变慢{2}票"),
  ]

  private static let comparisonTrust: [Entry] = [
    Entry("comparison.trust", "How sure is this", "结论有多可靠"),
    Entry(
      "comparison.width",
      "Planned figures have no sampling error. The interval is the least and greatest difference over {0} sets of assumptions; a difference that changes its sign there is not called significant.",
      "按计划时刻计算，没有抽样误差。区间为{0}组假设下差值的最小值与最大值；差值在其中变号者，不称为显著。"),
    Entry(
      "comparison.width_none",
      "Planned figures have no sampling error. No swings of the assumptions were run, so the answer has no interval.",
      "按计划时刻计算，没有抽样误差。未试算其他假设，因此没有区间。"),
    Entry(
      "comparison.assumed_both",
      "Of the itineraries' hours, {0} % rest on assumed rows in the base and {1} % in the scenario; rows that the scenario touches count as assumed unless it names a source.",
      "行程小时数中依据假设数据的，现状为{0}%，方案为{1}%；方案涉及的数据行除注明来源外均按假设计。"),
    Entry(
      "comparison.demand_note",
      "Each row of the demand goes by its itinerary at P{0}; capacity is not counted.",
      "每行需求按其P{0}行程计；未计舱位。"),
    Entry(
      "comparison.first_map", "The map shows the first scenario: {0}", "地图所示为第一个方案：{0}"),
  ]

  private static let comparisonTables: [Entry] = [
    Entry("comparison.table.tiers", "Cities in, by tier", "各圈达标城市"),
    Entry("comparison.table.statuses", "Cities by what happens to them", "城市变化分类"),
    Entry("comparison.table.cities", "Cities that change: {0}", "有变化的城市：{0}"),
    Entry("comparison.table.side", "Cities that change, side by side", "有变化的城市（各方案并列）"),
    Entry("comparison.table.basket", "Consignments of the basket", "典型货物"),
    Entry("comparison.table.demand", "Yearly demand", "年货运需求"),
    Entry("comparison.table.gateways", "Exit gateways", "出口门户"),
    Entry("comparison.table.modes", "Modes, tonne-kilometres and CO2e", "各运输方式的周转量与CO2e"),
    Entry("comparison.table.waits", "Where cargo waits: the bottlenecks", "货物在哪里等待：瓶颈排序"),
    Entry(
      "comparison.table.swings", "Cities in under each assumption: base | scenario",
      "各假设下的达标城市数：现状 | 方案"),
    Entry("comparison.table.rows", "Rows touched: {0}", "涉及的数据行：{0}"),
    Entry("comparison.table.inputs", "Inputs and versions", "输入与版本"),
    Entry("comparison.none", "none", "无"),
    Entry("comparison.tables", "Tables", "详表"),
    Entry("comparison.maps", "Maps of the other scenarios", "其他方案的地图"),
    Entry("comparison.status.gained", "gained", "新增达标"),
    Entry("comparison.status.lost", "lost", "失去达标"),
    Entry("comparison.status.kept_in", "kept in", "保持达标"),
    Entry("comparison.status.kept_out", "kept out", "仍未达标"),
    Entry("comparison.status.unreachable", "unreachable", "不可达"),
    Entry("comparison.action.set", "changed", "修改"),
    Entry("comparison.action.add", "added", "新增"),
    Entry("comparison.action.remove", "removed", "删除"),
    Entry("comparison.demand.served", "served, t", "可承运（吨）"),
    Entry("comparison.demand.unserved", "not served, t", "无法承运（吨）"),
    Entry("comparison.demand.hours", "mean hours, weighted by tonnes", "平均小时（按吨加权）"),
    Entry("comparison.demand.cost", "mean cost, CNY/t", "平均费用（元/吨）"),
    Entry("comparison.demand.co2e", "CO2e, t", "CO2e（吨）"),
    Entry("comparison.demand.unpriced", "of unknown cost, t", "费用未知（吨）"),
    Entry("comparison.demand.without_factor", "of unknown CO2e, t", "CO2e未知（吨）"),
    Entry(
      "comparison.unpriced", "Cost not known: no tariff fits {0}.", "费用未知：{0}没有适用的运价。"),
    Entry(
      "comparison.without_factor", "CO2e not known: no emission factor fits {0}.",
      "CO2e未知：{0}没有适用的排放因子。"),
  ]

  private static let comparisonColumns: [Entry] = [
    Entry("comparison.col.in", "In", "达标"),
    Entry("comparison.col.difference", "Difference", "差值"),
    Entry("comparison.col.swings", "Over the swings", "各假设下"),
    Entry("comparison.col.verdict", "Verdict", "判断"),
    Entry("comparison.verdict.more", "more cities in", "达标增加"),
    Entry("comparison.verdict.fewer", "fewer cities in", "达标减少"),
    Entry("comparison.col.scenario", "Scenario", "方案"),
    Entry("comparison.col.delta_h", "Δ h", "Δ小时"),
    Entry("comparison.col.delta_cost", "Δ CNY", "Δ元"),
    Entry("comparison.col.delta_co2e", "Δ kg CO2e", "Δ千克CO2e"),
    Entry("comparison.col.hours", "P{0} h", "P{0}（小时）"),
    Entry("comparison.col.exit", "Exit gateway", "出口门户"),
    Entry("comparison.col.service", "Main service", "主要班次"),
    Entry("comparison.col.consignment", "Consignment", "货物"),
    Entry("comparison.col.route", "From, to", "起讫"),
    Entry("comparison.col.cost", "CNY", "元"),
    Entry("comparison.col.co2e", "kg CO2e", "千克CO2e"),
    Entry("comparison.col.figure", "Figure", "指标"),
    Entry("comparison.col.cities", "Cities", "城市数"),
    Entry("comparison.col.tonnes", "Tonnes a year", "年吨数"),
    Entry("comparison.col.mode", "Mode", "运输方式"),
    Entry("comparison.col.tkm", "Thousand t-km", "千吨公里"),
    Entry("comparison.col.co2e_t", "t CO2e", "吨CO2e"),
    Entry("comparison.col.cause", "Waits", "等待原因"),
    Entry("comparison.col.tonne_hours", "Tonne-hours a year", "年吨时"),
    Entry("comparison.col.action", "Change", "操作"),
    Entry("comparison.col.table", "Table", "数据表"),
    Entry("comparison.col.key", "Row", "数据行"),
    Entry("comparison.col.cells", "Cells: before → after", "单元格：改前 → 改后"),
    Entry("comparison.col.file", "File", "文件"),
    Entry("comparison.col.of", "{0}: {1}", "{0}：{1}"),
  ]

  private static let comparisonMap: [Entry] = [
    Entry("comparison.map.title", "Faster and slower, P{0}: {1}", "变快与变慢（P{0}）：{1}"),
    Entry(
      "comparison.map.statistic", "Scenario minus base, hours door to door; {0}",
      "方案减现状，门到门小时；{0}"),
    Entry("comparison.map.faster", "Faster by", "变快"),
    Entry("comparison.map.slower", "Slower by", "变慢"),
    Entry("comparison.map.band", "≥ {0} h", "≥ {0}小时"),
    Entry("comparison.map.small", "under 1 h", "不足1小时"),
    Entry("comparison.map.unchanged", "unchanged", "不变"),
    Entry("comparison.map.gained", "city gained", "新增达标城市"),
    Entry("comparison.map.lost", "city lost", "失去达标城市"),
    Entry("comparison.map.faster_city", "city faster (size: hours)", "变快的城市（大小表示小时）"),
    Entry("comparison.map.slower_city", "city slower (size: hours)", "变慢的城市（大小表示小时）"),
    Entry(
      "comparison.map.reach", "the strongest colours also: now, or no longer, reachable",
      "最深色亦表示变为可达或不可达"),
    Entry("comparison.map.no_cells", "No surface was computed: cities alone.", "未计算时间面，仅示城市。"),
  ]
}
