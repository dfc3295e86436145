// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

extension ReferenceSearch {
  /// All that can happen next to cargo in this state, each at its earliest.
  func moves(from label: Label, home: String) -> [Move] {
    handling(from: label) + trucks(from: label, home: home) + lineHauls(from: label)
      + seats(from: label, home: home)
      + exportClearance(from: label, home: home) + importClearance(from: label, home: home)
      + delivery(from: label)
  }

  /// Move 2: a truck that leaves at once.
  private func trucks(from label: Label, home: String) -> [Move] {
    let state = label.state
    return roads.trucks[state.place.index].compactMap { truck in
      if state.phase == .drayed {
        guard truck.link != nil, rules.isFullTruck(at: state.place) else { return nil }
      }
      if state.layer == .transit {
        let isBonded =
          rules.consignment.exportMode == .bonded
          && rules.network.places[state.place].kind == .bondedZone
          && rules.area(of: state.place) == home && !truck.changesArea
        guard isBonded || (truck.link != nil && truck.changesArea) else { return nil }
      } else {
        guard !truck.changesArea else { return nil }
      }
      let closures = rules.closures(of: state.place) + rules.closures(of: truck.link)
      guard state.came == nil, let starts = rules.open(closures, from: label.time)
      else { return nil }
      let there = starts + truck.seconds
      guard let open = rules.gateOpening(at: truck.to, from: there) else { return nil }
      return Move(
        state: State(place: truck.to, layer: state.layer, phase: .drayed), arrive: open,
        cost: truck.cost, co2e: truck.co2e,
        word: "truck")
    }
  }

  /// Handling of what a service brought, for the road; once, before or after customs.
  private func handling(from label: Label) -> [Move] {
    let place = label.state.place
    guard let mode = label.state.came,
      let begins = rules.open(rules.closures(of: place), from: label.time)
    else { return [] }
    var state = label.state
    state.came = nil
    guard let work = rules.handlingToRoad(at: place, from: mode) else {
      return [Move(state: state, arrive: begins, word: "handling")]
    }
    return [
      Move(
        state: state, arrive: begins + work.time.medianSeconds, cost: rules.money(work.cost),
        co2e: rules.emission(work.co2e), word: "handling")
    ]
  }

  /// Move 3: part loads on timetabled trucks.
  private func lineHauls(from label: Label) -> [Move] {
    let state = label.state
    let place = state.place
    guard state.came == nil, let rule = rules.lineHaul(from: place) else { return [] }
    let clock = rules.clock(of: place)
    let today = clock.local(label.time).date
    // With closures the next that runs may be weeks away.
    let days = rules.network.closures.isEmpty ? 8 : rules.horizonSeconds / secondsPerDay + 2
    let departures = (-1...days).flatMap { day in
      rule.departures.map { clock.instant(date: today + day, secondOfDay: $0) }
    }
    return roads.hauls[place.index].compactMap { haul in
      let closures = rules.closures(of: place) + rules.closures(of: haul.link)
      guard (state.layer == .transit) == haul.changesArea,
        let first = departures.filter({
          $0 - rule.cutoffSeconds >= label.time && !rules.isClosed(closures, at: $0)
        }).min(),
        let unloaded = rules.open(rules.closures(of: haul.to), from: first + haul.seconds)
      else { return nil }
      return Move(
        state: State(place: haul.to, layer: state.layer, phase: .any),
        arrive: unloaded + rule.releaseSeconds, cost: haul.cost, co2e: haul.co2e,
        word: "line-haul", haul: .road)
    }
  }

  /// Move 4: a seat of a service, on the departure that is free first.
  private func seats(from label: Label, home: String) -> [Move] {
    let state = label.state
    return timetable.seats[state.place.index].compactMap { seat in
      let from = rules.area(of: seat.from)
      let to = rules.area(of: seat.unloadedAt)
      switch state.layer {
      case .home: guard from == home, to == home else { return nil }
      case .imported: guard from == to, from != home else { return nil }
      case .transit:
        guard from != home || to != home || seat.isCustomsTransit else { return nil }
      }
      if seat.isHub, state.layer != .transit { return nil }
      let runs = seat.runs.filter {
        $0.cutOff >= label.time && $0.cutOff - label.time <= longestWaitSeconds
      }
      guard let first = runs.map(\.free).min() else { return nil }
      return Move(
        state: State(
          place: seat.to, layer: state.layer, phase: .any,
          came: seat.mode == .road ? nil : seat.mode), arrive: first,
        cost: seat.cost, co2e: seat.co2e, word: seat.service, haul: seat.mode)
    }
  }

  /// Move 5: export papers at a terminal with customs at home.
  private func exportClearance(from label: Label, home: String) -> [Move] {
    let place = label.state.place
    guard label.state.layer == .home, rules.area(of: place) == home,
      let terminal = rules.terminal(at: place), terminal.hasCustoms,
      rules.consignment.exportMode != .bonded
        || rules.network.places[place].kind == .bondedZone,
      let rule = rules.clearance(.export, at: place)
    else { return [] }
    return clearing(
      label, rule, rule.time.medianSeconds, hours: terminal.customsHours ?? rule.hours,
      to: .transit)
  }

  /// Move 6: import papers at a terminal with customs, or where a border link ends.
  private func importClearance(from label: Label, home: String) -> [Move] {
    let place = label.state.place
    guard label.state.layer == .transit, rules.area(of: place) != home,
      let rule = rules.clearance(.import, at: place)
    else { return [] }
    let terminal = rules.terminal(at: place)
    guard terminal?.hasCustoms == true || roads.isEndOfBorderLink[place.index] else { return [] }
    let seconds =
      switch rules.options.importClearance {
      case .low: rule.time.lowSeconds
      case .median: rule.time.medianSeconds
      case .high: rule.time.highSeconds
      }
    return clearing(
      label, rule, seconds, hours: terminal?.customsHours ?? rule.hours, to: .imported)
  }

  private func clearing(
    _ label: Label, _ rule: ClearanceRule, _ seconds: Int64, hours: ID<OpeningHours>?,
    to layer: Layer
  ) -> [Move] {
    let place = label.state.place
    guard
      let taken = rules.opening(hours, at: place, rules.closures(of: place), from: label.time)
    else { return [] }
    return [
      Move(
        state: State(place: place, layer: layer, phase: .any, came: label.state.came),
        arrive: taken + seconds,
        cost: rules.money(rule.cost), word: rule.id)
    ]
  }

  /// Move 7: the last mile at a demand place; a terminal is reached when the cargo stands there.
  private func delivery(from label: Label) -> [Move] {
    let place = label.state.place
    guard label.state.layer != .transit else { return [] }
    let delivered = State(place: place, layer: label.state.layer, phase: .delivered)
    let closures = rules.closures(of: place)
    guard let begins = rules.open(closures, from: label.time) else { return [] }
    guard rules.network.places[place].kind.isDemand else {
      return [Move(state: delivered, arrive: begins, arcs: 0)]
    }
    let door = rules.door(.delivery, at: place)
    let there = begins + (door?.time.medianSeconds ?? 0)
    guard let open = rules.opening(door?.hours, at: place, closures, from: there) else {
      return []
    }
    guard let door else { return [Move(state: delivered, arrive: open)] }
    return [
      Move(
        state: delivered, arrive: open, cost: rules.money(door.cost),
        co2e: rules.emission(door.co2e))
    ]
  }
}
