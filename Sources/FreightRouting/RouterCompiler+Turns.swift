// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// How cargo that services bring goes on from a place: on board again, by road, or as delivered.
extension RouterCompiler {
  /// Adds what leads from and to services at every place where one calls that might carry the cargo.
  ///
  /// Cargo boards whatever brought it. For the road it is handled once, from the mode that brought it.
  mutating func addTurns() {
    for (place, modes) in callModes.enumerated() where !modes.isEmpty && usable[place] {
      let place = ID<Place>(place)
      for inTransit in [false, true] {
        let landed = modes.filter { $0 != .road }.map {
          (mode: $0, state: CargoState.landed(by: $0, inTransit: inTransit))
        }
        let states: [CargoState] = inTransit ? [.transitA, .transitD] : [.freeA, .freeD]
        let board: CargoState = inTransit ? .transitBoarding : .freeBoarding
        add(
          ArcSpec(from: ID(0), to: ID(0)), ArcMeaning(kind: .boarding, from: place, to: place),
          from: states + landed.map(\.state), to: board)
        for (mode, state) in landed { addHandling(at: place, from: mode, state, to: states[0]) }
        if !inTransit, !network.places[place].kind.isDemand {
          add(
            ArcSpec(
              from: ID(0), to: ID(0), openBefore: window(nil, at: place, less: closed[place])),
            ArcMeaning(kind: .standing, from: place, to: place), from: landed.map(\.state),
            to: .delivered)
        }
      }
    }
  }

  /// Modes by which services bring cargo to a place, in their order; also what a change at query time might let carry it.
  func landedStates(at place: ID<Place>, inTransit: Bool) -> [CargoState] {
    callModes[place.index].filter { $0 != .road }
      .map { CargoState.landed(by: $0, inTransit: inTransit) }
  }

  private mutating func addHandling(
    at place: ID<Place>, from mode: Mode, _ state: CargoState, to head: CargoState
  ) {
    var meaning = ArcMeaning(kind: .handling, from: place, to: place)
    var arc = ArcSpec(
      from: ID(0), to: ID(0), openBefore: window(nil, at: place, less: closed[place]))
    if let handling = rules.handling(at: place, from: mode, to: .road) {
      arc.travel = planned(handling.time)
      meaning.main = tariffs.charge(
        cost: handling.cost, co2e: handling.co2e, of: "handling " + network.places[place].id)
      meaning.quality = handling.provenance.quality
      (arc.cost, arc.co2e) = (meaning.main.cost, meaning.main.co2e)
    }
    add(arc, meaning, from: [state], to: head)
  }

  /// Place → modes of the services that call there with room for the class, whether they run or not, and of its hubs.
  static func callModes(_ network: Network, _ cargoClass: CargoClass) -> [[Mode]] {
    var modes = network.places.map { _ in Set<Mode>() }
    for service in network.services where (service.capacity[cargoClass]?.amount ?? 0) > 0 {
      for stop in service.stops where !stop.isPassage {
        modes[stop.place.index].insert(service.mode)
      }
    }
    for hub in network.hubs { modes[hub.ehub.index].formUnion(modes[hub.airport.index]) }
    return modes.map { found in Mode.allCases.filter(found.contains) }
  }
}
