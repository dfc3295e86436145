// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

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
  /// Calendar, station, room or timetable, by the operation; -1 for none.
  var target: Int32 = -1
  /// Of what takes time: planned seconds; of a line-haul: seconds under way.
  var seconds: Int64 = 0
  /// Sigma of the lognormal factor on `seconds`, whose median they are.
  var sigma: Double = 0
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
  var purpose: UInt16 = 0
}

/// One class's part of a vehicle.
enum Hold: Int, CaseIterable, Sendable {
  /// Parcels and air cargo share it.
  case air, lcl, fcl

  init(_ cargoClass: CargoClass) {
    switch cargoClass {
    case .parcel, .air: self = .air
    case .lcl: self = .lcl
    case .fcl: self = .fcl
    }
  }
}
