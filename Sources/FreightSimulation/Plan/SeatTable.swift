// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities

/// Every seat that lots may take, neighbours side by side: services between the same places, for cargo that stands alike.
struct SeatTable: Sendable {
  /// Steps that board: room, stop where the cargo gets off, cut-off, release.
  private(set) var steps: [LotStep] = []
  /// Fen and grams of one consignment; of `WeighedCharge`.
  private(set) var costs: [Int64] = []
  private(set) var co2es: [Int64] = []
  /// Least seconds from the cut-off of a departure to the release, over all departures; nil where none runs.
  private(set) var leastSeconds: [Int64?] = []
  private var groups: [Key: Range<Int32>] = [:]

  struct Key: Hashable {
    var consignment: Consignment
    var seat: SeatKey
    /// Of a seat without neighbours, its service and stops.
    var alone: [Int] = []
  }

  func range(_ key: Key) -> Range<Int32>? { groups[key] }

  mutating func add(
    _ key: Key, _ rows: [(step: LotStep, cost: Int64, co2e: Int64, leastSeconds: Int64?)]
  ) -> Range<Int32> {
    let start = Int32(steps.count)
    for row in rows {
      steps.append(row.step)
      costs.append(row.cost)
      co2es.append(row.co2e)
      leastSeconds.append(row.leastSeconds)
    }
    let range = start..<Int32(steps.count)
    groups[key] = range
    return range
  }
}

extension FreightSystem {
  /// Gives each seat of a compiled way its neighbours.
  ///
  /// - Returns: Numbers of the steps that board.
  mutating func join(
    _ compiled: inout [LotStep], _ path: [PathStage], _ size: LotSize,
    _ seats: [SeatKey: [PathStage]], _ compiler: StepCompiler
  ) -> [Int] {
    self.seats.append([])
    let boards = compiled.indices.filter { compiled[$0].operation == .board }
    for (number, stage) in zip(boards, path.filter { $0.kind == .seat }) {
      let step = compiled[number]
      let seat = SeatKey(
        from: stage.from, to: stage.to, mode: stage.mode, isCleared: step.isCleared)
      var key = SeatTable.Key(consignment: size.consignment, seat: seat)
      let stages = seats[seat] ?? [stage]
      if seats[seat] == nil, let service = stage.service {
        key.alone = [service.index, stage.boards, stage.alights]
      }
      let range =
        neighbours.range(key)
        ?? neighbours.add(
          key,
          stages.compactMap { stage in
            guard let service = stage.service, serviceNumber[service.index] >= 0,
              let step = compiler.compile([stage], size, isCleared: seat.isCleared).first(where: {
                $0.operation == .board
              })
            else { return nil }
            return (
              step, WeighedCharge.fen(stage.cost), WeighedCharge.grams(stage.co2e),
              leastSeconds(of: step)
            )
          })
      compiled[number].seats = range
      for row in range {
        let seat = neighbours.steps[Int(row)]
        let cutoff = Int64(seat.cutoffSeconds)
        let known = rooms[Int(seat.target)].cutoffSeconds
        rooms[Int(seat.target)].cutoffSeconds = known < 0 ? cutoff : min(known, cutoff)
      }
    }
    return boards
  }

  private func leastSeconds(of seat: LotStep) -> Int64? {
    let room = rooms[Int(seat.target)]
    let runs = services[room.service]
    return room.runs.lazy.compactMap { run -> Int64? in
      let arrives = runs.arrival(Int(run), Int(seat.alights))
      guard arrives != ServiceRuns.none else { return nil }
      return arrives - runs.departure(Int(run), room.stop)
    }.min().map { $0 + Int64(seat.cutoffSeconds) + Int64(seat.releaseSeconds) }
  }

  /// Seconds of a step for which nothing has to be waited, as they are planned.
  func plannedSeconds(_ step: LotStep) -> Int64 {
    switch step.operation {
    case .pass: return step.seconds
    case .visit:
      let mean = step.work * stations[Int(step.target)].secondsPerWork
      return mean > 0 ? max(1, Int64(mean)) : 0
    case .inspect: return step.inspectionShare > 0.5 ? step.seconds : 0
    case .lineHaul:
      return Int64(step.cutoffSeconds) + step.seconds + Int64(step.releaseSeconds)
    case .open, .store, .board, .done: return 0
    }
  }

  /// Step of a way → least seconds from its begin to the delivery; far beyond all ends where a seat has no departure.
  func leastRest(of compiled: [LotStep], _ table: SeatTable) -> [Int64] {
    var rest = [Int64](repeating: 0, count: compiled.count)
    var sum: Int64 = 0
    for (number, step) in compiled.enumerated().reversed() {
      if step.operation == .board {
        sum +=
          step.seats.compactMap { table.leastSeconds[Int($0)] }.min() ?? 4_000 * secondsPerDay
      } else {
        sum += plannedSeconds(step)
      }
      rest[number] = sum
    }
    return rest
  }
}

extension Room {
  /// Finds the places of each day's first departure.
  mutating func indexDays() {
    guard let last = departures.last else { return }
    var place = 0
    for day in 0...(last / secondsPerDay + 1) {
      while place < departures.count, departures[place] < day * secondsPerDay { place += 1 }
      firstOfDay.append(Int32(place))
    }
  }
}
