// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Faults of places, hours, terminals and ways.
  static let inputPlaceEntries: [Entry] = [
    Entry(
      "territory.box",
      "the box of {0} needs all four sides, south below north",
      "{0} 的范围需要四条边，且南小于北"),
    Entry(
      "territory.box.hint",
      "fill west, south, east and north, or none",
      "请填写 west、south、east、north 四项，或都不填"),
    Entry(
      "place.swapped",
      "latitude {1} and longitude {2} of {0} seem swapped: the other way round they lie in {3}",
      "{0} 的纬度 {1} 与经度 {2} 似乎颠倒：交换后位于 {3}"),
    Entry(
      "place.swapped.hint",
      "write lat {0} and lon {1}",
      "请写 lat {0}、lon {1}"),
    Entry(
      "place.outside_territory",
      "{0} at {1}, {2} lies outside {3}",
      "{0}（{1}, {2}）不在 {3} 范围内"),
    Entry(
      "place.outside_territory.hint",
      "check coordinates and territory, or the territory's box",
      "请检查坐标和所属国家/地区，或其范围"),
    Entry(
      "place.far_from_land",
      "{0} at {1}, {2} lies more than {3} km from land",
      "{0}（{1}, {2}）离陆地超过 {3} 公里"),
    Entry(
      "place.far_from_land.hint",
      "check the coordinates; degrees are decimal, not minutes",
      "请检查坐标；度数为十进制，不是分"),
    Entry(
      "place.no_zone_data",
      "the system has no time zone data",
      "系统没有时区数据"),
    Entry(
      "place.no_zone_data.hint",
      "install the package tzdata",
      "请安装 tzdata 软件包"),
    Entry(
      "place.unknown_zone",
      "the time zone “{0}” does not exist",
      "时区“{0}”不存在"),
    Entry(
      "place.unknown_zone.hint",
      "did you mean “{0}”? IANA names look like Asia/Shanghai",
      "是否应为“{0}”？IANA 名称形如 Asia/Shanghai"),
    Entry(
      "place.zone_of_other_territory",
      "{0} lies in {3}, but {1} is a time zone of {2}",
      "{0} 位于 {3}，而 {1} 是 {2} 的时区"),
    Entry(
      "place.zone_of_other_territory.hint",
      "use a zone of {0}: {1}",
      "请使用 {0} 的时区：{1}"),
    Entry(
      "place.zone_far",
      "{0} at longitude {1} is too far from the region of {2}",
      "{0}（经度 {1}）离 {2} 的区域太远"),
    Entry(
      "place.zone_far.hint",
      "check the longitude; nearer: {0}",
      "请检查经度；更近的时区：{0}"),
    Entry(
      "place.too_near",
      "{0} lies within 1 km of {1} (line {2})",
      "{0} 与 {1}（第 {2} 行）相距不到 1 公里"),
    Entry(
      "place.too_near.hint",
      "if they are one city, keep one row; else check the coordinates",
      "若为同一城市请只保留一行；否则请检查坐标"),
    Entry(
      "place.converted",
      "the coordinates of {0} were converted from {1} to WGS 84: {2}, {3}",
      "{0} 的坐标已由 {1} 转换为 WGS 84：{2}, {3}"),
    Entry(
      "place.converted.hint",
      "write these coordinates and crs wgs84 to be sure of them",
      "为保险起见，请写入这些坐标并将 crs 设为 wgs84"),
    Entry(
      "place.unreached",
      "nothing reaches {0}: no link, no service, and no terminal within {1} km by road",
      "没有任何方式到达 {0}：无连线、无班次，{1} 公里内也无可由公路到达的节点"),
    Entry(
      "place.unreached.hint",
      "add a link or a service, or remove the place",
      "请添加连线或班次，或删除该地点"),
    Entry(
      "hours.closes_before_opens",
      "closes at {0}, not after it opens at {1}",
      "关闭时刻 {0} 不晚于开放时刻 {1}"),
    Entry(
      "hours.closes_before_opens.hint",
      "write hours that pass midnight as two rows: 22:00–24:00 and 00:00–06:00 of the next day",
      "跨午夜的时段请写成两行：22:00–24:00 与次日 00:00–06:00"),
    Entry(
      "hours.overlap",
      "{0} overlaps other hours of {1} on the same day",
      "{0} 与 {1} 同一天的其他时段重叠"),
    Entry(
      "hours.overlap.hint",
      "join the two rows into one",
      "请把两行合并为一行"),
    Entry(
      "hours.half_given",
      "the exception of {0} gives only one of opens and closes",
      "{0} 的例外只给出了 opens 和 closes 之一"),
    Entry(
      "hours.half_given.hint",
      "give both, or none for a closed day",
      "请两项都填，或都不填表示全天关闭"),
    Entry(
      "hours.unused",
      "no row uses the hours “{0}”",
      "没有行使用时段“{0}”"),
    Entry(
      "hours.unused.hint",
      "remove them, or name them where they belong",
      "请删除，或在相应处引用"),
    Entry(
      "terminal.no_service",
      "no service calls at {0}, a terminal for {1}",
      "没有班次停靠 {0}（{1} 枢纽）"),
    Entry(
      "terminal.no_service.hint",
      "add a service that stops there, or remove the terminal",
      "请添加停靠此处的班次，或删除该枢纽"),
    Entry(
      "row.either_or",
      "exactly one of {0} and {1} must be given",
      "{0} 与 {1} 必须且只能填一项"),
    Entry(
      "row.either_or.hint",
      "fill one and leave the other empty",
      "请填一项，另一项留空"),
    Entry(
      "range.order",
      "{0} in column {1} does not fit {2} in column {3}: low ≤ middle ≤ high",
      "列 {1} 的 {0} 与列 {3} 的 {2} 不符：应为 低 ≤ 中 ≤ 高"),
    Entry(
      "range.order.hint",
      "check the three figures",
      "请检查这三个数值"),
    Entry(
      "link.same_ends",
      "{0} begins and ends at {1}",
      "{0} 的起点和终点都是 {1}"),
    Entry(
      "link.same_ends.hint",
      "name two different places",
      "请填写两个不同的地点"),
    Entry(
      "link.too_fast",
      "{0} makes {1} km/h; by {2} at most {3} are possible",
      "{0} 的速度为 {1} 公里/小时；{2} 最高为 {3}"),
    Entry(
      "link.too_fast.hint",
      "check distance_km and time_h",
      "请检查 distance_km 和 time_h"),
    Entry(
      "link.too_short",
      "{0}–{1}: {2} km is less than 0.9 × the great circle of {3} km",
      "{0}–{1}：{2} 公里小于大圆距离 {3} 公里的 0.9 倍"),
    Entry(
      "link.too_short.hint",
      "check the distance and the coordinates of both ends",
      "请检查距离及两端坐标"),
    Entry(
      "link.twice",
      "{0} repeats line {3}: the same mode, way and passages from {1} to {2}",
      "{0} 与第 {3} 行重复：从 {1} 到 {2} 的方式、路线和通道相同"),
    Entry(
      "link.twice.hint",
      "remove one of the two; for the way back swap from and to",
      "请删除其中一行；返程请交换 from 和 to"),
    Entry(
      "link.over_water",
      "{0} leads over water from {1} to {2}, and no fixed crossing joins them",
      "{0} 从 {1} 到 {2} 跨越水面，且没有固定通道相连"),
    Entry(
      "link.over_water.hint",
      "add the bridge or tunnel to crossing.csv, or make it a service by sea",
      "请在 crossing.csv 中添加桥或隧道，或改为海运班次"),
    Entry(
      "link.cannot_carry",
      "{0}: by {1} cargo moves with services, not by itself",
      "{0}：{1} 货物须由班次运输，不能自行移动"),
    Entry(
      "link.cannot_carry.hint",
      "write carries no, and add a service",
      "请将 carries 写为 no，并添加班次"),
    Entry(
      "crossing.too_short",
      "{0}: {1} km is less than 0.9 × the great circle of {2} km between its landings",
      "{0}：{1} 公里小于两端大圆距离 {2} 公里的 0.9 倍"),
    Entry(
      "crossing.too_short.hint",
      "check the length and the coordinates",
      "请检查长度和坐标"),
    Entry(
      "right.service_of_other_carrier",
      "{0} is run by {1}, not by {2}: no carrier has this right",
      "{0} 由 {1} 运营，不是 {2}：没有承运人拥有此权利"),
    Entry(
      "right.service_of_other_carrier.hint",
      "name {0} as the carrier, or another service",
      "请将承运人写为 {0}，或改写班次"),
    Entry(
      "right.not_called",
      "{0} does not call at {1} and later at {2}",
      "{0} 没有先后停靠 {1} 与 {2}"),
    Entry(
      "right.not_called.hint",
      "name two stops of the service in their order",
      "请按顺序填写该班次的两个停站"),
    Entry(
      "right.needless",
      "{0} is at home in {1} and may carry from {2} to {3} without this right",
      "{0} 的本国为 {1}，无需此权利即可从 {2} 运到 {3}"),
    Entry(
      "right.needless.hint",
      "remove the row",
      "请删除此行"),
  ]
}
