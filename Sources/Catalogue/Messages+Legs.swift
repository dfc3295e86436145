// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Legs, causes of waiting, modes, classes, and why a place is not reached.
  static let legEntries: [Entry] = [
    Entry("leg.pickup", "pick-up and sorting", "揽收分拣"),
    Entry("leg.drayage", "truck", "卡车"),
    Entry("leg.line_haul", "line-haul truck", "干线班车"),
    Entry("leg.main_haul", "main haul", "干线运输"),
    Entry("leg.handling", "handling", "装卸"),
    Entry("leg.release", "unloading and release", "卸载提货"),
    Entry("leg.export_clearance", "export clearance", "出口通关"),
    Entry("leg.import_clearance", "import clearance", "进口清关"),
    Entry("leg.last_mile", "last mile", "末端配送"),
    Entry("leg.wait", "wait", "等待"),
    Entry("cause.before_opening", "until it opens", "等待开门"),
    Entry("cause.cut_off", "between cut-off and departure", "截载至发运"),
    Entry("cause.next_departure", "for the next departure", "等待下一班"),
    Entry("cause.capacity", "for capacity", "等待舱位"),
    Entry("cause.customs", "in customs", "海关查验"),
    Entry("cause.delivery_hours", "for delivery hours", "等待派送时段"),
    Entry("mode.road", "road", "公路"),
    Entry("mode.rail", "rail", "铁路"),
    Entry("mode.river", "inland waterway", "内河"),
    Entry("mode.sea", "sea", "海运"),
    Entry("mode.air", "air", "航空"),
    Entry("class.parcel", "parcel", "包裹"),
    Entry("class.air", "air cargo", "空运货"),
    Entry("class.lcl", "less than container load", "拼箱"),
    Entry("class.fcl", "full container", "整箱"),
    Entry("quality.measured", "measured", "实测"),
    Entry("quality.published", "published", "公开"),
    Entry("quality.derived", "derived", "推算"),
    Entry("quality.assumed", "assumed", "假定"),
    Entry(
      "unreachable.closed", "the way to {0} goes by {1}, which is closed, and there is no other",
      "通往 {0} 的路径须经 {1}，现已关闭，别无他路"),
    Entry(
      "unreachable.horizon", "{0} can be reached, but not within the horizon of {1} days",
      "{0} 可达，但超出 {1} 天的时限"),
    Entry(
      "unreachable.change", "{0} is not reached because of what was changed: {1}",
      "{0} 因所作变更而不可达：{1}"),
    Entry(
      "unreachable.without", "{0} is not reached without {1}", "排除 {1} 后无法到达{0}"),
    Entry(
      "unreachable.timetable_ends",
      "{0} is not reached then: the timetable of {1} ends on {2}",
      "届时无法到达{0}：{1} 的时刻表于 {2} 截止"),
    Entry(
      "unreachable.timetable_begins",
      "{0} is not reached yet: the timetable of {1} begins on {2}",
      "尚无法到达{0}：{1} 的时刻表自 {2} 起生效"),
    Entry(
      "unreachable.only_live",
      "{0} is reached by {1} alone, which are not all confirmed and were left out",
      "仅经 {1} 可到达{0}，其中有未证实的班次，已按要求排除"),
    Entry(
      "unreachable.no_interline",
      "{0} is reached by {1} alone, with assumed interline flights, which were left out",
      "仅经 {1} 可到达{0}，其中含假设的联运航班，已按要求排除"),
    Entry(
      "unreachable.suspended", "{0} is not reached while {1} does not run",
      "{1} 停运期间无法到达{0}"),
    Entry(
      "unreachable.right", "{0} is not reached without a traffic right: {1}",
      "缺少航权，无法到达{0}：{1}"),
    Entry(
      "unreachable.unknown",
      "{0} is not reached within the horizon; it is not known why",
      "在期限内无法到达{0}，原因未查明"),
    Entry("made.cancel", "{0} cancelled ({1})", "{0} 停运（{1}）"),
    Entry("made.earlier", "{0} leaves {1} h earlier ({2})", "{0} 提前 {1} 小时（{2}）"),
    Entry("made.later", "{0} leaves {1} h later ({2})", "{0} 推迟 {1} 小时（{2}）"),
    Entry("made.add", "{0} leaves also on {1}", "{0} 加开：{1}"),
    Entry("made.close", "{0} closed ({1})", "{0} 关闭（{1}）"),
    Entry("made.grant", "{0} may carry from {1} to {2}", "{0} 可承运 {1} 至 {2}"),
    Entry("made.withdraw", "{0} may not carry from {1} to {2}", "{0} 不得承运 {1} 至 {2}"),
    Entry(
      "unreachable.no_export",
      "no terminal of the origin's customs area clears class {1} for export towards {0}",
      "出发地关境内没有可为{1}办理出口通关并发往 {0} 的场站"),
    Entry(
      "unreachable.no_service",
      "no service that takes class {2} reaches the customs area of {0} ({1})",
      "没有承运{2}的班线到达 {0} 所在关境（{1}）"),
    Entry(
      "unreachable.too_large",
      "no departure on the way to {0} has room for the whole consignment; the largest that goes is {1}",
      "前往 {0} 的班次都装不下整批货物；能成行的最大批量为 {1}"),
    Entry(
      "unreachable.no_clearance",
      "cargo reaches the customs area of {0} ({1}), but no place there clears it",
      "货物可到 {0} 所在关境（{1}），但当地没有可清关的地点"),
    Entry(
      "unreachable.no_road",
      "no road, line-haul or service leads to {0} from the places that cargo reaches",
      "从货物所及之处到 {0} 没有公路、班车或班线"),
  ]
}
