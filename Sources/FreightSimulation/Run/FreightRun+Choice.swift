// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import FreightRouting
import Quantities

/// Which way a lot takes, and which departures it books; decision record 0015.
extension FreightRun {
  /// Takes the way by which it is delivered first, or that has the least generalized cost, from where and when it stands:
  /// on the departures of its own dates, with what is booked on them and closed now.
  ///
  /// What its first departure leaves later than with room everywhere and nothing shut, it stays with its shipper, if it
  /// makes that departure from then on.
  /// Where no way has room in the whole calendar it stays a day and asks again.
  ///
  /// - Returns: Seconds that it stays.
  mutating func choose(_ lot: Int, _ now: Int64) -> Int64 {
    let row = Int(lots[lot].row)
    let probe = Int(lots[lot].probe)
    let ways =
      probe < 0 ? system.plans.ways(of: row) : system.probes.ways[probe / system.probes.weeks]
    var best: (forecast: Forecast, path: Int32)?
    hindered.removeAll(keepingCapacity: true)
    for path in ways {
      guard
        let next = forecast(
          from: Int(system.firstStep[Int(path)]), at: now, system.demands[row],
          cost: system.pathCost[Int(path)], best: best?.forecast.weight ?? .max)
      else {
        if sawHindrance { hindered.append(path) }
        continue
      }
      if sawHindrance { hindered.append(path) }
      let weighed = limited(next)
      if let known = best?.forecast,
        (weighed.weight, weighed.cost) >= (known.weight, known.cost)
      {
        continue
      }
      best = (weighed, path)
    }
    guard let (chosen, path) = best else {
      markLeftBehind(lot)
      if let seat = ways.first.flatMap({ system.seats[Int($0)].first }) {
        own(system.rooms[Int(steps[Int(seat)].target)].owner + 2, secondsPerDay, lot)
      }
      return secondsPerDay
    }
    let gateway = gateway(of: path, probe)
    lots[lot].gateway = gateway.map { Int32($0.index) } ?? -1
    if probe < 0, let usual = usualWay(insteadOf: path, chosen, row, now) {
      lots[lot].isDiverted = true
      tell(
        diversionFrom: self.gateway(of: usual, probe), to: gateway, system.demands[row].kilograms,
        now)
    }
    lots[lot].step = chosen.step
    let stays = stays(chosen, path, row, now)
    if lots[lot].isMeasured { countCosts(of: Int(path), chosen, system.demands[row]) }
    book(chosen, lot)
    own(chosen.loser, stays, lot)
    if chosen.lost > 0, chosen.loser >= 0,
      system.owners.owners[Int(chosen.loser)].cause == .rollover
    {
      markLeftBehind(lot)
    }
    // So long it is still with its shipper.
    lots[lot].since = now + stays
    return stays
  }

  /// Seconds for which a lot may stay where it is and be delivered no later.
  private mutating func stays(
    _ chosen: Forecast, _ path: Int32, _ row: Int, _ now: Int64
  ) -> Int64 {
    guard chosen.lost > 0,
      let later = forecast(
        from: Int(chosen.step), at: now + chosen.lost, system.demands[row],
        cost: system.pathCost[Int(path)], best: .max),
      later.seats[0] == chosen.seats[0], later.runs[0] == chosen.runs[0],
      later.arrives <= chosen.arrives
    else { return 0 }
    return chosen.lost
  }

  /// However cheap, nobody waits longer than the network says for room on one way while another has some.
  private func limited(_ forecast: Forecast) -> Forecast {
    guard forecast.lost > system.longestWait, forecast.weight < Int64.max / 4 else {
      return forecast
    }
    var limited = forecast
    limited.weight += Int64.max / 4
    return limited
  }

