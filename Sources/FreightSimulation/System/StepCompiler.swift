// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Glibc
import Quantities
import Stochastics

/// Takes the stages of a way apart into what a lot does, with the resources that it meets.
struct StepCompiler {
  private let system: FreightSystem
  private let network: Network
  private let truckLate: Double
  private let payload: Double
  private let perMove: Double
  private let parcelKG: Double

  init(_ system: FreightSystem) {
    self.system = system
    network = system.network
    truckLate = Punctuality(network).truckShare
    payload = network.parameter("truck.payload_t", default: 10)
    perMove = network.parameter("teu_per_move", default: 1.6)
    parcelKG = network.parameter("parcel.kg", default: 1)
  }

  /// The steps of a way for lots of a size, ended by `done`; the way may begin with cargo cleared.
  func compile(
    _ path: [PathStage], _ size: LotSize, isCleared: Bool = false
  ) -> [LotStep] {
    var steps: [LotStep] = []
    var isCleared = isCleared
    var inbound: Mode?
    for (number, stage) in path.enumerated() {
      defer { if stage.kind == .seat || stage.kind == .lineHaul { inbound = stage.mode } }
      var line = Line(system: system, stage: stage, isCleared: isCleared)
      switch stage.kind {
      case .standing: break
      case .pickup:
        line.open(stage.hoursBefore, at: stage.from, .opening)
        line.pass(stage.travelSeconds, stage.time, .pickup, at: stage.from)
      case .drayage:
        drive(stage, size, inbound, &line)
        line.open(stage.hoursAfter, at: stage.to, .opening)
        enter(stage.to, size, before: path[(number + 1)...], &line)
      case .lineHaul:
        ride(stage, &line)
        crossDock(stage.to, size, &line)
        enter(stage.to, size, before: path[(number + 1)...], &line)
      case .exportClearance, .importClearance:
        clear(stage, size, &line)
        isCleared = stage.kind == .exportClearance
      case .seat:
        if number == 0 || path[number - 1].kind != .seat { prepare(stage, size, &line) }
        line.board(stage)
      case .delivery:
        line.pass(stage.travelSeconds, stage.time, .lastMile, at: stage.to)
        line.open(stage.hoursAfter, at: stage.to, .deliveryHours)
      }
      if number > 0, path[number - 1].kind == .importClearance,
        let first = line.steps.indices.first(where: { line.steps[$0].operation == .pass })
      {
        line.steps[first].notifies = true
      }
      steps += line.steps
    }
    var done = LotStep(operation: .done)
    done.place = Int32(path.last?.to.index ?? 0)
    return steps + [done]
  }

  private func trucks(_ size: LotSize) -> Double {
    size.teu >= 1 ? size.teu / 2 : size.tonnes / payload
  }

  private func drive(
    _ stage: PathStage, _ size: LotSize, _ inbound: Mode?, _ line: inout Line
  ) {
    handle(stage, size, inbound, &line)
    let seconds = stage.travelSeconds - stage.handlingSeconds
    if let fleet = system.pool(.truckFleet, at: stage.from) {
      // A truck is away for both ways and an hour at the ends; the lots that share it share its time.
      let hours = (2 * Double(seconds) / 3_600 + 1) * trucks(size)
      line.visit(fleet, work: hours, .fleet, at: stage.from)
    }
    line.drive(seconds, lateShare: truckLate, link: stage.link, at: stage.to)
  }

  /// Cargo goes on by road: it is worked by the resource that its handling names, and takes the time that the row says.
  private func handle(
    _ stage: PathStage, _ size: LotSize, _ inbound: Mode?, _ line: inout Line
  ) {
    let place = stage.from
    let mode = inbound ?? network.terminals.first { $0.place == place }?.modes.first
    let row = mode.flatMap {
      network.handling(at: place, from: $0, to: .road, of: size.consignment.cargoClass)
    }
    if let name = row?.resource, !name.isEmpty,
      let station = system.stations.firstIndex(where: {
        network.resources[$0.resource].id == name && $0.place == place
      })
    {
      let work = work(of: size, at: system.stations[station], row?.time)
      line.visit(system.pool(ofStation: Int32(station)), work: work, .handlingWork, at: place)
    }
    guard stage.handlingSeconds > 0 else { return }
    let family = row.flatMap { PercentileLaw.Family(rawValue: $0.distribution) }
    line.pass(
      stage.handlingSeconds, row?.time.medianSeconds == stage.handlingSeconds ? row?.time : nil,
      .handling, at: place, family: family ?? .lognormal)
  }

