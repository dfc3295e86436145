// SPDX-License-Identifier: GPL-3.0-or-later

/// Finds what was probably meant.
public enum NearestName {
  /// The candidate with the least edit distance to `name`, case ignored; the first among equals.
  ///
  /// - Complexity: O(candidates × length²), lengths cut at 40.
  public static func of(_ name: String, in candidates: some Sequence<String>) -> String? {
    nearest(name, candidates, count: 1).first?.name
  }

  /// What to offer: the nearest candidate if it is near, otherwise the three nearest.
  static func offer(_ name: String, in candidates: some Sequence<String>) -> String {
    let three = nearest(name, candidates, count: 3)
    guard let best = three.first else { return "" }
    if best.distance <= max(2, name.unicodeScalars.count * 2 / 3) { return best.name }
    return three.map(\.name).joined(separator: ", ")
  }

  private static func nearest(
    _ name: String, _ candidates: some Sequence<String>, count: Int
  ) -> [(distance: Int, name: String)] {
    let wanted = Array(name.lowercased().unicodeScalars.prefix(40))
    var best: [(distance: Int, name: String)] = []
    for candidate in candidates {
      let other = Array(candidate.lowercased().unicodeScalars.prefix(40))
      let worst = best.count == count ? best[count - 1].distance : .max
      if abs(other.count - wanted.count) * 2 - 1 >= worst { continue }
      let distance = distance(wanted, other)
      guard distance < worst else { continue }
      if best.count == count { best.removeLast() }
      best.insert(
        (distance, candidate), at: best.firstIndex { $0.distance > distance } ?? best.count)
    }
    return best
  }

  /// Twice the insertions, deletions, replacements and swaps of neighbours (optimal string
  /// alignment) that turn one into the other; one less where the first letters agree.
  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for (i, x) in a.enumerated() {
      var row = [i + 1]
      for (j, y) in b.enumerated() {
        var least = min(above[j] + (x == y ? 0 : 1), above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, x == b[j - 1], y == a[i - 1] { least = min(least, before[j - 1] + 1) }
        row.append(least)
      }
      before = above
      above = row
    }
    let count = above[b.count]
    return count * 2 - (count > 0 && a.first == b.first ? 1 : 0)
  }
}
