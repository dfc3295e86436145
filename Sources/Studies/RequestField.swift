// SPDX-License-Identifier: GPL-3.0-or-later

/// A part of a request: options that several studies share.
///
/// Values are texts as a planner types them, flags, and lists of texts; an absent value is nil, false
/// or empty. `fields` is their one table: from it come the JSON of a request, its checks, and its line.
public protocol RequestPart: Sendable, Hashable {
  init()
  static var fields: [RequestField<Self>] { get }
}

/// What one study is asked for.
public protocol StudyRequest: RequestPart, Codable {
  /// The command's word, such as `route`.
  static var verb: String { get }
}

/// A key of a request and where its value is kept.
public struct RequestField<Root> {
  enum Place {
    case text(WritableKeyPath<Root, String?>)
    case list(WritableKeyPath<Root, [String]>)
    case flag(WritableKeyPath<Root, Bool>)
  }
  /// In snake_case; the option is the same with hyphens.
  public var key: String
  var place: Place
  /// In JSON a bare number may stand for its text.
  var isNumber = false
  var isPath = false
  /// On the command line it stands without an option.
  var isPositional = false

  static func text(_ key: String, _ path: WritableKeyPath<Root, String?>) -> Self {
    Self(key: key, place: .text(path))
  }

  static func number(_ key: String, _ path: WritableKeyPath<Root, String?>) -> Self {
    Self(key: key, place: .text(path), isNumber: true)
  }

  /// A file or folder.
  static func path(
    _ key: String, _ path: WritableKeyPath<Root, String?>, isPositional: Bool = false
  ) -> Self {
    Self(key: key, place: .text(path), isPath: true, isPositional: isPositional)
  }

  static func list(_ key: String, _ path: WritableKeyPath<Root, [String]>) -> Self {
    Self(key: key, place: .list(path))
  }

  /// Files or folders that stand without an option.
  static func paths(_ key: String, _ path: WritableKeyPath<Root, [String]>) -> Self {
    Self(key: key, place: .list(path), isPath: true, isPositional: true)
  }

  static func flag(_ key: String, _ path: WritableKeyPath<Root, Bool>) -> Self {
    Self(key: key, place: .flag(path))
  }

  /// The fields of a part within the whole.
  static func part<Part: RequestPart>(_ path: WritableKeyPath<Root, Part>) -> [Self] {
    Part.fields.map { field in
      let place: Place =
        switch field.place {
        case .text(let inner): .text(path.appending(path: inner))
        case .list(let inner): .list(path.appending(path: inner))
        case .flag(let inner): .flag(path.appending(path: inner))
        }
      return Self(
        key: field.key, place: place, isNumber: field.isNumber, isPath: field.isPath,
        isPositional: field.isPositional)
    }
  }

  /// Such as `--export-mode`.
  public var option: String { "--" + key.replacing("_", with: "-") }

  /// The values in their order: none where the field is absent, `true` for a flag that is set.
  func values(in root: Root) -> [String] {
    switch place {
    case .text(let path): root[keyPath: path].map { [$0] } ?? []
    case .list(let path): root[keyPath: path]
    case .flag(let path): root[keyPath: path] ? ["true"] : []
    }
  }
}

extension RequestPart {
  /// The options that are given, such as `--mass`; of what stands without an option its key.
  public var givenOptions: [String] {
    Self.fields.filter { !$0.values(in: self).isEmpty }.map { $0.isPositional ? $0.key : $0.option }
  }
}

extension StudyRequest {
  /// The command line that asks this: what stands alone first, then options in the order of the table.
  public var command: String {
    var words = ["tidebore", Self.verb]
    let fields = Self.fields
    for field in fields.filter(\.isPositional) + fields.filter({ !$0.isPositional }) {
      let values = field.values(in: self)
      if case .flag = field.place {
        words += values.map { _ in field.option }
      } else if field.isPositional {
        words += values.map(ShellWord.quoted)
      } else {
        for value in values {
          words +=
            value.hasPrefix("-")
            ? [ShellWord.quoted("\(field.option)=\(value)")]
            : [field.option, ShellWord.quoted(value)]
        }
      }
    }
    return words.joined(separator: " ")
  }

  /// The same request with each path in its one spelling.
  ///
  /// - Parameter folder: What relative paths are relative to: the process's working directory.
  /// - Returns: What asks the same, to the byte, however its paths were typed.
  public func canonical(in folder: String) -> Self {
    var request = self
    for field in Self.fields where field.isPath {
      switch field.place {
      case .text(let path):
        request[keyPath: path] = self[keyPath: path].map { CanonicalPath.of($0, in: folder) }
      case .list(let path):
        request[keyPath: path] = self[keyPath: path].map { CanonicalPath.of($0, in: folder) }
      case .flag: break
      }
    }
    return request
  }
}

/// A word as a shell reads it.
public enum ShellWord {
  public static func quoted(_ word: String) -> String {
    let plain = word.utf8.allSatisfy { byte in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
        || "-_./:+=,@%".utf8.contains(byte)
    }
    return plain && !word.isEmpty ? word : "'" + word.replacing("'", with: "'\\''") + "'"
  }
}
