// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Stochastics

/// What a lot does next on its way; the stages of the routing core, taken apart.
struct LotStep: Sendable {
  enum Operation: UInt8, Sendable {
    /// Waits until a calendar is open.
    case open
    /// Takes time: picking up, clearing, handling, driving, the last mile.
    case pass
    /// Is served at a station.
    case visit
    /// Takes room at a store, and keeps it until it is loaded.
    case store
    /// Waits for a seat of a service.
    case board
    /// Waits for a truck of a timetable, rides it and is released.
    case lineHaul
    /// May be drawn for inspection by customs, and then is held.
    case inspect
    /// Delivered.
    case done
  }
  var operation: Operation
  /// Calendar, pool of stations, room or timetable, by the operation; -1 for none.
  var target: Int32 = -1
  /// Of what takes time: planned seconds; of a line-haul: seconds under way.
  var seconds: Int64 = 0
  /// Law of what takes time, in seconds; nil is `seconds` always.
  var law: PercentileLaw?
  /// Mean of a gamma law of how much longer a truck drives, as a share of `seconds`.
  var lateShare = 0.0
  /// Work at a station, in its unit.
  var work = 0.0
  /// Places taken at a station.
  var units: UInt32 = 1
  /// Row of `owners` that has the hours waited.
  var owner: Int32 = -1
  /// Rows of the table of neighbours between which a seat is chosen; `target` is the first one's room.
  var seats: Range<Int32> = 0..<0
  /// The stop of a seat's service where the cargo gets off, and cut-off and release of the seat or truck.
  var alights: UInt8 = 0
  var cutoffSeconds: Int32 = 0
  var releaseSeconds: Int32 = 0
  /// A truck on its way, and the closable road driven; -1 for none.
  var drives = false
  var link: Int32 = -1
  var inspectionShare = 0.0
  /// Where, and what has been done with the cargo: from here the routing core may plan anew.
  var place: Int32 = 0
  var isCleared = false
  /// Begins when import papers are done: the consignee is told.
  var notifies = false
  /// The stream of its draws.
  var purpose: UInt64 = 0
}

/// One class's room on a vehicle, or that which parcels and air cargo share.
enum Hold: Int, CaseIterable, Sendable {
  case parcel, air, lcl, fcl
  /// Parcels and air cargo together: each has at most its own room, both together at most the greater of the two.
  case flown

  init(_ cargoClass: CargoClass) {
    switch cargoClass {
    case .parcel: self = .parcel
    case .air: self = .air
    case .lcl: self = .lcl
    case .fcl: self = .fcl
    }
  }

  /// The class whose room it is; nil of what two share.
  var cargoClass: CargoClass? {
    switch self {
    case .parcel: .parcel
    case .air: .air
    case .lcl: .lcl
    case .fcl: .fcl
    case .flown: nil
    }
  }

  /// The room that is taken besides one's own; one's own where there is no other.
  var whole: Hold {
    switch self {
    case .parcel, .air, .flown: .flown
    case .lcl, .fcl: self
    }
  }

  /// What is reported: as outputs name it, parcels and air cargo together.
  static let reported: [(hold: Hold, name: String)] = [
    (.flown, "air"), (.lcl, "lcl"), (.fcl, "fcl"),
  ]

  /// Raw values of the rooms that a class takes.
  static func taken(by hold: Int) -> [Int] {
    let whole = whole(of: hold)
    return whole == hold ? [hold] : [hold, whole]
  }

  /// Raw value of `whole`, for a raw value.
  static func whole(of hold: Int) -> Int { Hold(rawValue: hold)?.whole.rawValue ?? hold }
}

/// What others have booked of a hold on one section: a triangular law of the share.
struct LoadShare: Sendable, Hashable {
  var low = 0.0
  var mode = 0.0
  var high = 0.0

  func share(at u: Double) -> Double {
    high > 0 ? Distribution.triangular(low: low, mode: mode, high: high).quantile(u) : 0
  }
}
