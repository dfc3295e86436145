// SPDX-License-Identifier: GPL-3.0-or-later

/// Words that differ from a mistyped one by few letters.
enum NearestWords {
  /// At most three words within a third of the letters, nearest first, then in order.
  ///
  /// - Complexity: O(*n*·*m*²) for *n* words of *m* letters.
  static func find(_ word: String, among words: some Sequence<String>) -> [String] {
    let typed = Array(word.lowercased())
    let limit = max(1, typed.count / 3)
    let near = words.compactMap { candidate -> (distance: Int, word: String)? in
      let letters = Array(candidate.lowercased())
      guard abs(letters.count - typed.count) <= limit else { return nil }
      let distance = distance(typed, letters)
      return distance <= limit ? (distance, candidate) : nil
    }
    return near.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(3).map(\.word)
  }

  /// Insertions, deletions, changes and swaps of neighbours (optimal string alignment).
  private static func distance(_ a: [Character], _ b: [Character]) -> Int {
    var before = [Int](repeating: 0, count: b.count + 1)
    var above = Array(0...b.count)
    for i in a.indices {
      var row = [i + 1] + [Int](repeating: 0, count: b.count)
      for j in b.indices {
        let change = above[j] + (a[i] == b[j] ? 0 : 1)
        row[j + 1] = min(change, above[j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] {
          row[j + 1] = min(row[j + 1], before[j - 1] + 1)
        }
      }
      (before, above) = (above, row)
    }
    return above[b.count]
  }
}
