// SPDX-License-Identifier: GPL-3.0-or-later

/// An SVG document being written; text and attributes are escaped, so a name is never markup.
struct SVGText {
  private(set) var text = ""
  private var open: [String] = []

  /// Begins an element that `end()` closes.
  mutating func begin(_ name: String, _ attributes: KeyValuePairs<String, String> = [:]) {
    tag(name, attributes)
    text += ">"
    open.append(name)
  }

  mutating func end() {
    if let name = open.popLast() { text += "</\(name)>\n" }
  }

  mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    tag(name, attributes)
    text += "/>\n"
  }

  /// An element that holds text alone.
  mutating func element(
    _ name: String, _ attributes: KeyValuePairs<String, String>, text content: String
  ) {
    tag(name, attributes)
    text += ">\(Self.escaped(content))</\(name)>\n"
  }

  /// Markup that another `SVGText` wrote.
  mutating func append(_ other: SVGText) { text += other.text }

  private mutating func tag(_ name: String, _ attributes: KeyValuePairs<String, String>) {
    text += "<\(name)"
    for (key, value) in attributes { text += " \(key)=\"\(Self.escaped(value))\"" }
  }

  /// Text without the characters that XML gives a meaning, and without those it forbids.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 < 0x20 || "<>&\"'".utf8.contains($0) }) else {
      return text
    }
    var out = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\"": out += "&quot;"
      case "'": out += "&#39;"
      case "\t", "\n": out += " "
      case "\u{0}"..."\u{1F}": break
      default: out.unicodeScalars.append(scalar)
      }
    }
    return out
  }

  /// A coordinate with at most two decimals.
  static func number(_ value: Double) -> String { Numerals.short(value, 2) }
}

/// Path data in tenths of a pixel, relative and whole, to be drawn at `scale(.1)`.
struct PathData {
  private(set) var data = ""
  /// Corners nearer than this to the one before (in tenths of a pixel) are left out.
  private let tolerance: Int

  init(tolerance: Int = 2) { self.tolerance = tolerance }

  mutating func add(_ points: [DrawingPoint], closed: Bool) {
    guard let first = points.first else { return }
    var here = Self.whole(first)
    var steps = ""
    var count = 0
    for (number, point) in points.enumerated().dropFirst() {
      let next = Self.whole(point)
      let dx = next.0 - here.0
      let dy = next.1 - here.1
      let isLast = number == points.count - 1
      guard dx != 0 || dy != 0 else { continue }
      if abs(dx) < tolerance, abs(dy) < tolerance, !isLast { continue }
      steps += Self.pair(dx, dy, first: count == 0)
      count += 1
      here = next
    }
    guard count > (closed ? 1 : 0) else { return }
    let start = Self.whole(first)
    data += "M\(start.0)\(start.1 < 0 ? "" : " ")\(start.1)l\(steps)\(closed ? "z" : "")"
  }

  private static func whole(_ point: DrawingPoint) -> (Int, Int) {
    (Int((point.x * 10).rounded()), Int((point.y * 10).rounded()))
  }

  private static func pair(_ dx: Int, _ dy: Int, first: Bool) -> String {
    "\(first || dx < 0 ? "" : " ")\(dx)\(dy < 0 ? "" : " ")\(dy)"
  }
}
