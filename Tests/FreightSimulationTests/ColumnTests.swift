// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import Quantities
import Testing

@testable import FreightSimulation

/// Every column of the tables of the simulation is changed, and the result must change with it.
///
/// Exceptions, which the reader of networks refuses or warns of, or which are labels: ids, names, quality, source, note; the cv of
/// places that vehicles hold (`resource.cv_places`); a reefer plug without others' traffic (`resource.idle`).
@Suite("Every column of the simulation's tables is read")
struct ColumnTests {
  /// A network in which every column has something to act on.
  static func rich() -> SmallNetwork {
    var small = SmallNetwork(
      lines: """
        hours shift Mon-Fri 08:00-20:00
        hours early Mon-Sun 00:00-12:00
        """)
    small.setCapacity(9)
    let gate = small.add(.gateLane, at: "HGH", servers: 1, rate: 0.4)
    let counter = small.add(.acceptance, at: "HGH", servers: 2, rate: 0.7, shifts: ID(0))
    small.add(.inspection, at: "HGH", servers: 1, rate: 0.3)
    small.add(.yard, at: "HGH", servers: 12)
    let work = small.add(.dockDoor, at: "ICN", servers: 1, rate: 0.2)
    let stand = small.add(.stand, at: "ICN", servers: 1)
    small.network.resources[gate].breakdown = .init(meanUpHours: 30, meanRepairHours: 4)
    small.network.profiles = [
      Profile(
        id: "day", hourOfDay: (0..<24).map { $0 < 12 ? 2 : 0.5 },
        weekday: [3, 1, 1, 1, 1, 0.5, 0.5],
        weekOfYear: (1...53).map { $0 == 10 ? 2 : 1 }, provenance: drawn)
    ]
    small.network.backgrounds = [
      Background(
        id: "others", resource: ID(counter), arrivalsPerYear: 4_000, meanWork: 0.8, workCV: 0.4,
        units: 1, arrivalStages: 2, profile: ID(0), provenance: drawn),
      Background(
        id: "planes", resource: ID(stand), arrivalsPerYear: 3_000, meanWork: 1.5, provenance: drawn),
    ]
    small.network.loads = [
      BackgroundLoad(
        id: "booked", mode: .air, share: 0.4, low: 0.1, high: 0.8, provenance: drawn)
    ]
    small.network.inspections = [
      InspectionRule(
        side: .export, probability: 0.4,
        hold: OperationTime(medianSeconds: 7_200, lowSeconds: 3_600, highSeconds: 20_000),
        provenance: drawn)
    ]
    small.network.disruptions = [
      Disruption(
        id: "storm", element: .place(small.place("HGH")), ratePerYear: 60,
        duration: OperationTime(medianSeconds: 40_000, lowSeconds: 20_000, highSeconds: 90_000),
        recoverySeconds: 30_000, provenance: drawn)
    ]
    small.network.handlings = [
      Handling(
        place: small.place("ICN"), placeKind: nil, inbound: .air, outbound: .road, cargoClass: nil,
        time: OperationTime(medianSeconds: 7_200, lowSeconds: 3_600, highSeconds: 14_400),
        distribution: "lognormal", cost: Charge(), co2e: Charge(),
        resource: small.network.resources[work].id, provenance: drawn)
    ]
    for row in small.network.clearances.indices
    where small.network.clearances[row].direction == .import {
      small.network.clearances[row].inspectionShare = 0.3
      small.network.clearances[row].inspectionTime = OperationTime(
        medianSeconds: 9_000, lowSeconds: 4_500, highSeconds: 18_000)
      small.network.clearances[row].time.lowSeconds = 1_800
      small.network.clearances[row].time.highSeconds = 9_000
    }
    small.network.demands[0].profile = ID(0)
    return small
  }

  struct Change: Sendable, CustomTestStringConvertible {
    var column: String
    var apply: @Sendable (inout Network) -> Void
    var testDescription: String { column }

    init(_ column: String, _ apply: @escaping @Sendable (inout Network) -> Void) {
      (self.column, self.apply) = (column, apply)
    }
  }

  private static func importRow(_ network: Network) -> Int {
    network.clearances.firstIndex { $0.direction == .import } ?? 0
  }

