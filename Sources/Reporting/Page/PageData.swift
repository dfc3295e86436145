// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import JSONText
import Quantities

/// What the page's script reads: every figure once, names by number, both languages.
struct PageData {
  let report: CoverageReport
  private let both: [(Language, CoverageReport)]
  private var placeNumbers: [ID<Place>: Int] = [:]
  private var places: [ID<Place>] = []
  private var serviceNumbers: [ID<Service>: Int] = [:]
  private var services: [ID<Service>] = []
  private var countries: [ID<Territory>] = []

  init(_ report: CoverageReport) {
    self.report = report
    both = Language.allCases.map { ($0, report.speaking($0)) }
  }

  static func drawing(_ report: CoverageReport, _ view: MapView) -> MapDrawing {
    MapDrawing(report, view: view, width: view == .origin ? 1_100 : 1_180, isFine: true)
  }

  /// The data as JSON that is inert inside HTML.
  var json: [UInt8] {
    var copy = self
    let cities = JSONValue.array(report.allCities.enumerated().map { copy.city($1, number: $0) })
    let gateways = JSONValue.array(
      report.gatewaysByCities.map { share in
        .array([
          share.gateway.map { copy.number(of: $0) } ?? .null, .integer(Int64(share.cities)),
          .integer(Int64(share.citiesWithin)),
        ])
      })
    let value = JSONValue.object(
      copy.fixedMembers + [
        .init("cities", cities), .init("gateways", gateways),
        .init("places", .array(copy.places.map(copy.place))),
        .init("services", .array(copy.services.map(copy.service))),
        .init("countries", .array(copy.countries.map(copy.country))),
      ])
    var bytes: [UInt8] = []
    value.write(into: &bytes, .html)
    return bytes
  }

  private var fixedMembers: [JSONValue.Member] {
    let bands = report.bands
    return [
      .init("lang", .string(report.language.rawValue)), .init("words", words),
      .init("text", .object(both.map { .init($0.rawValue, text($1)) })),
      .init("percentile", .integer(Int64(report.query.percentile))),
      .init("byTEU", .bool(report.isByTEU)),
      .init(
        "units",
        .number(
          report.isByTEU ? report.query.consignment.teu : report.query.consignment.massKG)),
      .init("week", .integer(report.result.weekStart.seconds)),
      .init("mask", .string(String(report.readyMask.map { $0 ? "1" : "0" }))),
      .init("limits", .array(bands.limits.map(JSONValue.number))),
      .init("colours", .array((0..<bands.count).map { .string(bands.colour($0)) })),
      .init("kinds", .array(Leg.Kind.allCases.map { .string($0.rawValue) })),
      .init("causes", .array(Leg.Cause.allCases.map { .string($0.rawValue) })),
      .init("modes", .array(Mode.allCases.map { .string($0.rawValue) })),
      .init("qualities", .array(Quality.allCases.map { .string($0.rawValue) })),
      .init("set", .string(report.query.targetSet)),
      .init("otherSet", .string(report.result.otherSet)),
      .init("tiers", .array(report.result.tiers.map(tier))),
      .init("other", .array(report.result.otherTiers.map(tier))),
      .init("beside", .array(report.besideCounts.map(tier))),
      .init("chances", .array(report.result.tierReliability.map(chance))),
      .init(
        "swings",
        .array(
          report.result.swings.map { swing in
            .array([
              .string(swing.code),
              .array(
                swing.tiers.map { .array([.integer(Int64($0.within)), .integer(Int64($0.of))]) }),
            ])
          })),
      .init("frames", .object(report.views.map { .init($0.rawValue, frame($0)) })),
      .init("legend", .object(report.views.map { .init($0.rawValue, legend($0)) })),
      .init("signs", signs),
      .init("assumptions", PageAssumptions(both: both).value),
    ]
  }

  /// Sentences whose keys the script uses, with their places for arguments.
  private var words: JSONValue {
    let prefixes = [
      "page.", "report.", "leg.", "cause.", "mode.", "quality.", "class.", "swing.",
    ]
    let keys = Messages.keys.filter { key in prefixes.contains { key.hasPrefix($0) } }
    return .object(
      keys.map { key in
        .init(
          key,
          .object(
            Language.allCases.map {
              .init($0.rawValue, .string(Messages.text(key, in: $0)))
            }))
      })
  }

  private func text(_ report: CoverageReport) -> JSONValue {
    .object([
      .init("title", .string(report.title)), .init("finding", .string(report.finding)),
      .init("statistic", .string(report.word("report.and", report.cargo, report.statistic))),
      .init("clock", .string(report.clockSentence)), .init("ideal", .string(report.idealChain)),
      .init("assumed", .string(report.assumedSentence)),
      .init(
        "notice",
        .string(
          report.word(
            "report.and", report.word("report.sketch"), report.word("report.rivers_note")))),
      .init(
        "footer",
        .array(
          (report.notices + [report.headerText.line, report.header.command]
            + report.header.inputs.map { "\($0.path) sha256 \($0.sha256)" }).filter { !$0.isEmpty }
            .map(JSONValue.string))),
    ])
  }

