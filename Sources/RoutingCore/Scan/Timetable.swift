// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Trips and transfers laid out for scanning in order of departure; immutable.
///
/// A connection is a trip's way from one stop to its next. All connections of one period (a day, a
/// week) are stored once, sorted by the second of the period; a scan loops over them as often as its
/// horizon asks, and a bit for each connection and period tells whether it runs. So services that
/// run every fourth week, dated exceptions and clock changes cost a bit, not a copy.
///
/// Times are boarding times: at node *n* cargo that arrives at *t* may leave from *t* + `turnaround[n]`.
/// Spans of connections and transfers are stored between boarding times, so that a scan never looks a
/// turnaround up.
public struct Timetable: Sendable {
  /// Time 0.
  public let epoch: Instant
  /// Seconds; connections of period *p* leave in `p * period ..< (p + 1) * period`.
  public let period: Int32
  public let periodCount: Int
  public let nodeCount: Int
  public let tripCount: Int
  public let connectionCount: Int
  public let transferCount: Int
  /// No chain of two transfers beats a direct one, so none follows another.
  public var transfersAreClosed: Bool { detourExcess != nil }
  let detourExcess: DetourExcess?
  /// Some connections take no time, so that one may lead to another of the same second.
  let hasInstants: Bool
  /// Trips times the periods in which trips start; see `Connection.run`.
  let runCount: Int

  /// Sorted by departure, then span, then trip and leg; one of the two is empty.
  let narrow: FixedArray<Connection<UInt16>>
  let wide: FixedArray<Connection<UInt32>>
  /// Period × words + connection / 64.
  let live: FixedArray<UInt64>
  /// Of `live` in one period.
  let wordCount: Int
  /// Node *n*'s transfers are the slots `firstTransfer[n] ..< firstTransfer[n + 1]`.
  let firstTransfer: FixedArray<Int32>
  /// By tail.
  let transfers: FixedArray<Transfer>
  let transferTails: FixedArray<Int32>
  let transferTags: FixedArray<Int32>
  /// Node → seconds from arrival to boarding.
  let turnarounds: FixedArray<Int32>
  let longestTurnaround: Int32
  let windows: StepTable
  /// Transfers of any node wait for a window.
  let hasWindows: Bool

  /// Connection → what only journeys and costs read.
  let legs: FixedArray<Leg>
  /// Trip as it was added → its number here: trips are numbered by first departure, so that a scan
  /// finds together what it needs together.
  let tripNumbers: FixedArray<Int32>
  /// Trip number → its legs in order are `tripConnections[firstLeg[t] ..< firstLeg[t + 1]]`.
  let firstLeg: FixedArray<Int32>
  let tripConnections: FixedArray<Int32>
  /// Connections by tail and by head, with where each node's start.
  let firstOut: FixedArray<Int32>
  let outgoing: FixedArray<Int32>
  let firstIn: FixedArray<Int32>
  let incoming: FixedArray<Int32>
  /// Cost and CO2e of transfers by slot, of connections by number.
  let transferCosts: FixedArray<CostPair>
  let connectionCosts: FixedArray<CostPair>
  /// Trip number → cost of boarding it.
  let boardingCosts: FixedArray<CostPair>
  /// Trip number → its group: trips of the same stops and costs; -1 is unknown.
  let tripGroups: FixedArray<Int32>

  /// A trip's way from one stop to the next: 16 bytes up to 65,535 nodes, 20 beyond.
  struct Connection<Number: FixedWidthInteger & UnsignedInteger & BitwiseCopyable & Sendable>:
    Sendable, BitwiseCopyable
  {
    /// Last second of the period at which cargo may come to board.
    var departure: Int32
    /// From there until it may board at the head.
    var span: Int32
    /// In period *p* it belongs to run `run + p * tripCount`: trip *t* that started in period *s* is
    /// run `t + s * tripCount`.
    var run: Int32
    var tail: Number
    var head: Number
  }

  /// A move at any time: 16 bytes.
  struct Transfer: Sendable, BitwiseCopyable {
    var head: Int32
    /// Between boarding times.
    var seconds: Int32
    /// Lists of `windows`, or `none`.
    var openBefore: Int32
    var openAfter: Int32

    static let none: Int32 = -1
  }

  struct Leg: Sendable, BitwiseCopyable {
    var trip: Int32
    /// Number within the trip.
    var position: Int32
    /// Periods since the trip's first.
    var periodsLater: Int32
    /// Of the caller: an arc's number.
    var tag: Int32
  }

