// SPDX-License-Identifier: GPL-3.0-or-later

/// The text of a YAML file, to be looked at where the parser says that something stands.
struct YAMLText {
  private let scalars: [Unicode.Scalar]
  /// Where each line begins in `scalars`.
  private let lines: [Int]

  /// - Complexity: O(length).
  init(_ yaml: String) {
    scalars = Array(yaml.unicodeScalars)
    var lines = [0]
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case "\r" where index + 1 < scalars.count && scalars[index + 1] == "\n": break
      // The breaks of YAML 1.1.
      case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}": lines.append(index + 1)
      default: break
      }
    }
    self.lines = lines
  }

  private func index(_ position: Position) -> Int? {
    guard lines.indices.contains(position.line - 1), position.column > 0 else { return nil }
    let index = lines[position.line - 1] + position.column - 1
    return index < scalars.count ? index : nil
  }

  func scalar(at position: Position) -> Unicode.Scalar? { index(position).map { scalars[$0] } }

  /// From there to the next blank or bracket.
  func word(at position: Position) -> String {
    guard let start = index(position) else { return "" }
    return String(String.UnicodeScalarView(scalars[start...].prefix { !Self.ends($0) }))
  }

  func position(ofByte offset: Int) -> Position {
    var bytes = 0
    var index = 0
    while index < scalars.count, bytes < offset {
      bytes += UTF8.width(scalars[index])
      index += 1
    }
    let line = lines.lastIndex { $0 <= index } ?? 0
    return Position(line: line + 1, column: index - lines[line] + 1)
  }

  /// An anchor that an alias of the same name refers to, or what looks like both.
  ///
  /// - Complexity: O(length).
  var aliasedAnchor: Position? {
    var anchors: [String: Position] = [:]
    var aliases: Set<String> = []
    for line in lines.indices {
      let end = line + 1 < lines.count ? lines[line + 1] : scalars.count
      var before: Unicode.Scalar = " "
      for index in lines[line]..<end {
        defer { before = scalars[index] }
        guard scalars[index] == "&" || scalars[index] == "*", Self.ends(before) else { continue }
        let place = Position(line: line + 1, column: index - lines[line] + 1)
        let name = String(word(at: place).dropFirst())
        guard !name.isEmpty else { continue }
        if scalars[index] == "*" {
          aliases.insert(name)
        } else if anchors[name] == nil {
          anchors[name] = place
        }
      }
    }
    return anchors.filter { aliases.contains($0.key) }.map(\.value).min {
      ($0.line, $0.column) < ($1.line, $1.column)
    }
  }

  private static func ends(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isWhitespace || "[]{},:".unicodeScalars.contains(scalar)
  }
}
