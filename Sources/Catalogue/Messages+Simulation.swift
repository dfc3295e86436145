// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of the capacity simulation: its report.
extension Messages {
  static let simulationEntries: [Entry] =
    simulationReport + simulationChecks + simulationTables + simulationPage + simulationIndicators
    + simulationKinds + simulationCommand

  private static let simulationReport: [Entry] = [
    Entry("sim.title", "Does it hold when the cargo comes: {0}", "货真的来了扛得住吗：{0}"),
    Entry(
      "sim.what",
      "Simulated: {0} t a year in {1} rows of demand, {2} replications of {3} days after {4} days of warm-up.",
      "仿真：年货量{0}吨（{1}行需求），{2}次重复，每次{3}天，预热{4}天。"),
    Entry("sim.factor", "Demand times {0}.", "需求乘以{0}。"),
    Entry("sim.extra", "{0} more at {1}.", "{1}增加{0}。"),
    Entry("sim.figure", "{0}: {1} {2}", "{0}：{1} {2}"),
    Entry(
      "sim.stopped",
      "Stopped after {0} replications: half width {2} % of the mean delay, {1} % asked.",
      "{0}次重复后停止：平均延误的区间半宽为{2}%，要求{1}%。"),
    Entry(
      "sim.not_stopped",
      "{0} replications were not enough: half width {2} % of the mean delay, {1} % asked.",
      "{0}次重复仍不够：平均延误的区间半宽为{2}%，要求{1}%。"),
    Entry("sim.worst", "The worst bottlenecks", "最严重的瓶颈"),
    Entry(
      "sim.bottleneck", "{0}: {1} tonne-hours a year, {2} % of all delay",
      "{0}：每年{1}吨时，占全部延误的{2}%"),
    Entry(
      "sim.bottleneck_group", "{0}: {1} tonne-hours a year, {2} % of all delay ({3})",
      "{0}：每年{1}吨时，占全部延误的{2}%（{3}）"),
    Entry("sim.kind.capacity", "capacity", "能力不足"),
    Entry("sim.kind.policy", "timetable and hours", "时刻与时段规定"),
    Entry("sim.kind.disruption", "disruption", "中断与晚点"),
    Entry("sim.kind.customs", "customs", "海关查验"),
    Entry("sim.kind.network", "no way", "无路可达"),
    Entry("sim.parts", "{0} in all", "共{0}项"),
    Entry(
      "sim.too_short",
      "THE RUN IS TOO SHORT: it measures {0} days, and the longest way takes {1}. What is on its way at the end counts as not delivered; measure {2} days or more (--days).",
      "运行时间过短：仅统计{0}天，而最长路线需{1}天。期末在途的货计为未送达；请至少统计{2}天（--days）。"),
    Entry("sim.owner", "{0}, {1}", "{0}，{1}"),
    Entry("sim.owner_of", "{0}, {1} ({2})", "{0}，{1}（{2}）"),
    Entry("sim.station", "{0}: {1}", "{0}：{1}"),
    Entry("sim.one_more", "one more: {0}", "增加一个：{0}"),
    Entry("sim.more_capacity", "10 % more room: {0}", "舱位加10%：{0}"),
    Entry("sim.verdict.better", "better", "改善"),
    Entry("sim.verdict.worse", "worse", "变差"),
    Entry("sim.cause.queue", "queue", "排队"),
    Entry("sim.cause.before_opening", "closed by its hours", "未到开放时间"),
    Entry("sim.cause.cut_off", "between cut-off and departure", "截载至发运"),
    Entry("sim.cause.next_departure", "waiting for the departure", "等待班次"),
    Entry("sim.cause.rollover", "departures full", "班次无舱位"),
    Entry("sim.cause.blank_sailing", "departure cancelled", "班次取消"),
    Entry("sim.cause.lateness", "vehicle late", "班次晚点"),
    Entry("sim.cause.inspection", "customs inspection", "海关查验"),
    Entry("sim.cause.closure", "closed by a disruption", "中断关闭"),
    Entry("sim.cause.delivery_hours", "delivery hours", "等待派送时段"),
    Entry("sim.cause.no_way", "no way to the destination", "无路到达目的地"),
    Entry("sim.unit.t/yr", "t a year", "吨/年"),
    Entry("sim.unit.lots/yr", "lots a year", "批/年"),
    Entry("sim.unit.lots", "lots", "批"),
    Entry("sim.unit.TEU", "TEU", "标箱"),
    Entry("sim.unit.t", "t", "吨"),
    Entry("sim.unit.h", "h", "小时"),
    Entry("sim.unit.%", "%", "%"),
    Entry("sim.unit.CNY/t", "CNY/t", "元/吨"),
    Entry("sim.unit.kg/t", "kg/t", "千克/吨"),
    Entry("sim.unit.1", "", ""),
  ]

