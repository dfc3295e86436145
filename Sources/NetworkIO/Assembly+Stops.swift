// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities

extension NetworkAssembly {
  /// Reads and checks the stops of one service; a fault leaves the service out.
  mutating func readStops(_ position: Int, _ rows: [Int], isWhole: Bool) {
    guard let service = services[position] else { return }
    var stops: [StopTime] = []
    var sorted: [Int] = []
    if let table = tables["stop_time"] {
      let sequence = table.column("sequence")
      sorted = rows.sorted { table.integer($0, sequence) ?? 0 < table.integer($1, sequence) ?? 0 }
      for (index, row) in sorted.enumerated() {
        guard let stop = stop(table, row, isFirst: index == 0, isLast: row == sorted.last) else {
          services[position] = nil
          return
        }
        stops.append(stop)
      }
    }
    guard isWhole else {
      services[position] = nil
      return
    }
    let calls = stops.count { !$0.isPassage }
    guard calls >= 2 else {
      if !references.isSuspect("service", position), let table = tables["service"],
        let row = references["service"].rows[position].first
      {
        fault(.serviceTooFewStops, table, row, "id", [service.id, "\(calls)"])
      }
      services[position] = nil
      return
    }
    guard belongToADeparture(service, &stops, sorted), areStopsInOrder(service, stops, sorted)
    else {
      services[position] = nil
      return
    }
    services[position]?.stops = stops
  }

  private mutating func stop(
    _ table: DecodedTable, _ row: Int, isFirst: Bool, isLast: Bool
  ) -> StopTime? {
    guard let place = table.id(row, table.column("place"), Place.self) else { return nil }
    var stop = StopTime(
      place: place, arrivalSeconds: table.seconds(hours: table.column("arrive_h"), row),
      departureSeconds: table.seconds(hours: table.column("depart_h"), row),
      arrivalLocal: table.integer(row, table.column("arrive")),
      departureLocal: table.integer(row, table.column("depart")),
      isPassage: table.integer(row, table.column("kind")) == 1,
      provenance: provenance(table, row))
    for (elapsed, local, names) in [
      (stop.arrivalSeconds, stop.arrivalLocal, ("arrive_h", "arrive")),
      (stop.departureSeconds, stop.departureLocal, ("depart_h", "depart")),
    ] where elapsed != nil && local != nil {
      fault(.stopBothTimes, table, row, names.1, [names.0, names.1])
      return nil
    }
    let hasArrival = stop.arrivalSeconds != nil || stop.arrivalLocal != nil
    let hasDeparture = stop.departureSeconds != nil || stop.departureLocal != nil
    if isFirst {
      guard !hasArrival, stop.departureSeconds ?? 0 == 0 else {
        let column = hasArrival ? stop.arrivalSeconds != nil ? "arrive_h" : "arrive" : "depart_h"
        fault(.stopFirst, table, row, column, [table.text(row, table.column(column)), column])
        return nil
      }
      if let local = stop.departureLocal, !(0..<86_400).contains(local) {
        fault(
          .stopFirst, table, row, "depart", [table.text(row, table.column("depart")), "depart"])
        return nil
      }
      if stop.departureLocal == nil { stop.departureSeconds = 0 }
      return stop
    }
    guard isLast ? hasArrival : hasArrival || hasDeparture else {
      fault(.stopNoTime, table, row, nil, [table.text(row, table.column("place"))])
      return nil
    }
    if !hasArrival {
      (stop.arrivalSeconds, stop.arrivalLocal) = (stop.departureSeconds, stop.departureLocal)
    }
    if isLast {
      (stop.departureSeconds, stop.departureLocal) = (nil, nil)
    } else if !hasDeparture {
      (stop.departureSeconds, stop.departureLocal) = (stop.arrivalSeconds, stop.arrivalLocal)
    }
    return stop
  }

