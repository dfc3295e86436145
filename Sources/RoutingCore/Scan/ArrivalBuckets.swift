// SPDX-License-Identifier: GPL-3.0-or-later

/// Arrivals to come, a list for each second, and a bit for each second that has one.
struct ArrivalBuckets {
  struct Event: BitwiseCopyable {
    var next: Int32
    /// Of a transfer its node, of a connection its run.
    var place: Int32
    /// Of a transfer the label that started it, of a connection its route leg.
    var cause: Int32
    /// The connection, or the complement of the transfer's slot.
    var via: Int32
    /// Of a transfer: at its end.
    var cost: CostPair
  }

  private(set) var events: Cells<Event>
  private var eventCount = 0
  /// Second since `start` → its latest event, or -1.
  private var heads: Cells<Int32>
  private var occupied: Cells<UInt64>
  private var start: Int32 = 0
  private var end: Int32 = 0
  /// The first second with an event; `Int32.max` where there is none.
  private(set) var first = Int32.max

  private static var none: Event { Event(next: -1, place: 0, cause: 0, via: 0, cost: .zero) }

  init() {
    events = Cells(repeating: Self.none, count: 1 << 12)
    heads = Cells(repeating: -1, count: 1)
    occupied = Cells(repeating: 0, count: 1)
  }

  func deallocate() {
    events.deallocate()
    heads.deallocate()
    occupied.deallocate()
  }

  /// Empties all and takes arrivals of `start ... end`.
  mutating func reset(from start: Int32, through end: Int32) {
    while first != Int32.max { _ = takeList() }
    eventCount = 0
    self.start = start
    self.end = end
    let seconds = Int(end - start) + 1
    if seconds > heads.count {
      heads = heads.grown(to: seconds, with: -1)
      occupied = occupied.grown(to: seconds / 64 + 1, with: 0)
    }
  }

  @inline(__always)
  mutating func add(at time: Int32, place: Int32, cause: Int32, via: Int32, cost: CostPair) {
    if eventCount == events.count { events = events.grown(to: 2 * eventCount, with: Self.none) }
    let second = Int(time &- start)
    events[eventCount] = Event(
      next: heads[second], place: place, cause: cause, via: via, cost: cost)
    heads[second] = Int32(truncatingIfNeeded: eventCount)
    eventCount += 1
    occupied[second >> 6] |= 1 << UInt64(second & 63)
    if time < first { first = time }
  }

  /// Takes the list of the first second: the number of its first event.
  mutating func takeList() -> Int32 {
    let second = Int(first &- start)
    let list = heads[second]
    heads[second] = -1
    occupied[second >> 6] &= ~(1 << UInt64(second & 63))
    var word = second >> 6
    let last = Int(end &- start) >> 6
    var bits = occupied[word]
    while bits == 0, word < last {
      word += 1
      bits = occupied[word]
    }
    first = bits == 0 ? Int32.max : start + Int32(word << 6 + bits.trailingZeroBitCount)
    return list
  }
}
