// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension NetworkAssembly {
  /// Reads dates on which services differ from their week; what contradicts the week is a fault.
  mutating func readServiceExceptions() {
    var rowOf: [ServiceException: Int] = [:]
    serviceExceptions = readRows("service_exception") { assembly, table, row in
      guard let service = table.id(row, table.column("service"), Service.self),
        let date = table.date(row, table.column("date"))
      else { return nil }
      let isAdded = table.integer(row, table.column("action")) == 1
      let time = table.integer(row, table.column("time"))
      guard isAdded == (time != nil) else {
        assembly.fault(
          .exceptionTime, table, row, "time", [table.text(row, table.column("action"))])
        return nil
      }
      let exception = ServiceException(
        service: service, date: date, action: time.map { .add(secondOfDay: $0) } ?? .cancel,
        provenance: assembly.provenance(table, row))
      rowOf[exception] = row
      return exception
    }
    let byService = Dictionary(grouping: serviceExceptions, by: \.service)
    for (service, exceptions) in byService.sorted(by: { $0.key < $1.key }) {
      check(exceptions, of: service, rowOf)
    }
  }

  private mutating func check(
    _ exceptions: [ServiceException], of id: ID<Service>, _ rowOf: [ServiceException: Int]
  ) {
    guard let table = tables["service_exception"], let service = services[id.index],
      let stop = service.stops.first, let place = places[stop.place.index],
      let zone = try? TimeZoneRules.load(place.timeZone),
      let first = exceptions.map(\.date).min(), let last = exceptions.map(\.date).max(),
      slotRules.allSatisfy({ $0 != nil })
    else { return }
    let planned = departures(
      of: service, rules: slotRules.compactMap(\.self), exceptions: [], override: nil,
      zoneOfFirstStop: zone, from: zone.instant(date: first, secondOfDay: 0),
      to: zone.instant(date: last + 1, secondOfDay: 0))
    let leaves = Dictionary(grouping: planned, by: \.date)
    let cancelled = Set(exceptions.filter { $0.action == .cancel }.map(\.date))
    for exception in exceptions {
      guard let row = rowOf[exception] else { continue }
      let date = table.text(row, table.column("date"))
      let usual = leaves[exception.date] ?? []
      switch exception.action {
      case .cancel:
        guard usual.isEmpty else { continue }
        warn(.exceptionNothing, table, row, "date", [service.id, date])
      case .add(let second):
        guard usual.contains(where: { $0.secondOfDay == second }) else { continue }
        fault(
          cancelled.contains(exception.date) ? .exceptionContradicts : .exceptionTwice, table, row,
          "time", [service.id, date, table.text(row, table.column("time"))])
      }
    }
  }
}

extension Departure {
  /// Both name one departure, in some week at least.
  func leavesWith(_ other: Departure) -> Bool {
    guard secondOfDay == other.secondOfDay else { return false }
    switch (days, other.days) {
    case (.date(let a), .date(let b)): return a == b
    case (.date(let date), .weekly(let days, let period, let phase)),
      (.weekly(let days, let period, let phase), .date(let date)):
      let week = date.weekNumber - Int64(phase)
      return days.contains(date.weekday) && week % Int64(max(1, period)) == 0
    case (.weekly(let a, let periodA, let phaseA), .weekly(let b, let periodB, let phaseB)):
      var (divisor, rest) = (max(1, periodA), max(1, periodB))
      while rest != 0 { (divisor, rest) = (rest, divisor % rest) }
      return !Set(a).isDisjoint(with: b) && (phaseA - phaseB) % divisor == 0
    }
  }
}
