// SPDX-License-Identifier: GPL-3.0-or-later
import Yams

/// A place in a YAML file, counted from 1.
struct Position: Sendable, Hashable {
  var line, column: Int
  static let start = Position(line: 1, column: 1)
}

/// Plain data of a YAML file with its places: texts, lists, maps.
///
/// Texts are as written: `0110` keeps its zero and `no` is a text.
indirect enum YAMLValue: Sendable {
  case text(String, Position)
  case list([YAMLValue], Position)
  case map([YAMLMember], Position)

  var position: Position {
    switch self {
    case .text(_, let position), .list(_, let position), .map(_, let position): position
    }
  }

  var text: String? {
    if case .text(let text, _) = self { text } else { nil }
  }

  /// Several texts, or one.
  var texts: [(text: String, position: Position)]? {
    switch self {
    case .text(let text, let position): return text.isEmpty ? [] : [(text, position)]
    case .list(let values, _):
      let texts = values.compactMap { value in value.text.map { ($0, value.position) } }
      return texts.count == values.count ? texts : nil
    case .map: return nil
    }
  }

  /// The texts of a value, of its list, or of the values of its map.
  var words: [String] {
    switch self {
    case .text(let text, _): [text]
    case .list(let values, _): values.flatMap(\.words)
    case .map(let members, _): members.flatMap(\.value.words)
    }
  }

  var members: [YAMLMember]? {
    if case .map(let members, _) = self { members } else { nil }
  }

  subscript(key: String) -> YAMLValue? { members?.first { $0.key == key }?.value }
}

struct YAMLMember: Sendable {
  var key: String
  var position: Position
  var value: YAMLValue
}

/// What is wrong with the form of a YAML file.
struct YAMLFault: Error {
  var fault: ScenarioFault
  var position: Position
  var argument: String
  /// What should be there, for a wrong shape.
  var shape: String?
}

extension YAMLValue {
  /// Deepest nesting of lists and maps.
  private static let deepest = 32

  /// Reads one document of plain data.
  ///
  /// - Throws: `YAMLFault`; anchors, aliases, tags, keys that are no texts, repeated keys and several
  ///   documents are refused.
  init(yaml: String) throws(YAMLFault) {
    if let position = Self.tooDeep(yaml) {
      throw YAMLFault(fault: .tooDeep, position: position, argument: "\(Self.deepest)")
    }
    let text = YAMLText(yaml)
    // Before the parser, which would write out what aliases stand for.
    if let position = text.aliasedAnchor {
      throw YAMLFault(fault: .anchor, position: position, argument: "")
    }
    let node: Node?
    do {
      node = try Parser(yaml: yaml, resolver: .basic).singleRoot()
    } catch let error as YamlError {
      throw YAMLFault(error, in: text)
    } catch {
      throw YAMLFault(fault: .syntax, position: .start, argument: "\(error)")
    }
    guard let node else {
      throw YAMLFault(fault: .syntax, position: .start, argument: "the file is empty")
    }
    self = try Self.value(node, depth: 0, in: text)
  }

  private static func value(
    _ node: Node, depth: Int, in text: YAMLText
  ) throws(YAMLFault) -> YAMLValue {
    let position = node.mark.map { Position(line: $0.line, column: $0.column) } ?? .start
    switch text.scalar(at: position) {
    case "&", "*": throw YAMLFault(fault: .anchor, position: position, argument: "")
    case "!":
      throw YAMLFault(
        fault: .wrongShape, position: position, argument: text.word(at: position),
        shape: "text; list; map")
    default: break
    }
    guard depth < deepest else {
      throw YAMLFault(fault: .tooDeep, position: position, argument: "\(deepest)")
    }
    switch node {
    case .scalar(let scalar): return .text(scalar.string, position)
    case .sequence(let sequence):
      var values: [YAMLValue] = []
      for item in sequence { values.append(try value(item, depth: depth + 1, in: text)) }
      return .list(values, position)
    case .mapping(let mapping):
      var members: [YAMLMember] = []
      for (key, item) in mapping {
        guard case .scalar(let scalar) = key else {
          throw YAMLFault(fault: .key, position: position, argument: "")
        }
        _ = try value(key, depth: depth + 1, in: text)
        let place = key.mark.map { Position(line: $0.line, column: $0.column) } ?? position
        members.append(
          YAMLMember(
            key: scalar.string, position: place,
            value: try value(item, depth: depth + 1, in: text)))
      }
      return .map(members, position)
    case .alias: throw YAMLFault(fault: .anchor, position: position, argument: "")
    }
  }

  /// Where brackets or dashes nest beyond all reason, before the parser's recursion meets them.
  private static func tooDeep(_ yaml: String) -> Position? {
    var line = 1
    var open = 0
    var dashes = 0
    for byte in yaml.utf8 {
      switch byte {
      case UInt8(ascii: "\n"):
        line += 1
        dashes = 0
      case UInt8(ascii: "["), UInt8(ascii: "{"): open += 1
      case UInt8(ascii: "]"), UInt8(ascii: "}"): open = max(0, open - 1)
      case UInt8(ascii: "-"), UInt8(ascii: "?"), UInt8(ascii: ":"): dashes += 1
      case UInt8(ascii: " "): break
      default: dashes = 0
      }
      if open > 200 || dashes > 400 { return Position(line: line, column: 1) }
    }
    return nil
  }
}

extension YAMLFault {
  init(_ error: YamlError, in text: YAMLText) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      self.init(
        fault: .syntax, position: Position(line: mark.line, column: mark.column),
        argument: problem)
    case .duplicatedKeysInMapping(let duplicates, let context):
      self.init(
        fault: .keyTwice,
        position: Position(line: context.mark.line, column: context.mark.column),
        argument: duplicates.sorted().joined(separator: ", "))
    case .reader(let problem, let offset, _, _):
      self.init(
        fault: .syntax, position: offset.map(text.position(ofByte:)) ?? .start, argument: problem)
    default: self.init(fault: .syntax, position: .start, argument: "\(error)")
    }
  }
}