  private func tier(_ count: TierCount) -> JSONValue {
    .object(
      [
        .init("tier", .integer(Int64(count.tier))),
        .init("target", report.targetHours(count.tier).map(JSONValue.number) ?? .null),
        .init("in", .integer(Int64(count.within))), .init("of", .integer(Int64(count.of))),
        .init("peopleIn", .integer(Int64(count.populationWithin))),
        .init("peopleOf", .integer(Int64(count.populationOf))),
      ]
        + both.map {
          .init($0.rawValue, .string($1.names.tier(count.tier, circle: report.query.circle)))
        })
  }

  /// Tier, mean chance, and its interval.
  private func chance(_ row: TierReliability) -> JSONValue {
    .array([
      .integer(Int64(row.tier)), Self.share(row.reliability.within),
      Self.share(row.reliability.lo), Self.share(row.reliability.hi),
    ])
  }

  private static func share(_ value: Double) -> JSONValue {
    .number((value * 10_000).rounded() / 10_000)
  }

  private func frame(_ view: MapView) -> JSONValue {
    let frame = Self.drawing(report, view).frame
    let parallel: JSONValue
    switch frame.projection {
    case .naturalEarth: parallel = .null
    case .plateCarree(let latitude): parallel = .number(latitude)
    }
    return .object([
      .init("centre", .number(frame.centre)), .init("parallel", parallel),
      .init("width", .number(frame.width)), .init("scale", .number(frame.scale)),
      .init("top", .number(frame.top)),
    ])
  }

  private func legend(_ view: MapView) -> JSONValue {
    let bands = report.bands(of: view)
    return .object([
      .init("colours", .array((0..<bands.count).map { .string(bands.colour($0)) })),
      .init(
        "texts",
        .object(
          both.map { language, report in
            .init(
              language.rawValue,
              .array((0..<bands.count).map { .string(report.bandText($0, bands)) }))
          })),
    ])
  }

  private var signs: JSONValue {
    func sign(
      _ path: String, _ fill: String, _ stroke: String, _ name: JSONValue.Member
    ) -> JSONValue {
      .object([
        .init("path", .string(path)), .init("fill", .string(fill)),
        .init("stroke", .string(stroke)), name,
      ])
    }
    let tiers = report.result.tiers.map(\.tier) + (report.result.districts.isEmpty ? [] : [0])
    var all = tiers.map { tier in
      sign(
        Glyphs.tier(tier), Glyphs.fill(.within), Glyphs.stroke(.within),
        .init("tier", .integer(Int64(tier))))
    }
    all += [
      sign(Glyphs.tier(1), Glyphs.fill(.within), Glyphs.stroke(.within), word("status.in")),
      sign(Glyphs.tier(1), Glyphs.fill(.out), Glyphs.stroke(.out), word("status.out")),
      sign(Glyphs.cross, "none", Glyphs.fill(.unreachable), word("status.unreachable")),
      sign(MapDrawing.star, "#b3261e", "#ffffff", word("legend.origin")),
      sign(
        "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0z", "none", "#8a4b00",
        word("legend.gateway")),
      sign("M-9 0H9", "none", "#1c7c94", word("legend.river")),
    ]
    return .array(all)
  }

  private func word(_ key: String) -> JSONValue.Member {
    .init("word", .string("report." + key))
  }
}

/// Rows that are numbered as they are met.
extension PageData {
  private mutating func number(of place: ID<Place>) -> JSONValue {
    if let number = placeNumbers[place] { return .integer(Int64(number)) }
    placeNumbers[place] = places.count
    places.append(place)
    return .integer(Int64(places.count - 1))
  }

  private mutating func number(of service: ID<Service>) -> JSONValue {
    if let number = serviceNumbers[service] { return .integer(Int64(number)) }
    serviceNumbers[service] = services.count
    services.append(service)
    return .integer(Int64(services.count - 1))
  }

  private mutating func number(of country: ID<Territory>) -> JSONValue {
    if let number = countries.firstIndex(of: country) { return .integer(Int64(number)) }
    countries.append(country)
    return .integer(Int64(countries.count - 1))
  }

  private func place(_ id: ID<Place>) -> JSONValue {
    let place = report.network.places[id]
    return .array(
      [.string(place.id)]
        + both.map { .string($1.names.place(id)) }
        + [.number(place.latitude), .number(place.longitude)])
  }

  private func service(_ id: ID<Service>) -> JSONValue {
    let service = report.network.services[id]
    return .array([.string(service.id), .string(service.nameEN)])
  }

  private func country(_ id: ID<Territory>) -> JSONValue {
    let territory = report.network.territories[id]
    let zh = territory.nameZH.isEmpty ? territory.nameEN : territory.nameZH
    return .array([.string(territory.code), .string(zh), .string(territory.nameEN)])
  }

