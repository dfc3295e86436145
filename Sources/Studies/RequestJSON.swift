// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import JSONText
import NetworkIO

extension StudyRequest {
  /// The schema of every request's JSON.
  public static var schema: String { "tidebore-request/1" }

  /// The request as JSON: schema, verb, then what is given, in the order of the table.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("schema", .string(Self.schema)), .init("verb", .string(Self.verb)),
    ]
    for field in Self.fields {
      let values = field.values(in: self)
      guard let first = values.first else { continue }
      switch field.place {
      case .text: members.append(.init(field.key, .string(first)))
      case .list: members.append(.init(field.key, .array(values.map(JSONValue.string))))
      case .flag: members.append(.init(field.key, true))
      }
    }
    return .object(members)
  }

  /// Reads a request.
  ///
  /// `schema` and `verb` may be left out. A bare number may stand for the text of a number.
  ///
  /// - Parameters:
  ///   - bytes: JSON, at most 1 MiB.
  ///   - file: As faults name it.
  /// - Throws: `InvalidInput` with every key that is unknown and every value of a wrong type, each at
  ///   its line and column.
  public init(json bytes: [UInt8], file: String) throws(InvalidInput) {
    self.init()
    let document: JSONDocument
    do {
      document = try JSONDocument(parsing: bytes, limits: .init(bytes: 1 << 20, depth: 8))
    } catch {
      throw InvalidInput(errors: [
        Diagnostic(
          code: "request.json", file: file, line: error.line, column: error.column,
          arguments: [error.reason.rawValue, error.detail], hintArguments: nil)
      ])
    }
    var errors: [Diagnostic] = []
    func add(_ code: String, _ path: [JSONDocument.Step], _ arguments: [String], hint: String?) {
      let place = document.position(of: path)
      errors.append(
        Diagnostic(
          code: code, file: file, line: place.line, column: place.column, arguments: arguments,
          hintArguments: hint.map { [$0] }))
    }
    guard let members = document.root.members else {
      add("request.object", [], [], hint: nil)
      throw InvalidInput(errors: errors)
    }
    let fields = Self.fields
    for member in members {
      let path = [JSONDocument.Step.key(member.key)]
      if let expected = ["schema": Self.schema, "verb": Self.verb][member.key] {
        if member.value.stringValue != expected {
          add("request.not_this", path, [member.key, expected], hint: nil)
        }
        continue
      }
      guard let field = fields.first(where: { $0.key == member.key }) else {
        let near = NearestName.of(member.key, in: fields.map(\.key)) ?? ""
        add("request.unknown_key", path, [member.key, Self.verb], hint: near)
        continue
      }
      if let wrong = put(member.value, field) {
        add(wrong, path, [member.key], hint: nil)
      }
    }
    guard errors.isEmpty else { throw InvalidInput(errors: errors) }
  }

  /// Keeps a value; the code of what is wrong where its type is.
  private mutating func put(_ value: JSONValue, _ field: RequestField<Self>) -> String? {
    if value == .null { return nil }
    switch field.place {
    case .text(let path):
      guard let text = value.text(isNumber: field.isNumber) else {
        return field.isNumber ? "request.type_number" : "request.type_text"
      }
      self[keyPath: path] = text
    case .list(let path):
      guard let values = value.arrayValue, let texts = Self.texts(values) else {
        return "request.type_list"
      }
      self[keyPath: path] = texts
    case .flag(let path):
      guard let flag = value.boolValue else { return "request.type_flag" }
      self[keyPath: path] = flag
    }
    return nil
  }

  private static func texts(_ values: [JSONValue]) -> [String]? {
    let texts = values.compactMap(\.stringValue)
    return texts.count == values.count ? texts : nil
  }
}

extension JSONValue {
  /// A text, or where it may be the digits of a number.
  fileprivate func text(isNumber: Bool) -> String? {
    switch self {
    case .string(let text): text
    case .integer(let value): isNumber ? String(value) : nil
    case .number(let value): isNumber ? "\(value)" : nil
    default: nil
    }
  }
}

// MARK: Codable

private struct RequestKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }

  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

extension StudyRequest {
  /// Reads what `encode(to:)` writes; an unknown key is an error.
  public init(from decoder: any Decoder) throws {
    self.init()
    let container = try decoder.container(keyedBy: RequestKey.self)
    let fields = Self.fields
    for key in container.allKeys where !["schema", "verb"].contains(key.stringValue) {
      guard let field = fields.first(where: { $0.key == key.stringValue }) else {
        throw DecodingError.dataCorruptedError(
          forKey: key, in: container, debugDescription: "no key of \(Self.verb)")
      }
      switch field.place {
      case .text(let path):
        self[keyPath: path] = try container.decodeIfPresent(String.self, forKey: key)
      case .list(let path):
        self[keyPath: path] = try container.decodeIfPresent([String].self, forKey: key) ?? []
      case .flag(let path):
        self[keyPath: path] = try container.decodeIfPresent(Bool.self, forKey: key) ?? false
      }
    }
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: RequestKey.self)
    try container.encode(Self.schema, forKey: RequestKey(stringValue: "schema"))
    try container.encode(Self.verb, forKey: RequestKey(stringValue: "verb"))
    for field in Self.fields {
      let key = RequestKey(stringValue: field.key)
      switch field.place {
      case .text(let path): try container.encodeIfPresent(self[keyPath: path], forKey: key)
      case .list(let path):
        if !self[keyPath: path].isEmpty { try container.encode(self[keyPath: path], forKey: key) }
      case .flag(let path): if self[keyPath: path] { try container.encode(true, forKey: key) }
      }
    }
  }
}
