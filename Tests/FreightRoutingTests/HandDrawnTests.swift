// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// A timetable, a question, and the itinerary that a planner reads from it.
struct HandDrawn: Sendable, CustomTestStringConvertible {
  /// Number and the one rule that the case shows.
  var title: String
  var timetable: String
  var from = "HZ"
  var to = "SEL"
  var ready = "Mon 08:00"
  var consignment = Consignment()
  var options = RoutingOptions()
  var gives: String

  var testDescription: String { title }

  /// From Hangzhou by air to Seoul: an hour to each airport, two hours of export, three of import.
  static let korea = """
    territory CN Asia/Shanghai
    territory KR Asia/Seoul
    place HZ city CN
    place HGH airport CN customs modes=air
    place ICN airport KR customs modes=air
    place SEL city KR
    road HZ HGH 40km 1:00
    road ICN SEL 60km 1:00
    pickup CN 1:00
    delivery KR 1:00
    export CN 2:00
    import KR 3:00

    """
  /// Monday, Wednesday and Friday evening, four hours of cut-off, two of release.
  static let evenings =
    "service OZ1 air KR Mon,Wed,Fri HGH 20:00 > ICN 23:00 | cutoff=4:00 release=2:00\n"
}

@Suite struct HandDrawnTests {
  @Test(arguments: HandDrawn.first + HandDrawn.second + HandDrawn.third + HandDrawn.fourth)
  func `the timetable reads as the planner reads it`(drawn: HandDrawn) throws {
    let text = TextTimetable(drawn.timetable)
    let origin = text.id(drawn.from)
    let target = text.id(drawn.to)
    let readyAt = text.instant(drawn.ready, at: drawn.from)
    let router = try Router(
      network: text.network, consignment: drawn.consignment, origin: origin,
      options: drawn.options, week: text.week)
    var search = RouterSearch(router)
    search.run(from: origin, readyAt: readyAt)
    let itinerary = search.itinerary(to: target)
    let drawing =
      itinerary.map(text.drawing)
      ?? "unreachable: " + router.whyUnreachable(from: origin, to: target).code
    #expect(drawing == drawn.gives)
    let reference = try ReferenceSearch(
      network: text.network, consignment: drawn.consignment, options: drawn.options,
      week: text.week)
    let answer = reference.deliveries(from: origin, readyAt: readyAt)[target.index]
    #expect(answer?.arrive == itinerary?.arrive)
    #expect(answer?.cost == itinerary?.cost)
    #expect(answer?.co2e == itinerary?.co2e)
  }
}

extension RoutingOptions {
  static func without(_ word: String) -> RoutingOptions {
    var options = RoutingOptions()
    options.without = [word]
    return options
  }
}
