// SPDX-License-Identifier: GPL-3.0-or-later

/// A table of text that a page, Markdown and a terminal show alike.
struct ReportTable: Sendable {
  let title: String
  let headings: [(text: String, side: TextTable.Side)]
  private(set) var rows: [(cells: [String], mark: String)] = []
  /// Rows that were left out, as a sentence.
  var rest: String?
  var note: String?

  init(_ title: String, _ headings: [(String, TextTable.Side)], note: String? = nil) {
    self.title = title
    self.headings = headings.map { (text: $0.0, side: $0.1) }
    self.note = note
  }

  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; `mark` is its class in a page, such as `gained`.
  mutating func add(_ cells: [String], mark: String = "") {
    precondition(cells.count == headings.count, "a row has a cell for every heading")
    rows.append((cells, mark))
  }

  /// The same with at most so many rows and a sentence for the rest.
  func first(_ count: Int, _ more: (String) -> String) -> ReportTable {
    guard rows.count > count else { return self }
    var short = self
    short.rows = Array(rows.prefix(count))
    short.rest = more(String(rows.count - count))
    return short
  }

  /// With caption and scopes; every text is escaped.
  func markup() -> SVGText {
    var svg = SVGText()
    svg.begin("div", ["class": rows.count > 16 ? "scroll" : "scroll short"])
    svg.begin("table")
    svg.element("caption", [:], text: title)
    svg.begin("thead")
    svg.begin("tr")
    for heading in headings {
      svg.element(
        "th", ["scope": "col", "class": heading.side == .right ? "n" : "s"], text: heading.text)
    }
    svg.end()
    svg.end()
    svg.begin("tbody")
    for row in rows {
      svg.begin("tr", ["class": row.mark])
      for (number, cell) in row.cells.enumerated() {
        let side = headings[number].side == .right ? "n" : "s"
        if number == 0 {
          svg.element("th", ["scope": "row", "class": side], text: cell)
        } else {
          svg.element("td", ["class": side], text: cell)
        }
      }
      svg.end()
    }
    svg.end()
    svg.end()
    svg.end()
    for sentence in [rest, note].compactMap({ $0 }) {
      svg.element("p", ["class": "quiet"], text: sentence)
    }
    return svg
  }

  /// A heading and a table of GitHub's Markdown.
  func markdown() -> String {
    var out = "### \(MarkdownText.escaped(title))\n\n"
    out += line(headings.map { MarkdownText.escaped($0.text) })
    out += line(headings.map { $0.side == .right ? "---:" : "---" })
    for row in rows { out += line(row.cells.map(MarkdownText.escaped)) }
    for sentence in [rest, note].compactMap({ $0 }) {
      out += "\n\(MarkdownText.escaped(sentence))\n"
    }
    return out + "\n"
  }

  private func line(_ cells: [String]) -> String { "| " + cells.joined(separator: " | ") + " |\n" }

  /// A heading and columns for a terminal.
  func text() -> String {
    var table = TextTable(headings.map { ($0.text, $0.side) })
    for row in rows { table.add(row.cells) }
    var out = "\n\(TextWidth.printable(title))\n" + table.text()
    for sentence in [rest, note].compactMap({ $0 }) {
      out += "  \(TextWidth.printable(sentence))\n"
    }
    return out
  }
}

/// Text that Markdown shows as it is.
enum MarkdownText {
  /// One line in which nothing is markup, a link or HTML.
  static func escaped(_ text: String) -> String {
    var out = ""
    for scalar in TextWidth.printable(text.flattened).unicodeScalars {
      switch scalar {
      case "<": out += "&lt;"
      case ">": out += "&gt;"
      case "&": out += "&amp;"
      case "\\", "`", "*", "_", "[", "]", "|", "#", "!", "~", "@":
        out.unicodeScalars.append("\\")
        out.unicodeScalars.append(scalar)
      default: out.unicodeScalars.append(scalar)
      }
    }
    // A bare address is a link in GitHub's Markdown; an entity for its colon makes it plain.
    return out.replacing("://", with: "&#58;//").replacing("www.", with: "www&#46;")
  }
}

extension String {
  /// Line breaks and tabs as blanks.
  fileprivate var flattened: String {
    String(map { $0.isNewline || $0 == "\t" ? " " : $0 })
  }
}

extension StringProtocol {
  fileprivate func replacing(_ part: String, with other: String) -> String {
    var out = ""
    var rest = self[...]
    while let found = rest.firstRange(of: part) {
      out += rest[..<found.lowerBound] + other
      rest = rest[found.upperBound...]
    }
    return out + rest
  }
}
