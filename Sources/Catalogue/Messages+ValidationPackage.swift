// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Faults of datapackage.json.
  static let inputPackageEntries: [Entry] = [
    Entry(
      "json.unexpected_end",
      "datapackage.json ends in the middle of a value",
      "datapackage.json 在值的中间结束"),
    Entry(
      "json.unexpected_end.hint",
      "close what was opened",
      "请补全未闭合的部分"),
    Entry(
      "json.unexpected_character",
      "“{0}” cannot stand here in JSON",
      "JSON 此处不能出现“{0}”"),
    Entry(
      "json.unexpected_character.hint",
      "check commas, quotes and brackets before it",
      "请检查前面的逗号、引号和括号"),
    Entry(
      "json.trailing_text",
      "something follows after the end of the JSON value: “{0}”",
      "JSON 值之后还有内容：“{0}”"),
    Entry(
      "json.trailing_text.hint",
      "remove it",
      "请删除"),
    Entry(
      "json.duplicate_key",
      "the key “{0}” stands twice in one object",
      "同一对象中键“{0}”出现两次"),
    Entry(
      "json.duplicate_key.hint",
      "remove one of them",
      "请删除其中一个"),
    Entry(
      "json.bad_number",
      "this is no JSON number",
      "这不是 JSON 数字"),
    Entry(
      "json.bad_number.hint",
      "write it like 12 or -0.5",
      "请写成 12 或 -0.5 的形式"),
    Entry(
      "json.number_too_large",
      "the number {0} is too large",
      "数字 {0} 过大"),
    Entry(
      "json.number_too_large.hint",
      "write a finite number",
      "请写有限的数字"),
    Entry(
      "json.bad_string",
      "a wrong escape or a control character in a string",
      "字符串中有错误的转义或控制字符"),
    Entry(
      "json.bad_string.hint",
      "write control characters as \\n, \\t or \\u0000",
      "控制字符请写成 \\n、\\t 或 \\u0000"),
    Entry(
      "json.invalid_utf8",
      "the string is not UTF-8",
      "字符串不是 UTF-8"),
    Entry(
      "json.invalid_utf8.hint",
      "save the file as UTF-8",
      "请将文件存为 UTF-8"),
    Entry(
      "json.too_deep",
      "values are nested deeper than {0}",
      "嵌套超过 {0} 层"),
    Entry(
      "json.too_deep.hint",
      "make it flatter",
      "请减少嵌套"),
    Entry(
      "json.too_large",
      "the file has more than {0} bytes",
      "文件超过 {0} 字节"),
    Entry(
      "json.too_large.hint",
      "make it smaller",
      "请缩小文件"),
    Entry(
      "package.field_missing",
      "the property “{0}” is missing",
      "缺少属性“{0}”"),
    Entry(
      "package.field_missing.hint",
      "add “{0}”; networks/README.md says what belongs there",
      "请加上“{0}”；内容见 networks/README.md"),
    Entry(
      "package.wrong_type",
      "“{0}” must be {1}",
      "“{0}”必须是 {1}"),
    Entry(
      "package.wrong_type.hint",
      "write it in quotes",
      "请用引号书写"),
    Entry(
      "package.format",
      "the format is {0}; this program reads format 1",
      "格式为 {0}；本程序读取格式 1"),
    Entry(
      "package.format.hint",
      "write \"format\": 1",
      "请写 \"format\": 1"),
    Entry(
      "package.unknown_zone",
      "the time zone “{0}” does not exist",
      "时区“{0}”不存在"),
    Entry(
      "package.unknown_zone.hint",
      "did you mean “{0}”?",
      "是否应为“{0}”？"),
    Entry(
      "package.week",
      "“{0}” is no week of the calendar",
      "“{0}”不是日历中的周"),
    Entry(
      "package.week.hint",
      "write an ISO week such as 2026-W10",
      "请写 ISO 周，如 2026-W10"),
    Entry(
      "package.path_outside",
      "the path “{0}” leads out of the folder or is not written with /",
      "路径“{0}”指向文件夹之外或未用 / 书写"),
    Entry(
      "package.path_outside.hint",
      "write a relative path inside the folder, such as place.csv",
      "请写文件夹内的相对路径，如 place.csv"),
    Entry(
      "package.unknown_table",
      "“{0}” is no table of a network",
      "“{0}”不是网络的表"),
    Entry(
      "package.unknown_table.hint",
      "did you mean {0}?",
      "是否应为 {0}？"),
    Entry(
      "package.table_twice",
      "{0} is listed twice",
      "{0} 被列出两次"),
    Entry(
      "package.table_twice.hint",
      "remove one of the resources",
      "请删除其中一个资源"),
    Entry(
      "package.file_missing",
      "{0} is listed but not in the folder",
      "{0} 已列出但文件夹中没有"),
    Entry(
      "package.file_missing.hint",
      "add the file, or remove the resource",
      "请补上文件，或删除该资源"),
    Entry(
      "package.not_declared",
      "{0} is in the folder but not listed",
      "{0} 在文件夹中但未列出"),
    Entry(
      "package.not_declared.hint",
      "run scripts/make_datapackage.py on the folder, or list it under resources",
      "请对该文件夹运行 scripts/make_datapackage.py，或在 resources 中列出"),
    Entry(
      "package.columns",
      "the schema and the header of {0} differ in: {1}",
      "{0} 的 schema 与表头不同：{1}"),
    Entry(
      "package.columns.hint",
      "run scripts/make_datapackage.py on the folder",
      "请对该文件夹运行 scripts/make_datapackage.py"),
    Entry(
      "package.home_city",
      "there is no place “{0}” for home_city",
      "home_city 指定的地点“{0}”不存在"),
    Entry(
      "package.home_city.hint",
      "did you mean “{0}”?",
      "是否应为“{0}”？"),
  ]
}
