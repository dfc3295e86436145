// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// The number of a station, in the order in which stations were added to their engine.
public typealias StationID = ID<StationRule>

/// What a station is: servers, a waiting room, and when the servers work.
public struct StationRule: Sendable, Hashable {
  /// How many servers work from an offset in the cycle on.
  public struct Shift: Sendable, Hashable {
    /// Ticks since the start of the cycle, at least 0 and below the cycle.
    public let offset: Int64
    public let servers: Int

    public init(offset: Int64, servers: Int) {
      self.offset = offset
      self.servers = servers
    }
  }

  /// How many jobs a server takes at once.
  public struct Batch: Sendable, Hashable {
    /// A server starts no sooner than this many jobs wait; at least 1.
    public let least: Int
    /// A server takes at most this many.
    public let most: Int

    public init(least: Int, most: Int) {
      self.least = least
      self.most = most
    }
  }

  /// Units that can be in use at once; 0 makes the station a waiting room, from which `take` takes.
  ///
  /// With shifts this is not read.
  public var servers: Int
  /// Waiting places; nil is without limit, 0 lets nobody wait.
  public var roomLimit: Int?
  /// How many priorities of jobs there are, 1…8; priority 0 goes first.
  public var priorities: Int
  /// Changes of the number of servers within the cycle, by offset.
  ///
  /// The first has offset 0. Empty: always `servers`.
  public var shifts: [Shift]
  /// Ticks after which the shifts repeat; the cycle starts at tick 0.
  public var cycle: Int64
  /// Nil: one job a service.
  public var batch: Batch?

  /// Describes a station.
  ///
  /// - Parameters:
  ///   - servers: Units that can be in use at once.
  ///   - roomLimit: Waiting places; nil is without limit.
  ///   - priorities: 1…8.
  ///   - shifts: By offset, the first at 0.
  ///   - cycle: Ticks after which the shifts repeat.
  ///   - batch: How many jobs a server takes at once; a job then takes no units of its own.
  public init(
    servers: Int, roomLimit: Int? = nil, priorities: Int = 1, shifts: [Shift] = [],
    cycle: Int64 = 0, batch: Batch? = nil
  ) {
    self.servers = servers
    self.roomLimit = roomLimit
    self.priorities = priorities
    self.shifts = shifts
    self.cycle = cycle
    self.batch = batch
  }

  /// The first rule that is broken, or nil.
  var fault: String? {
    if servers < 0 || servers > Int(Int32.max) { return "servers are at least 0" }
    if let roomLimit, roomLimit < 0 { return "waiting places are at least 0" }
    if !(1...8).contains(priorities) { return "there are 1 to 8 priorities" }
    if let batch {
      if batch.least < 1 || batch.most < batch.least { return "a batch has 1 ≤ least ≤ most" }
      if let roomLimit, roomLimit < batch.least { return "the room holds at least the least batch" }
    }
    guard let first = shifts.first else { return nil }
    if first.offset != 0 { return "the first shift starts at offset 0" }
    if zip(shifts, shifts.dropFirst()).contains(where: { $0.offset >= $1.offset }) {
      return "shifts are in order of offset"
    }
    if shifts.contains(where: { $0.offset >= cycle }) { return "shifts start within the cycle" }
    if shifts.contains(where: { $0.servers < 0 || $0.servers > Int(Int32.max) }) {
      return "servers are at least 0"
    }
    return nil
  }
}
