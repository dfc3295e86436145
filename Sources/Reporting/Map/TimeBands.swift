// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

/// The steps of the map's colours: the circle's targets, then what lies beyond them.
struct TimeBands {
  /// Upper ends in hours, ascending; a last band without end follows, then "unreachable".
  let limits: [Double]
  /// How many of `limits` are targets of the circle.
  let targetCount: Int
  /// Of a window where all is near: lighter, so that names stay readable.
  let isLocal: Bool

  /// Bands of a circle: its targets and, where they are three or fewer, steps of the widest one.
  init(circle: String, in network: Network) {
    let targets = Set(network.tiers.filter { $0.circle == circle }.map(\.targetHours)).sorted()
    let given = targets.isEmpty ? [24, 48, 72] : targets
    let widest = given[given.count - 1]
    let beyond = given.count > 3 ? [] : [widest * 4 / 3, widest * 5 / 3, widest * 7 / 3]
    limits = Array((given + beyond).prefix(6))
    targetCount = min(given.count, limits.count)
    isLocal = false
  }

  /// Finer bands for a small window: six equal steps of whole hours that hold most of its values.
  ///
  /// `target` is the hours of the nearest tier; steps up to it are blue.
  init(local seconds: [Int64], target: Double) {
    // A few far islands do not stretch the steps: nine tenths of the cells decide them.
    let hours = seconds.map { Double($0) / 3_600 }.sorted()
    let least = hours.isEmpty ? 0 : hours[hours.count / 50]
    let most = hours.isEmpty ? 24 : max(hours[hours.count * 9 / 10], least + 1)
    let step = [1.0, 2, 3, 4, 6, 12, 24, 48].first { least + $0 * 6 > most } ?? 48
    let first = (least / step).rounded(.down) * step
    limits = (1...6).map { first + Double($0) * step }
    targetCount = limits.count { $0 <= target }
    isLocal = true
  }

  var count: Int { limits.count + 2 }
  var beyond: Int { limits.count }
  var unreachable: Int { limits.count + 1 }

  func band(of seconds: Int64?) -> Int {
    guard let seconds else { return unreachable }
    return limits.firstIndex { Double(seconds) <= $0 * 3_600 } ?? beyond
  }

  /// Blue inside the circle, the darker the faster; sand outside, the darker the later.
  ///
  /// The two run apart in lightness too, so they hold for every kind of colour vision and in grey.
  func colour(_ band: Int) -> String {
    guard band != unreachable else { return "#d9d9d9" }
    if band < targetCount { return Self.blues[isLocal ? 6 : min(targetCount, 6) - 1][band] }
    // All seven steps of a small window may lie beyond the target.
    if isLocal { return Self.sands[band - targetCount] }
    return ["#f6ecd4", "#ecd6a8", "#dcb878", "#c2965a"][
      max(0, min(3, band - targetCount + 3 - beyondSteps))]
  }

  /// Shades for one to six targets; the last row is for small windows.
  private static let blues = [
    ["#2e6da4"], ["#1f5a92", "#8fbcdc"], ["#0b3c6f", "#3f7fb5", "#9cc5e0"],
    ["#0b3c6f", "#2e6da4", "#6fa6cf", "#b5d4e9"],
    ["#0b3c6f", "#2a659e", "#5b97c6", "#8fbcdc", "#c3dcee"],
    ["#0b3c6f", "#225a94", "#4784b8", "#74a9d1", "#a2c8e3", "#cfe3f1"],
    ["#6ba0cc", "#88b4d8", "#a3c7e3", "#bcd7ec", "#d2e4f2", "#e4eff7"],
  ]

  private static let sands = [
    "#faf3e2", "#f3e5c6", "#ead4a6", "#dfc087", "#d1aa6b", "#c09251", "#a8783a",
  ]

  private var beyondSteps: Int { limits.count - targetCount }
}
