// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities

/// A network in which every service that runs at any time runs every day: what ways there are does not hang on a week.
struct TimelessNetwork: Sendable {
  let network: Network
  /// Service → mean seconds between its departures while they were counted.
  let intervals: [ID<Service>: Int64]

  /// Days before and after the reference week in which departures are counted: what a run can reach.
  private static let daysBefore: Int64 = 168
  private static let daysAfter: Int64 = 546 + 60

  /// - Parameters:
  ///   - network: With its calendars, exceptions and dated voyages.
  ///   - epoch: Start of its reference week.
  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone.
  /// - Complexity: O(departures counted).
  init(_ network: Network, around epoch: Instant) throws {
    var timeless = network
    var intervals: [ID<Service>: Int64] = [:]
    let exceptions = Dictionary(grouping: network.serviceExceptions, by: \.service)
    let (from, to) = (
      epoch + -Self.daysBefore * secondsPerDay, epoch + Self.daysAfter * secondsPerDay
    )
    var zones: [String: TimeZoneRules] = [:]
    for row in network.services.indices {
      let (id, service) = (ID<Service>(row), network.services[row])
      guard service.status.runs, let first = service.stops.first else { continue }
      let name = network.places[first.place].timeZone
      let zone = try zones[name] ?? TimeZoneRules.load(name)
      zones[name] = zone
      let runs = departures(
        of: service, rules: network.slotRules, exceptions: exceptions[id] ?? [], override: nil,
        zoneOfFirstStop: zone, from: from, to: to
      ).count
      timeless.services[row].frequencyPerWeek = runs > 0 ? nil : 0
      timeless.services[row].validFrom = nil
      timeless.services[row].validTo = nil
      timeless.services[row].departures = [
        Departure(
          days: .weekly(Set(Weekday.allCases), periodWeeks: 1, phaseWeek: 0), secondOfDay: 0,
          provenance: service.provenance)
      ]
      if runs > 0 { intervals[id] = (to - from) / Int64(runs) }
    }
    timeless.serviceExceptions = []
    self.network = timeless
    self.intervals = intervals
  }
}
