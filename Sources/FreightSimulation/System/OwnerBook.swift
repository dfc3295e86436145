// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Numbers of all that hours of delay can belong to: places by cause, resources, rooms of services by cause.
struct OwnerBook: Sendable {
  /// Causes that a place by itself can have.
  static let placeCauses: [DelayCause] = [
    .opening, .deliveryHours, .inspection, .nextDeparture, .cutOff, .closure, .noWay,
  ]
  static let roomCauses: [DelayCause] = [
    .nextDeparture, .cutOff, .rollover, .blankSailing, .lateness,
  ]
  private(set) var owners: [ReplicationResult.Owner] = []
  private let firstResource: Int
  /// Service → its first owner.
  private var firstOfService: [Int] = []

  init(_ network: Network) {
    for place in network.places.indices {
      for cause in Self.placeCauses { owners.append(.init(place: ID(place), cause: cause)) }
    }
    firstResource = owners.count
    for (row, resource) in network.resources.enumerated() {
      owners.append(.init(place: resource.place, cause: .queue, resource: row))
    }
    for (row, service) in network.services.enumerated() {
      firstOfService.append(owners.count)
      for stop in service.stops {
        for cause in Self.roomCauses {
          owners.append(.init(place: stop.place, cause: cause, service: ID(row)))
        }
      }
    }
  }

  var count: Int { owners.count }

  func place(_ place: ID<Place>, _ cause: DelayCause) -> Int32 {
    Int32(
      place.index * Self.placeCauses.count + (Self.placeCauses.firstIndex(of: cause) ?? 0))
  }

  func resource(_ row: Int) -> Int32 { Int32(firstResource + row) }

  /// The first of a stop's owners, in the order of `roomCauses`.
  func room(_ service: ID<Service>, _ stop: Int) -> Int32 {
    Int32(firstOfService[service.index] + stop * Self.roomCauses.count)
  }
}
