// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import Quantities

@testable import FreightSimulation

let drawn = Provenance(quality: .assumed, source: "drawn by hand")

/// Hangzhou parcels by road to an airport, by air to Incheon, by road to Seoul; every part can be changed.
struct SmallNetwork {
  var network: Network
  let week: CivilDate

  init(days: String = "daily", lines more: String = "", abroad: String = "ICN") {
    let text = TextTimetable(
      """
      territory CN Asia/Shanghai market=home
      territory KR Asia/Seoul market=korea
      place HGH airport CN customs modes=air,road
      place HZ demand_zone CN
      place ICN airport KR customs modes=air,road
      place SEL city KR
      road HZ HGH 40km 1:00
      road ICN SEL 50km 1:00
      pickup CN 1:00
      delivery KR 1:00
      export CN 1:00
      import KR 1:00
      rule air cutoff=4:00 release=2:00
      tariff main_haul 100
      service KE1 air KR \(days) HGH 22:00 > ICN 01:30+1
      \(more)
      """.replacing("ICN", with: abroad))
    network = text.network
    week = text.week
    network.demands = [demand("seoul", to: "SEL")]
    setCapacity(40)
  }

  func demand(_ id: String, to destination: String, tonnes: Double = 2_000) -> Demand {
    Demand(
      id: id, origin: network.findPlace("HZ") ?? ID(0), destination: destination,
      cargoClass: .parcel, exportMode: .directParcel, tonnesPerYear: tonnes, provenance: drawn)
  }

  mutating func setCapacity(_ tonnes: Double) {
    for service in network.services.indices {
      for cargoClass in [CargoClass.parcel, .air] {
        network.services[service].capacity[cargoClass] = Service.Capacity(
          amount: tonnes, unit: "t", quality: .assumed)
      }
    }
  }

  /// Adds a resource; its row.
  @discardableResult
  mutating func add(
    _ kind: ResourceKind, at place: String, servers: Int, rate: Double = 0,
    shifts: ID<OpeningHours>? = nil
  ) -> Int {
    network.resources.append(
      Resource(
        id: "\(kind.rawValue)-\(place)", place: network.findPlace(place) ?? ID(0), kind: kind,
        servers: servers, rate: rate, shifts: shifts, provenance: drawn))
    return network.resources.count - 1
  }

  mutating func close(_ element: NetworkElement, from: Int64? = nil, to: Int64? = nil) {
    network.closures.append(
      Closure(
        id: "X\(network.closures.count)", element: element, from: from.map { monday + $0 * 86_400 },
        to: to.map { monday + $0 * 86_400 }, provenance: drawn))
  }

  /// 00:00 of the reference week's Monday in Hangzhou.
  var monday: Instant { Instant(seconds: week.dayNumber * 86_400 - 8 * 3_600) }

  func place(_ id: String) -> ID<Place> { network.findPlace(id) ?? ID(0) }

  static func query(days: Int = 14, warmup: Int = 7) -> SimulationQuery {
    var query = SimulationQuery()
    (query.days, query.warmupDays, query.replications) = (days, warmup, 1)
    return query
  }

  func run(_ query: SimulationQuery = Self.query(), _ replications: Int = 1) throws
    -> [ReplicationResult]
  {
    try SimulationRun(network, query).run(0..<replications)
  }
}

extension ReplicationResult {
  /// What must hold whatever happened: no lot lost, none made of nothing, every queue's hours found again.
  var fault: String? {
    if isStuck { return "stuck" }
    if !conservation.holds { return "\(conservation)" }
    if let queue = stations.first(where: { !$0.littleHolds }) {
      return "Little's law fails at resource \(queue.resource)"
    }
    return nil
  }

  func hours(_ cause: DelayCause) -> Double {
    delays.filter { $0.owner.cause == cause }.reduce(0) { $0 + $1.tonneHours }
  }
}
