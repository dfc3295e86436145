// SPDX-License-Identifier: GPL-3.0-or-later

/// Lists of (key, value) pairs, both rising, each list with an index over its keys.
///
/// A window is the list of (last open second, first open second) of its intervals; a schedule the
/// list of (departure, arrival). Both ask for the first pair whose key is not below a time. The
/// index cuts the list's span into buckets of 2^shift seconds, at most two per pair, so that the
/// answer is a step or two from where its bucket starts: O(1) for evenly spread keys, O(log n)
/// where they crowd into one bucket. 8 bytes per pair and at most 8 for its share of the index.
struct StepTable: Sendable {
  struct Step: Sendable, Hashable, BitwiseCopyable {
    var key: Int32
    var value: Int32
  }

  struct List: Sendable, BitwiseCopyable {
    /// Where the list starts in `steps`.
    var first: Int32
    var count: Int32
    /// Where its index starts in `bucketStarts`.
    var buckets: Int32
    var shift: Int32
    var leastKey: Int32
    var greatestKey: Int32
  }

  private(set) var lists: [List] = []
  private(set) var steps: [Step] = []
  /// Position, within its list, of the first key in or after each bucket; one more closes a list.
  private(set) var bucketStarts: [Int32] = []

  /// Adds a list whose keys rise strictly and whose values do not fall; returns its number.
  mutating func append(_ list: [Step]) -> Int32 {
    let number = Int32(lists.count)
    guard let least = list.first?.key, let greatest = list.last?.key else {
      lists.append(
        List(
          first: Int32(steps.count), count: 0, buckets: Int32(bucketStarts.count), shift: 0,
          leastKey: Int32.max, greatestKey: Int32.min))
      return number
    }
    let span = greatest - least
    var shift: Int32 = 0
    while Int(span >> shift) >= 2 * list.count { shift += 1 }
    lists.append(
      List(
        first: Int32(steps.count), count: Int32(list.count), buckets: Int32(bucketStarts.count),
        shift: shift, leastKey: least, greatestKey: greatest))
    var position = 0
    for bucket in 0...(span >> shift) {
      let start = least + (bucket << shift)
      while list[position].key < start { position += 1 }
      bucketStarts.append(Int32(position))
    }
    bucketStarts.append(Int32(list.count))
    steps += list
    return number
  }

  /// The first pair of the list whose key is at least `time`, nil after the last.
  @inline(__always)
  func first(in list: Int32, notBelow time: Int32) -> Step? {
    let head = lists[Int(list)]
    guard time <= head.greatestKey else { return nil }
    let origin = Int(head.first)
    guard time > head.leastKey else { return steps[origin] }
    let bucket = Int(head.buckets) + Int((time &- head.leastKey) >> head.shift)
    var low = origin + Int(bucketStarts[bucket])
    var step = steps[low]
    if step.key >= time { return step }
    var high = origin + Int(bucketStarts[bucket + 1])
    // Only crowded buckets are halved; `steps[low].key < time` throughout.
    while high - low > 8 {
      let middle = (low + high) >> 1
      if steps[middle].key < time { low = middle } else { high = middle }
    }
    repeat {
      low += 1
      step = steps[low]
    } while step.key < time
    return step
  }

  /// The last pair of the list whose value is at most `time`, nil before the first; O(log n).
  func last(in list: Int32, withValueUpTo time: Int32) -> Step? {
    let head = lists[Int(list)]
    var low = Int(head.first)
    var high = low + Int(head.count)
    while low < high {
      let middle = (low + high) >> 1
      if steps[middle].value <= time { low = middle + 1 } else { high = middle }
    }
    return low > Int(head.first) ? steps[low - 1] : nil
  }
}
