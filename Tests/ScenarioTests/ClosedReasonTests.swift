// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import NetworkIO
import Quantities
import Testing

@testable import Scenario

@Test func `a city that is cut off says what is closed`() throws {
  let trial = try TrialScenario()
  let closed = try trial.read("kind: close, places: [ICN, INC]").read.network
  let origin = try #require(closed.findPlace("HZ"))
  let seoul = try #require(closed.findPlace("SEL"))
  var runs = JourneyRuns(
    network: closed,
    query: CoverageQuery(origin: origin, week: closed.header.referenceWeek))
  let journey = try #require(
    try runs.run(from: origin, to: [seoul], Consignment(), objective: .time).first)
  #expect(journey.itinerary == nil)
  #expect(journey.unreachable?.code == "unreachable.closed")
  #expect(journey.unreachable?.arguments.last == "ICN")
  var computation = CircleComputation(
    network: closed, query: CoverageQuery(origin: origin, week: closed.header.referenceWeek))
  (computation.drawsSurface, computation.triesSwings) = (false, false)
  let circle = try computation.run()
  let city = try #require(circle.cities.first { $0.place == seoul })
  #expect(city.status == .unreachable)
  #expect(city.reason?.code == "unreachable.closed")
}
