// SPDX-License-Identifier: GPL-3.0-or-later

/// Words of tables, maps and pages.
extension Messages {
  static let reportEntries: [Entry] = reportSentences + reportWords + outputFailures + pageEntries

  private static let reportSentences: [Entry] = [
    Entry("report.title", "The {0} circle from {1}", "{1}{0}快货物流圈"),
    Entry("report.heading", "{0}: {1}", "{0}：{1}"),
    Entry("report.and", "{0}; {1}", "{0}；{1}"),
    Entry("report.cargo", "{0} of {1}, export mode {2}", "{0}{1}，出口监管方式{2}"),
    Entry("report.objective.cost", ", at least cost", "，费用最低"),
    Entry(
      "report.objective.generalized",
      ", at least generalized cost ({0} CNY an hour, {1} CNY a tonne of CO2e, both assumed)",
      "，广义费用最低（每小时{0}元，每吨二氧化碳当量{1}元，均为假设）"),
    Entry(
      "report.statistic.pickup",
      "P{0} over the {1} hand-over hours of the week of {2}, planned times",
      "{2}所在周{1}个交寄时刻的P{0}，按计划时刻"),
    Entry(
      "report.statistic.all", "P{0} over all {1} hours of the week of {2}, planned times",
      "{2}所在周全部{1}个时刻的P{0}，按计划时刻"),
    Entry(
      "report.clock",
      "The clock starts when the consignment is ready at the consignor and stops when it is delivered; calendar hours, waiting included.",
      "自货物在发货人处备妥起计时，至送达为止；按自然小时，含全部等待。"),
    Entry(
      "report.ideal",
      "This is the planned ideal chain: capacity, lateness, inspection and failed deliveries are left out.",
      "此为按计划的理想链条：未计舱位、晚点、查验和派送失败。"),
    Entry(
      "report.ideal.one",
      "This is the planned ideal chain: capacity, lateness, inspection and failed deliveries are left out. The published promise on such lanes is {0} working days.",
      "此为按计划的理想链条：未计舱位、晚点、查验和派送失败。同类线路公布的时效为{0}个工作日。"),
    Entry(
      "report.ideal.two",
      "This is the planned ideal chain: capacity, lateness, inspection and failed deliveries are left out. Published services on these lanes take 5–7 days: the promise is {0} working days ({2}), the door-to-door mean of air freight {1} days ({3}).",
      "此为按计划的理想链条：未计舱位、晚点、查验和派送失败。此类线路公布的时效为5–7天：承诺{0}个工作日（{2}年），航空货运门到门平均{1}天（{3}年）。"
    ),
    Entry(
      "report.assumed_share",
      "Of the hours of the itineraries shown, {0} % rest on assumed rows, {1} % on derived, {2} % on published ones.",
      "所示行程的小时数中，{0}%依据假设数据，{1}%依据推算数据，{2}%依据公布数据。"),
    Entry(
      "report.rivers_note",
      "River reaches are drawn as straight lines between the network's places.",
      "航道按网络节点之间的直线示意。"),
    Entry(
      "report.sketch", "Sketch map, not reviewed (示意图，未经审图)", "示意图，未经审图"),
    Entry(
      "report.geonames", "Places: GeoNames (CC BY 4.0)", "地名数据：GeoNames（CC BY 4.0）"),
    Entry(
      "report.made_by", "Tidebore {0}, network {1} {2}, tzdata {3}, seed {4}",
      "Tidebore {0}，网络{1} {2}，时区数据{3}，随机种子{4}"),
    Entry("report.wait", "{0}: {1}, {2} h", "{0}：{1}，{2}小时"),
    Entry("report.tier", "tier {0}", "第{0}圈"),
    Entry("report.days", "{0} d", "{0}天"),
    Entry("report.hours", "{0} h", "{0}小时"),
    Entry("report.millions", "{0} M", "{0}万"),
  ]

