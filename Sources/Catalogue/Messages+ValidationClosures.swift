// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Faults of what is closed for a while and of what may fail.
  static let inputClosureEntries: [Entry] = [
    Entry(
      "closure.window_order",
      "closure {0} ends at {1}, not after it begins at {2}",
      "关闭 {0} 的结束 {1} 不晚于开始 {2}"),
    Entry(
      "closure.window_order.hint",
      "swap the two, or leave one empty: an empty end is for ever",
      "请交换两者，或留空一项：结束留空表示永久关闭"),
    Entry(
      "closure.half_given",
      "closure {0} gives only one of start and end",
      "关闭 {0} 只给出了 start 和 end 之一"),
    Entry(
      "closure.half_given.hint",
      "give both, or none for the whole day",
      "请两项都填，或都不填表示全天"),
    Entry(
      "closure.hours_order",
      "closure {0} ends each day at {1}, not after it begins at {2}",
      "关闭 {0} 每日结束时刻 {1} 不晚于开始时刻 {2}"),
    Entry(
      "closure.hours_order.hint",
      "write a closure that passes midnight as two rows: 22:00–24:00 and 00:00–06:00",
      "跨午夜的关闭请写成两行：22:00–24:00 与 00:00–06:00"),
    Entry(
      "passage.unknown",
      "“{0}” in column {1} is no passage of a link or service, nor a place that one passes (rows that name it: {2})",
      "列 {1} 的“{0}”既不是线路或班次的通道，也不是其经过的地点（引用它的行数：{2}）"),
    Entry(
      "passage.unknown.hint",
      "did you mean “{0}”? Otherwise name it in the passages of link.csv or service.csv",
      "是否应为“{0}”？否则请在 link.csv 或 service.csv 的 passages 中填写"),
  ]
}
