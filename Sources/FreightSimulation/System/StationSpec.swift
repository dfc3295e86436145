// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// A resource of the network as a station of the engine.
struct StationSpec: Sendable {
  /// Row of the network's resources.
  var resource: Int
  var kind: ResourceKind
  var place: ID<Place>
  /// Units in the engine: servers times `scale`.
  var servers: Int
  /// Units of one server: 10 where cargo takes tenths of a place, else 1.
  var scale: Int
  /// Mean seconds of a unit of work at one server; 0 where the resource is a place to stand.
  var secondsPerWork: Double
  /// Sigma of the lognormal factor (mean 1) on a service time.
  var sigma: Double
  /// Waiting places; nil is any number.
  ///
  /// A store behind a gate has none, so that what it cannot take blocks the gate.
  var roomLimit: Int?
  var shifts: Int32?
  var breakdown: (meanUpHours: Double, meanRepairHours: Double)?

  /// Servers that work one job together, where so many are wanted.
  func workers(of wanted: Int) -> Int { max(1, min(wanted, servers)) }
}

extension ResourceKind {
  /// Cargo stands here until something else lets it go.
  var isStore: Bool {
    switch self {
    case .yard, .reeferPlug: true
    default: false
    }
  }

  /// The vehicles of services pass here, not cargo.
  var takesVehicles: Bool {
    switch self {
    case .anchorage, .pilot, .tideWindow, .berth, .stand, .siding, .trainSlot, .lockChamber,
      .gaugeChange:
      true
    default: false
    }
  }
}
