// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// Copies of the network's states, one for each state of what is demanded of the way.
///
/// Layer *s* × states + *q*: the first *s* of the places that cargo must pass are behind it, and its
/// main hauls so far have brought the combination's automaton to state *q*. Cargo starts in layer 0.
struct DemandLayers: Sendable {
  private let automaton: CombinationAutomaton?
  /// In order; nil is a place that the network lacks, so that nothing passes it.
  private let via: [ID<Place>?]
  private let stateCount: Int
  /// Layers in which all demands are met.
  let accepting: [Int]
  /// Layers from which one line-haul would meet all demands.
  let acceptingAfterRoad: [Int]

  var count: Int { stateCount * (via.count + 1) }

  init(_ combination: Combination?, via: [ID<Place>?]) {
    automaton = combination?.automaton
    self.via = via
    stateCount = automaton?.count ?? 1
    let first = stateCount * via.count
    let states = 0..<stateCount
    let automaton = automaton
    accepting = states.filter { automaton?.accepts[$0] ?? true }.map { first + $0 }
    acceptingAfterRoad =
      states.filter { state in
        guard let automaton else { return true }
        return automaton.state(after: state, by: .road).map { automaton.accepts[$0] } ?? false
      }.map { first + $0 }
  }

  /// Nil where the options demand nothing of the way.
  init?(_ options: RoutingOptions, in network: Network) {
    guard options.combination != nil || !options.via.isEmpty else { return nil }
    self.init(options.combination, via: options.viaPlaces(in: network))
  }

  /// The layer to which an arc leads, nil where it may not be taken.
  ///
  /// - Parameters:
  ///   - layer: Where the arc starts.
  ///   - haul: The mode of a main haul, nil for all else.
  ///   - place: Where the arc ends.
  ///   - isDelivery: Delivered cargo stands in layer 0, and all demands are met.
  /// - Returns: A layer, nil where the demand would be broken or is not met at the end.
  func layer(
    after layer: Int, haul: Mode?, to place: ID<Place>, isDelivery: Bool
  ) -> Int? {
    var stage = layer / stateCount
    var state = layer % stateCount
    if let automaton, let haul {
      guard let after = automaton.state(after: state, by: haul) else { return nil }
      state = after
    }
    if stage < via.count, via[stage] == place { stage += 1 }
    let after = stage * stateCount + state
    guard isDelivery else { return after }
    return accepting.contains(after) ? 0 : nil
  }
}

extension RoutingOptions {
  /// The places of `via`; one that follows itself is one visit.
  func viaPlaces(in network: Network) -> [ID<Place>?] {
    via.indices.filter { $0 == 0 || via[$0] != via[$0 - 1] }.map { network.findPlace(via[$0]) }
  }
}

extension ArcMeaning {
  /// The mode of a main haul: a seat, or line-haul.
  var haul: Mode? { kind == .seat || kind == .lineHaul ? mode : nil }
}
