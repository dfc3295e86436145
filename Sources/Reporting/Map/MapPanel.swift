// SPDX-License-Identifier: GPL-3.0-or-later

/// A column of text beside a map, written from the top down.
struct MapPanel {
  let x: Double
  private(set) var y: Double
  let width: Double

  init(x: Double, y: Double, width: Double) {
    self.x = x
    self.y = y
    self.width = width
  }

  mutating func gap(_ height: Double) { y += height }

  /// One line, made smaller until it fits the column.
  mutating func line(
    _ text: String, size: Double, weight: String = "400", colour: String = "#1b2833",
    _ svg: inout SVGText
  ) {
    let needed = TextMetrics.width(text, size: size)
    let fitted = needed > width ? max(8, size * width / needed) : size
    svg.element(
      "text",
      [
        "x": SVGText.number(x), "y": SVGText.number(y), "font-size": SVGText.number(fitted),
        "font-weight": weight, "fill": colour,
      ], text: text)
    y += size * 1.5
  }

  mutating func heading(_ text: String, _ svg: inout SVGText) {
    line(text, size: 16, weight: "700", &svg)
  }

  /// Text broken into lines at blanks, in Chinese between any two characters.
  mutating func paragraph(
    _ text: String, size: Double, colour: String, _ svg: inout SVGText
  ) {
    for part in Self.lines(text, size: size, width: width) {
      line(part, size: size, colour: colour, &svg)
    }
    y += size * 0.4
  }

  /// Cells of a table at offsets from the column's left; all but the first end there.
  mutating func row(
    _ cells: [String], at offsets: [Double], colour: String = "#1b2833", _ svg: inout SVGText
  ) {
    let size = 13.0
    let room = (offsets.count > 1 ? offsets[1] : width) - 46
    for (cell, offset) in zip(cells, offsets) {
      let isFirst = offset == offsets[0]
      let needed = TextMetrics.width(cell, size: size)
      let fitted = isFirst && needed > room ? size * room / needed : size
      svg.element(
        "text",
        [
          "x": SVGText.number(x + offset), "y": SVGText.number(y),
          "font-size": SVGText.number(fitted), "fill": colour,
          "text-anchor": isFirst ? "start" : "end",
        ], text: cell)
    }
    y += size * 1.42
  }

  static func lines(_ text: String, size: Double, width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in words(text) {
      if TextMetrics.width(line + word, size: size) > width, !line.isEmpty {
        lines.append(line)
        line = word == " " ? "" : word
      } else {
        line += word
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// Pieces between which a line may break; closing marks stay with what they close.
  private static func words(_ text: String) -> [String] {
    var words: [String] = []
    for character in text {
      let isWide = TextWidth.cells(String(character)) == 2
      let closes = "，。；：、）”」！？,.;:)".contains(character)
      let joins: Bool
      if let last = words.last?.last {
        joins =
          closes
          || (!isWide && character != " " && last != " " && TextWidth.cells(String(last)) == 1)
          || (last == "（" || last == "(")
      } else {
        joins = false
      }
      if joins { words[words.count - 1].append(character) } else { words.append(String(character)) }
    }
    return words
  }
}