  /// A lot in the unit of work of a resource; of places the hours that it holds one.
  private func work(of size: LotSize, at station: StationSpec, _ time: OperationTime?) -> Double {
    switch network.resources[station.resource].rateUnit {
    case "moves/h": max(size.teu, 0.1) / perMove
    case "trucks/h", "trains/h", "ships/h", "lockages/h": trucks(size)
    case "t/h": size.tonnes
    case "parcels/h": size.tonnes * 1_000 / parcelKG
    case "TEU/h": max(size.teu, size.tonnes / payload)
    default: Double(time?.medianSeconds ?? 0) / 3_600
    }
  }

  private func ride(_ stage: PathStage, _ line: inout Line) {
    guard let rule = stage.lineHaul else { return }
    var step = LotStep(operation: .lineHaul)
    step.target = system.calendars.timetable(rule, at: network.places[stage.from])
    step.seconds = stage.travelSeconds
    step.lateShare = truckLate
    step.cutoffSeconds = Int32(stage.cutoffSeconds)
    step.releaseSeconds = Int32(stage.releaseSeconds)
    step.owner = system.owners.place(stage.from, .nextDeparture)
    step.purpose = system.purpose(.lineHaul, stage.from)
    line.add(step, at: stage.from)
  }

  /// Through the gate, and into the yard or shed where the cargo will wait for a seat.
  private func enter(
    _ place: ID<Place>, _ size: LotSize, before rest: ArraySlice<PathStage>, _ line: inout Line
  ) {
    if let gate = system.pool(.gateLane, at: place) {
      line.visit(gate, work: trucks(size), .gate, at: place)
    }
    if let lane = system.pool(.customsLane, at: place) {
      line.visit(lane, work: trucks(size), .lane, at: place)
    }
    let boards = rest.prefix { $0.from == place }.contains { $0.kind == .seat }
    if boards, let yard = system.pool(.yard, at: place) {
      line.store(yard, units: system.storeUnits(size, at: place), at: place)
    }
    if boards, let counter = system.pool(.acceptance, at: place) {
      line.visit(counter, work: size.tonnes, .acceptance, at: place)
    }
  }

  /// Part loads are unloaded where a line-haul truck ends, parcels are sorted there.
  private func crossDock(_ place: ID<Place>, _ size: LotSize, _ line: inout Line) {
    if let dock = system.pool(.dockDoor, at: place) {
      line.visit(dock, work: trucks(size), .dock, at: place)
    }
    if size.consignment.cargoClass == .parcel, let sorter = system.pool(.sorter, at: place) {
      line.visit(sorter, work: size.tonnes * 1_000 / parcelKG, .sorter, at: place)
    }
  }

  private func clear(_ stage: PathStage, _ size: LotSize, _ line: inout Line) {
    line.open(stage.hoursBefore, at: stage.from, .opening)
    line.pass(stage.travelSeconds, stage.time, .clearance, at: stage.from)
    let side: InspectionRule.Side = stage.kind == .exportClearance ? .export : .import
    guard
      let rule = network.inspection(
        side, in: network.places[stage.from].territory, exportMode: size.consignment.exportMode,
        clearance: stage.clearance), rule.probability > 0
    else { return }
    var step = LotStep(operation: .inspect)
    step.inspectionShare = rule.probability
    step.seconds = rule.hold.medianSeconds
    step.law = law(rule.hold, .lognormal)
    if let lanes = system.pool(.inspection, at: stage.from) {
      step.target = lanes
      let first = system.stations[Int(system.pools[Int(lanes)][0])]
      step.work = inspected(size, by: network.resources[first.resource])
    }
    step.owner = system.owners.place(stage.from, .inspection)
    step.purpose = system.purpose(.inspection, stage.from)
    line.add(step, at: stage.from)
  }

