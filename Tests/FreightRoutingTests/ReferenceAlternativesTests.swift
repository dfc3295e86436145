// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// A timetable and the alternatives that a planner sees in it.
struct DrawnChoice: Sendable, CustomTestStringConvertible {
  var title: String
  var timetable: String
  var options = RoutingOptions()
  /// Each as local time of delivery in Seoul, CNY, kg CO2e and the services.
  var gives: [String]

  var testDescription: String { title }

  /// By air or by sea, at charges that one can add up: 30 kg; the parcel stands at Hangzhou's port and airport alike.
  private static let choice =
    HandDrawn.korea + """
      place NGB seaport CN customs modes=sea
      place INC seaport KR customs modes=sea
      road HZ NGB 40km 1:00
      road INC SEL 60km 1:00
      service AIR air KR Mon,Tue HGH 20:00 > ICN 23:00

      """

  static let all = [
    Self(
      title: "fast and dear, slow and cheap: both",
      timetable: choice
        + """
        service SEA sea KR Mon NGB 20:00 > INC 20:00+1
        tariff main_haul 900 service=AIR
        tariff main_haul 100 service=SEA
        """,
      gives: ["Tue 04:00 900 0.0 AIR", "Wed 01:00 100 0.0 SEA"]),
    Self(
      title: "slow and cheap, slower and clean: all three",
      timetable: choice
        + """
        service SEA sea KR Mon NGB 20:00 > INC 20:00+1 | type=old
        service SEB sea KR Mon NGB 20:00 > INC 22:00+1 | type=new
        tariff main_haul 900 service=AIR
        tariff main_haul 100 service=SEA
        tariff main_haul 300 service=SEB
        emission air 500
        emission sea 60 type=old
        emission sea 30 type=new
        """,
      gives: [
        "Tue 04:00 900 5.2 AIR", "Wed 01:00 100 0.3 SEA", "Wed 03:00 300 0.1 SEB",
      ]),
    Self(
      title: "slow and dear is no alternative, nor is the next departure of the same service",
      timetable: choice
        + """
        service SEA sea KR Mon NGB 20:00 > INC 20:00+1
        tariff main_haul 900 service=AIR
        tariff main_haul 901 service=SEA
        """,
      gives: ["Tue 04:00 900 0.0 AIR"]),
    Self(
      title: "two services that tie in all are one answer",
      timetable: choice
        + """
        service AIS air KR Mon HGH 20:00 > ICN 23:00
        tariff main_haul 900
        """,
      gives: ["Tue 04:00 900 0.0 AIR"]),
    Self(
      title: "dear and early at a change is an alternative where it makes an earlier departure",
      timetable: choice
        + """
        place PUS seaport KR modes=sea
        service SEA sea KR Mon NGB 20:00 > PUS 20:00+1
        service SEB sea KR Mon NGB 20:00 > PUS 22:00+3
        service SEC sea KR Wed,Fri PUS 08:00 > INC 20:00
        tariff main_haul 900 service=AIR
        tariff main_haul 500 service=SEA
        tariff main_haul 300 service=SEB
        tariff main_haul 50 service=SEC
        """,
      gives: [
        "Tue 04:00 900 0.0 AIR", "Thu 01:00 550 0.0 SEA–SEC", "Sat 01:00 350 0.0 SEB–SEC",
      ]),
    Self(
      title: "dear and early at a change is dominated where both wait for the same departure",
      timetable: choice
        + """
        place PUS seaport KR modes=sea
        service SEA sea KR Mon NGB 20:00 > PUS 20:00+1
        service SEB sea KR Mon NGB 20:00 > PUS 22:00+3
        service SEC sea KR Fri PUS 08:00 > INC 20:00
        tariff main_haul 900 service=AIR
        tariff main_haul 500 service=SEA
        tariff main_haul 300 service=SEB
        tariff main_haul 50 service=SEC
        """,
      gives: ["Tue 04:00 900 0.0 AIR", "Sat 01:00 350 0.0 SEB–SEC"]),
  ]
}

