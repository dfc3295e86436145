// SPDX-License-Identifier: GPL-3.0-or-later
import Geography

/// Cuts rings and lines at the edges of a map.
struct RingClip {
  let frame: MapFrame

  /// The parts of a ring that the frame shows, as drawing points; empty where none.
  ///
  /// The ring is laid out without jumps, then cut (Sutherland and Hodgman, 1974) for each turn of
  /// the Earth that reaches into the frame.
  func areas(of ring: [GeoPoint]) -> [[DrawingPoint]] {
    let line = unrolled(ring)
    guard let least = line.map(\.x).min(), let most = line.map(\.x).max() else { return [] }
    var areas: [[DrawingPoint]] = []
    for turn in [-360.0, 0, 360]
    where least + turn < frame.halfWidth && most + turn > -frame.halfWidth {
      var shape = line.map { DrawingPoint(x: $0.x + turn, y: $0.y) }
      shape = cut(shape) { $0.x + frame.halfWidth }
      shape = cut(shape) { frame.halfWidth - $0.x }
      shape = cut(shape) { $0.y - frame.south }
      shape = cut(shape) { frame.north - $0.y }
      guard shape.count > 2 else { continue }
      areas.append(shape.map { frame.point(offset: $0.x, latitude: $0.y) })
    }
    return areas
  }

  /// The parts of a line that the frame shows; edges for which `skips` says so are left out.
  func lines(
    of points: [GeoPoint], skipping skips: (GeoPoint, GeoPoint) -> Bool = { _, _ in false }
  ) -> [[DrawingPoint]] {
    var line = VisibleLine()
    for (a, b) in zip(points, points.dropFirst()) {
      guard !skips(a, b) else {
        line.flush()
        continue
      }
      let from = DrawingPoint(x: frame.offset(a.longitude), y: a.latitude)
      var to = DrawingPoint(x: frame.offset(b.longitude), y: b.latitude)
      // The short way round: an edge that jumps crosses the cut and is drawn on either side.
      let jump = to.x - from.x
      guard abs(jump) > 180 else {
        line.add(from, to, in: frame)
        continue
      }
      let turn = jump > 0 ? 360.0 : -360
      to.x -= turn
      line.add(from, to, in: frame)
      line.flush()
      line.add(
        DrawingPoint(x: from.x + turn, y: from.y), DrawingPoint(x: to.x + turn, y: to.y),
        in: frame)
    }
    line.flush()
    return line.parts
  }

  private func unrolled(_ ring: [GeoPoint]) -> [DrawingPoint] {
    var line: [DrawingPoint] = []
    line.reserveCapacity(ring.count)
    for point in ring {
      var x = frame.offset(point.longitude)
      if let last = line.last {
        while x - last.x > 180 { x -= 360 }
        while x - last.x < -180 { x += 360 }
      }
      line.append(DrawingPoint(x: x, y: point.latitude))
    }
    return line
  }

  /// Keeps the side where `inside` is not negative; `inside` is linear.
  private func cut(
    _ shape: [DrawingPoint], _ inside: (DrawingPoint) -> Double
  ) -> [DrawingPoint] {
    guard var before = shape.last else { return [] }
    var out: [DrawingPoint] = []
    for point in shape {
      let a = inside(before)
      let b = inside(point)
      if (a < 0) != (b < 0) {
        let t = a / (a - b)
        out.append(
          DrawingPoint(
            x: before.x + (point.x - before.x) * t, y: before.y + (point.y - before.y) * t))
      }
      if b >= 0 { out.append(point) }
      before = point
    }
    return out
  }
}

/// The visible parts of a line, edge by edge.
private struct VisibleLine {
  private(set) var parts: [[DrawingPoint]] = []
  private var current: [DrawingPoint] = []

  mutating func flush() {
    if current.count > 1 { parts.append(current) }
    current = []
  }

  /// Adds the visible part of an edge (Liang and Barsky, 1984).
  mutating func add(_ a: DrawingPoint, _ b: DrawingPoint, in frame: MapFrame) {
    var first = 0.0
    var last = 1.0
    let dx = b.x - a.x
    let dy = b.y - a.y
    for (p, q) in [
      (-dx, a.x + frame.halfWidth), (dx, frame.halfWidth - a.x), (-dy, a.y - frame.south),
      (dy, frame.north - a.y),
    ] {
      if p == 0 {
        if q < 0 { return flush() }
      } else if p < 0 {
        first = max(first, q / p)
      } else {
        last = min(last, q / p)
      }
    }
    guard first <= last else { return flush() }
    if current.isEmpty || first > 0 {
      flush()
      current.append(frame.point(offset: a.x + dx * first, latitude: a.y + dy * first))
    }
    current.append(frame.point(offset: a.x + dx * last, latitude: a.y + dy * last))
    if last < 1 { flush() }
  }
}