  private static let reportWords: [Entry] = [
    Entry(
      "report.finding.missed",
      "From {0}, {1} of {2} cities are reached in time (P{3}); the nearest miss is {4}, {5} h late.",
      "从{0}出发，{2}座城市中{1}座按时送达（P{3}）；差得最少的是{4}，晚{5}小时。"),
    Entry(
      "report.finding.all", "From {0}, all {2} cities are reached in time (P{3}).",
      "从{0}出发，{2}座城市全部按时送达（P{3}）。"),
    Entry(
      "report.finding.unreachable",
      "From {0}, {1} of {2} cities are reached in time (P{3}); the other {4} are not reached at all.",
      "从{0}出发，{2}座城市中{1}座按时送达（P{3}）；其余{4}座不可达。"),
    Entry("report.view.world", "the world", "全球"),
    Entry("report.view.network", "the whole network", "全网"),
    Entry("report.view.origin", "around the origin", "发货地周边"),
    Entry("report.status.in", "in", "达标"),
    Entry("report.status.out", "out", "未达标"),
    Entry("report.status.unreachable", "unreachable", "不可达"),
    Entry("report.set.strict", "strict set", "严格口径"),
    Entry("report.set.broad", "broad set", "宽口径"),
    Entry("report.tiers", "Tiers, {0}", "各圈达标情况（{0}）"),
    Entry("report.swings", "What the answer swings with", "结果随假设的变化"),
    Entry("report.gateways", "Exit gateways", "出口门户"),
    Entry("report.districts", "Districts of the city", "市内区县"),
    Entry(
      "report.beside", "beside: Hong Kong, Macau, Taiwan",
      "另列：中国香港、中国澳门、中国台湾"),
    Entry("report.best", "Fastest: {0}", "最快的城市：{0}"),
    Entry("report.worst", "Nearest misses: {0}", "最接近达标的未达标城市：{0}"),
    Entry("report.unreached", "Unreachable cities", "不可达城市"),
    Entry("report.more", "… and {0} more", "……另有{0}个"),
    Entry("report.by_road", "by road alone", "全程公路"),
    Entry("report.legend.surface", "Hours to each place, P{0}", "到各地的小时数（P{0}）"),
    Entry("report.legend.hatch", "under half in time", "不足半数按时"),
    Entry("report.legend.signs", "Cities, gateways, ports", "城市、门户与港站"),
    Entry("report.legend.origin", "origin", "始发地"),
    Entry("report.legend.gateway", "exit gateway", "出口门户"),
    Entry("report.legend.river", "river reach", "航道"),
    Entry("report.col.tier", "Tier", "圈层"),
    Entry("report.col.target", "Target", "目标"),
    Entry("report.col.share", "Share", "比例"),
    Entry("report.col.people", "People in", "覆盖人口"),
    Entry("report.col.gateway", "Gateway", "门户"),
    Entry("report.col.cities", "Cities", "城市数"),
    Entry("report.col.city", "City", "城市"),
    Entry("report.col.country", "Country/region", "国家/地区"),
    Entry("report.col.district", "District", "区县"),
    Entry("report.col.status", "Status", "状态"),
    Entry("report.col.reason", "Reason", "原因"),
    Entry("report.col.wait", "Binding wait", "关键等待"),
    Entry("report.col.assumption", "Assumption", "假设"),
    Entry("report.col.step", "Step", "环节"),
    Entry("report.col.from", "From", "起"),
    Entry("report.col.to", "To", "止"),
    Entry("report.col.leaves", "Begins (local)", "开始（当地）"),
    Entry("report.col.arrives", "Ends (local)", "结束（当地）"),
    Entry("report.col.hours", "Hours", "小时"),
    Entry("report.col.service", "Service, row", "班次、数据行"),
    Entry("report.col.place", "Place", "地点"),
    Entry("report.col.change", "Change h", "变化（小时）"),
    Entry(
      "report.route.title", "{0} to {1}: {2} h, {3}, {4}", "{0}至{1}：{2}小时，{3}，{4}"),
    Entry("report.route.money", "{0} CNY", "{0}元"),
    Entry("report.route.emission", "{0} kg CO2e", "{0}千克CO2e"),
    Entry("report.route.cost_not_known", "cost not known", "费用未知"),
    Entry("report.route.co2e_not_known", "CO2e not known", "CO2e未知"),
    Entry("report.not_known", "not known", "未知"),
    Entry("report.route.wait", "{0}: {1}", "{1}"),
    Entry("report.route.by", "{0} ({1})", "{0}（{1}）"),
    Entry(
      "report.route.unpriced", "{0} legs have no tariff, so the cost is not known: {1}",
      "有{0}段没有运价，费用未知：{1}"),
    Entry(
      "report.route.without_factor",
      "{0} legs have no emission factor, so the CO2e is not known: {1}",
      "有{0}段没有排放因子，CO2e未知：{1}"),
    Entry("report.route.binding", "What binds", "关键等待"),
    Entry("report.route.remedies", "What would change it (each is a re-run)", "改变条件后的结果（均为重新计算）"),
    Entry("report.route.brings_in", "brings it in", "可达标"),
    Entry("report.route.not_enough", "not enough", "仍不足"),
    Entry("report.weekday.1", "Mon", "周一"),
    Entry("report.weekday.2", "Tue", "周二"),
    Entry("report.weekday.3", "Wed", "周三"),
    Entry("report.weekday.4", "Thu", "周四"),
    Entry("report.weekday.5", "Fri", "周五"),
    Entry("report.weekday.6", "Sat", "周六"),
    Entry("report.weekday.7", "Sun", "周日"),
    Entry("report.col.quality", "Quality", "数据质量"),
    Entry("report.kind.seaport", "seaport", "海港"),
    Entry("report.kind.seaport_terminal", "seaport", "海港"),
    Entry("report.kind.river_port", "river port", "内河港"),
    Entry("report.kind.airport", "airport", "机场"),
    Entry("report.kind.air_cargo_terminal", "airport", "机场"),
    Entry("report.kind.rail_terminal", "rail terminal", "铁路场站"),
    Entry("report.kind.road_depot", "road depot", "公路场站"),
    Entry("report.kind.bonded_zone", "bonded zone", "综保区"),
    Entry("report.kind.ecommerce_park", "eHub, park", "数贸中枢、园区"),
    Entry("report.kind.ehub", "eHub, park", "数贸中枢、园区"),
    Entry("report.kind.overseas_warehouse", "overseas warehouse", "海外仓"),
    Entry("report.kind.border_crossing", "border crossing", "口岸"),
    Entry("report.kind.lock", "lock", "船闸"),
    Entry("report.kind.city", "city", "城市"),
    Entry("report.kind.demand_zone", "district", "区县"),
  ]