  /// A lot in the unit that customs counts.
  private func inspected(_ size: LotSize, by lanes: Resource) -> Double {
    switch lanes.rateUnit {
    case "t/h": size.tonnes
    case "parcels/h": size.tonnes * 1_000 / parcelKG
    default: max(size.teu, size.tonnes / 10)
    }
  }

  /// What a terminal does with cargo that came by road before it can board.
  private func prepare(_ stage: PathStage, _ size: LotSize, _ line: inout Line) {
    let place = stage.from
    switch stage.mode {
    case .air:
      if let xray = system.pool(.xray, at: place) {
        line.visit(xray, work: size.tonnes, .xray, at: place)
      }
      if let uld = system.pool(.uldStation, at: place) {
        line.visit(uld, work: size.tonnes, .uld, at: place)
      }
    case .rail:
      if let crane = system.pool([.reachStacker, .gantryCrane], at: place) {
        line.visit(crane, work: max(size.teu, 0.1) / perMove, .crane, at: place)
      }
    case .sea, .river, .road, nil: break
    }
  }
}

/// The steps of one stage as they are collected.
private struct Line {
  let system: FreightSystem
  let stage: PathStage
  let isCleared: Bool
  var steps: [LotStep] = []

  mutating func add(_ step: LotStep, at place: ID<Place>) {
    var step = step
    step.place = Int32(place.index)
    step.isCleared = isCleared
    steps.append(step)
  }

  mutating func open(_ hours: ID<OpeningHours>?, at place: ID<Place>, _ cause: DelayCause) {
    let calendar = system.calendars.hours(hours, at: system.network.places[place])
    guard calendar >= 0 else { return }
    var step = LotStep(operation: .open)
    step.target = calendar
    step.owner = system.owners.place(place, cause)
    add(step, at: place)
  }

  mutating func pass(
    _ seconds: Int64, _ time: OperationTime?, _ operation: FreightSystem.StepKind,
    at place: ID<Place>, family: PercentileLaw.Family = .lognormal
  ) {
    guard seconds > 0 || (time?.highSeconds ?? 0) > 0 else { return }
    var step = LotStep(operation: .pass)
    step.seconds = seconds
    step.law = time.flatMap { law($0, family) }
    step.purpose = system.purpose(operation, place)
    add(step, at: place)
  }

  mutating func drive(_ seconds: Int64, lateShare: Double, link: ID<Link>?, at place: ID<Place>) {
    guard seconds > 0 else { return }
    var step = LotStep(operation: .pass)
    step.seconds = seconds
    step.lateShare = lateShare
    step.drives = true
    step.link = link.flatMap { system.closableOf[.link($0)] } ?? -1
    step.purpose = system.purpose(.drive, place)
    add(step, at: place)
  }

  mutating func visit(
    _ station: Int32, work: Double, _ operation: FreightSystem.StepKind, at place: ID<Place>
  ) {
    var step = LotStep(operation: .visit)
    step.target = station
    step.work = work
    step.purpose = system.purpose(operation, place)
    add(step, at: place)
  }

  mutating func store(_ station: Int32, units: UInt32, at place: ID<Place>) {
    var step = LotStep(operation: .store)
    step.target = station
    step.units = units
    add(step, at: place)
  }

  mutating func board(_ seat: PathStage) {
    guard let service = seat.service else { return }
    precondition(
      system.serviceNumber[service.index] >= 0,
      "a way takes a service that does not run: its plans are of another network")
    var step = LotStep(operation: .board)
    step.target = Int32(system.firstRoom[Int(system.serviceNumber[service.index])] + seat.boards)
    step.alights = UInt8(seat.alights)
    step.cutoffSeconds = Int32(seat.cutoffSeconds)
    step.releaseSeconds = Int32(seat.releaseSeconds)
    add(step, at: seat.from)
  }
}

/// The law of a time, in seconds; nil where nothing varies.
private func law(_ time: OperationTime, _ family: PercentileLaw.Family) -> PercentileLaw? {
  let (low, median, high) = (time.lowSeconds, time.medianSeconds, time.highSeconds)
  guard 0 <= low, low <= median, median <= high else { return nil }
  let law = PercentileLaw(family, median: Double(median), low: Double(low), high: Double(high))
  return law.isPoint ? nil : law
}
