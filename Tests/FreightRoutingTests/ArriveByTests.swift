// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// The latest ready time is late enough and not too late.
@Suite struct ArriveByTests {
  @Test(arguments: 0..<100)
  func `ready at the latest time it arrives in time, a second later it does not`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    let network = random.network
    for deadline in random.readyTimes.prefix(3).map({ $0 + 6 * secondsPerDay }) {
      let earliest = ArriveBySearch.earliestReady(
        for: deadline, random.consignment, random.options, in: network)
      var backward = ArriveBySearch(try router(random, for: earliest, like: nil))
      let ways = backward.router.ways
      for place in network.places.indices.map({ ID<Place>($0) }) {
        let what: Comment =
          "seed \(seed), \(network.places[place].id), by \(deadline.seconds)"
        let ready = backward.latestReady(from: random.origin, to: place, by: deadline)
        // The forward searches are on routers of their own week.
        guard let ready else {
          #expect((try delivery(random, earliest, place, ways) ?? deadline + 1) > deadline, what)
          let why = backward.whyUnreachable(from: random.origin, to: place)
          #expect(why.code != "unreachable.horizon", what)
          continue
        }
        #expect(ready >= earliest, what)
        let arrival = try #require(try delivery(random, ready, place, ways), what)
        #expect(arrival <= deadline, what)
        #expect((try delivery(random, ready + 1, place, ways) ?? deadline + 1) > deadline, what)
        let itinerary = backward.itinerary(from: random.origin, to: place, by: deadline)
        #expect(itinerary?.depart == ready && itinerary?.arrive == arrival, what)
      }
    }
  }

  @Test func `the consignor may wait until the last flight that makes it`() throws {
    let text = TextTimetable(HandDrawn.korea + HandDrawn.evenings)
    let deadline = text.instant("Thu 12:00", at: "SEL")
    let earliest = ArriveBySearch.earliestReady(
      for: deadline, Consignment(), RoutingOptions(), in: text.network)
    let router = try Router(
      network: text.network, consignment: Consignment(), origin: text.id("HZ"),
      options: RoutingOptions(), week: week(of: earliest))
    var search = ArriveBySearch(router)
    let itinerary = search.itinerary(from: text.id("HZ"), to: text.id("SEL"), by: deadline)
    #expect(
      itinerary.map(text.drawing)
        == "HZ Wed 4. 12:00 ~ pickup 13:00 ~ truck ~ HGH 14:00 ~ export_clearance 16:00"
        + " ~ wait cut_off 20:00 ~ OZ1 ~ ICN 23:00 ~ release Thu 5. 1:00"
        + " ~ import_clearance 4:00 ~ truck ~ SEL 5:00 ~ last_mile 6:00")
  }

  @Test func `where nothing makes it within the horizon, the reason says so`() throws {
    let text = TextTimetable(
      HandDrawn.korea + "service OZ1 air KR daily HGH 20:00 > ICN 23:00 | from=2026-03-06")
    let deadline = text.instant("Thu 12:00", at: "SEL")
    let earliest = ArriveBySearch.earliestReady(
      for: deadline, Consignment(), RoutingOptions(), in: text.network)
    let router = try Router(
      network: text.network, consignment: Consignment(), origin: text.id("HZ"),
      options: RoutingOptions(), week: week(of: earliest))
    var search = ArriveBySearch(router)
    #expect(search.itinerary(from: text.id("HZ"), to: text.id("SEL"), by: deadline) == nil)
    let why = search.whyUnreachable(from: text.id("HZ"), to: text.id("SEL"))
    #expect(why.code == "unreachable.arrive_by")
  }

  private func router(
    _ random: RandomNetwork, for ready: Instant, like ways: RoadWays?
  ) throws -> Router {
    try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: week(of: ready), ways: ways)
  }

  private func delivery(
    _ random: RandomNetwork, _ ready: Instant, _ place: ID<Place>, _ ways: RoadWays
  ) throws -> Instant? {
    var search = RouterSearch(try router(random, for: ready, like: ways))
    search.run(from: random.origin, readyAt: ready)
    return search.delivery(at: place)
  }

  /// Monday, in China, of the week in which a moment lies.
  private func week(of instant: Instant) throws -> CivilDate {
    let date = try TimeZoneRules.load("Asia/Shanghai").local(instant).date
    return date + Int64(1 - date.weekday.rawValue)
  }
}
