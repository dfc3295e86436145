// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import Quantities
import Stochastics

@testable import FreightSimulation
@testable import Reporting

/// Two invented replications on the made-up places of the circle.
enum SampleSimulation {
  static let payload = "<script>alert(1)</script>"

  static func place(_ id: String) -> ID<Place> {
    SampleCircle.network.findPlace(id) ?? ID(0)
  }

  static let network: Network = {
    var network = SampleCircle.network
    network.header.titleEN = payload
    network.header.titleZH = payload
    func resource(_ id: String, _ place: String, _ kind: ResourceKind, _ quality: Quality)
      -> Resource
    {
      Resource(
        id: id, place: Self.place(place), kind: kind, servers: 3, rate: kind.isPlaces ? 0 : 10,
        provenance: Provenance(quality: quality))
    }
    network.resources = [
      resource("BERTH", "CNNBG-BLN", .berth, .published),
      resource("\"><b>", "ZZ-<b>", .inspection, .assumed),
    ]
    network.demands = [
      Demand(
        id: "D,1", origin: Self.place("HZ-XS"), destination: "C-SEL", cargoClass: .parcel,
        exportMode: .directParcel, tonnesPerYear: 1_500, provenance: SampleCircle.row)
    ]
    return network
  }()

  static func query() -> SimulationQuery {
    var query = SimulationQuery()
    (query.days, query.warmupDays, query.replications) = (28, 28, 2)
    query.logsEvents = true
    return query
  }

  static func run(_ number: Int) -> ReplicationResult {
    let more = Double(number)
    var run = ReplicationResult(number: number)
    run.conservation = .init(generated: 100, delivered: 90, inSystem: 10)
    run.lanes = [
      .init(
        destination: place("C-SEL"), cargoClass: .parcel, tierSeconds: 172_800,
        ready: 4, delivered: 3, timed: 3,
        seconds: [100_000, 150_000, 200_000 + Int32(number)], judged: 3, withinTier: 2),
      .init(destination: place("ZZ-<b>"), cargoClass: .parcel, ready: 1, judged: 0),
    ]
    run.stations = (0..<2).map { row in
      var record = ReplicationResult.StationRecord(resource: row)
      record.utilisation = 0.5 + more / 10
      record.meanQueue = 2 + more
      record.jobs = 50
      record.queueByHour = (0..<168).map { Double($0 % 24) }
      return record
    }
    var service = ReplicationResult.ServiceRecord(service: ID(0))
    service.departures = 12
    service.rollovers = 3 + number
    service.holds = [
      .init(
        unit: "t", name: "air",
        sections: [
          .init(from: place("HGH"), to: place("C-SEL"), offered: 100, lots: 30, others: 50)
        ])
    ]
    run.services = [service]
    run.delays = [
      (.init(place: place("CNNBG-BLN"), cause: .queue, resource: 0), 300 + more * 10),
      (.init(place: place("HGH"), cause: .rollover, service: ID(0)), 90 + more * 30),
      (.init(place: place("ZZ-<b>"), cause: .queue, resource: 1), 40),
    ]
    run.gateways = [
      .init(gateway: place("HGH"), cargoClass: .parcel): 60 + more,
      .init(gateway: nil, cargoClass: .parcel): 5,
    ]
    run.tonnesDelivered = 65
    run.tonnesReady = 65
    run.tonnesSent = 65
    run.costYuan = 650_000
    run.co2eTonnes = 300
    run.rollovers = 3 + number
    run.diversions = [(.init(from: place("PVG"), to: place("HGH"), day: 3), 4_000)]
    run.series = [0: (0..<112).map { Int32($0 % 9) + Int32(number) }]
    run.waitingByHour = [(place("HGH"), (0..<168).map { $0 == 57 ? 9 : Double($0 % 5) })]
    run.deliveredByDay = (0..<56).map { $0 < 14 ? 0 : 3 + Double($0 % 7) }
    if number == 0 { run.events = events }
    return run
  }

  static let events: [ReplicationResult.EventRecord] = [
    (0, .received, "HGH"), (3_600, .departed, "HGH"), (90_000, .delivered, "C-SEL"),
  ].map { (second: Int64, milestone: ReplicationResult.Milestone, id: String) in
    ReplicationResult.EventRecord(
      at: Instant(seconds: 1_772_400_000 + second), demand: 0, lot: 7, hour: 0, serial: 7,
      milestone: milestone,
      place: place(id), service: milestone == .departed ? ID(0) : nil)
  }

  static func report(_ language: Language, _ runs: [ReplicationResult]? = nil) -> SimulationReport {
    let runs = runs ?? [run(0), run(1)]
    var report = SimulationReport(
      result: SimulationResult(runs, query(), in: network), network: network, language: language,
      header: RunHeader(
        toolVersion: "1.2.3", inputs: [.init(path: "net/place.csv", sha256: "abc")],
        tzdataVersion: "2026a", seed: 1, command: "tidebore simulate net"))
    report.serverValues = [
      ServerValue(.server(resource: 0), base: runs, changed: runs),
      ServerValue(.capacity(service: ID(0)), base: runs, changed: runs),
    ]
    return report
  }
}
