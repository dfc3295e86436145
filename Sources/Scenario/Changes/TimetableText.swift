// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import NetworkIO
import Quantities

/// What only the timetable of a network can say: the slots in which a service leaves, and its dates.
struct TimetableText {
  typealias Slot = WeeklySlot

  let network: Network

  init?(_ network: Network?) {
    guard let network else { return nil }
    self.network = network
  }

  private func service(_ id: String) -> Service? {
    network.findService(id).map { network.services[$0] }
  }

  /// Departures a week, periods of several weeks in proportion.
  func perWeek(of id: String) -> Double? {
    network.findService(id).map { departuresPerWeek(of: $0, in: network) }
  }

  /// The slots that a service would take at a frequency.
  func slots(of id: String, perWeek: Double) -> [Slot]? {
    service(id).map { weeklySlots(of: $0, rules: network.slotRules, override: perWeek) }
  }

  /// The slots that it takes; nil where it leaves on single dates only.
  func slots(of id: String) -> [Slot]? {
    guard let service = service(id) else { return nil }
    let slots = weeklySlots(of: service, rules: network.slotRules, override: nil)
    return slots.isEmpty ? nil : slots
  }

  /// The departure to which the local times of its stops belong; nil where none has any.
  func timeOfLocalTimes(of id: String) -> Int? {
    guard let stops = service(id)?.stops,
      stops.dropFirst().contains(where: { $0.arrivalLocal != nil || $0.departureLocal != nil })
    else { return nil }
    return stops[0].departureLocal
  }

  /// Whether its departures sail at all.
  func runs(_ id: String) -> Bool {
    service(id).map { $0.status.runs && $0.frequencyPerWeek != 0 } ?? false
  }

  /// The year that the network's week begins.
  var year: ClosedRange<CivilDate> {
    network.header.referenceWeek...network.header.referenceWeek + 366
  }

  /// Departures that run on local dates, by default in that year.
  func planned(
    of id: String, dates: ClosedRange<CivilDate>?, days: String?
  ) -> [(date: CivilDate, secondOfDay: Int)] {
    guard runs(id) else { return [] }
    let days = days.flatMap { $0.isEmpty ? nil : CellText.days($0) } ?? Set(Weekday.allCases)
    return departures(of: id, dates ?? year, days: days)
  }

  func zone(of id: String) -> TimeZoneRules? {
    guard let stop = service(id)?.stops.first else { return nil }
    return try? TimeZoneRules.load(network.places[stop.place].timeZone)
  }

  /// Planned departures from the first stop on local dates, both ends included.
  func departures(
    of id: String, _ dates: ClosedRange<CivilDate>, days: Set<Weekday>
  ) -> [(date: CivilDate, secondOfDay: Int)] {
    guard let number = network.findService(id), let zone = zone(of: id) else { return [] }
    let planned = FreightModel.departures(
      of: network.services[number], rules: network.slotRules,
      exceptions: network.serviceExceptions.filter { $0.service == number }, override: nil,
      zoneOfFirstStop: zone, from: zone.instant(date: dates.lowerBound, secondOfDay: 0),
      to: zone.instant(date: dates.upperBound + 1, secondOfDay: 0))
    return planned.filter { days.contains($0.date.weekday) && dates.contains($0.date) }
      .map { ($0.date, $0.secondOfDay) }
  }
}
