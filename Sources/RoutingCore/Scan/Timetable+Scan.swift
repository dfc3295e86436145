// SPDX-License-Identifier: GPL-3.0-or-later

extension Timetable {
  /// Up to 64 connections that leave one after another, what is to be visited of them being a bit each.
  struct Block<Number: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable> {
    /// The connection of bit 0 is `connections[first]`.
    var connections: Cells<Connection<Number>>
    var first: Int
    /// The number of the connection of bit 0; that of an added one is `connectionCount` and more.
    var number: Int
    var bits: UInt64
    /// Of these, those that changes have cancelled.
    var cancelled: UInt64
    /// To be added to departures.
    var shift: Int32
    /// To be added to runs.
    var runShift: Int
  }

  /// Says of a block that no connection is to be visited again.
  static var goOn: Int { -1 }

  /// Visits what runs and leaves in `start ... end`, in order of departure.
  ///
  ///     for each period, for each word of 64 connections
  ///       visit those whose bit is set in the period
  ///     and, in between, what changes have added
  ///
  /// `visit` answers `goOn`, or the first bit of a block by which cargo arrived in the second in which
  /// it left (connections that take no time): then that second is begun again.
  ///
  /// - Parameters:
  ///   - connections: `narrow` or `wide`.
  ///   - start: First second.
  ///   - end: Last second.
  ///   - changes: What they add is visited too.
  ///   - visitsCancelled: Whether what they cancel is visited.
  ///   - visit: Called for every block that has something to visit.
  @inline(__always)
  func scan<Number>(
    _ connections: Cells<Connection<Number>>, from start: Int32, through end: Int32,
    changes: TimetableChanges?, visitsCancelled: Bool = false, _ visit: (Block<Number>) -> Int
  ) {
    let added = Cells(
      repeating: Connection<Number>(departure: 0, span: 0, run: 0, tail: 0, head: 0), count: 1)
    defer { added.deallocate() }
    let words = live.cells
    var number = Int(start / period)
    var next = firstConnection(notBefore: start - Int32(number) * period)
    var extra = changes?.firstAdded(notBefore: start) ?? 0
    while true {
      let extraTime =
        changes.map { extra < $0.added.count ? $0.added[extra].departure : Int32.max } ?? Int32.max
      let bound = min(end, extraTime)
      while number < periodCount, bound / period >= number {
        let shift = Int32(number) * period
        let isLast = bound - shift < period
        let stop = isLast ? firstConnection(notBefore: bound - shift + 1) : connectionCount
        let off = changes?.off(inPeriod: number)
        while next < stop {
          let word = next >> 6
          var bits = words[number * wordCount + word] & (~0 << UInt64(next & 63))
          let blockEnd = min(stop, (word + 1) << 6)
          if blockEnd & 63 != 0 { bits &= 1 << UInt64(blockEnd & 63) - 1 }
          let cancelled = off?[word] ?? 0
          if !visitsCancelled { bits &= ~cancelled }
          next = blockEnd
          guard bits != 0 else { continue }
          let again = visit(
            Block(
              connections: connections, first: word << 6, number: word << 6, bits: bits,
              cancelled: cancelled, shift: shift, runShift: number * tripCount))
          if again >= 0 {
            next = firstConnection(notBefore: connections[word << 6 + again].departure)
          }
        }
        guard !isLast else { break }
        number += 1
        next = 0
      }
      guard let changes, extraTime <= end else { return }
      let row = changes.added[extra]
      added[0] = Connection(
        departure: row.departure, span: row.span, run: row.run,
        tail: Number(truncatingIfNeeded: row.tail), head: Number(truncatingIfNeeded: row.head))
      let again = visit(
        Block(
          connections: added, first: 0, number: connectionCount + extra, bits: 1, cancelled: 0,
          shift: 0, runShift: 0))
      if again >= 0 {
        extra = changes.firstAdded(notBefore: extraTime)
        next = firstConnection(notBefore: extraTime - Int32(number) * period)
      } else {
        extra += 1
      }
    }
  }
}
