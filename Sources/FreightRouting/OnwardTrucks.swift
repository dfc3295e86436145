// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Whole trucks that have come to a place over listed roads and drive on to points around it.
///
/// Between places, whole trucks go from listed link to listed link and leave them for no derived way, for each pair
/// that is meant to be joined is listed. A point around a place has no link of its own: there the truck that stands
/// at the place goes on. How far, the caller says.
struct OnwardTrucks: Sendable {
  private struct Road: Sendable {
    var from, to: Int
    var seconds: Int32
  }
  private let roads: [Road]

  /// - Parameters:
  ///   - router: Whose consignment and options hold.
  ///   - lineHauls: Place → the rule of part loads there; those places send no whole truck.
  init(_ router: Router, lineHauls: [LineHaulRule?]) {
    let network = router.network
    let options = router.options
    let without = options.without
    let closed = Set(network.closures.map(\.element))
    guard !without.contains(Mode.road.rawValue) else {
      roads = []
      return
    }
    let listed = network.links.indices.filter {
      network.links[$0].carries && network.links[$0].mode == .road
    }
    let pairs = Set(
      listed.map { Network.PlacePair(network.links[$0].from, network.links[$0].to) })
    roads = listed.flatMap { number -> [Road] in
      let link = network.links[number]
      guard !without.contains(link.id), without.isDisjoint(with: link.passages),
        !without.contains(network.places[link.from].id),
        !without.contains(network.places[link.to].id), !closed.contains(.link(ID(number))),
        !link.passages.contains(where: { closed.contains(.passage($0)) })
      else { return [] }
      var ways = [(link.from, link.to)]
      if !link.oneWay, !pairs.contains(Network.PlacePair(link.to, link.from)) {
        ways.append((link.to, link.from))
      }
      return ways.filter { lineHauls[$0.0.index] == nil }
        .map { Road(from: $0.0.index, to: $0.1.index, seconds: Int32(link.seconds)) }
    }
  }

  /// When the trucks of a run stand at each place; `PointDelivery.never` where none came over a listed road.
  ///
  /// - Parameters:
  ///   - leaving: Place → when trucks can leave it that start there.
  ///   - arrived: Place → when the search brings a truck there, over whatever road; nil for none.
  /// - Returns: Place → when.
  /// - Complexity: O(roads × the longest chain of them).
  func standing(leaving: [Int32], arrived: (Int) -> Int32?) -> [Int32] {
    var standing = [Int32](repeating: PointDelivery.never, count: leaving.count)
    var isOpen = !roads.isEmpty
    while isOpen {
      isOpen = false
      for road in roads {
        let start = min(leaving[road.from], standing[road.from])
        guard start < PointDelivery.never, start + road.seconds < standing[road.to],
          let known = arrived(road.to)
        else { continue }
        // The search knows of gates and closures on the way.
        let time = max(start + road.seconds, known)
        guard time < standing[road.to] else { continue }
        standing[road.to] = time
        isOpen = true
      }
    }
    return standing
  }
}