  private static let simulationChecks: [Entry] = [
    Entry(
      "sim.conserved",
      "Cargo is conserved in every replication: {0} lots made = {1} delivered + {2} on their way.",
      "每次重复货物守恒：生成{0}批 = 送达{1}批 + 在途{2}批。"),
    Entry(
      "sim.not_conserved",
      "CARGO IS NOT CONSERVED: {0} lots made, {1} delivered, {2} on their way.",
      "货物不守恒：生成{0}批，送达{1}批，在途{2}批。"),
    Entry(
      "sim.little", "Little's law holds at every station of every replication, to the second.",
      "每次重复的每个服务站均满足利特尔法则，精确到秒。"),
    Entry("sim.not_little", "LITTLE'S LAW FAILS at a station.", "有服务站不满足利特尔法则。"),
    Entry(
      "sim.warmup_enough",
      "Warm-up: {0} days left out, MSER on weekly means would leave out {1}; deliveries in the first quarter against the rest: {2} %.",
      "预热：剔除{0}天，按周均值的MSER建议{1}天；首个四分之一期与其余时期的日送达量之差：{2}%。"),
    Entry(
      "sim.warmup_short",
      "WARM-UP MAY BE TOO SHORT: {0} days left out, MSER on weekly means would leave out {1}; deliveries in the first quarter against the rest: {2} %.",
      "预热可能不足：剔除{0}天，按周均值的MSER建议{1}天；首个四分之一期与其余时期的日送达量之差：{2}%。"),
    Entry(
      "sim.warmup_unknown",
      "Warm-up: {0} days left out; the run is too short to judge whether that is enough.",
      "预热：剔除{0}天；运行太短，无法判断是否足够。"),
    Entry(
      "sim.assumed", "{0} of {1} resource rows are assumed ({2} %): read ranks, not decimals.",
      "{1}行资源数据中有{0}行为假定（{2}%）：宜看排序，不宜看小数。"),
    Entry(
      "sim.queues_included",
      "Not the planned ideal chain: queues, full departures, inspections, lateness and disruptions are in these times.",
      "并非计划的理想链条：以上时间已含排队、满舱、查验、晚点与中断。"),
    Entry(
      "sim.one_replication", "One replication: no interval can be given.",
      "仅一次重复：无法给出区间。"),
    Entry(
      "sim.without_way", "{0} lots found no way to their destination.", "{0}批货没有可行路径。"),
    Entry(
      "sim.still_waiting",
      "{0} lots, more than a tenth, do not move at the end; most of them, {1}: {2}.",
      "期末有{0}批货（超过十分之一）仍在等待；其中最多的{1}批：{2}。"),
    Entry(
      "sim.fault.conservation",
      "Replication {0}: cargo is not conserved ({1} made, {2} delivered, {3} on their way).",
      "第{0}次重复：货物不守恒（生成{1}，送达{2}，在途{3}）。"),
    Entry(
      "sim.fault.stuck", "Replication {0} is stuck: it goes round without time passing.",
      "第{0}次重复卡住：时间不再前进。"),
    Entry(
      "sim.fault.cut",
      "Replication {0}: in {1} hours a row of demand had 1,000 lots, the most there can be; what was above is missing. Use larger lots (parameters lot.*).",
      "第{0}次重复：有{1}个小时某行需求达到每小时1,000批的上限，超出部分未计入。请加大批量（参数lot.*）。"),
    Entry(
      "sim.fault.little", "Replication {0}: Little's law fails at {1}.",
      "第{0}次重复：{1}不满足利特尔法则。"),
  ]