@Suite struct ReferenceAlternativesTests {
  @Test(arguments: DrawnChoice.all)
  func `the alternatives of a timetable are those that a planner sees`(drawn: DrawnChoice) throws {
    let text = TextTimetable(drawn.timetable)
    let reference = try ReferenceSearch(
      network: text.network, consignment: Consignment(), options: drawn.options, week: text.week)
    let set = reference.alternatives(
      from: text.id("HZ"), readyAt: text.instant("Mon 08:00", at: "HZ"))[text.id("SEL").index]
    let lines = set.map { answer in
      let services = answer.trail.compactMap { $0.split(separator: " ").first }
        .filter { ["AIR", "AIS", "SEA", "SEB", "SEC"].contains($0) }
      return "\(text.localTime(answer.arrive, at: "SEL")) \((answer.cost?.count ?? -100) / 100) "
        + "\(Double((answer.co2e?.count ?? -100) / 100) / 10) \(services.joined(separator: "–"))"
    }
    #expect(lines == drawn.gives)
  }

  @Test(arguments: 0..<120)
  func `sets begin with the earliest delivery, stay within the horizon and hold nothing dominated`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    let reference = try ReferenceSearch(
      network: random.network, consignment: random.consignment, options: random.options,
      week: random.week)
    let horizon = random.options.horizonSeconds ?? 70 * secondsPerDay
    for readyAt in random.readyTimes.prefix(2) {
      let earliest = reference.deliveries(from: random.origin, readyAt: readyAt)
      let sets = reference.alternatives(from: random.origin, readyAt: readyAt)
      for (place, set) in sets.enumerated() {
        let what: Comment = "seed \(seed), place \(place), ready \(readyAt.seconds)"
        #expect(set.first?.arrive == earliest[place]?.arrive, what)
        #expect(set.first?.cost == earliest[place]?.cost, what)
        #expect(set.first?.co2e == earliest[place]?.co2e, what)
        #expect(set.first?.arcs == earliest[place]?.arcs, what)
        for answer in set { #expect(answer.arrive - readyAt <= horizon, what) }
        for (before, after) in zip(set, set.dropFirst()) {
          #expect(before.arrive <= after.arrive, what)
          // Of two that are not known nothing is said here.
          guard let cost = before.cost, let co2e = before.co2e else { continue }
          #expect(
            after.cost.map { cost > $0 } ?? false || after.co2e.map { co2e > $0 } ?? false, what)
        }
      }
    }
  }

  @Test(arguments: 0..<120)
  func `the cheapest and the least generalized delivery are consistent with the set`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    let reference = try ReferenceSearch(
      network: random.network, consignment: random.consignment, options: random.options,
      week: random.week)
    let readyAt = random.readyTimes[0]
    let sets = reference.alternatives(from: random.origin, readyAt: readyAt)
    let cheapest = reference.cheapest(from: random.origin, readyAt: readyAt)
    let free = reference.leastGeneralized(
      from: random.origin, readyAt: readyAt,
      weighing: GeneralizedCost(valueOfTime: .zero, carbonPrice: .zero))
    // An hour worth more than every charge: the earliest.
    let hasty = reference.leastGeneralized(
      from: random.origin, readyAt: readyAt,
      weighing: GeneralizedCost(valueOfTime: Money(1 << 40), carbonPrice: .zero))
    for (place, set) in sets.enumerated() {
      let what: Comment = "seed \(seed), place \(place)"
      #expect(cheapest[place]?.cost == set.compactMap(\.cost).min(), what)
      #expect(free[place]?.cost == cheapest[place]?.cost, what)
      #expect(free[place]?.arrive == cheapest[place]?.arrive, what)
      #expect(free[place]?.co2e == cheapest[place]?.co2e, what)
      // No hour is worth so much that a cost that is not known were less than one that is.
      guard set.allSatisfy({ $0.cost != nil }) else { continue }
      #expect(hasty[place]?.arrive == set.first?.arrive, what)
      #expect(hasty[place]?.cost == set.first?.cost, what)
    }
  }

  @Test
  func `the price of CO2e is rounded half up to whole fen`() {
    let prices = GeneralizedCost(valueOfTime: .zero, carbonPrice: Money(10_000))
    #expect(prices.carbon(of: Emission(49)) == Money(0))
    #expect(prices.carbon(of: Emission(50)) == Money(1))
    #expect(prices.carbon(of: Emission(149)) == Money(1))
    #expect(prices.carbon(of: Emission(1_000_000)) == Money(10_000))
  }
}
