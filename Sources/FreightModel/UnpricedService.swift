// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// A service and a class that it takes for which something is not known, since no row fits.
public struct UnpricedService: Sendable, Hashable {
  public let service: ID<Service>
  public let cargoClass: CargoClass
  /// Pairs of stops between which it may carry.
  public let pairCount: Int
  /// How many of them no tariff fits, and the first.
  public let unpricedCount: Int
  public let firstUnpriced: Pair?
  /// Whether an emission factor fits its mode and type.
  public let hasFactor: Bool

  public struct Pair: Sendable, Hashable {
    public let from: ID<Place>
    public let to: ID<Place>
  }
}

extension Network {
  /// The services that run and take a class of which the cost between some stops, or the CO2e, is not known.
  ///
  /// - Returns: In the order of the services.
  /// - Complexity: O(pairs of stops of services × tariff rows of the purpose), at most.
  public func unpricedServices(_ cargoClass: CargoClass) -> [UnpricedService] {
    let choice = TariffChoice(self, cargoClass)
    return services.indices.compactMap { number in
      let service = services[number]
      guard service.status.runs, (service.capacity[cargoClass]?.amount ?? 0) > 0 else { return nil }
      let calls = service.stops.filter { !$0.isPassage }.map(\.place)
      let pairs = calls.indices.flatMap { i in
        calls[(i + 1)...].filter { $0 != calls[i] }
          .map { UnpricedService.Pair(from: calls[i], to: $0) }
      }.filter { mayCarry(ID(number), from: $0.from, to: $0.to) }
      let unpriced = pairs.filter {
        choice.tariff(
          "main_haul", service.mode, type: service.serviceType, service: ID(number),
          from: $0.from, to: $0.to) == nil
      }
      let hasFactor =
        pairs.isEmpty
        || emissionFactor(service.mode, type: service.serviceType, distanceKM: nil) != nil
      guard !unpriced.isEmpty || !hasFactor else { return nil }
      return UnpricedService(
        service: ID(number), cargoClass: cargoClass, pairCount: pairs.count,
        unpricedCount: unpriced.count, firstUnpriced: unpriced.first, hasFactor: hasFactor)
    }
  }
}
