// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

/// All seats that may be sold, with their dated departures.
struct ReferenceTimetable: Sendable {
  /// The ride from one stop of a service to a later one.
  struct Seat: Sendable {
    var service: String
    var mode: Mode
    var from: ID<Place>
    /// The stop where it is unloaded; for a hub's seat the airport.
    var unloadedAt: ID<Place>
    /// Where it is free.
    var to: ID<Place>
    var isHub: Bool
    var isCustomsTransit: Bool
    var cost: Tally
    var co2e: Tally
    var runs: [Run]
  }
  struct Run: Sendable {
    var cutOff: Instant
    var free: Instant
  }
  /// When a vehicle is at a stop.
  struct Call {
    var arrive: Instant
    var depart: Instant
  }

  /// Place → seats that begin there.
  private(set) var seats: [[Seat]]

  init(_ rules: ReferenceRules, week: CivilDate) {
    let network = rules.network
    seats = network.places.map { _ in [] }
    let horizonDays = rules.horizonSeconds / secondsPerDay
    let dates = (week.dayNumber - 90)...(week.dayNumber + 10 + horizonDays)
    for index in network.services.indices where Self.isUsable(network.services[index], rules) {
      let service = network.services[index]
      let voyages = dates.flatMap { day in
        Self.departures(of: ID(index), on: CivilDate(dayNumber: day), rules).compactMap {
          Self.calls(service, date: CivilDate(dayNumber: day), secondOfDay: $0, rules)
        }
      }.filter { !Self.isStopped($0, of: ID(index), rules) }
      for i in service.stops.indices {
        for j in service.stops.indices where j > i {
          for seat in Self.seats(of: ID(index), i, j, voyages, rules) {
            seats[seat.from.index].append(seat)
          }
        }
      }
    }
  }

  private static func isUsable(_ service: Service, _ rules: ReferenceRules) -> Bool {
    let options = rules.options
    guard service.status.runs, !options.liveServicesOnly || service.status == .live,
      !options.withoutAssumedInterline || !service.isAssumedInterline,
      Self.hasRoom(service, rules.consignment)
    else { return false }
    let passed = service.stops.filter(\.isPassage).map { rules.network.places[$0.place].id }
    let words = [service.id, service.mode.rawValue] + service.passages + passed
    return options.without.isDisjoint(with: words)
  }

  /// One departure has room for the whole consignment.
  private static func hasRoom(_ service: Service, _ consignment: Consignment) -> Bool {
    guard let capacity = service.capacity[consignment.cargoClass], capacity.amount > 0
    else { return false }
    let size: [String: Double] = [
      "kg": consignment.massKG, "t": consignment.massKG / 1_000,
      "TEU": consignment.cargoClass == .fcl ? consignment.teu : 0, "m3": consignment.volumeM3 ?? 0,
    ]
    return size[capacity.unit] ?? 0 <= capacity.amount
  }

  /// Local times at which a service leaves its first stop on a date.
  static func departures(
    of id: ID<Service>, on date: CivilDate, _ rules: ReferenceRules
  ) -> [Int] {
    let service = rules.network.services[id]
    let exceptions = rules.network.serviceExceptions.filter {
      $0.service == id && $0.date == date
    }
    guard service.frequencyPerWeek != 0 else { return [] }
    var times: [Int] = []
    let isValid =
      service.validFrom.map { date >= $0 } ?? true && service.validTo.map { date <= $0 } ?? true
    if isValid, !exceptions.contains(where: { $0.action == .cancel }) {
      times = regularDepartures(of: service, on: date, rules)
    }
    for exception in exceptions {
      if case .add(let secondOfDay) = exception.action { times.append(secondOfDay) }
    }
    return times
  }

  private static func regularDepartures(
    of service: Service, on date: CivilDate, _ rules: ReferenceRules
  ) -> [Int] {
    let published = service.departures.filter { runs($0.days, on: date) }.map(\.secondOfDay)
    guard let frequency = service.frequencyPerWeek, let rule = service.slotRule
    else { return published }
    let slots = rules.network.slotRules[rule]
    let seconds = { (slot: Int) in
      let times = slots.timeOrder
      let day = (slots.dayOrder[slot % 7].rawValue - 1 + service.slotPhase) % 7
      return day * 86_400 + times[slot / 7 % times.count] + 1_800 * (slot / 7 / times.count)
    }
    let weekly = service.departures.flatMap { row -> [Int] in
      guard case .weekly(let days, 1, _) = row.days else { return [] }
      return days.map { ($0.rawValue - 1) * 86_400 + row.secondOfDay }
    }
    var distinct: [Int] = []
    var slot = 0
    while distinct.count < Int(frequency) + 1 {
      let next = seconds(slot)
      let same = { (other: Int) in (other - next) % 604_800 == 0 }
      if !weekly.contains(where: same), !distinct.contains(where: same) { distinct.append(next) }
      slot += 1
    }
    let today = (date.weekday.rawValue - 1) * 86_400
    return published
      + distinct.enumerated().filter { number, second in
        let days = second / 86_400
        let monday = date.dayNumber - Int64(days)
        guard (second - second % 86_400 - today) % 604_800 == 0 else { return false }
        let week = CivilDate(dayNumber: monday).weekNumber - Int64(service.phaseWeek)
        return number < Int(frequency)
          || isExtra(week, frequency - Double(Int(frequency)))
      }.map { $1 % 86_400 }
  }

