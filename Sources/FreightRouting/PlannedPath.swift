// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// One move of a way, with what holds for it on any date: waits are left out, for they arise anew.
public struct PathStage: Sendable, Hashable {
  public enum Kind: UInt8, Sendable {
    case pickup, drayage, lineHaul, seat, exportClearance, importClearance, delivery
    /// A terminal as destination: cargo that stands there is delivered.
    case standing
  }
  public var kind: Kind
  public var from: ID<Place>
  public var to: ID<Place>
  public var mode: Mode?
  /// Of a seat, with the numbers of its two stops among the service's.
  public var service: ID<Service>?
  public var boards = 0
  public var alights = 0
  /// The listed road that is driven.
  public var link: ID<Link>?
  /// Row of the network's line-haul rules.
  public var lineHaul: Int?
  /// Row of the network's clearances.
  public var clearance: Int?
  /// What must be open before the move starts, and before it counts as ended; nil is always.
  public var hoursBefore: ID<OpeningHours>?
  public var hoursAfter: ID<OpeningHours>?
  /// Seconds of handling before the wheels turn, part of `travelSeconds`.
  public var handlingSeconds: Int64 = 0
  /// Planned seconds of what has no timetable of its own; of a seat 0.
  public var travelSeconds: Int64 = 0
  /// The distribution behind `travelSeconds` of doors and clearances; nil where none is given.
  public var time: OperationTime?
  public var cutoffSeconds: Int64 = 0
  public var releaseSeconds: Int64 = 0
  public var distanceKM = 0.0
  /// Nil where not known.
  public var cost: Money? = .zero
  public var co2e: Emission? = .zero
  public var quality = Quality.measured
}

/// A way as planned from one moment: its stages, and when each would start and leave.
public struct PlannedPath: Sendable, Hashable {
  public var depart: Instant
  public var arrive: Instant
  public var stages: [PathStage]
  /// Stage → planned departure of its vehicle, for the rest the moment it begins.
  public var departures: [Instant]
}

/// How cargo stands at a place in the middle of its way.
public enum CargoStanding: Sendable, Hashable {
  /// At the consignor, not yet picked up.
  case ready
  /// In free circulation: before export clearance, or after import clearance.
  case free
  /// Export-cleared.
  case cleared

  var state: CargoState {
    switch self {
    case .ready: .ready
    case .free: .freeA
    case .cleared: .transitA
    }
  }
}

extension RouterSearch {
  /// Finds the delivery at every place for cargo that stands somewhere on its way.
  ///
  /// - Parameters:
  ///   - standing: What has been done with it.
  ///   - place: Where it is.
  ///   - readyAt: In the router's week of ready times.
  ///   - changes: What differs from the router, resolved by it; time is then the objective.
  public mutating func run(
    from standing: CargoStanding, at place: ID<Place>, readyAt: Instant,
    changes: RouterChanges? = nil
  ) {
    run(from: CargoState.node(standing.state, at: place), readyAt: readyAt, changes: changes)
  }

  /// The way of `itinerary(to:)` as stages.
  public mutating func path(to place: ID<Place>) -> PlannedPath? {
    guard hasChanges else { return journey(to: place).map(router.path) }
    return changedPath(to: place)
  }
}

extension Router {
  func path(_ journey: Journey) -> PlannedPath {
    path(
      journey.steps.map { (meaning(of: $0.arc), $0.traversal) }, from: journey.start,
      arriving: journey.arrival)
  }

  /// Handling is part of the move by road that it is for, also where the cargo is cleared in between.
  func path(
    _ moves: [(meaning: ArcMeaning, times: Traversal)], from start: Int32, arriving arrival: Int32
  ) -> PlannedPath {
    var path = PlannedPath(
      depart: epoch + Int64(start), arrive: epoch + Int64(arrival), stages: [], departures: [])
    var handling: (meaning: ArcMeaning, times: Traversal)?
    for move in moves where move.meaning.kind != .boarding {
      if move.meaning.kind == .handling {
        handling = move
        continue
      }
      var stage = stage(move.meaning, move.times)
      var departure = move.times.departure
      if let before = handling, stage.kind == .drayage || stage.kind == .lineHaul {
        let charge = before.meaning.main + move.meaning.main
        (stage.cost, stage.co2e) = (Money(charged: charge.cost), Emission(charged: charge.co2e))
        stage.quality = max(stage.quality, before.meaning.quality)
        if stage.kind == .drayage {
          stage.handlingSeconds = Int64(before.times.arrival - before.times.departure)
          stage.travelSeconds += stage.handlingSeconds
          departure -= before.times.arrival - before.times.departure
        }
        handling = nil
      }
      path.stages.append(stage)
      path.departures.append(epoch + Int64(departure))
    }
    return path
  }

  func stage(_ meaning: ArcMeaning, _ times: Traversal) -> PathStage {
    var stage = PathStage(kind: meaning.kind.stage, from: meaning.from, to: meaning.to)
    stage.mode = meaning.mode
    stage.cutoffSeconds = Int64(meaning.lead)
    stage.releaseSeconds = Int64(times.released - times.arrival)
    stage.distanceKM = meaning.distanceKM
    (stage.cost, stage.co2e) = (
      Money(charged: meaning.main.cost), Emission(charged: meaning.main.co2e)
    )
    stage.quality = meaning.quality
    stage.link = meaning.link
    switch meaning.row {
    case .none: break
    case .link(let id): stage.link = id
    case .service(let id): stage.service = id
    case .lineHaul(let row): stage.lineHaul = row
    case .clearance(let row): stage.clearance = row
    }
    switch meaning.kind {
    case .pickup:
      let door = rules.door(.pickup, at: meaning.from)
      (stage.hoursBefore, stage.time) = (door?.hours, door?.time)
    case .delivery:
      let door = rules.door(.delivery, at: meaning.from)
      (stage.hoursAfter, stage.time) = (door?.hours, door?.time)
    case .drayage: stage.hoursAfter = rules.terminals[meaning.to]?.gateHours
    case .exportClearance, .importClearance:
      stage.time = stage.clearance.map { network.clearances[$0].time }
      stage.hoursBefore =
        rules.terminals[meaning.from]?.customsHours
        ?? stage.clearance.flatMap { network.clearances[$0].hours }
    case .seat:
      (stage.boards, stage.alights) = (meaning.boards, meaning.alights)
    case .lineHaul, .standing, .handling, .boarding: break
    }
    if meaning.kind != .seat {
      stage.travelSeconds = Int64(times.arrival - times.departure)
    }
    return stage
  }
}

extension ArcMeaning.Kind {
  fileprivate var stage: PathStage.Kind {
    switch self {
    case .pickup: .pickup
    case .drayage: .drayage
    case .lineHaul: .lineHaul
    case .seat: .seat
    case .exportClearance: .exportClearance
    case .importClearance: .importClearance
    case .delivery: .delivery
    case .standing, .handling, .boarding: .standing
    }
  }
}