  static let changes: [Change] = [
    Change("resource.servers") { $0.resources[0].servers = 2 },
    Change("resource.rate") { $0.resources[0].rate = 0.5 },
    Change("resource.cv") { $0.resources[0].serviceCV = 1.5 },
    Change("resource.shifts") { $0.resources[1].shifts = ID(1) },
    Change("resource.mtbf_h") { $0.resources[0].breakdown?.meanUpHours = 60 },
    Change("resource.mttr_h") { $0.resources[0].breakdown?.meanRepairHours = 9 },
    Change("resource.servers of a yard") { $0.resources[3].servers = 4 },
    Change("background.per_year") { $0.backgrounds[0].arrivalsPerYear = 4_500 },
    Change("background.work") { $0.backgrounds[0].meanWork = 1 },
    Change("background.work_cv") { $0.backgrounds[0].workCV = 0.9 },
    Change("background.units") { $0.backgrounds[0].units = 2 },
    Change("background.arrival_stages") { $0.backgrounds[0].arrivalStages = 1 },
    Change("background.profile") { $0.backgrounds[0].profile = nil },
    Change("background.resource") { $0.backgrounds[0].resource = ID(0) },
    Change("profile.hour_of_day") { $0.profiles[0].hourOfDay[20] = 4 },
    Change("profile.weekday") { $0.profiles[0].weekday[2] = 4 },
    Change("profile.week_of_year") { $0.profiles[0].weekOfYear[9] = 4 },
    Change("load.share") { $0.loads[0].share = 0.6 },
    Change("load.low") { $0.loads[0].low = 0.3 },
    Change("load.high") { $0.loads[0].high = 1 },
    Change("load.mode") { $0.loads[0].mode = .sea },
    Change("load.class, parcels") { $0.loads[0].cargoClass = .lcl },
    Change("load.place") { $0.loads[0].place = $0.findPlace("ICN") },
    Change("load.service_type") { $0.loads[0].serviceType = "belly" },
    Change("inspection.probability") { $0.inspections[0].probability = 0.7 },
    Change("inspection.hold_h") { $0.inspections[0].hold.medianSeconds = 9_000 },
    Change("inspection.low_h") { $0.inspections[0].hold.lowSeconds = 600 },
    Change("inspection.high_h") { $0.inspections[0].hold.highSeconds = 90_000 },
    Change("inspection.side") { $0.inspections[0].side = .import },
    Change("inspection.area") { $0.inspections[0].area = "KR" },
    Change("inspection.export_mode") { $0.inspections[0].exportMode = .bonded },
    Change("clearance.inspection_share") { $0.clearances[importRow($0)].inspectionShare = 0.6 },
    Change("clearance.inspection_h") {
      $0.clearances[importRow($0)].inspectionTime?.medianSeconds = 10_000
    },
    Change("clearance.inspection_low_h") {
      $0.clearances[importRow($0)].inspectionTime?.lowSeconds = 0
    },
    Change("clearance.inspection_high_h") {
      $0.clearances[importRow($0)].inspectionTime?.highSeconds = 90_000
    },
    Change("clearance.low_h") { $0.clearances[importRow($0)].time.lowSeconds = 0 },
    Change("clearance.high_h") { $0.clearances[importRow($0)].time.highSeconds = 40_000 },
    Change("disruption.rate_per_year") { $0.disruptions[0].ratePerYear = 100 },
    Change("disruption.median_h") { $0.disruptions[0].duration.medianSeconds = 50_000 },
    Change("disruption.low_h") { $0.disruptions[0].duration.lowSeconds = 0 },
    Change("disruption.high_h") { $0.disruptions[0].duration.highSeconds = 190_000 },
    Change("disruption.recovery_h") { $0.disruptions[0].recoverySeconds = 190_000 },
    Change("disruption.event") { $0.disruptions[0].event = "typhoon" },
    Change("disruption.target") {
      $0.disruptions[0].element = .place($0.findPlace("ICN") ?? ID(0))
    },
    Change("handling.time_h") { $0.handlings[0].time.medianSeconds = 8_000 },
    Change("handling.low_h") { $0.handlings[0].time.lowSeconds = 600 },
    Change("handling.high_h") { $0.handlings[0].time.highSeconds = 40_000 },
    Change("handling.distribution, gamma") { $0.handlings[0].distribution = "gamma" },
    Change("handling.distribution, triangular") { $0.handlings[0].distribution = "triangular" },
    Change("handling.distribution, fixed") { $0.handlings[0].distribution = "fixed" },
    Change("handling.resource") { $0.handlings[0].resource = "" },
    Change("demand.tonnes_per_year") { $0.demands[0].tonnesPerYear = 2_400 },
    Change("demand.profile") { $0.demands[0].profile = nil },
    Change("demand.class") { $0.demands[0].cargoClass = .air },
    Change("capacity.amount") { $0.services[0].capacity[.parcel]?.amount = 6 },
    Change("terminal.free_storage_days") { network in
      network.parameters.append(
        Parameter(
          id: "storage.air_cny_t_day", group: "", name: "", value: 50, unit: "", provenance: drawn))
      for row in network.terminals.indices { network.terminals[row].freeStorageDays = 1 }
    },
  ]

  /// All that a run measured, as text.
  private func print(of small: SmallNetwork) throws -> String {
    let result = try #require(try small.run(SmallNetwork.query(days: 42, warmup: 7)).first)
    #expect(result.fault == nil)
    return "\(result.lanes) \(result.stations) \(result.services) \(result.delays) "
      + "\(result.storageYuan) \(result.rollovers)"
  }

  @Test("A change of any of them changes what comes out", arguments: changes)
  func changed(_ change: Change) throws {
    let base = Self.rich()
    var other = base
    change.apply(&other.network)
    #expect(try print(of: base) != print(of: other), "\(change.column) has no effect")
  }
}