  /// Whether a week has the departure that a frequency below one gives some weeks only.
  private static func isExtra(_ week: Int64, _ share: Double) -> Bool {
    guard share > 1e-9,
      let period = (2...100).first(where: {
        abs(share * Double($0) - (share * Double($0)).rounded()) < 1e-6
      })
    else { return false }
    return isExtra(
      ((Int(week) % period) + period) % period, Int((share * Double(period)).rounded()), period)
  }

  /// Residues of the largest prime are filled one after the other, each by the same rule.
  private static func isExtra(_ week: Int, _ count: Int, _ period: Int) -> Bool {
    if count == 0 { return false }
    if count == period { return true }
    let primes = (2...period).filter { n in
      period % n == 0 && !(2..<n).contains { n % $0 == 0 }
    }
    let prime = primes.last ?? period
    let part = period / prime
    let step = max(1, Int((Double(prime) * 0.618).rounded()))
    guard let place = (0..<prime).first(where: { $0 * step % prime == week % prime }) else {
      return false
    }
    return isExtra(week / prime, min(part, max(0, count - place * part)), part)
  }

  private static func runs(_ days: Departure.Days, on date: CivilDate) -> Bool {
    switch days {
    case .date(let day): day == date
    case .weekly(let weekdays, let period, let phase):
      weekdays.contains(date.weekday)
        && date.weekNumber % Int64(period) == Int64(phase % period)
    }
  }

  /// When one voyage is at its stops; nil where a passage never opens.
  private static func calls(
    _ service: Service, date: CivilDate, secondOfDay: Int, _ rules: ReferenceRules
  ) -> [Call]? {
    guard let first = service.stops.first else { return nil }
    let leaves = rules.clock(of: first.place).instant(date: date, secondOfDay: secondOfDay)
    let usual = first.departureLocal ?? secondOfDay
    let later =
      leaves.seconds
      - rules.clock(of: first.place).instant(date: date, secondOfDay: usual).seconds
    var delay: Int64 = 0
    var calls: [Call] = []
    for (index, stop) in service.stops.enumerated() {
      let clock = rules.clock(of: stop.place)
      let arrive =
        stop.arrivalSeconds.map { leaves + $0 }
        ?? stop.arrivalLocal.map { clock.instant(date: date, secondOfDay: $0) + later }
      let depart =
        index == 0
        ? leaves
        : stop.departureSeconds.map { leaves + $0 }
          ?? stop.departureLocal.map { clock.instant(date: date, secondOfDay: $0) + later }
      guard let planned = arrive ?? depart else { return nil }
      if stop.isPassage {
        guard let open = rules.gateOpening(at: stop.place, from: planned + delay)
        else { return nil }
        delay = open - planned
      }
      calls.append(Call(arrive: planned + delay, depart: (depart ?? planned) + delay))
    }
    return calls
  }

  /// A closure of the service cancels the voyage, or one of a passage stops it.
  private static func isStopped(
    _ calls: [Call], of id: ID<Service>, _ rules: ReferenceRules
  ) -> Bool {
    let service = rules.network.services[id]
    if rules.isClosed(rules.closures(of: id), at: calls[0].depart) { return true }
    return rules.network.closures.contains { closure in
      let passed = zip(service.stops, calls).filter { stop, _ in
        switch closure.element {
        case .place(let place): stop.isPassage && stop.place == place
        case .passage(let name): stop.isPassage && rules.network.places[stop.place].id == name
        default: false
        }
      }
      var times = passed.map { ($1.arrive, $1.depart) }
      if case .passage(let name) = closure.element, passed.isEmpty,
        service.passages.contains(name), let last = calls.last
      {
        times = [(calls[0].depart, last.arrive)]
      }
      return times.contains { rules.isClosed([closure], from: $0, through: $1) }
    }
  }

  private static func seats(
    of id: ID<Service>, _ i: Int, _ j: Int, _ voyages: [[Call]], _ rules: ReferenceRules
  ) -> [Seat] {
    let service = rules.network.services[id]
    let from = service.stops[i].place
    let to = service.stops[j].place
    guard !service.stops[i].isPassage, !service.stops[j].isPassage, from != to,
      rules.mayCarry(id, from: from, to: to)
    else { return [] }
    let loading = rules.modeRule(service, from: from, to: to, at: from)
    let unloading = rules.modeRule(service, from: from, to: to, at: to)
    let cutOff = service.cutoffSeconds ?? loading?.cutoffSeconds ?? 0
    let release = service.releaseSeconds ?? unloading?.releaseSeconds ?? 0
    let price = rules.seatPrice(id, i, j)
    let closures = (rules.closures(of: from), rules.closures(of: to))
    let called = voyages.filter {
      !rules.isClosed(closures.0, at: $0[i].depart) && !rules.isClosed(closures.1, at: $0[j].arrive)
    }
    let seat = Seat(
      service: service.id, mode: service.mode, from: from, unloadedAt: to, to: to, isHub: false,
      isCustomsTransit: service.customsTransit, cost: price.cost, co2e: price.co2e,
      runs: called.map {
        Run(cutOff: $0[i].depart - cutOff, free: $0[j].arrive + release)
      })
    let hubs = rules.network.hubs.filter { $0.airport == to }.map { hub in
      let way = ReferenceRoads.listedSeconds(to, hub.ehub, rules)
      var seat = seat
      seat.to = hub.ehub
      seat.isHub = true
      seat.runs = called.map {
        Run(cutOff: $0[i].depart - cutOff, free: $0[j].arrive + hub.releaseSeconds + way)
      }.filter { !rules.isClosed(rules.closures(of: hub.ehub), at: $0.free) }
      return seat
    }
    return [seat] + hubs
  }
}