  /// Local times belong to the departure that the first stop names, or to all where they leave at one
  /// time; reports where that is open.
  private mutating func belongToADeparture(
    _ service: Service, _ stops: inout [StopTime], _ rows: [Int]
  ) -> Bool {
    let isLocal = { (stop: StopTime) in stop.arrivalLocal != nil || stop.departureLocal != nil }
    guard stops[0].departureLocal == nil, stops.contains(where: isLocal) else { return true }
    let published = Set(service.departures.map(\.secondOfDay)).sorted()
    if published.count > 1, let table = tables["stop_time"] {
      let times = published.map(clockTime).joined(separator: ", ")
      fault(.stopWhichDeparture, table, rows[0], "depart", [service.id, times])
      return false
    }
    stops[0].departureLocal =
      published.first ?? service.slotRule.flatMap { slotRules[$0.index]?.timeOrder.first }
    return true
  }

  /// Whether times rise from stop to stop and no stretch is faster than its mode; reports the first
  /// stop where not.
  private mutating func areStopsInOrder(
    _ service: Service, _ stops: [StopTime], _ rows: [Int]
  ) -> Bool {
    guard let table = tables["stop_time"] else { return true }
    let start = elapsed(
      nil, stops[0].departureLocal ?? service.departures.first?.secondOfDay ?? 0, stops[0])
    var before = Int64(0)
    for index in 1..<stops.count {
      let (from, stop) = (stops[index - 1], stops[index])
      guard stop.place != from.place else {
        fault(
          .stopRepeated, table, rows[index], "place",
          [service.id, table.text(rows[index], table.column("place"))])
        return false
      }
      guard let a = places[from.place.index], let b = places[stop.place.index] else { return true }
      let arrival =
        elapsed(stop.arrivalSeconds, stop.arrivalLocal, stop)
        - (stop.arrivalSeconds == nil ? start : 0)
      let departure =
        index == stops.count - 1
        ? arrival
        : elapsed(stop.departureSeconds, stop.departureLocal, stop)
          - (stop.departureSeconds == nil ? start : 0)
      guard arrival > before, departure >= arrival else {
        let isArrival = arrival <= before
        let column =
          isArrival
          ? stop.arrivalSeconds == nil ? "arrive" : "arrive_h"
          : stop.departureSeconds == nil ? "depart" : "depart_h"
        fault(
          .stopOrder, table, rows[index], column,
          [service.id, b.id, table.text(rows[index], table.column(column))])
        return false
      }
      let km = greatCircleKM(a.latitude, a.longitude, b.latitude, b.longitude)
      if isFasterThan(service.mode.topSpeedKMH, km: km, seconds: arrival - before) {
        let column = stop.arrivalSeconds == nil ? "arrive" : "arrive_h"
        fault(
          .serviceTooFast, table, rows[index], column,
          [
            service.id, a.id, b.id, speed(km: km, seconds: arrival - before),
            service.mode.rawValue, decimal(service.mode.topSpeedKMH),
          ])
        return false
      }
      let hours = Double(arrival - before) / 3_600
      // A flight's date is in doubt where it could have landed a day earlier; other modes by their speed.
      let isInDoubt =
        service.mode == .air
        ? hours > 24
          && !isFasterThan(
            service.mode.topSpeedKMH, km: km, seconds: arrival - before - secondsPerDay)
        : hours >= 20 && km / hours < service.mode.slowSpeedKMH
      if isInDoubt {
        let column = stop.arrivalSeconds == nil ? "arrive" : "arrive_h"
        warn(
          .serviceTooSlow, table, rows[index], column,
          [service.id, a.id, b.id, rounded(hours), speed(km: km, seconds: arrival - before)])
      }
      before = departure
    }
    return true
  }

  /// Elapsed seconds as they stand, or a wall time at the stop less its offset from UTC.
  private mutating func elapsed(_ seconds: Int64?, _ local: Int?, _ stop: StopTime) -> Int64 {
    seconds ?? Int64((local ?? 0) - offset(of: stop.place))
  }
}

extension Mode {
  /// Along the great circle; a stretch of most of a day that is slower has probably lost its date.
  fileprivate var slowSpeedKMH: Double {
    switch self {
    case .air: 500
    case .road: 10
    case .rail: 8
    case .sea: 3
    case .river: 1.5
    }
  }
}

/// `HH:MM` of a second of the day.
private func clockTime(_ second: Int) -> String {
  let two = { (number: Int) in number < 10 ? "0\(number)" : "\(number)" }
  return two(second / 3_600) + ":" + two(second / 60 % 60)
}
