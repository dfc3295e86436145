// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a city is missed, what was changed in a re-run, and what would bring a place nearer.
extension Messages {
  static let reasonEntries: [Entry] = [
    Entry(
      "reason.wait_departure", "waits {0} h at {1} for {2} ({3} a week)",
      "在{1}等待{2}（每周{3}班）{0}小时"),
    Entry(
      "reason.wait_line_haul", "waits {0} h at {1} for the next line-haul truck",
      "在{1}等待下一班干线货车{0}小时"),
    Entry(
      "reason.export_clearance", "{0} h in export customs at {1} (row {2})",
      "在{1}出口通关{0}小时（数据行{2}）"),
    Entry(
      "reason.clearance", "{0} h in import customs at {1} (row {2})",
      "在{1}进口清关{0}小时（数据行{2}）"),
    Entry(
      "reason.opening", "waits {0} h at {1} until it opens", "在{1}等待开门{0}小时"),
    Entry(
      "reason.delivery_hours", "waits {0} h for the delivery hours of {1}",
      "在{1}等待派送时段{0}小时"),
    Entry(
      "reason.capacity", "waits {0} h at {1} for capacity", "在{1}等待舱位{0}小时"),
    Entry(
      "reason.long_main_haul",
      "moving and handling alone take {0} h, {1} h of them on {2}; that is more than the target",
      "不计等待，仅运输和操作就需{0}小时，其中{2}需{1}小时，已超过目标"),
    Entry(
      "reason.long_road",
      "moving and handling alone take {0} h, {1} h of them on the road; that is more than the target",
      "不计等待，仅运输和操作就需{0}小时，其中公路{1}小时，已超过目标"),
    Entry(
      "reason.objective",
      "by {0} it goes a way of {1} h; the fastest takes {2} h and makes the target",
      "按{0}选择的走法需{1}小时；最快走法{2}小时，可达标"),
    Entry(
      "reason.horizon", "only {0} of {1} ready times arrive within the horizon",
      "{1}个交寄时刻中只有{0}个能在期限内送达"),
    Entry(
      "reason.no_service", "no service and no road reaches it within the horizon",
      "期限内没有班次或公路可以到达"),

    Entry(
      "reason.no_warehouse",
      "no overseas warehouse in the customs area of {0}", "{0}所在关税区没有海外仓"),

    Entry(
      "report.clock.order",
      "The clock starts with an order at an overseas warehouse that is assumed to hold the goods in stock, and stops when it is delivered; cities of the origin's own customs area are served from the origin. The way to the warehouses is another clock.",
      "计时从订单到达海外仓开始（假设仓内有货），到送达为止；出发地所在关税区内的城市由出发地供货。补货入仓的时间另计。"
    ),

    Entry("swing.base", "as asked", "按所问条件"),
    Entry("swing.live_only", "live services only", "仅已证实在运行的班次"),
    Entry(
      "swing.no_interline", "without assumed interline flights (AI- rows)",
      "不含假设的联运航班（AI-行）"),
    Entry("swing.clearance_low", "import clearance at its low", "进口清关取低值"),
    Entry("swing.clearance_high", "import clearance at its high", "进口清关取高值"),
    Entry("swing.customs_always", "customs open day and night", "海关全天候受理"),
    Entry("swing.delivery_always", "delivery at any hour", "全天候派送"),
    Entry("swing.doors_always", "both of these", "以上两项同时"),
    Entry("swing.by_day", "delivered by 20:00 of day 1, 2, 3", "按第1、2、3日20时前送达计"),
    Entry("swing.line_haul_more", "line-haul twice as often", "干线货车班次加倍"),
    Entry("swing.line_haul_less", "line-haul half as often", "干线货车班次减半"),
    Entry("swing.all_ready_times", "all 168 ready times", "全部168个交寄时刻"),

    Entry("remedy.daily", "{0} daily instead of {1} a week", "{0}由每周{1}班改为每日一班"),
    Entry(
      "remedy.clearance_halved", "clearance {0} in {2} h instead of {1} h",
      "通关{0}由{1}小时缩短为{2}小时"),
    Entry(
      "remedy.clearance_hour", "clearance {0} in 1 h instead of {1} h",
      "通关{0}由{1}小时缩短为1小时"),
    Entry(
      "remedy.clearance_low", "all import clearance at its low", "所有进口清关取低值"),
    Entry(
      "remedy.customs_always", "customs open around the clock, every day",
      "海关全天候（7×24小时）办理"),
    Entry(
      "remedy.delivery_always", "delivery at any hour, every day", "每天任何时段均可派送"),
    Entry("remedy.line_haul_doubled", "line-haul twice as often", "干线货车班次加倍"),
    Entry(
      "remedy.allow_unconfirmed", "unconfirmed services let in", "计入未经证实的班次"),
    Entry(
      "remedy.allow_interline", "assumed interline flights let in", "计入假设的联运航班"),
    Entry("remedy.all", "all of these together", "以上各项同时采用"),
    Entry("remedy.fewest", "enough of them: {0}", "其中足够达标的组合：{0}"),
  ]
}
