// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import FreightRouting
import Quantities
import Testing

@testable import Coverage

@Suite struct PercentileTests {
  @Test func `P80 of 84 is the 68th smallest`() {
    let values = (1...84).shuffled().map { Optional(Int64($0)) }
    #expect(nearestRank(80, of: values) == 68)
    #expect(nearestRank(50, of: values) == 42)
    #expect(nearestRank(95, of: values) == 80)
    #expect(nearestRank(100, of: values) == 84)
  }

  @Test func `unreachable is infinite`() {
    let values: [Int64?] = [nil, 5, nil, 3, 4]
    #expect(nearestRank(60, of: values) == 5)
    #expect(nearestRank(61, of: values) == nil)
    #expect(nearestRank(50, of: []) == nil)
  }

  @Test func `of equal values the earliest ready time stands at the rank`() {
    #expect(indexAtNearestRank(50, of: [9, 4, 4, nil, 1]) == 1)
  }
}

@Suite struct CircleTests {
  @Test func `the statistic is over the 84 hand-over hours`() throws {
    let network = IberianNetwork()
    let ready = try ReadyTimes(network: network.network, query: network.query)
    #expect(ready.counted.count == 84)
    #expect(ready.counted.allSatisfy { (8..<20).contains($0 % 24) })
    let result = try network.circle()
    #expect(result.countedHours == ready.counted)
    let madrid = try #require(result.city("Madrid"))
    #expect(madrid.seconds.count == 168)
    let values = ready.counted.compactMap { madrid.seconds[$0] }.sorted()
    #expect(values.count == 84)
    #expect(madrid.statistic == values[67])
    #expect(madrid.p80 == values[67])
    #expect(madrid.p50 == values[41])
  }

  @Test func `all 168 ready times are another statistic`() throws {
    let result = try IberianNetwork().circle { $0.ready = .all }
    let madrid = try #require(result.city("Madrid"))
    #expect(madrid.statistic == madrid.seconds.compactMap(\.self).sorted()[134])
  }

