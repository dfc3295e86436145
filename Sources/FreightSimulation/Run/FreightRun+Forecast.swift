// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import FreightRouting
import Quantities

/// What a way looks like from where a lot stands: when it would be delivered, on which departures.
struct Forecast {
  /// Step from which it goes.
  var step: Int32
  /// When it would be delivered.
  var arrives: Int64
  /// What is compared, and what decides between equals: least is best.
  var weight: Int64
  /// Fen of one consignment for the seats and, where a lot sets out, for the rest of the way.
  var cost: Int64
  /// Seat → row of the table of neighbours, and run; -1 for none.
  var seats = [6 of Int32](repeating: -1)
  var runs = [6 of Int32](repeating: -1)
  /// Seconds by which its first seat leaves later than it would with room everywhere and nothing shut.
  var lost: Int64 = 0
  /// Owner of these.
  var loser: Int32 = -1
}

extension FreightRun {
  /// Follows a way from one of its steps: planned times, opening hours, and the next departures of the run's own dates that have
  /// room and are not known to be cancelled.
  ///
  /// At each seat the neighbour is taken that is released first, or where money counts, that adds least to the generalized cost.
  ///
  /// - Parameters:
  ///   - first: Step of the run's steps.
  ///   - now: When it would go on from there; what is known now is reckoned with.
  ///   - demand: Whose lot it is.
  ///   - cost: Fen of the way's moves besides seats.
  ///   - best: A way of more weight than this is of no use.
  ///   - isFree: As if all had room and nothing were shut.
  /// - Returns: Nil where it is not delivered within the calendar, or weighs more than `best`.
  /// - Complexity: O(steps + neighbours × log departures), full departures aside.
  mutating func forecast(
    from first: Int, at now: Int64, _ demand: FreightSystem.DemandSpec, cost: Int64,
    best: Int64, isFree: Bool = false
  ) -> Forecast? {
    let valueOfTime = demand.valueOfTime
    let looksForClosures = !isFree && isAnythingShut(now)
    sawHindrance = false
    var result = Forecast(step: Int32(first), arrives: now, weight: 0, cost: cost)
    var time = now
    var at = first
    var seat = 0
    func weight(_ time: Int64, _ cost: Int64) -> Int64 {
      valueOfTime.map { cost * 3_600 + $0 * (time - now) } ?? time
    }
    while true {
      guard weight(time + restSeconds[at], result.cost) <= best else { return nil }
      if looksForClosures { time = beginning(of: at, at: time, knownAt: now).time }
      switch steps[at].operation {
      case .open: time = system.nextOpen(Int(steps[at].target), time)
      case .pass, .visit, .inspect: time += system.plannedSeconds(steps[at])
      case .store: break
      case .lineHaul:
        let cutoff = Int64(steps[at].cutoffSeconds)
        time =
          system.nextDeparture(Int(steps[at].target), time + cutoff) + steps[at].seconds
          + Int64(steps[at].releaseSeconds)
      case .board:
        guard
          let ride = ride(
            steps[at].seats, from: time, demand, knownAt: now, isFree: isFree,
            looksForClosures: looksForClosures)
        else { return nil }
        if seat < result.seats.count {
          result.seats[seat] = ride.seat
          result.runs[seat] = ride.run
        }
        if ride.isHindered { sawHindrance = true }
        if seat == 0 { (result.lost, result.loser) = (ride.lost, ride.loser) }
        result.cost += neighbours.costs[Int(ride.seat)]
        time = ride.released
        seat += 1
      case .done:
        result.arrives = time
        result.weight = weight(time, result.cost)
        return result.weight <= best ? result : nil
      }
      at += 1
    }
  }

  private struct Ride {
    var seat: Int32 = -1
    var run: Int32 = -1
    var place = 0
    var released: Int64 = .max
    var departs: Int64 = .max
    var weight: Int64 = .max
    var price: Int64 = .max
    var lost: Int64 = 0
    var loser: Int32 = -1
    var isHindered = false
  }

