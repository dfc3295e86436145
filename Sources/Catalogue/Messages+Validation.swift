// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  static let validationEntries =
    inputFileEntries + inputCellEntries + inputPlaceEntries + inputServiceEntries

  /// Faults of files, of their form and of datapackage.json.
  static let inputFileEntries: [Entry] = [
    Entry(
      "folder.missing",
      "there is no folder “{0}”",
      "没有文件夹“{0}”"),
    Entry(
      "folder.missing.hint",
      "name a folder with a datapackage.json; “tidebore init DIR --example hangzhou” makes one",
      "请给出含 datapackage.json 的文件夹；“tidebore init DIR --example hangzhou”可生成一个"),
    Entry(
      "file.missing",
      "the required file {0} is missing",
      "缺少必需的文件 {0}"),
    Entry(
      "file.missing.hint",
      "add it; networks/README.md lists its contents",
      "请补上该文件；内容见 networks/README.md"),
    Entry(
      "file.unreadable",
      "{0} cannot be read as a file",
      "{0} 无法作为文件读取"),
    Entry(
      "file.unreadable.hint",
      "check that it is a regular file that you may read",
      "请确认它是普通文件且有读取权限"),
    Entry(
      "file.unknown",
      "no table of a network is called {0}",
      "网络中没有名为 {0} 的表"),
    Entry(
      "file.unknown.hint",
      "did you mean {0}? Known tables: {1}",
      "是否应为 {0}？可用的表：{1}"),
    Entry(
      "file.too_large",
      "the file has {0} bytes; the limit is {1}",
      "文件有 {0} 字节，上限为 {1}"),
    Entry(
      "file.too_large.hint",
      "split the network, or raise the limit",
      "请拆分网络，或提高上限"),
    Entry(
      "file.empty",
      "{0} is empty: not even a header row",
      "{0} 是空文件，连表头都没有"),
    Entry(
      "file.empty.hint",
      "write the header row, or remove the file",
      "请写上表头行，或删除该文件"),
    Entry(
      "file.outside",
      "{0} is a link; only files in the folder itself are read",
      "{0} 是链接；只读取文件夹内的普通文件"),
    Entry(
      "file.outside.hint",
      "copy the file into the folder",
      "请把文件复制到文件夹中"),
    Entry(
      "file.binary",
      "{0} is no text file: it holds zero or control bytes",
      "{0} 不是文本文件：含有零字节或控制字节"),
    Entry(
      "file.binary.hint",
      "save the table as “CSV UTF-8”",
      "请将表另存为“CSV UTF-8”"),
    Entry(
      "file.gbk",
      "{0} is not UTF-8; it looks like GBK (Excel's “CSV”)",
      "{0} 不是 UTF-8，像是 GBK（Excel 的“CSV”）"),
    Entry(
      "file.gbk.hint",
      "save it as “CSV UTF-8 (comma delimited)”",
      "请另存为“CSV UTF-8（逗号分隔）”"),
    Entry(
      "file.utf16",
      "{0} is UTF-16, not UTF-8",
      "{0} 是 UTF-16，不是 UTF-8"),
    Entry(
      "file.utf16.hint",
      "save it as “CSV UTF-8 (comma delimited)”",
      "请另存为“CSV UTF-8（逗号分隔）”"),
    Entry(
      "file.not_utf8",
      "{0} is not UTF-8 from this place on",
      "{0} 从此处起不是 UTF-8"),
    Entry(
      "file.not_utf8.hint",
      "save it as “CSV UTF-8”; the file may also be damaged",
      "请另存为“CSV UTF-8”；文件也可能已损坏"),
    Entry(
      "file.too_many_faults",
      "{0} more faults are not shown; the limit is {1}",
      "另有 {0} 处错误未显示，上限为 {1}"),
    Entry(
      "file.too_many_faults.hint",
      "mend the first ones and run again",
      "请先改正前面的错误再运行"),
    Entry(
      "csv.open_quote",
      "the quote that opens here is never closed",
      "此处的引号没有闭合"),
    Entry(
      "csv.open_quote.hint",
      "close it with \"; a quote inside a field is doubled: \"\"",
      "请用 \" 闭合；字段内的引号须写两个：\"\""),
    Entry(
      "csv.stray_quote",
      "a quote stands inside a field that does not begin with one, or text follows a closing quote",
      "未以引号开头的字段中出现引号，或闭合引号后还有文字"),
    Entry(
      "csv.stray_quote.hint",
      "put the whole field in quotes and double the quotes inside: \"5\"\" pipe\"",
      "请给整个字段加引号，内部引号写两个：\"5\"\" pipe\""),
    Entry(
      "csv.lone_cr",
      "a carriage return stands alone",
      "出现单独的回车符"),
    Entry(
      "csv.lone_cr.hint",
      "save the file with line ends LF or CRLF",
      "请用 LF 或 CRLF 换行保存文件"),
    Entry(
      "csv.control_character",
      "the field holds control character {0}",
      "字段含有控制字符 {0}"),
    Entry(
      "csv.control_character.hint",
      "remove it",
      "请删除该字符"),
    Entry(
      "csv.field_too_long",
      "a field has {0} bytes; the limit is {1}",
      "字段有 {0} 字节，上限为 {1}"),
    Entry(
      "csv.field_too_long.hint",
      "shorten it; a quote left open also makes fields long",
      "请缩短该字段；未闭合的引号也会使字段过长"),
    Entry(
      "csv.too_many_rows",
      "the table has more than {0} rows",
      "表超过 {0} 行"),
    Entry(
      "csv.too_many_rows.hint",
      "split the network, or raise the limit",
      "请拆分网络，或提高上限"),
    Entry(
      "csv.field_count",
      "the row has {0} fields; the header has {1}",
      "该行有 {0} 个字段，表头有 {1} 个"),
    Entry(
      "csv.field_count.hint",
      "add or remove commas; a text with a comma needs quotes",
      "请增减逗号；含逗号的文字须加引号"),
    Entry(
      "column.unknown",
      "{1} has no column “{0}”",
      "{1} 没有列“{0}”"),
    Entry(
      "column.unknown.hint",
      "did you mean “{0}”? Known columns: {1}",
      "是否应为“{0}”？可用的列：{1}"),
    Entry(
      "column.missing",
      "the required column “{0}” is missing",
      "缺少必需的列“{0}”"),
    Entry(
      "column.missing.hint",
      "add “{0}” to the header and fill it",
      "请在表头加上“{0}”并填写"),
    Entry(
      "column.twice",
      "the column “{0}” stands twice in the header",
      "表头中列“{0}”出现两次"),
    Entry(
      "column.twice.hint",
      "remove one of them",
      "请删除其中一列"),
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