  @Test func `a city is in by its tier's hours, out above, unreachable only if all are`() throws {
    let result = try IberianNetwork().circle()
    let madrid = try #require(result.city("Madrid"))
    #expect(madrid.status == .out)
    #expect(madrid.targetSeconds == 72 * 3_600)
    #expect(madrid.slackSeconds == madrid.statistic.map { 72 * 3_600 - $0 })
    let palma = try #require(result.city("Palma"))
    #expect(palma.status == .unreachable)
    #expect(palma.statistic == nil)
    #expect(palma.reason?.code.hasPrefix("unreachable.") == true)
    let shanghai = try #require(result.city("Shanghai"))
    #expect(shanghai.status == (try #require(shanghai.statistic) <= 86_400 ? .within : .out))
    #expect(result.tiers.map(\.of) == [1, 3])
    #expect(result.otherTiers.map(\.of) == [1, 2])
    #expect(
      result.tiers.map(\.within).reduce(0, +)
        == result.cities.count { $0.status == .within })
  }

  @Test func `the itinerary shown takes exactly the statistic`() throws {
    let result = try IberianNetwork().circle()
    for city in result.cities where city.statistic != nil {
      let itinerary = try #require(city.itinerary)
      #expect(itinerary.durationSeconds == city.statistic)
      let hour = try #require(city.readyHour)
      #expect(city.seconds[hour] == city.statistic)
      #expect(itinerary.legs.last?.to == city.place)
    }
  }

  @Test func `day n ends at 20 o'clock of the city, counted from the ready date`() throws {
    let network = IberianNetwork(flightsAWeek: 7, clearanceHours: 1)
    let result = try network.circle()
    let ready = try ReadyTimes(network: network.network, query: network.query)
    let madrid = try #require(result.city("Madrid"))
    let spain = try TimeZoneRules.load("Europe/Madrid")
    for day in 1...3 {
      let made = ready.counted.count { number in
        guard let seconds = madrid.seconds[number] else { return false }
        let local = spain.local(ready.instants[number] + seconds)
        let readyDate = CivilDate(dayNumber: 20_514 + Int64(number / 24))
        let dayOfDelivery = local.date.dayNumber - readyDate.dayNumber
        return dayOfDelivery < Int64(day)
          || dayOfDelivery == Int64(day) && local.secondOfDay <= 72_000
      }
      #expect(madrid.dayShares[day - 1] == Double(made) / 84)
    }
    #expect(madrid.dayShares[2] > madrid.dayShares[0])
  }

  @Test func `the gateway is where the main haul leaves home`() throws {
    let result = try IberianNetwork().circle()
    let madrid = try #require(result.city("Madrid"))
    #expect(madrid.exitGateway == IberianNetwork.place("HGH"))
    #expect(madrid.mainService == ID(0))
    let shanghai = try #require(result.city("Shanghai"))
    #expect(shanghai.exitGateway == nil)
    #expect(shanghai.mainService == nil)
    #expect(
      result.gateways == [
        GatewayShare(
          gateway: IberianNetwork.place("HGH"), cities: 2,
          citiesWithin: result.cities.count {
            $0.exitGateway != nil && $0.status == .within
          }),
        GatewayShare(
          gateway: nil, cities: 1, citiesWithin: shanghai.status == .within ? 1 : 0),
      ])
  }

  @Test func `the reason names the departure that is waited for`() throws {
    let madrid = try #require(try IberianNetwork().circle().city("Madrid"))
    let reason = try #require(madrid.reason)
    #expect(reason.code == "reason.wait_departure")
    let words = Messages.text(reason.code, reason.arguments, in: .en)
    #expect(words.hasSuffix("at HGH for AF-HGH-MAD (2 a week)"))
    let wait = try #require(madrid.topWait)
    #expect(wait.cause == .nextDeparture)
    #expect(wait.service == ID(0))
  }

  @Test func `slow customs are the reason where they bind`() throws {
    let madrid = try #require(
      try IberianNetwork(flightsAWeek: 7, clearanceHours: 40).circle().city("Madrid"))
    #expect(madrid.reason?.code == "reason.clearance")
  }

  @Test(arguments: [1, 2, 8])
  func `the number of threads changes nothing`(threads: Int) throws {
    let network = IberianNetwork()
    let one = try network.circle(swings: true) { $0.threads = 1 }
    let other = try network.circle(swings: true) { $0.threads = threads }
    #expect(one.cities.map(\.seconds) == other.cities.map(\.seconds))
    #expect(one.cities.map(\.itinerary) == other.cities.map(\.itinerary))
    #expect(one.cities.map(\.topWait) == other.cities.map(\.topWait))
    #expect(one.swings.map(\.code) == other.swings.map(\.code))
    #expect(one.swings.map(\.tiers) == other.swings.map(\.tiers))
    #expect(one.gateways == other.gateways)
  }

  @Test func `progress ends at its total`() throws {
    let network = IberianNetwork()
    let last = LastProgress()
    var computation = CircleComputation(network: network.network, query: network.query)
    computation.drawsSurface = false
    computation.progress = { last.set($0, $1) }
    _ = try computation.run()
    #expect(last.value.done == 168 + SwingRuns.count * 84)
    #expect(last.value.of == last.value.done)
  }

  @Test func `a circle with more bands than the sets have tiers counts every city in each`() throws
  {
    var network = IberianNetwork(flightsAWeek: 7, clearanceHours: 1)
    network.lineHaulTimes = [6 * 3_600, 18 * 3_600]
    var tables = network.network
    tables.tiers = [1.0, 2, 3, 4].enumerated().map {
      Tier(
        circle: "bands", tier: $0 + 1, targetHours: $1 * 24, nameEN: "", nameZH: "",
        provenance: Provenance(quality: .assumed))
    }
    var query = network.query
    query.circle = "bands"
    var computation = CircleComputation(network: tables, query: query)
    computation.drawsSurface = false
    computation.triesSwings = false
    let result = try computation.run()
    #expect(result.tiers.map(\.of) == [4, 4, 4, 4])
    #expect(zip(result.tiers, result.tiers.dropFirst()).allSatisfy { $0.within <= $1.within })
    #expect(result.tiers[3].within > result.tiers[0].within)
    for city in result.cities where city.statistic != nil && city.status == .within {
      let statistic = try #require(city.statistic)
      #expect(city.tier == Int((statistic + 86_399) / 86_400))
    }
  }
}
