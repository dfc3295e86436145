// SPDX-License-Identifier: GPL-3.0-or-later
internal import FreightModel
internal import Quantities

extension NetworkDraft {
  mutating func drawPrices() {
    var number = 100
    func scope(_ random: inout SplitMix64) -> String {
      switch random.integer(0..<7) {
      case 0: random.pick(network.places).id
      case 1: random.pick(regions).code
      case 2: random.pick(regions).market
      default: "*"
      }
    }
    for purpose in ["main_haul", "line_haul", "van", "full_truck"] {
      for _ in 0..<random.integer(purpose == "main_haul" ? 2..<7 : 0..<3) {
        number += 1
        var row = Tariff(
          id: "T\(number)", purpose: purpose, from: scope(&random), to: scope(&random),
          provenance: Self.drawn)
        if row.from.isEmpty { row.from = "*" }
        if row.to.isEmpty { row.to = "*" }
        if purpose == "main_haul" {
          if random.chance(40) { row.mode = random.pick([.air, .rail, .sea]) }
          if random.chance(20) { row.serviceType = random.pick(["fast", "slow"]) }
          if random.chance(15) { row.service = ID(random.integer(0..<network.services.count)) }
        }
        if random.chance(20) { row.cargoClass = .parcel }
        row.fixed = random.real(0...400)
        row.perKilogram = random.real(0...5)
        row.perTEU = random.real(0...900)
        row.perTonneKM = random.real(0...3)
        row.perTEUKM = random.real(0...4)
        row.minimum = random.chance(30) ? random.real(100...600) : 0
        row.currency = random.chance(25) ? "USD" : "CNY"
        network.tariffs.append(row)
      }
    }
    for id in ["fx.USD", "fx.usd"] {
      network.parameters.append(
        Parameter(
          id: id, group: "fx", name: id, value: 7.1234, unit: "CNY per USD",
          provenance: Self.drawn))
    }
    if random.chance(30) {
      network.parameters.insert(
        Parameter(
          id: "drayage.max_km", group: "road", name: "reach", value: random.real(110...250),
          unit: "km", provenance: Self.drawn), at: 0)
    }
    for mode in Mode.allCases where random.chance(85) {
      let types = mode == .road ? ["", "van", "full_truck"] : ["", "fast"]
      for type in types where type.isEmpty || random.chance(50) {
        let middle = random.real(80...900)
        for (from, to) in [(0, middle), (middle, Double.infinity)] {
          number += 1
          network.emissionFactors.append(
            EmissionFactor(
              id: "E\(number)", mode: mode, serviceType: type, fromKM: from, toKM: to,
              gramsPerTonneKM: random.real(5...800), provenance: Self.drawn))
        }
      }
    }
  }
}
