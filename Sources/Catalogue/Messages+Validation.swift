// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  static let validationEntries =
    inputFileEntries + inputPackageEntries + inputCellEntries + inputPlaceEntries
    + inputServiceEntries + inputClosureEntries + inputSimulationEntries

  /// Faults of files and of their form.
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
  ]
}
