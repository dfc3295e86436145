// SPDX-License-Identifier: GPL-3.0-or-later

/// A lot on its way; its row is used again once it is delivered.
struct Lot {
  /// Names its luck: made of its row of demand's name, the hour of its birth and its number in that hour.
  var entity: UInt64
  /// Row of demand.
  var row: Int32
  /// Row of the run's steps.
  var step: Int32
  /// When it became ready, and when what it does now began; seconds since the start.
  var born: Int64
  var since: Int64
  /// Seat that it takes next, or sits on: row of the table of neighbours; -1 before it has chosen one.
  var seat: Int32 = -1
  /// Run of that seat's service which it has booked; -1 for none.
  var booked: Int32 = -1
  /// Seats and runs booked after the next; -1 for none.
  var laterSeats = [5 of Int32](repeating: -1)
  var later = [5 of Int32](repeating: -1)
  /// When it is to be delivered by what it has booked.
  var expected: Int64 = 0
  /// First departure it could have taken; -1 before it stands at a terminal.
  var eligible: Int64 = -1
  /// Moment up to which its wait for a seat has been given to owners, and the owner of what comes after.
  var accounted: Int64 = 0
  var waitsFor: Int32 = -1
  var rollovers: UInt8 = 0
  /// How often each purpose was drawn is bounded by how often it plans anew.
  var plans: UInt8 = 0
  /// Stop at which it went on board.
  var boarded: UInt8 = 0
  var isDiverted = false
  /// A full departure left it behind, or none had room for it.
  var isLeft = false
  /// Place of the gateway of the way taken; -1 by road alone, -2 before it takes one.
  var gateway: Int32 = -2
  /// Store that it stands in, and since when; -1 for none.
  var store: Int32 = -1
  var storeUnits: UInt32 = 0
  var storedSince: Int64 = 0
  /// Station that serves it, or for which it waits; -1 before the first.
  var station: Int32 = -1
  /// Its number among the lots of its row that were born in its hour, from 1.
  var serial: UInt16 = 0
  /// Ready after the warm-up.
  var isMeasured = false
  /// Of a probe its number times the weeks sampled, plus its week; -1 for cargo.
  var probe: Int32 = -1
}

/// A vehicle under way: one run of a service.
struct Vehicle {
  /// Rows of the system's services, and of its runs.
  var service: Int32
  var run: Int32
  /// Stop at which it is, or towards which it goes.
  var stop: Int32 = 0
  /// Step of the chain of stations at this stop.
  var phase: UInt8 = 0
  var isBlank = false
  /// Stations that it passed at this stop, in order of the phases.
  var passed: [Int32] = []
  /// That it does not run is known: its cargo has been told.
  var isKnownBlank = false
  /// Seconds by which it is late.
  var delay: Int64 = 0
  /// Lots on board.
  var aboard: [UInt32] = []
  /// Hold and section → what is left of the capacity, and what is not yet booked: kilograms or thousandths of a TEU.
  var room: [Int64]
  var bookable: [Int64]
}

/// A ship, truck, flight or parcel of others', at one station.
struct Stranger {
  /// Row of the system's backgrounds.
  var background: Int32
  var number: UInt32
  var phase: UInt8 = 0
}

/// Jobs of the engine: what a number stands for is in its two highest bits.
enum Job {
  static let lot: UInt32 = 0
  static let vehicle: UInt32 = 1 << 30
  static let stranger: UInt32 = 2 << 30
  static let mask: UInt32 = (1 << 30) - 1
}

/// Timers of the run.
enum Timer: UInt32 {
  /// A lot goes on.
  case lot = 1
  /// Every hour: lots become ready, queues are looked at.
  case hour
  /// A service's next run comes to its first stop.
  case voyage
  /// A room's next departure is loaded.
  case loading
  /// A vehicle comes to its next stop; has done what it had to do there; leaves it.
  case arrives, handled, departs
  /// Lots that left a vehicle together are released.
  case released
  /// The next of a background's arrivals.
  case stranger
  /// A stranger has done what it had to do at a berth.
  case strangerHandled
  /// A disruption begins; a step of its recovery.
  case closes, recovers
  /// A shift begins or ends.
  case shift
  case fails, repaired
  /// Probes become ready.
  case probes
  case warm
}
