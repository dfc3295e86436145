// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
internal import HeapModule

/// All alternatives in (arrival, cost, CO2e), and the deliveries that other objectives choose.
///
/// Label-correcting over the moves of decision record 0002: a state keeps every label that no other
/// is as good as in arrival, cost, CO2e, priced CO2e and number of moves. Each of these comparisons
/// survives a further move. `moves` offers each move at its earliest alone, a service on the
/// departure that is free first. That is enough for sets too, because no charge depends on the
/// departure taken: a later one costs the same and is free no earlier. Labels are taken by time to
/// save work; the sets do not depend on it.
extension ReferenceSearch {
  /// The complete set of alternatives at every place, by arrival, then cost; empty is unreachable.
  public func alternatives(from origin: ID<Place>, readyAt: Instant) -> [[Answer]] {
    sets(from: origin, readyAt: readyAt).map { $0.map(answer) }
  }

  /// The delivery of least cost at every place; of equals the earliest, then the cleanest.
  public func cheapest(from origin: ID<Place>, readyAt: Instant) -> [Answer?] {
    sets(from: origin, readyAt: readyAt).map { set in
      set.min { ($0.cost, $0.time, $0.co2e) < ($1.cost, $1.time, $1.co2e) }.map(answer)
    }
  }

  private func sets(from origin: ID<Place>, readyAt: Instant) -> [[Label]] {
    deliveries(from: origin, readyAt: readyAt, weighing: nil).map { labels in
      labels.map(\.label)
        .filter { one in !labels.contains { $0.label.wins(over: one) } }
        .sorted { $0.triple < $1.triple }
    }
  }

  /// The delivery of least generalized cost at every place.
  ///
  /// Of equals the earliest, then the cheapest, then the cleanest. The answer's cost is the money
  /// paid, without the value of time and the price of CO2e.
  public func leastGeneralized(
    from origin: ID<Place>, readyAt: Instant, weighing prices: GeneralizedCost
  ) -> [Answer?] {
    /// In 3,600ths of a fen.
    func weight(_ priced: PricedLabel) -> Tally {
      let money = priced.label.cost + priced.carbon
      return Tally(
        unknown: money.unknown,
        known: money.known * 3_600
          + prices.valueOfTime.count * (priced.label.time - readyAt))
    }
    return deliveries(from: origin, readyAt: readyAt, weighing: prices).map { labels in
      labels.min { a, b in
        let (x, y) = (weight(a), weight(b))
        return x != y ? x < y : a.label.triple < b.label.triple
      }.map { answer($0.label) }
    }
  }

  /// Every label of a delivery that none is as good as in all; by place.
  private func deliveries(
    from origin: ID<Place>, readyAt: Instant, weighing prices: GeneralizedCost?
  ) -> [[PricedLabel]] {
    let lastArrival = readyAt + rules.horizonSeconds
    let home = rules.area(of: origin)
    var fronts: [State: [PricedLabel]] = [:]
    var open = Heap<PricedLabel>()
    func offer(_ new: PricedLabel) {
      guard new.label.time <= lastArrival else { return }
      let front = fronts[new.label.state] ?? []
      guard !front.contains(where: { $0.isAsGoodInAll(as: new) }) else { return }
      fronts[new.label.state] = front.filter { !new.isAsGoodInAll(as: $0) } + [new]
      open.insert(new)
    }
    func carbon(_ move: Move) -> Tally {
      guard let prices, prices.carbonPrice > .zero else { return .zero }
      return Tally(
        unknown: move.co2e.unknown,
        known: (move.co2e.known * prices.carbonPrice.count + 500_000) / 1_000_000)
    }
    if !rules.isForbidden(origin), let start = start(at: origin, readyAt: readyAt) {
      offer(PricedLabel(label: start, carbon: start.trail.reduce(.zero) { $0 + carbon($1) }))
    }
    while let next = open.popMin() {
      guard next.label.state.phase != .delivered,
        fronts[next.label.state]?.contains(where: next.isSame(as:)) == true
      else { continue }
      for move in moves(from: next.label, home: home)
      where !rules.isForbidden(move.state.place) {
        guard let move = demand.kept(move, after: next.label) else { continue }
        offer(
          PricedLabel(label: next.label.after(move), carbon: next.carbon + carbon(move)))
      }
    }
    return rules.network.places.indices.map { place in
      Layer.all.flatMap {
        fronts[State(place: ID(place), layer: $0, phase: .delivered)] ?? []
      }
    }
  }
}

/// A label with the price of its CO2e, zero where nothing weighs it.
private struct PricedLabel: Comparable {
  var label: Label
  var carbon: Tally

  static func == (a: Self, b: Self) -> Bool { !(a < b) && !(b < a) }
  static func < (a: Self, b: Self) -> Bool { a.label < b.label }

  func isAsGoodInAll(as other: Self) -> Bool {
    label.time <= other.label.time && label.cost <= other.label.cost
      && label.co2e <= other.label.co2e && carbon <= other.carbon
      && label.arcs <= other.label.arcs
  }

  func isSame(as other: Self) -> Bool { isAsGoodInAll(as: other) && other.isAsGoodInAll(as: self) }
}

extension Layer {
  fileprivate static let all = [Layer.home, .transit, .imported]
}

extension Label {
  fileprivate var triple: (Instant, Tally, Tally) { (time, cost, co2e) }

  /// Dominates, or ties in all three with fewer moves.
  fileprivate func wins(over other: Label) -> Bool {
    guard time <= other.time, cost <= other.cost, co2e <= other.co2e else { return false }
    return triple != other.triple || arcs < other.arcs
  }
}