  private static let outputFailures: [Entry] = [
    Entry(
      "output.disk_full", "{0}: the disk is full; nothing was written",
      "{0}：磁盘已满，未写入任何内容"),
    Entry(
      "output.too_large", "{0}: the file would be larger than the system allows",
      "{0}：文件超过系统允许的大小"),
    Entry(
      "output.not_allowed", "{0}: not allowed to write here; choose another folder",
      "{0}：没有写入权限，请换一个文件夹"),
    Entry(
      "output.no_folder", "{0}: the folder does not exist; make it first",
      "{0}：文件夹不存在，请先创建"),
    Entry("output.is_folder", "{0}: is a folder, not a file", "{0}：是文件夹，不是文件"),
    Entry(
      "output.needs_file", "{0}: is a pipe or a device; this form needs a file",
      "{0}：是管道或设备；这种格式需要普通文件"),
    Entry(
      "output.name_too_long", "{0}: the name is longer than the system allows",
      "{0}：文件名超过系统允许的长度"),
    Entry(
      "output.changed_meanwhile",
      "{0}: another run has changed it since it was read; nothing was written, run again",
      "{0}：读取之后已被其他运行修改；未写入任何内容，请重新运行"),
    Entry("output.link_loop", "{0}: its links lead in a circle", "{0}：符号链接成环"),
    Entry(
      "output.partly", "of this run's files these are new, the others old: {0}",
      "本次运行的文件中，以下为新文件，其余仍为旧文件：{0}"),
    Entry("output.closed_pipe", "{0}: the reader has closed the pipe", "{0}：读取方已关闭管道"),
    Entry("output.failed", "{0}: cannot be written (system error {1})", "{0}：无法写入（系统错误{1}）"),
    Entry(
      "output.no_png",
      "{0}: PNG is drawn by the program rsvg-convert, which is not installed (Debian: librsvg2-bin); SVG needs nothing",
      "{0}：PNG由rsvg-convert程序绘制，但未安装（Debian软件包librsvg2-bin）；SVG无需其他程序"),
    Entry(
      "output.png_failed", "{0}: rsvg-convert ended with code {1}",
      "{0}：rsvg-convert以代码{1}结束"),
  ]
}
