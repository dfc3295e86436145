// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import Quantities

@testable import FreightSimulation

/// A small network drawn from a seed, in which everything that the simulation knows may bind.
struct RandomSystem {
  var small: SmallNetwork
  var query = SmallNetwork.query(days: 14, warmup: 7)

  init(seed: Int) {
    var random = SplitMix64(seed: seed)
    small = SmallNetwork(
      days: random.pick(["daily", "Mon,Wed,Fri", "Tue", "Mon-Fri"]),
      lines: """
        place PVG airport CN customs modes=air,road
        road HZ PVG 180km 3:00
        service MU1 air CN \(random.pick(["daily", "Tue,Sat"])) PVG 09:00 > ICN 12:30
        hours shift Mon-Fri 08:00-20:00
        """)
    small.setCapacity(Double(random.integer(2..<40)))
    small.network.demands = [
      small.demand("a", to: "SEL", tonnes: random.real(100...3_000)),
      small.demand("b", to: "ICN", tonnes: random.real(10...300)),
    ]
    addResources(&random)
    addOthers(&random)
    addFaults(&random)
    query.seed = random.next()
  }

  private mutating func addResources(_ random: inout SplitMix64) {
    for place in ["HGH", "PVG", "ICN"] {
      for (kind, rate) in [
        (ResourceKind.gateLane, 12.0), (.yard, 0), (.acceptance, 4), (.xray, 3), (.uldStation, 3),
        (.stand, 0), (.inspection, 2), (.customsLane, 10),
      ] where random.chance(60) {
        let row = small.add(
          kind, at: place, servers: kind == .yard ? random.integer(2..<30) : random.integer(1..<4),
          rate: rate,
          shifts: random.chance(25) ? ID(0) : nil)
        if random.chance(20) {
          small.network.resources[row].breakdown = Resource.Breakdown(
            meanUpHours: 40, meanRepairHours: 6)
        }
      }
    }
    small.network.resources.sort { $0.id < $1.id }
  }

  private mutating func addOthers(_ random: inout SplitMix64) {
    for row in small.network.resources.indices where random.chance(40) {
      let resource = small.network.resources[row]
      guard resource.kind != .inspection || resource.rate > 0 else { continue }
      let load = random.real(0.1...0.7)
      let work = resource.kind.isPlaces ? 3.0 : 1
      let perHour = Double(resource.servers) * max(resource.rate, 1) * load / work
      small.network.backgrounds.append(
        Background(
          id: "others-\(row)", resource: ID(row), arrivalsPerYear: perHour * 8_760, meanWork: work,
          arrivalStages: random.integer(1..<4), provenance: drawn))
    }
    if random.chance(60) {
      small.network.loads = [
        BackgroundLoad(id: "load", mode: .air, share: 0.6, low: 0.3, high: 0.9, provenance: drawn)
      ]
    }
    small.network.inspections = [InspectionRule.Side.export, .import].filter { _ in
      random.chance(60)
    }.map {
      InspectionRule(
        side: $0, probability: random.real(0...1),
        hold: OperationTime(medianSeconds: 18_000, lowSeconds: 3_600, highSeconds: 90_000),
        provenance: drawn)
    }
    for id in ["late.air", "late.truck", "blank.air"] where random.chance(50) {
      small.network.parameters.append(
        Parameter(
          id: id, group: "", name: "", value: random.real(0...0.3), unit: "", provenance: drawn))
    }
  }

  private mutating func addFaults(_ random: inout SplitMix64) {
    let elements: [NetworkElement] = [
      .place(small.place("HGH")), .place(small.place("ICN")), .link(ID(0)), .service(ID(0)),
    ]
    for element in elements where random.chance(30) {
      let from = Int64(random.integer(-9..<12))
      small.close(element, from: from, to: from + Int64(random.integer(1..<6)))
    }
    for element in elements where random.chance(30) {
      small.network.disruptions.append(
        Disruption(
          id: "D\(small.network.disruptions.count)", element: element,
          ratePerYear: random.real(5...100),
          duration: OperationTime(medianSeconds: 20_000, lowSeconds: 4_000, highSeconds: 100_000),
          event: random.chance(30) ? "storm" : "", recoverySeconds: random.pick([0, 40_000]),
          provenance: drawn))
    }
  }
}
