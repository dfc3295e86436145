// SPDX-License-Identifier: GPL-3.0-or-later

/// A change of a network as a value: what a scenario's file says of one, without the file.
///
/// It is worked out by the same desk as a file's, with all checks, and writes itself as YAML.
public struct NetworkChange: Sendable, Hashable {
  /// A text, several, or named ones.
  public indirect enum Value: Sendable, Hashable {
    case text(String)
    case list([Value])
    case map([Field])
  }
  public struct Field: Sendable, Hashable {
    public var name: String
    public var value: Value

    public init(_ name: String, _ value: Value) {
      self.name = name
      self.value = value
    }
  }

  /// One of docs/guides/scenarios.md, such as `frequency`.
  public var kind: String
  /// In the order in which they are written.
  public var fields: [Field]

  public init(_ kind: String, _ fields: KeyValuePairs<String, Value>) {
    self.kind = kind
    self.fields = fields.map { Field($0.key, $0.value) }
  }

  /// As an item of a scenario's `changes`, a line for each field.
  public var yaml: String {
    ([Field("kind", .text(kind))] + fields).map {
      "\(Value.plain($0.name, inFlow: false)): \($0.value.yaml(inFlow: false))"
    }.joined(separator: "\n")
  }

  var parsed: YAMLValue { Value.map([Field("kind", .text(kind))] + fields).parsed }
}

extension NetworkChange.Value: ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
  public init(stringLiteral value: String) { self = .text(value) }
}

extension NetworkChange.Value: ExpressibleByArrayLiteral {
  public init(arrayLiteral elements: NetworkChange.Value...) { self = .list(elements) }
}

extension NetworkChange.Value: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, NetworkChange.Value)...) {
    self = .map(elements.map { NetworkChange.Field($0.0, $0.1) })
  }
}

extension NetworkChange.Value {
  /// A decimal as files have it.
  static func number(_ value: Double) -> Self { .text(PlainText.text(value)) }

  fileprivate func yaml(inFlow: Bool) -> String {
    switch self {
    case .text(let text): Self.plain(text, inFlow: inFlow)
    case .list(let values):
      "[" + values.map { $0.yaml(inFlow: true) }.joined(separator: ", ") + "]"
    case .map(let fields):
      "{"
        + fields.map { "\(Self.plain($0.name, inFlow: true)): \($0.value.yaml(inFlow: true))" }
        .joined(separator: ", ") + "}"
    }
  }

  /// The text, in quotes where YAML would read it otherwise.
  fileprivate static func plain(_ text: String, inFlow: Bool) -> String {
    let special: Set<Character> = inFlow ? [",", "[", "]", "{", "}"] : []
    let isPlain =
      text.first.map { $0.isLetter || $0.isNumber || "_./".contains($0) } ?? false
      || (text.count > 1 && text.first == "-" && text.dropFirst().allSatisfy(\.isNumber))
    let breaks =
      text.contains(": ") || text.contains(" #") || text.hasSuffix(":") || text.hasSuffix(" ")
      || text.contains { $0 == "\"" || $0 == "\\" || $0.isNewline || special.contains($0) }
      || text.unicodeScalars.contains { $0.value < 32 }
    guard !isPlain || breaks else { return text }
    var quoted = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "\""
  }

  fileprivate var parsed: YAMLValue {
    switch self {
    case .text(let text): .text(text, .start)
    case .list(let values): .list(values.map(\.parsed), .start)
    case .map(let fields):
      .map(
        fields.map { YAMLMember(key: $0.name, position: .start, value: $0.value.parsed) }, .start)
    }
  }
}
