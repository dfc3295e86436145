// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// What a request's JSON can be wrong in, and its options.
  static let requestEntries = [
    Entry("request.json", "this is no JSON ({0}) {1}", "不是合法的 JSON（{0}）{1}"),
    Entry("request.object", "a request is an object: {}", "请求须为一个对象：{}"),
    Entry("request.not_this", "{0} must be '{1}'", "{0} 必须是“{1}”"),
    Entry("request.unknown_key", "{1} has no key '{0}'", "{1} 没有键“{0}”"),
    Entry("request.unknown_key.hint", "did you mean {0}?", "是否指 {0}？"),
    Entry("request.type_text", "'{0}' must be a text", "“{0}”必须是文本"),
    Entry("request.type_number", "'{0}' must be a number or its text", "“{0}”必须是数字或数字文本"),
    Entry("request.type_list", "'{0}' must be a list of texts", "“{0}”必须是文本列表"),
    Entry("request.type_flag", "'{0}' must be true or false", "“{0}”必须是 true 或 false"),
    Entry(
      "usage.request_file", "--request: '{0}' cannot be read", "--request：无法读取“{0}”"),
    Entry("help.heading.Unexpected argument", "Unexpected argument", "多余的参数"),
    Entry("help.heading.unexpected arguments:", "unexpected arguments:", "个多余的参数："),
    Entry("help.heading.Missing value for", "Missing value for", "缺少取值："),
    Entry("cli.stage", "{0}", "{0}"),
    Entry(
      "help.request", "A request in place of the options, - for the standard input.",
      "以请求文件代替选项，- 为标准输入。"),
    Entry(
      "help.print_request", "Write the request that the options make, and end.",
      "写出选项所构成的请求后结束。"),
  ]
}