  /// The way that would be taken with room everywhere and nothing shut; nil where that is the way taken.
  private mutating func usualWay(
    insteadOf path: Int32, _ chosen: Forecast, _ row: Int, _ now: Int64
  ) -> Int32? {
    var usual: (path: Int32, forecast: Forecast)?
    for other in hindered {
      guard
        let free = forecast(
          from: Int(system.firstStep[Int(other)]), at: now, system.demands[row],
          cost: system.pathCost[Int(other)],
          best: min(chosen.weight, usual?.forecast.weight ?? .max), isFree: true)
      else { continue }
      let known = usual?.forecast ?? chosen
      if (free.weight, free.cost) < (known.weight, known.cost) { usual = (other, free) }
    }
    return usual.flatMap { $0.path == path ? nil : $0.path }
  }

  private func gateway(of path: Int32, _ probe: Int) -> ID<Place>? {
    probe < 0 ? system.plans.gatewayOfPath[Int(path)] : nil
  }

  private mutating func countCosts(
    of path: Int, _ chosen: Forecast, _ demand: FreightSystem.DemandSpec
  ) {
    result.tonnesSent += demand.tonnes
    let grams = chosen.seats.indices.reduce(system.pathCO2e[path]) { sum, place in
      let seat = chosen.seats[place]
      return seat < 0 ? sum : sum + neighbours.co2es[Int(seat)]
    }
    if let fen = WeighedCharge.known(chosen.cost) {
      cost += Int64((Double(fen) * demand.consignments).rounded())
    } else {
      result.tonnesUnpriced += demand.tonnes
    }
    if let grams = WeighedCharge.known(grams) {
      co2e += Int64((Double(grams) * demand.consignments).rounded())
    } else {
      result.tonnesWithoutFactor += demand.tonnes
    }
  }

  private mutating func tell(
    diversionFrom from: ID<Place>?, to: ID<Place>?, _ kilograms: Int64, _ now: Int64
  ) {
    guard now >= system.warmup else { return }
    let key = ReplicationResult.Diversion(
      from: from, to: to, day: Int32((now - system.warmup) / secondsPerDay))
    diversions[key, default: 0] += kilograms
  }

  /// Chooses anew at a terminal: among the neighbours of its seat, and the other ways of its row that go on from there alike.
  ///
  /// Without any room in the whole calendar it stands by for the seat that departs next.
  mutating func chooseAgain(_ lot: Int, _ now: Int64) {
    unbook(lot)
    unbookLater(lot)
    let row = Int(lots[lot].row)
    let own = Int(lots[lot].step)
    var best = forecast(from: own, at: now, system.demands[row], cost: 0, best: .max)
    for at in system.continuations(of: row, steps[own]) where Int(at) != own {
      guard
        let next = forecast(
          from: Int(at), at: now, system.demands[row], cost: 0, best: best?.weight ?? .max)
      else { continue }
      if let known = best, (next.weight, next.cost) >= (known.weight, known.cost) { continue }
      best = next
    }
    if let best {
      lots[lot].step = best.step
      book(best, lot)
      return
    }
    lots[lot].expected = .max
    lots[lot].seat =
      steps[own].seats.min { firstDeparture($0, now) < firstDeparture($1, now) } ?? -1
  }

  /// Departure that cargo at the terminal can make by a seat, whatever is booked; far beyond the end where there is none.
  func firstDeparture(_ seat: Int32, _ now: Int64) -> Int64 {
    let step = neighbours.steps[Int(seat)]
    let room = Int(step.target)
    let place = system.rooms[room].firstRun(
      notBefore: max(now + Int64(step.cutoffSeconds), loadedUntil[room] + 1))
    return place < system.rooms[room].departures.count
      ? system.rooms[room].departures[place] : Int64.max
  }
}

extension FreightSystem {
  /// Steps of a row's ways at which cargo that waits for one seat could wait for another: same terminal, mode and papers.
  func continuations(of row: Int, _ seat: LotStep) -> [Int32] {
    guard row < plans.network.demands.count else { return [] }
    let mode = services[rooms[Int(seat.target)].service].mode
    return plans.ways(of: row).flatMap { path in
      seats[Int(path)].filter { number in
        let other = steps[Int(number)]
        return other.place == seat.place && other.isCleared == seat.isCleared
          && services[rooms[Int(other.target)].service].mode == mode
      }
    }
  }
}
