// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage

/// Steps of hours gained and lost, in two colours that every kind of colour vision tells apart.
enum DeltaBands {
  /// Lower ends of the bands in hours, the strongest first.
  static let limits = [24, 12, 6, 1]

  static let blues = ["#0b3c6f", "#2e6da4", "#78acd4", "#c3dcee"]
  static let oranges = ["#8c3a00", "#cf6512", "#f0a050", "#fad9b3"]
  /// Unchanged, or by less than an hour.
  static let neutral = "#e3e1dc"
  static let gained = "#0b4f9e"
  static let lost = "#b84300"

  /// -4…-1 faster, the more the lower; 0 under an hour; 1…4 slower; nil reached by neither.
  static func band(from before: Int64?, to after: Int64?) -> Int? {
    switch (before, after) {
    case (nil, nil): return nil
    case (nil, _): return -limits.count
    case (_, nil): return limits.count
    case (let old?, let new?):
      let hours = Double(abs(new - old)) / 3_600
      guard let step = limits.firstIndex(where: { hours >= Double($0) }) else { return 0 }
      return (limits.count - step) * (new < old ? -1 : 1)
    }
  }

  static func colour(_ band: Int) -> String {
    band == 0
      ? neutral : band < 0 ? blues[limits.count + band] : oranges[limits.count - band]
  }

  /// Class of a band's area, such as `faster-24`, `slower-1`, `same`.
  static func name(_ band: Int) -> String {
    guard band != 0 else { return "same" }
    return "\(band < 0 ? "faster" : "slower")-\(limits[limits.count - abs(band)])"
  }
}

/// A cell of the surface before and after.
struct DeltaCell: Sendable, Hashable {
  var index: Int
  var before: Int64?
  var after: Int64?

  var band: Int? { DeltaBands.band(from: before, to: after) }
  var deltaSeconds: Int64? {
    guard let before, let after else { return nil }
    return after - before
  }

  /// Cells of both surfaces by index; empty where one of them was not computed.
  static func cells(_ before: [SurfaceCell], _ after: [SurfaceCell]) -> [DeltaCell] {
    guard !before.isEmpty, !after.isEmpty else { return [] }
    let old = Dictionary(before.map { ($0.index, $0.seconds) }) { first, _ in first }
    let new = Dictionary(after.map { ($0.index, $0.seconds) }) { first, _ in first }
    return Set(old.keys).union(new.keys).sorted().map {
      DeltaCell(index: $0, before: old[$0] ?? nil, after: new[$0] ?? nil)
    }
  }
}

extension ComparisonReport {
  func cells(_ side: ComparedScenario, _ view: MapView) -> [DeltaCell] {
    DeltaCell.cells(base.surface(of: view), side.report.surface(of: view))
  }
}
