// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

extension ChangePlan {
  /// Grants or withdraws a right in the plan's network; says what is wrong.
  mutating func changeRight(
    of holder: String, _ from: String, _ to: String, _ isGrant: Bool
  ) -> [RouterChangeFaults.Reason] {
    let service = network.findService(holder)
    let carrier =
      service.map { network.services[$0].carrier }
      ?? network.carriers.firstIndex { $0.id == holder }.map { ID<Carrier>($0) }
    let ends = (network.findPlace(from), network.findPlace(to))
    guard let carrier, let from = ends.0, let to = ends.1 else {
      return (carrier == nil ? [.unknownHolder(holder)] : [])
        + (ends.0 == nil ? [.unknownPlace(from)] : []) + (ends.1 == nil ? [.unknownPlace(to)] : [])
    }
    let before = allowed(carrier, service, from, to)
    if isGrant {
      network.rights.append(
        TrafficRight(
          carrier: carrier, service: service, from: from, to: to, freedom: 5,
          provenance: network.carriers[carrier].provenance))
    } else {
      withdraw(carrier, service, from, to)
    }
    let changed = before.symmetricDifference(allowed(carrier, service, from, to))
    heldBy.formUnion(changed)
    return changed.isEmpty ? [.matchesNothing] : []
  }

  /// Services of the holder that call at both places in that order and may carry between them.
  private func allowed(
    _ carrier: ID<Carrier>, _ service: ID<Service>?, _ from: ID<Place>, _ to: ID<Place>
  ) -> Set<ID<Service>> {
    let rules = RuleBook(network, router.consignment)
    return Set(
      network.services.indices.map { ID<Service>($0) }.filter { id in
        let row = network.services[id]
        guard row.carrier == carrier, service == nil || service == id,
          let first = row.stops.firstIndex(where: { $0.place == from && !$0.isPassage }),
          row.stops[first...].contains(where: { $0.place == to && !$0.isPassage })
        else { return false }
        return rules.mayCarry(id, from: from, to: to)
      })
  }

  /// What was granted to the whole carrier stays granted to its other services.
  private mutating func withdraw(
    _ carrier: ID<Carrier>, _ service: ID<Service>?, _ from: ID<Place>, _ to: ID<Place>
  ) {
    let services = network.services
    network.rights = network.rights.flatMap { right -> [TrafficRight] in
      guard right.carrier == carrier, right.from == from, right.to == to else { return [right] }
      guard let service else { return [] }
      if let holder = right.service { return holder == service ? [] : [right] }
      return services.indices.map { ID<Service>($0) }
        .filter { services[$0].carrier == carrier && $0 != service }
        .map { other in
          var right = right
          right.service = other
          return right
        }
    }
  }
}