  private static let simulationTables: [Entry] = [
    Entry("sim.table.indicators", "Indicators", "指标"),
    Entry("sim.table.bottlenecks", "Bottlenecks: who owns the delay", "瓶颈：延误归谁"),
    Entry("sim.table.lanes", "Door to door by class and destination, hours", "分货类与目的地的门到门时间（小时）"),
    Entry("sim.table.gateways", "Exit gateways", "出口门户"),
    Entry("sim.table.services", "The fullest services", "最满的班次"),
    Entry("sim.table.stations", "The busiest resources", "最忙的资源"),
    Entry("sim.table.diversions", "Diverted, because full or closed: t a year", "因满舱或关闭而改道（吨/年）"),
    Entry("sim.table.servers", "What one more buys", "再增加一个的价值"),
    Entry(
      "sim.lanes_note",
      "Of all lots that were ready after the warm-up and early enough to arrive by the end: what did not arrive counts as ∞. In brackets the 95 % interval over replications.",
      "预热后就绪、且来得及在期末前到达的全部货批：未到者计为∞。括号内为各次重复的95%区间。"),
    Entry("sim.table.throughput", "Throughput of terminals by month", "各枢纽分月吞吐量"),
    Entry(
      "sim.throughput_note",
      "What services load and unload there, means over replications; the first and the last month may be parts of one. Others' parcels are counted as air cargo.",
      "班次在该处装卸的货量，各次重复均值；首末月可能不足整月。其他货流的包裹计入空运货。"),
    Entry("sim.direction.loaded", "loaded", "装"),
    Entry("sim.direction.unloaded", "unloaded", "卸"),
    Entry("sim.whose.own", "own", "本地货"),
    Entry("sim.whose.others", "others'", "其他货"),
    Entry("sim.col.direction", "Direction", "方向"),
    Entry("sim.col.whose", "Whose", "货主"),
    Entry("sim.col.total", "Whole run", "全程合计"),
    Entry("sim.col.kind", "Kind", "性质"),
    Entry("sim.col.not_delivered", "Not delivered", "未送达"),
    Entry("sim.gateways_note", "The share is of the class.", "占比按货类计。"),
    Entry(
      "sim.servers_note",
      "The same luck with and without: differences of pairs with 95 % intervals. The variance ratio says how many times more replications independent runs would have needed. Verdicts after Holm's correction over all rows.",
      "改变前后使用相同随机数：成对差值与95%区间。方差比表示独立运行需要多少倍的重复次数。判断经Holm多重校正。"),
    Entry("sim.col.indicator", "Indicator", "指标"),
    Entry("sim.col.value", "Mean (95 % interval)", "均值（95%区间）"),
    Entry("sim.col.unit", "Unit", "单位"),
    Entry("sim.col.place", "Place", "地点"),
    Entry("sim.col.cause", "Cause", "原因"),
    Entry("sim.col.what", "Resource or service", "资源或班次"),
    Entry("sim.col.tonne_hours", "Tonne-hours a year", "吨时/年"),
    Entry("sim.col.share", "Share", "占比"),
    Entry("sim.col.class", "Class", "货类"),
    Entry("sim.col.destination", "Destination", "目的地"),
    Entry("sim.col.lots", "Lots", "批次"),
    Entry("sim.col.tier", "Tier h", "圈层（小时）"),
    Entry("sim.col.in_tier", "Within it", "达标比例"),
    Entry("sim.col.gateway", "Gateway", "门户"),
    Entry("sim.col.tonnes", "t a year", "吨/年"),
    Entry("sim.col.service", "Service", "班次"),
    Entry("sim.col.hold", "Hold", "舱位"),
    Entry("sim.col.load", "Load factor", "装载率"),
    Entry("sim.col.own", "Own lots", "本地货占比"),
    Entry("sim.col.departures", "Departures a year", "年班次"),
    Entry("sim.col.rollovers", "Left behind a year", "年甩货批次"),
    Entry("sim.col.late", "Late h", "晚点（小时）"),
    Entry("sim.col.resource", "Resource", "资源"),
    Entry("sim.col.servers", "Servers", "数量"),
    Entry("sim.col.utilisation", "In use on duty", "在岗利用率"),
    Entry("sim.col.queue", "Mean queue", "平均排队"),
    Entry("sim.col.most", "Longest", "最长排队"),
    Entry("sim.col.wait", "Mean wait h", "平均等待（小时）"),
    Entry("sim.col.work", "Work a year", "年作业量"),
    Entry("sim.work.moves", "moves", "吊次"), Entry("sim.work.t", "t", "吨"),
    Entry("sim.work.TEU", "TEU", "标箱"), Entry("sim.work.trucks", "trucks", "车次"),
    Entry("sim.work.parcels", "parcels", "件"), Entry("sim.work.ships", "ships", "艘次"),
    Entry("sim.work.trains", "trains", "列"), Entry("sim.work.lockages", "lockages", "闸次"),
    Entry("sim.col.turned_away", "Turned away a year", "年拒收"),
    Entry("sim.col.from", "Instead of", "原门户"),
    Entry("sim.col.to", "By way of", "改走"),
    Entry("sim.col.change", "Change", "改变"),
    Entry("sim.col.delay_change", "Δ delay, h a tonne", "Δ延误（小时/吨）"),
    Entry("sim.col.variance_ratio", "Variance ratio", "方差比"),
    Entry("sim.col.tier_change", "Δ within tier, points", "Δ达标率（百分点）"),
    Entry("sim.col.verdict", "Verdict", "判断"),
  ]