  /// True where node numbers fit 16 bits.
  var isNarrow: Bool { nodeCount <= Int(UInt16.max) }

  func tail(ofConnection number: Int) -> Int {
    isNarrow ? Int(narrow[number].tail) : Int(wide[number].tail)
  }
  func head(ofConnection number: Int) -> Int {
    isNarrow ? Int(narrow[number].head) : Int(wide[number].head)
  }
  func departure(ofConnection number: Int) -> Int32 {
    isNarrow ? narrow[number].departure : wide[number].departure
  }
  func span(ofConnection number: Int) -> Int32 {
    isNarrow ? narrow[number].span : wide[number].span
  }
  func run(ofConnection number: Int) -> Int32 {
    isNarrow ? narrow[number].run : wide[number].run
  }

  func connections(from node: ID<Node>) -> some Sequence<Int> {
    (firstOut[node.index]..<firstOut[node.index + 1]).lazy.map { Int(outgoing[Int($0)]) }
  }
  func connections(to node: ID<Node>) -> some Sequence<Int> {
    (firstIn[node.index]..<firstIn[node.index + 1]).lazy.map { Int(incoming[Int($0)]) }
  }

  func runs(_ connection: Int, inPeriod number: Int) -> Bool {
    (0..<periodCount).contains(number)
      && live[number * wordCount + connection >> 6] >> UInt64(connection & 63) & 1 == 1
  }

  /// The first connection at or after a second of the period.
  func firstConnection(notBefore second: Int32) -> Int {
    var (low, high) = (0, connectionCount)
    while low < high {
      let middle = (low + high) / 2
      if departure(ofConnection: middle) < second { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// When a transfer that starts at a boarding time ends, likewise; `unreached` where it never opens.
  @inline(__always)
  func end(of transfer: Transfer, from tail: Int, at time: Int32) -> Int32 {
    guard hasWindows, transfer.openBefore >= 0 || transfer.openAfter >= 0 else {
      return time &+ transfer.seconds
    }
    return windowedEnd(of: transfer, from: tail, at: time)
  }

  private func windowedEnd(of transfer: Transfer, from tail: Int, at time: Int32) -> Int32 {
    let arrival = time - turnarounds[tail]
    var now = arrival
    if transfer.openBefore >= 0 {
      guard let step = windows.first(in: transfer.openBefore, notBelow: now) else {
        return RoutingTime.unreached
      }
      now = max(now, step.value)
    }
    let later = turnarounds[Int(transfer.head)]
    now += transfer.seconds + turnarounds[tail] - later
    if transfer.openAfter >= 0 {
      guard let step = windows.first(in: transfer.openAfter, notBelow: now) else {
        return RoutingTime.unreached
      }
      now = max(now, step.value)
    }
    return now + later
  }
}

/// Fen and grams in one word, so that one addition and one comparison do for both.
///
/// Both are below 2³¹; *p* is at most *q* in both where `(q | guards) - p` keeps both guard bits.
struct CostPair: Sendable, Hashable, BitwiseCopyable {
  var bits: UInt64

  @inline(__always)
  static var guards: UInt64 { 0x8000_0000_8000_0000 }
  static var zero: CostPair { CostPair(bits: 0) }
  /// Stands in empty slots: dominates nothing.
  static var greatest: CostPair { CostPair(bits: 0x7fff_ffff_7fff_ffff) }

  init(bits: UInt64) { self.bits = bits }

  init(cost: Int32, co2e: Int32) {
    bits = UInt64(UInt32(bitPattern: cost)) << 32 | UInt64(UInt32(bitPattern: co2e))
  }

  var cost: Int32 { Int32(truncatingIfNeeded: bits >> 32) }
  var co2e: Int32 { Int32(truncatingIfNeeded: bits) }

  /// At most `other` in both.
  @inline(__always)
  func dominates(_ other: CostPair) -> Bool {
    ((other.bits | Self.guards) &- bits) & Self.guards == Self.guards
  }

  @inline(__always)
  static func &+ (a: CostPair, b: CostPair) -> CostPair { CostPair(bits: a.bits &+ b.bits) }
  @inline(__always)
  static func &- (a: CostPair, b: CostPair) -> CostPair { CostPair(bits: a.bits &- b.bits) }

  /// A sum that has left the range of 31 bits.
  @inline(__always)
  var overflows: Bool { bits & Self.guards != 0 }
}
