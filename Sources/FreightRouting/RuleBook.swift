// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Finds the row that holds where several might: the narrower scope wins.
struct RuleBook: Sendable {
  let network: Network
  let consignment: Consignment
  /// Place → its terminal row.
  let terminals: [ID<Place>: Terminal]
  /// Longest derived drayage, kilometres by road.
  let drayageLimitKM: Double
  /// Place → its customs area as a number; equal numbers share a customs border.
  private let areas: [Int]

  init(_ network: Network, _ consignment: Consignment) {
    self.network = network
    self.consignment = consignment
    terminals = Dictionary(network.terminals.map { ($0.place, $0) }) { first, _ in first }
    drayageLimitKM = network.parameter("drayage.max_km", default: 300)
    var numbers: [String: Int] = [:]
    areas = network.places.map { place in
      let area = network.territories[place.territory].customsArea
      let number = numbers[area] ?? numbers.count
      numbers[area] = number
      return number
    }
  }

  /// The two places are on the same side of every customs border.
  func shareArea(_ a: ID<Place>, _ b: ID<Place>) -> Bool { areas[a.index] == areas[b.index] }

  func territory(of place: ID<Place>) -> Territory { network.territory(of: place) }

  func customsArea(of place: ID<Place>) -> String { territory(of: place).customsArea }

  func mainMode(of place: ID<Place>) -> Mode? { terminals[place]?.modes.first }

  /// Place, then kind, then territory, then customs area, then `*`; then class and export mode.
  func clearance(_ direction: ClearanceRule.Direction, at place: ID<Place>) -> ClearanceRule? {
    let here = network.places[place]
    let territory = territory(of: place)
    var best: (rank: [Int], row: ClearanceRule)?
    for row in network.clearances where row.direction == direction {
      guard row.place == nil || row.place == place,
        row.placeKind == nil || row.placeKind == here.kind,
        row.cargoClass == nil || row.cargoClass == consignment.cargoClass,
        row.exportMode == nil || row.exportMode == consignment.exportMode,
        let scope = rank(row.territory, in: territory)
      else { continue }
      let rank = [
        row.place == nil ? 0 : 1, row.placeKind == nil ? 0 : 1, scope,
        (row.cargoClass == nil ? 0 : 1) + (row.exportMode == nil ? 0 : 1),
        row.cargoClass == nil ? 0 : 1,
      ]
      if let known = best, !known.rank.lexicographicallyPrecedes(rank) { continue }
      best = (rank, row)
    }
    return best?.row
  }

  func door(_ operation: DoorRule.Operation, at place: ID<Place>) -> DoorRule? {
    let territory = territory(of: place)
    var best: (rank: [Int], row: DoorRule)?
    for row in network.doors where row.operation == operation {
      guard row.cargoClass == nil || row.cargoClass == consignment.cargoClass,
        let scope = rank(row.territory, in: territory)
      else { continue }
      let rank = [scope, row.cargoClass == nil ? 0 : 1]
      if let known = best, !known.rank.lexicographicallyPrecedes(rank) { continue }
      best = (rank, row)
    }
    return best?.row
  }

  func handling(at place: ID<Place>, from inbound: Mode, to outbound: Mode) -> Handling? {
    network.handling(at: place, from: inbound, to: outbound, of: consignment.cargoClass)
  }

  /// The line-haul rule of part loads that start at `place`; nil for full trucks.
  func lineHaul(from place: ID<Place>) -> LineHaulRule? {
    let kind = network.places[place].kind
    let territory = territory(of: place)
    var best: (rank: [Int], row: LineHaulRule)?
    for row in network.lineHauls {
      guard row.fromKind == nil || row.fromKind == kind,
        row.classes.contains(consignment.cargoClass), consignment.massKG < row.maxMassKG,
        let scope = rank(row.territory, in: territory)
      else { continue }
      let rank = [row.fromKind == nil ? 0 : 1, scope]
      if let known = best, !known.rank.lexicographicallyPrecedes(rank) { continue }
      best = (rank, row)
    }
    return best?.row
  }

  /// Cut-off of a seat, by where it is loaded, and its release, by where it is unloaded.
  func turn(
    of service: Service, from: ID<Place>, to: ID<Place>
  ) -> (cutoff: Int64, release: Int64, cutoffQuality: Quality, releaseQuality: Quality) {
    let isDomestic = network.places[from].territory == network.places[to].territory
    let rows = network.modeRules.filter {
      $0.mode == service.mode && $0.isDomestic == isDomestic
        && ($0.serviceType.isEmpty || $0.serviceType == service.serviceType)
    }
    /// The terminal's row wins over the general ones, then that of the service's type.
    func row(at place: ID<Place>) -> ModeRule? {
      let own = rows.filter { $0.place == place }
      let candidates = own.isEmpty ? rows.filter { $0.place == nil } : own
      return candidates.first { !$0.serviceType.isEmpty } ?? candidates.first
    }
    let (loading, unloading) = (row(at: from), row(at: to))
    func quality(_ own: Int64?, _ row: ModeRule?) -> Quality {
      own == nil ? row?.provenance.quality ?? .assumed : service.provenance.quality
    }
    return (
      service.cutoffSeconds ?? loading?.cutoffSeconds ?? 0,
      service.releaseSeconds ?? unloading?.releaseSeconds ?? 0,
      quality(service.cutoffSeconds, loading), quality(service.releaseSeconds, unloading)
    )
  }

  /// The carrier is at home at one end, or was granted the right.
  func mayCarry(_ service: ID<Service>, from: ID<Place>, to: ID<Place>) -> Bool {
    network.mayCarry(service, from: from, to: to)
  }

  /// 2 for the territory's own code, 1 for its customs area, 0 for `*`, nil for another.
  private func rank(_ scope: String, in territory: Territory) -> Int? {
    if scope == "*" { return 0 }
    if scope == territory.code { return 2 }
    return scope == territory.customsArea ? 1 : nil
  }
}
