// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

@testable import FreightSimulation

@Suite("Lots, their money and what is open are counted right")
struct CountingTests {
  @Test(
    "As many lots come as are meant to, however many",
    arguments: [0.3, 40, 499, 501, 700, 760, 900]
  )
  func poissonMean(_ mean: Double) {
    let counts = (0..<2_000).map { poisson(mean: mean, at: (Double($0) + 0.5) / 2_000) }
    let average = Double(counts.reduce(0, +)) / 2_000
    #expect(abs(average - mean) < 0.002 * mean, "\(average)")
    let variance =
      counts.reduce(0) { $0 + (Double($1) - average) * (Double($1) - average) } / 2_000
    // At 900 the cut at 1,000 takes a little of it.
    #expect(abs(variance - mean) < 0.02 * mean, "\(variance)")
    for (count, next) in zip(counts, counts.dropFirst()) { #expect(count <= next) }
  }

  @Test("More mean is never fewer lots, and never more than a thousand")
  func poissonGrows() {
    for u in [0.001, 0.2, 0.5, 0.9, 0.999] {
      var last = 0
      for mean in stride(from: 490.0, through: 1_200, by: 1) {
        let count = poisson(mean: mean, at: u)
        #expect(count >= last, "\(mean) at \(u)")
        last = count
      }
      #expect(poisson(mean: .infinity, at: u) == 1_000)
      #expect(poisson(mean: 1e12, at: u) == 1_000)
    }
  }

  @Test("A tonne costs as much in lots of one consignment as of one and a half, or of a half")
  func costOfParts() throws {
    var perTonne: [Double] = []
    // A parcel consignment has 30 kg.
    for tonnes in [0.030, 0.045, 0.015] {
      var small = SmallNetwork()
      small.network.demands = [small.demand("seoul", to: "SEL", tonnes: 60)]
      small.network.parameters.append(
        Parameter(
          id: "lot.parcel_t", group: "", name: "", value: tonnes, unit: "t", provenance: drawn))
      let result = try #require(try small.run().first)
      #expect(result.tonnesDelivered > 0)
      perTonne.append(result.costYuan / result.tonnesSent)
    }
    #expect(perTonne[0] > 0)
    for other in perTonne { #expect(abs(other / perTonne[0] - 1) < 1e-3, "\(perTonne)") }
  }

  @Test("Tonnes of which nobody knows the cost or the CO2e are counted, and are in no mean")
  func notKnown() throws {
    var small = SmallNetwork()
    let known = try #require(try small.run().first)
    #expect(known.tonnesSent > 0 && known.costYuan > 0)
    #expect(known.tonnesUnpriced == 0 && known.tonnesWithoutFactor == 0)
    small.network.tariffs = []
    let unpriced = try #require(try small.run().first)
    #expect(unpriced.tonnesSent == known.tonnesSent)
    #expect(unpriced.tonnesUnpriced == unpriced.tonnesSent && unpriced.tonnesWithoutFactor == 0)
    #expect(unpriced.costYuan == 0)
    small.network.emissionFactors = []
    let neither = try #require(try small.run().first)
    #expect(neither.tonnesWithoutFactor == neither.tonnesSent)
    #expect(neither.co2eTonnes == 0)
  }

  @Test("A cost that is not known weighs more than any that is, and three dozen of them fit")
  func penalty() {
    let unknown = WeighedCharge.fen(nil)
    #expect(WeighedCharge.known(unknown) == nil && WeighedCharge.known(unknown + 7) == nil)
    #expect(WeighedCharge.fen(Money(1 << 40)) < unknown)
    #expect(WeighedCharge.known(WeighedCharge.fen(Money(1 << 40))) == 1 << 40)
    #expect(WeighedCharge.grams(nil) == unknown && WeighedCharge.grams(.zero) == 0)
    #expect(unknown * 3_600 * 36 < Int64.max / 4)
  }

  @Test("What recovers from two closures is as far as the one that is further behind")
  func overlappingRecoveries() {
    let long = Shut(start: 0, end: 100, recovery: 400)
    let second = Shut(start: 220, end: 240, recovery: 400)
    let alone = [(50, 0), (100, 0.25), (199, 0.25), (200, 0.5), (300, 0.75), (400, 1), (999, 1)]
    for (now, share) in alone { #expect(Shut.openShare(of: [long], at: Int64(now)) == share) }
    let both = [(210, 0.5), (230, 0), (240, 0.25), (300, 0.25), (340, 0.5), (400, 0.5), (540, 1)]
    for (now, share) in both {
      #expect(Shut.openShare(of: [long, second], at: Int64(now)) == share, "at \(now)")
    }
    // One without a recovery does not end another's.
    let short = Shut(start: 220, end: 240, recovery: 0)
    #expect(Shut.openShare(of: [long, short], at: 240) == 0.5)
    // Quarters that are no whole seconds still come all four.
    let odd = Shut(start: 0, end: 10, recovery: 7)
    #expect(
      (1...4).map { Shut.openShare(of: [odd], at: 10 + 7 * ($0 - 1) / 4) } == [0.25, 0.5, 0.75, 1])
  }
}
