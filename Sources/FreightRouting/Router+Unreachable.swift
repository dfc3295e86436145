// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
public import FreightModel
public import Quantities

/// Why a place is not reached: what could be reached if time were no object tells it.
extension Router {
  /// The reason why no itinerary from `origin` to `target` exists within the horizon.
  ///
  /// - Complexity: O(nodes + arcs).
  public func whyUnreachable(from origin: ID<Place>, to target: ID<Place>) -> Unreachable {
    let reached = reachable(from: CargoState.node(.ready, at: origin).index)
    let place = network.places[target]
    let name = Messages.name(en: place.nameEN, zh: place.nameZH)
    if let reason = tooLarge(from: origin, to: target, name: name) { return reason }
    let area = network.territory(of: target).customsArea
    func reaches(_ states: [CargoState], where condition: (ID<Place>) -> Bool) -> Bool {
      network.places.indices.contains { number in
        let place = ID<Place>(number)
        return condition(place)
          && states.contains { reached[CargoState.node($0, at: place).index] }
      }
    }
    if reached[CargoState.node(.delivered, at: target).index] {
      if layers != nil { return UnmetDemand(self, from: origin, to: target).reason }
      return Unreachable(
        code: "unreachable.horizon", arguments: [name, String(horizonSeconds / secondsPerDay)])
    }
    if area == homeArea { return Unreachable(code: "unreachable.no_road", arguments: [name]) }
    let inArea = { (place: ID<Place>) in network.territory(of: place).customsArea == area }
    if reaches([.freeA, .freeD], where: inArea) {
      return Unreachable(code: "unreachable.no_road", arguments: [name])
    }
    if reaches([.transitA, .transitD], where: inArea) {
      return Unreachable(code: "unreachable.no_clearance", arguments: [name, area])
    }
    let word = "class." + consignment.cargoClass.rawValue
    let cargoClass = Messages.name(
      en: Messages.text(word, in: .en), zh: Messages.text(word, in: .zh))
    if reaches([.transitA], where: { _ in true }) {
      return Unreachable(code: "unreachable.no_service", arguments: [name, area, cargoClass])
    }
    return Unreachable(code: "unreachable.no_export", arguments: [name, cargoClass])
  }

  /// Node → reached at some time, whatever the waits.
  private func reachable(from source: Int) -> [Bool] {
    var heads = [[Int32]](
      repeating: [], count: network.places.count * CargoState.allCases.count)
    for (tail, head) in ends { heads[Int(tail)].append(head) }
    var reached = [Bool](repeating: false, count: heads.count)
    reached[source] = true
    var open = [source]
    while let node = open.popLast() {
      for head in heads[node] where !reached[Int(head)] {
        reached[Int(head)] = true
        open.append(Int(head))
      }
    }
    return reached
  }
}
