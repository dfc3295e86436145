// SPDX-License-Identifier: GPL-3.0-or-later

/// One change in several degrees, the least first.
struct Candidate: Sendable {
  struct Degree: Sendable {
    var change: NetworkChange
    var effort: Double
    var yaml: String { change.yaml }
  }
  var kind: Remedy.Kind
  var degrees: [Degree]
  /// A greater degree never helps less, so that the greatest says whether any does.
  var isMonotone: Bool

  init(_ kind: Remedy.Kind, isMonotone: Bool = true, _ degrees: [Degree]) {
    self.kind = kind
    self.isMonotone = isMonotone
    self.degrees = degrees
  }
}

/// Points of effort, so that kinds of change can be ranked: a visible assumption.
enum Effort {
  /// One more departure a week of a service that runs.
  static let departure = 1.0
  /// A service moved by so many hours.
  static let hourOfRetiming = 0.25
  static let retiming = 1.0
  /// One hour less of cut-off, release or clearance at one terminal or in one row.
  static let hour = 1.0
  /// An office or a door that opens day and night.
  static let alwaysOpen = 4.0
  static let right = 3.0
  /// A new service, besides its departures.
  static let newService = 6.0
}
