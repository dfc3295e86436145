// SPDX-License-Identifier: GPL-3.0-or-later

/// A rectangle of the drawing.
struct Box: Hashable {
  var left, top, right, bottom: Double

  func overlaps(_ other: Box) -> Bool {
    left < other.right && other.left < right && top < other.bottom && other.top < bottom
  }

  func grown(by margin: Double) -> Box {
    Box(
      left: left - margin, top: top - margin, right: right + margin, bottom: bottom + margin)
  }
}

/// How wide text is without a font at hand: by kinds of characters, a little too wide.
enum TextMetrics {
  static func width(_ text: String, size: Double) -> Double {
    text.unicodeScalars.reduce(0) { $0 + share(of: $1) } * size
  }

  private static func share(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", ".", ",", ":", ";", "'", "|", "!": 0.29
    case "f", "t", "r", " ", "-", "(", ")", "/", "I": 0.37
    case "m", "w", "M", "W", "%": 0.88
    case "A"..."Z": 0.66
    case "0"..."9": 0.57
    case "\u{0}"..."\u{2FF}": 0.56
    default: TextWidth.cells(String(Character(scalar))) == 2 ? 1.0 : 0.6
    }
  }
}

/// Puts labels beside their marks, none over another, over a mark, or over the frame's edge.
struct LabelPlacer {
  /// A label that found its place.
  struct Placed {
    var x: Double
    var y: Double
    /// `start`, `middle` or `end`, as SVG's text-anchor.
    var anchor: String
    /// Where a line to the mark begins; nil where the label stands beside it.
    var leader: DrawingPoint?
  }

  let frame: Box
  private(set) var taken: [Box] = []

  init(frame: Box) { self.frame = frame }

  mutating func block(_ box: Box) { taken.append(box) }

  /// Tries eight places around the mark, then farther ones with a leader; nil where all are taken.
  mutating func place(
    _ text: String, size: Double, at mark: DrawingPoint, radius: Double, far: Bool = false,
    isBold: Bool = false
  ) -> Placed? {
    let width = TextMetrics.width(text, size: size) * (isBold ? 1.08 : 1) + 3
    var rings = [radius + 2]
    if far { rings += [radius + 14, radius + 26, radius + 40, radius + 58] }
    for (number, distance) in rings.enumerated() {
      for (dx, dy) in Self.directions {
        let x = mark.x + dx * distance
        let y = mark.y + dy * distance
        let anchor = dx > 0 ? "start" : dx < 0 ? "end" : "middle"
        let left = dx > 0 ? x : dx < 0 ? x - width : x - width / 2
        let middle = y + dy * size * 0.4
        let box = Box(
          left: left, top: middle - size * 0.56, right: left + width, bottom: middle + size * 0.56)
        guard box.left >= frame.left, box.right <= frame.right, box.top >= frame.top,
          box.bottom <= frame.bottom, !taken.contains(where: { $0.overlaps(box) })
        else { continue }
        taken.append(box)
        return Placed(
          x: x, y: middle + size * 0.36, anchor: anchor,
          leader: number == 0 ? nil : DrawingPoint(x: x - dx * 1.5, y: middle))
      }
    }
    return nil
  }

  /// Right first, as the eye reads; then above, below, left, the corners.
  private static let directions: [(Double, Double)] = [
    (1, 0), (0.8, -0.7), (0.8, 0.7), (-1, 0), (0, -1), (0, 1), (-0.8, -0.7), (-0.8, 0.7),
  ]
}
