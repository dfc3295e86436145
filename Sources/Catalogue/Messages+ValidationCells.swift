// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Faults of single cells, references and keys.
  static let inputCellEntries: [Entry] = [
    Entry(
      "value.missing",
      "column {1} must not be empty",
      "列 {1} 不能为空"),
    Entry(
      "value.missing.hint",
      "fill it in",
      "请填写"),
    Entry(
      "value.blanks",
      "“{0}” in column {1} has blanks around it",
      "列 {1} 的“{0}”前后有空格"),
    Entry(
      "value.blanks.hint",
      "remove the blanks",
      "请删除空格"),
    Entry(
      "value.bad_id",
      "the id “{0}” in column {1} holds a ;",
      "列 {1} 的 id“{0}”含有 ;"),
    Entry(
      "value.bad_id.hint",
      "use another sign: ; divides the parts of lists",
      "请换用其他符号：; 用于分隔列表各项"),
    Entry(
      "value.not_number",
      "“{0}” in column {1} is no plain decimal number",
      "列 {1} 的“{0}”不是普通十进制数"),
    Entry(
      "value.not_number.hint",
      "write digits with a point: 12, -0.5; no unit, comma, exponent, nan or inf",
      "请用数字和小数点书写：12、-0.5；不带单位、逗号、指数、nan 或 inf"),
    Entry(
      "value.not_integer",
      "“{0}” in column {1} is no whole number",
      "列 {1} 的“{0}”不是整数"),
    Entry(
      "value.not_integer.hint",
      "write digits only: 12",
      "请只写数字：12"),
    Entry(
      "value.negative",
      "{0} in column {1} is negative",
      "列 {1} 的 {0} 是负数"),
    Entry(
      "value.negative.hint",
      "write 0 or more",
      "请写 0 或更大的数"),
    Entry(
      "value.out_of_range",
      "{0} in column {1} is not {2}",
      "列 {1} 的 {0} 不符合 {2}"),
    Entry(
      "value.out_of_range.hint",
      "check the figure and its unit",
      "请检查数值及其单位"),
    Entry(
      "value.not_flag",
      "“{0}” in column {1} is neither yes nor no",
      "列 {1} 的“{0}”既不是 yes 也不是 no"),
    Entry(
      "value.not_flag.hint",
      "write yes or no",
      "请写 yes 或 no"),
    Entry(
      "value.unknown_word",
      "“{0}” in column {1} is not known",
      "列 {1} 的“{0}”不是可用的词"),
    Entry(
      "value.unknown_word.hint",
      "did you mean “{0}”? Known: {1}",
      "是否应为“{0}”？可用：{1}"),
    Entry(
      "value.not_a_date",
      "“{0}” in column {1} is no date",
      "列 {1} 的“{0}”不是日期"),
    Entry(
      "value.not_a_date.hint",
      "write it as 2026-03-02",
      "请写成 2026-03-02"),
    Entry(
      "value.impossible_date",
      "the calendar has no {0} (column {1})",
      "日历中没有 {0}（列 {1}）"),
    Entry(
      "value.impossible_date.hint",
      "check month and day",
      "请检查月和日"),
    Entry(
      "value.not_a_time",
      "“{0}” in column {1} is no time of day",
      "列 {1} 的“{0}”不是时刻"),
    Entry(
      "value.not_a_time.hint",
      "write HH:MM with two digits each: 08:30 (a day may close at 24:00; stop times may add +1, or -1 for the day before)",
      "请写 HH:MM，各两位：08:30（关闭时刻可为 24:00；停站时刻可加 +1，前一日为 -1）"),
    Entry(
      "value.not_a_moment",
      "“{0}” in column {1} is no moment",
      "列 {1} 的“{0}”不是时间点"),
    Entry(
      "value.not_a_moment.hint",
      "write date, time and offset: 2026-03-02T08:00:00+08:00",
      "请写日期、时刻和时差：2026-03-02T08:00:00+08:00"),
    Entry(
      "value.not_days",
      "“{0}” in column {1} are no days of the week",
      "列 {1} 的“{0}”不是星期"),
    Entry(
      "value.not_days.hint",
      "write daily, Mon-Fri or Mon;Wed;Sun, each day once",
      "请写 daily、Mon-Fri 或 Mon;Wed;Sun，每天只写一次"),
    Entry(
      "value.list_part",
      "the list “{0}” in column {1} has an empty part or blanks",
      "列 {1} 的列表“{0}”有空项或空格"),
    Entry(
      "value.list_part.hint",
      "divide the parts by ; without blanks",
      "请用 ; 分隔各项，不加空格"),
    Entry(
      "cutoff.after_departure",
      "a cut-off of {0} h lies after the departure",
      "截关时间 {0} 小时在出发之后"),
    Entry(
      "cutoff.after_departure.hint",
      "write the hours before the departure: 0 or more",
      "请写出发前的小时数：0 或更大"),
    Entry(
      "reference.unknown",
      "“{0}” in column {1} is not in {2} (rows that name it: {3})",
      "列 {1} 的“{0}”不在 {2} 中（引用它的行数：{3}）"),
    Entry(
      "reference.unknown.hint",
      "did you mean “{0}”? Otherwise add a row to {1}",
      "是否应为“{0}”？否则请在 {1} 中添加一行"),
    Entry(
      "reference.no_table",
      "“{0}” in column {1} names a row of {2}, which has none (rows that name it: {3})",
      "列 {1} 的“{0}”引用 {2}，而它没有任何行（引用它的行数：{3}）"),
    Entry(
      "reference.no_table.hint",
      "add {0} with that row",
      "请添加 {0} 及该行"),
    Entry(
      "scope.unknown",
      "“{0}” in column {1} is neither *, nor a territory, nor a group of them",
      "列 {1} 的“{0}”既不是 *，也不是国家/地区或其分组"),
    Entry(
      "scope.unknown.hint",
      "did you mean “{0}”? Or write * for everywhere",
      "是否应为“{0}”？或写 * 表示所有地方"),
    Entry(
      "id.twice",
      "“{0}” in column {1} was used before, in line {2}",
      "列 {1} 的“{0}”已在第 {2} 行使用"),
    Entry(
      "id.twice.hint",
      "give this row an id of its own, or remove it",
      "请给此行另一个 id，或删除此行"),
    Entry(
      "row.twice",
      "a row for “{0}” stands in line {1} already",
      "“{0}”已在第 {1} 行出现"),
    Entry(
      "row.twice.hint",
      "remove one of the two",
      "请删除其中一行"),
  ]
}
