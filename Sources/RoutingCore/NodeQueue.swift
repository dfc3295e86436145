// SPDX-License-Identifier: GPL-3.0-or-later

/// A queue of nodes by time, earliest first, equal times by number: a 4-ary heap that knows where each node stands.
///
/// It never holds a node twice, so its memory is two words per node and never grows.
struct NodeQueue: ~Copyable {
  /// Time, shifted to be unsigned, above the node's number: one comparison orders both.
  private var entries: [UInt64]
  private var count = 0
  /// Position in `entries`; negative for a node that is not queued.
  private var positions: [Int32]

  init(nodeCount: Int) {
    entries = [UInt64](repeating: 0, count: nodeCount)
    positions = [Int32](repeating: -1, count: nodeCount)
  }

  /// Queues a node, or moves it forward where it is queued with a later time.
  @inline(__always)
  mutating func insert(_ node: Int32, at time: Int32) {
    let key = UInt64(UInt32(bitPattern: time) ^ 0x8000_0000) << 32 | UInt64(UInt32(node))
    var position = Int(positions[Int(node)])
    if position < 0 {
      position = count
      count += 1
    }
    while position > 0 {
      let parent = (position - 1) >> 2
      let other = entries[parent]
      if other <= key { break }
      entries[position] = other
      positions[Int(truncatingIfNeeded: other & 0xffff_ffff)] = Int32(truncatingIfNeeded: position)
      position = parent
    }
    entries[position] = key
    positions[Int(node)] = Int32(truncatingIfNeeded: position)
  }

  /// Takes the first node and its time.
  @inline(__always)
  mutating func popFirst() -> (node: Int32, time: Int32)? {
    guard count > 0 else { return nil }
    let first = entries[0]
    let node = Int32(truncatingIfNeeded: first & 0xffff_ffff)
    positions[Int(node)] = -1
    count -= 1
    if count > 0 { settle(entries[count]) }
    return (node, Int32(bitPattern: UInt32(first >> 32) ^ 0x8000_0000))
  }

  /// Lets an entry sink from the top.
  @inline(__always)
  private mutating func settle(_ key: UInt64) {
    var position = 0
    while true {
      var child = 4 * position + 1
      guard child < count else { break }
      var least = entries[child]
      let end = min(child + 4, count)
      var candidate = child + 1
      while candidate < end {
        let other = entries[candidate]
        if other < least {
          least = other
          child = candidate
        }
        candidate += 1
      }
      if least >= key { break }
      entries[position] = least
      positions[Int(truncatingIfNeeded: least & 0xffff_ffff)] = Int32(truncatingIfNeeded: position)
      position = child
    }
    entries[position] = key
    positions[Int(truncatingIfNeeded: key & 0xffff_ffff)] = Int32(truncatingIfNeeded: position)
  }
}