  /// The best of neighbouring seats for cargo that is ready at a time.
  private mutating func ride(
    _ seats: Range<Int32>, from ready: Int64, _ demand: FreightSystem.DemandSpec,
    knownAt now: Int64, isFree: Bool, looksForClosures: Bool
  ) -> Ride? {
    var best = Ride()
    /// The best with room everywhere and nothing shut.
    var free = Ride()
    for seat in seats {
      let next = departure(of: Int(seat), from: ready, demand, better: free)
      if let next { free = next }
      guard !isFree else { continue }
      let taken = bookable(
        seat: Int(seat), from: ready, demand, knownAt: looksForClosures ? now : nil, better: best)
      if let taken { best = taken }
    }
    if isFree { return free.seat >= 0 ? free : nil }
    guard best.seat >= 0 else { return nil }
    best.isHindered = best.seat != free.seat || best.run != free.run
    best.lost = max(0, best.departs - free.departs)
    if best.lost > 0 { best.loser = loser(Int(free.seat), Int(free.run), now) }
    return best
  }

  /// The seat's first departure that cargo makes, as a ride; nil where none is better than a known one.
  private func departure(
    of seat: Int, from ready: Int64, _ demand: FreightSystem.DemandSpec,
    better known: Ride, at first: Int? = nil
  ) -> Ride? {
    guard let least = neighbours.leastSeconds[seat] else { return nil }
    let room = Int(neighbours.steps[seat].target)
    let cutoff = Int64(neighbours.steps[seat].cutoffSeconds)
    let price = neighbours.costs[seat]
    let valueOfTime = demand.valueOfTime
    func weight(_ time: Int64) -> Int64 {
      valueOfTime.map { price * 3_600 + $0 * (time - ready) } ?? time
    }
    var place =
      first
      ?? system.rooms[room].firstRun(notBefore: max(ready + cutoff, loadedUntil[room] + 1))
    while place < system.rooms[room].departures.count {
      let departs = system.rooms[room].departures[place]
      guard (weight(departs - cutoff + least), price) < (known.weight, known.price) else {
        return nil
      }
      let run = system.rooms[room].runs[place]
      let arrives = system.services[system.rooms[room].service].arrival(
        Int(run), Int(neighbours.steps[seat].alights))
      guard arrives != ServiceRuns.none else {
        place += 1
        continue
      }
      let released = arrives + Int64(neighbours.steps[seat].releaseSeconds)
      guard (weight(released), price) < (known.weight, known.price) else { return nil }
      return Ride(
        seat: Int32(seat), run: run, place: place, released: released, departs: departs,
        weight: weight(released), price: price)
    }
    return nil
  }

  /// The seat's first departure with room, and not known to be shut; nil where none is better than a known one.
  private mutating func bookable(
    seat: Int, from ready: Int64, _ demand: FreightSystem.DemandSpec,
    knownAt now: Int64?, better known: Ride
  ) -> Ride? {
    let room = Int(neighbours.steps[seat].target)
    let service = system.rooms[room].service
    let sections = system.rooms[room].stop..<Int(neighbours.steps[seat].alights)
    let cutoff = Int64(neighbours.steps[seat].cutoffSeconds)
    // Runs that are known to be full are not asked again.
    let cell = room * Hold.allCases.count + demand.hold
    let isWhole =
      system.services[service].sections == 1 && demand.roomWanted >= system.lotUnits[demand.hold]
    var place = system.rooms[room].firstRun(
      notBefore: max(ready + cutoff, loadedUntil[room] + 1))
    if isWhole { place = max(place, Int(fullUntil[cell])) }
    var tellsFull = isWhole && place == Int(fullUntil[cell])
    while let ride = departure(of: seat, from: ready, demand, better: known, at: place) {
      if bookable(service, Int(ride.run), sections, demand.hold) < demand.roomWanted {
        tellsFull = tellsFull && ride.place == place
        if tellsFull { fullUntil[cell] = Int32(ride.place + 1) }
      } else if let now, shutter(seat, Int(ride.run), knownAt: now) >= 0 {
        tellsFull = false
      } else {
        return ride
      }
      place = ride.place + 1
    }
    return nil
  }

  /// Owner of what is lost by not taking a run: of the closure that keeps it, else of what is full.
  private func loser(_ seat: Int, _ run: Int, _ now: Int64) -> Int32 {
    let element = shutter(seat, run, knownAt: now)
    let owner = element < 0 ? -1 : system.closables[element].owner
    return owner >= 0 ? owner : system.rooms[Int(neighbours.steps[seat].target)].owner + 2
  }
}