  private static let simulationPage: [Entry] = [
    Entry("sim.page.main", "In short", "概要"),
    Entry("sim.page.map", "A week on the map", "地图上的一周"),
    Entry(
      "sim.page.map_note",
      "Blue: lots waiting for a departure; orange: jobs queuing at a terminal's resources, others' traffic included. Means over the replications, by hour of the week.",
      "蓝色：等待班次的货批；橙色：在枢纽资源排队的作业（含其他货流）。按一周各小时取各次重复的均值。"),
    Entry("sim.page.play", "Play", "播放"),
    Entry("sim.page.pause", "Pause", "暂停"),
    Entry("sim.page.hour", "Hour of the week", "一周中的小时"),
    Entry("sim.page.still", "Shown: {0}, when most waits", "图示：{0}，等待最多的时刻"),
    Entry("sim.page.lots", "lots waiting", "等待的货批"),
    Entry("sim.page.jobs", "jobs queuing", "排队的作业"),
    Entry("sim.page.lanes", "How long it really takes", "实际要多久"),
    Entry("sim.page.servers", "What one more buys: pairs of runs", "再增加一个的价值：成对运行"),
    Entry("sim.page.bottlenecks", "Where the delay arises", "延误从何而来"),
    Entry("sim.page.stations", "How busy the resources are", "资源有多忙"),
    Entry(
      "sim.page.stations_note",
      "Bars are the share of server time on duty in use, whiskers the 95 % interval; hatched rows are assumed.",
      "条形为在岗服务能力的使用比例，须线为95%区间；带斜纹者为假定数据。"),
    Entry("sim.page.heat", "When queues form: resources by hour of the week", "何时排队：资源与一周各小时"),
    Entry(
      "sim.page.heat_note",
      "Each row is scaled by its own longest mean queue, written at its end.",
      "每行按自身最长平均排队归一，数值写在行末。"),
    Entry("sim.page.services", "How full the departures are", "班次有多满"),
    Entry("sim.page.load.lots", "Hangzhou's lots", "本地货"),
    Entry("sim.page.load.others", "others' cargo", "其他货"),
    Entry("sim.page.load.free", "free", "空余"),
    Entry("sim.page.rollovers", "Left behind, lots a year", "年甩货批次"),
    Entry("sim.page.gateways", "By which gateway cargo leaves", "货从哪个门户出去"),
    Entry("sim.page.series", "Queues over the run, and how they recover", "全程排队与恢复"),
    Entry(
      "sim.page.series_note",
      "Line: the first replication, most of each day; band: least to most of all replications. Days after the warm-up.",
      "线：首次重复每日最多；带：各次重复的最小至最大。横轴为预热后的天数。"),
    Entry("sim.page.days", "{0} d", "{0}天"),
    Entry("sim.page.most", "most {0}", "最多{0}"),
    Entry("sim.page.none", "Nothing to show.", "无可显示。"),
    Entry("sim.page.assumed_mark", "assumed", "假定"),
    Entry("sim.page.checks", "Checks, and what this rests on", "检验与依据"),
    Entry("sim.day.0", "Mon", "周一"), Entry("sim.day.1", "Tue", "周二"),
    Entry("sim.day.2", "Wed", "周三"), Entry("sim.day.3", "Thu", "周四"),
    Entry("sim.day.4", "Fri", "周五"), Entry("sim.day.5", "Sat", "周六"),
    Entry("sim.day.6", "Sun", "周日"),
  ]

