// SPDX-License-Identifier: GPL-3.0-or-later
import JSONText
import Testing

/// The reason for which a text is refused, nil where it is accepted.
private func refusal(_ text: String, limits: JSONDocument.Limits = .init()) -> JSONError? {
  do throws(JSONError) {
    _ = try JSONDocument(parsing: text, limits: limits)
    return nil
  } catch {
    return error
  }
}

@Suite struct `Reading JSON` {
  @Test func `members keep their order and numbers their kind`() throws {
    let root = try JSONDocument(parsing: #" {"b": 1, "a": [-2.5, 1e3, true, null, "x"]} "#).root
    #expect(root == ["b": 1, "a": [-2.5, 1000.0, true, nil, "x"]])
    #expect(root.members?.map(\.key) == ["b", "a"])
    #expect(root["a"]?.arrayValue?.count == 5)
  }

  @Test(arguments: [
    ("{\"a\":1,\"a\":2}", JSONError.Reason.duplicateKey, 1, 8),
    ("[1,\n 2,\n x]", .unexpectedCharacter, 3, 2),
    ("[\"中文\", nul]", .unexpectedCharacter, 1, 8),
    ("", .unexpectedEnd, 1, 1), ("[1", .unexpectedEnd, 1, 3), ("\"ab", .unexpectedEnd, 1, 1),
    ("1 2", .trailingText, 1, 3), ("[1,]", .unexpectedCharacter, 1, 4),
    ("01", .badNumber, 1, 1), ("-", .badNumber, 1, 1), ("1.", .badNumber, 1, 1),
    ("1e", .badNumber, 1, 1), ("+1", .unexpectedCharacter, 1, 1), ("1e999", .numberTooLarge, 1, 1),
    ("NaN", .unexpectedCharacter, 1, 1), ("Infinity", .unexpectedCharacter, 1, 1),
    ("0x10", .trailingText, 1, 2), ("'a'", .unexpectedCharacter, 1, 1),
    ("\"\\ud800\"", .badString, 1, 2), ("\"\\x\"", .badString, 1, 2),
    ("\"a\tb\"", .badString, 1, 3),
    ("{\"a\" 1}", .unexpectedCharacter, 1, 6), ("{a:1}", .unexpectedCharacter, 1, 2),
  ])
  func `what is not JSON is refused where it stands`(
    text: String, reason: JSONError.Reason, line: Int, column: Int
  ) {
    let error = refusal(text)
    #expect(error?.reason == reason, "\(text)")
    #expect(error?.line == line && error?.column == column, "\(text): \(String(describing: error))")
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect(throws: JSONError.self) { try JSONDocument(parsing: [0x22, 0xC4, 0xE3, 0x22]) }
  }

  @Test func `a million brackets end in an error and not in the stack`() {
    let deep = String(repeating: "[", count: 1_000_000)
    #expect(refusal(deep)?.reason == .tooDeep)
    #expect(refusal("[1,2,3]", limits: .init(bytes: 6))?.reason == .tooLarge)
  }

  @Test func `a value's place is found by its path`() throws {
    let text = "{\n  \"a\": [1, {\"b\": 2}],\n  \"c\": 3\n}"
    let document = try JSONDocument(parsing: text)
    #expect(document.position(of: [.key("a"), .index(1), .key("b")]) == .init(line: 2, column: 18))
    #expect(document.position(of: [.key("c")]) == .init(line: 3, column: 8))
    #expect(document.position(of: [.key("d")]) == .init(line: 1, column: 1))
  }

  @Test func `escapes become the characters they stand for`() throws {
    let root = try JSONDocument(parsing: #""\u00e9\ud83d\ude00\n\/\"""#).root
    #expect(root.stringValue == "é😀\n/\"")
  }
}

@Suite struct `Writing JSON` {
  @Test func `what is written reads back as the same value`() throws {
    let value: JSONValue = [
      "z": [1, -2, 0.1, 1e-7, 1e300, 123456.789], "a": ["x": "\u{0}\u{1F}\"\\</script>&\u{2028}中"],
      "empty": [:], "none": [], "flags": [true, false, nil],
    ]
    for format in [JSONValue.Format.compact, .pretty, .html] {
      #expect(try JSONDocument(parsing: value.text(format)).root == value)
    }
  }

  @Test func `compact and pretty texts are these`() {
    let value: JSONValue = ["a": [1, 2.5], "b": [:]]
    #expect(value.text() == #"{"a":[1,2.5],"b":{}}"#)
    #expect(value.text(.pretty) == "{\n  \"a\": [\n    1,\n    2.5\n  ],\n  \"b\": {}\n}")
  }

  @Test func `text for HTML holds no character that could end a script`() {
    let text = JSONValue.string("</script><!--&\u{2028}\u{2029}").text(.html)
    #expect(text == #""\u003C/script\u003E\u003C!--\u0026\u2028\u2029""#)
  }

  @Test func `a whole number is written without a point and no number as null`() {
    #expect(
      JSONValue.array([.number(3), .number(.infinity), .number(.nan)]).text() == "[3,null,null]")
  }
}
