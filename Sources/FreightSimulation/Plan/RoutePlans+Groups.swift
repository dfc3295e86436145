// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities

extension RoutePlans {
  /// Rows of demand from one origin by one kind of consignment.
  struct Group: Sendable {
    var origin: ID<Place>
    var consignment: Consignment
    var rows: [Int] = []
    /// Slots that are searched: 9 and 15 o'clock for what flies, 13 for what sails.
    var slots: [Int]
    /// Flies, by the hour; what does not sails.
    var isFast: Bool

    /// Groups that share their routers stand together.
    static func byConsignment(of network: Network) -> [[Self]] {
      var numberOfConsignment: [Consignment: Int] = [:]
      var list: [[Self]] = []
      for (row, demand) in network.demands.enumerated() where demand.tonnesPerYear > 0 {
        let size = LotSize(demand.cargoClass, demand.exportMode, in: network)
        let kind = numberOfConsignment[size.consignment] ?? list.count
        if kind == list.count {
          numberOfConsignment[size.consignment] = kind
          list.append([])
        }
        if let known = list[kind].firstIndex(where: { $0.origin == demand.origin }) {
          list[kind][known].rows.append(row)
          continue
        }
        let isFast = demand.cargoClass == .parcel || demand.cargoClass == .air
        let hours = isFast ? [4, 7] : [6]
        list[kind].append(
          Self(
            origin: demand.origin, consignment: size.consignment, rows: [row],
            slots: (0..<7).flatMap { day in hours.map { day * 12 + $0 } }, isFast: isFast))
      }
      return list
    }
  }

  /// Group → slot → rows for which a way is to be found.
  struct Wanted: Sendable {
    var rows: [[Int: Set<Int>]]

    init(count: Int) { rows = [[Int: Set<Int>]](repeating: [:], count: count) }

    init(_ groups: [Group]) {
      rows = groups.map { group in
        Dictionary(uniqueKeysWithValues: group.slots.map { ($0, Set(group.rows)) })
      }
    }

    mutating func add(_ group: Int, _ slot: Int, _ row: Int) {
      rows[group][slot, default: []].insert(row)
    }
  }
}