  private static let simulationIndicators: [Entry] =
    [
      Entry("sim.delivered", "Throughput: own cargo delivered", "吞吐量：送达的本地货"),
      Entry("sim.not_delivered", "Not delivered by the end", "期末未送达"),
      Entry("sim.no_way", "Without any way", "无路可走"),
      Entry("sim.left_behind", "Left behind by full departures, each lot once", "满舱甩下的货批（每批计一次）"),
      Entry("sim.missed", "Missed the departure booked", "错过已订班次"),
      Entry("sim.lots_ready", "Lots ready", "就绪批次"),
      Entry("sim.in_system", "On their way, mean", "平均在途"),
      Entry(
        "sim.within_tier", "Within the time of their tier, all classes", "各类货物圈层时限内送达"),
      Entry("sim.delay", "Delay, mean of a tonne", "每吨平均延误"),
      Entry("sim.queue_delay", "Of it for capacity: queues and full departures", "其中因能力不足（排队与满舱）"),
      Entry("sim.rollovers", "Rolled over by full departures, each time", "满舱甩货（按次）"),
      Entry("sim.replanned", "Planned anew on the way", "途中重新规划"),
      Entry("sim.diverted", "Took another way: full or closed", "因满舱或关闭改道"),
      Entry("sim.cost", "Cost", "费用"),
      Entry("sim.storage", "Of it storage", "其中仓储"),
      Entry("sim.co2e", "CO2e", "CO2e"),
      Entry("sim.unpriced", "Sent on ways whose cost is not known", "费用未知的路径所运货物"),
      Entry("sim.without_factor", "Sent on ways whose CO2e is not known", "CO2e未知的路径所运货物"),
    ]
    + [
      ("parcel", "parcels", "包裹"), ("air", "air cargo", "空运货"), ("lcl", "part loads", "拼箱"),
      ("fcl", "containers", "整箱"),
    ]
    .flatMap { code, en, zh in
      [Entry("sim.within_tier_\(code)", "Within the time of their tier, \(en)", "\(zh)圈层时限内送达")]
        + [50, 80, 95].map {
          Entry("sim.hours_\(code)_p\($0)", "P\($0) door to door, \(en)", "\(zh)门到门P\($0)")
        }
    }
}