  private mutating func city(_ city: CityResult, number index: Int) -> JSONValue {
    let network = report.network
    let group =
      index < report.result.cities.count
      ? 0 : index < report.result.cities.count + report.result.beside.count ? 1 : 2
    func seconds(_ value: Int64?) -> JSONValue { value.map(JSONValue.integer) ?? .null }
    var members: [JSONValue.Member] = [
      .init("group", .integer(Int64(group))), .init("place", number(of: city.place)),
      .init("country", number(of: network.places[city.place].territory)),
      .init("tier", .integer(Int64(city.tier))),
      .init("target", .number(Double(city.targetSeconds) / 3_600)),
      .init("grade", .string(city.grade)),
      .init("p", .array([city.p50, city.p80, city.p95].map(seconds))),
      .init("slack", seconds(city.slackSeconds)), .init("share", Self.share(city.shareInTime)),
      .init("days", .array(city.dayShares.map(Self.share))),
      .init("status", .string(city.status.rawValue)),
    ]
    if let chance = city.reliability {
      members.append(
        .init("chance", .array([chance.within, chance.lo, chance.hi].map(Self.share))))
    }
    members += [
      .init("gateway", city.exitGateway.map { number(of: $0) } ?? .null),
      .init("service", city.mainService.map { number(of: $0) } ?? .null),
      .init("wait", city.topWait.map { wait($0) } ?? .null),
      .init("reason", reason(city)),
      .init("cost", city.itinerary?.cost.map { .integer($0.count) } ?? .null),
      .init("co2e", city.itinerary?.co2e.map { .integer($0.count) } ?? .null),
      .init("start", city.itinerary.map { .integer($0.depart.seconds) } ?? .null),
      .init("strip", .array(city.seconds.map { .integer($0.map { ($0 + 180) / 360 } ?? -1) })),
      .init("ways", week(city)),
      .init(
        "legs",
        .array(
          (city.itinerary?.legs ?? []).map {
            leg(
              $0, since: city.itinerary?.depart ?? Instant(seconds: 0))
          })),
    ]
    return .object(members)
  }

  /// Ways of the week, each its hour and its moves; then the way of each hour.
  ///
  /// A move: mode, service, from, to,
  /// begin in minutes since the week's first ready time, minutes, km, minutes east of Greenwich, row.
  private mutating func week(_ city: CityResult) -> JSONValue {
    guard let week = city.week else { return .null }
    var ways: [JSONValue] = []
    for way in week.ways {
      var moves: [JSONValue] = []
      for leg in way.moves { moves.append(move(leg)) }
      ways.append(.array([.integer(Int64(way.hour)), .array(moves)]))
    }
    return .array([.array(ways), .array(week.wayOfHour.map { .integer(Int64($0)) })])
  }

  private mutating func move(_ leg: Leg) -> JSONValue {
    let isOfService = leg.service.map { report.network.services[$0].id == leg.row } ?? false
    return .array([
      index(of: leg.mode, in: Mode.allCases), leg.service.map { number(of: $0) } ?? .integer(-1),
      number(of: leg.from), number(of: leg.to),
      .integer((leg.depart - report.result.weekStart) / 60), .integer(leg.seconds / 60),
      .integer(Int64(leg.distanceKM.rounded())),
      .integer(Int64(report.clock.offsetSeconds(at: leg.from, leg.depart) / 60)),
      .string(isOfService ? "" : leg.row),
    ])
  }

  private mutating func wait(_ wait: CityResult.Wait) -> JSONValue {
    .array([
      number(of: wait.place), index(of: wait.cause, in: Leg.Cause.allCases),
      .integer(wait.seconds),
    ])
  }

  private func reason(_ city: CityResult) -> JSONValue {
    guard city.reason != nil else { return .null }
    return .object(both.map { .init($0.rawValue, .string($1.reason(of: city) ?? "")) })
  }

  private func index<Item: Equatable>(of item: Item?, in all: [Item]) -> JSONValue {
    .integer(Int64(item.flatMap { all.firstIndex(of: $0) } ?? -1))
  }

  /// Kind, cause, mode, service, from, to, begin and length in seconds, km, fen, grams (null is not known), quality,
  /// unpriced, minutes east of Greenwich at the begin, row.
  private mutating func leg(_ leg: Leg, since start: Instant) -> JSONValue {
    let network = report.network
    let isOfService = leg.service.map { network.services[$0].id == leg.row } ?? false
    return .array([
      index(of: leg.kind, in: Leg.Kind.allCases), index(of: leg.cause, in: Leg.Cause.allCases),
      index(of: leg.mode, in: Mode.allCases), leg.service.map { number(of: $0) } ?? .integer(-1),
      number(of: leg.from), number(of: leg.to), .integer(leg.depart - start),
      .integer(leg.seconds), .number((leg.distanceKM * 10).rounded() / 10),
      leg.cost.map { .integer($0.count) } ?? .null,
      leg.co2e.map { .integer($0.count) } ?? .null,
      index(of: leg.quality, in: Quality.allCases), .integer(leg.isUnpriced ? 1 : 0),
      .integer(Int64(report.clock.offsetSeconds(at: leg.from, leg.depart) / 60)),
      .string(isOfService ? "" : leg.row),
    ])
  }
}
