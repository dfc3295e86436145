// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
public import FreightModel
public import FreightRouting
import Geography
import JSONText
public import Quantities

/// Itineraries between two places ready to be written in any format.
public struct RouteReport: Sendable {
  public let itineraries: [Itinerary]
  public let unreachable: Unreachable?
  /// Why alternatives may be missing.
  public var limitsHit: [LimitHit] = []
  /// Labels that the search for alternatives kept, to choose a budget by; nil where there was none.
  public var labels: Int?
  /// What binds and what would help, where it was asked for (`explain`).
  public let explanation: Explanation?
  public let network: Network
  public let language: Language
  public let header: RunHeader
  let names: Names
  let clock: LocalClock

  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone of the network.
  public init(
    itineraries: [Itinerary], unreachable: Unreachable?, explanation: Explanation? = nil,
    network: Network, language: Language, header: RunHeader
  ) throws(TimeZoneFault) {
    self.init(
      itineraries: itineraries, unreachable: unreachable, explanation: explanation,
      network: network, language: language, header: header, clock: try LocalClock(network))
  }

  init(
    itineraries: [Itinerary], unreachable: Unreachable?, explanation: Explanation?,
    network: Network, language: Language, header: RunHeader, clock: LocalClock
  ) {
    self.itineraries = itineraries
    self.unreachable = unreachable
    self.explanation = explanation
    self.network = network
    self.language = language
    self.header = header
    self.clock = clock
    names = Names(network: network, language: language)
  }

  func word(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }

  var headerText: RunHeaderText {
    RunHeaderText(header: header, network: network, notices: network.header.notices, names: names)
  }

  /// The itineraries with the keys of the contract; times are RFC 3339 with each place's offset.
  public func json() -> [UInt8] {
    var members: [JSONValue.Member] = [.init("format", "tidebore.route/1")]
    members += headerText.members
    members += [
      .init("itineraries", .array(itineraries.map(object))),
      .init("unreachable", unreachable.map(object) ?? .null),
      .init("limits_hit", .array(limitsHit.map { .string($0.rawValue) })),
    ]
    if let labels { members.append(.init("labels", .integer(Int64(labels)))) }
    if let explanation {
      members += [
        .init("binding", .array(explanation.binding.map(object))),
        .init("remedies", .array(explanation.remedies.map(object))),
      ]
    }
    var bytes: [UInt8] = []
    JSONValue.object(members).write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private func object(_ itinerary: Itinerary) -> JSONValue {
    let first = itinerary.legs.first?.from ?? ID(0)
    let last = itinerary.legs.last?.to ?? first
    return .object(
      [
        .init("depart", .string(clock.rfc3339(itinerary.depart, at: first))),
        .init("arrive", .string(clock.rfc3339(itinerary.arrive, at: last))),
        .init("duration_s", .integer(itinerary.durationSeconds)),
        .init("cost_cny", Cell(yuan: itinerary.cost).json),
        .init("co2e_kg", Cell(kilograms: itinerary.co2e).json),
      ] + ownCurrency(itinerary.cost) + [
        .init("quality", .string(itinerary.quality.rawValue)),
        .init("assumed_share", Cell(share: itinerary.assumedShare).json),
        .init("legs", .array(itinerary.legs.map { .object(members(of: $0)) })),
      ])
  }

  /// Of a network that is not in yuan: the cost in its currency, and which that is.
  private func ownCurrency(_ cost: Money?) -> [JSONValue.Member] {
    guard let rate = network.ownRate else { return [] }
    return [
      .init("cost", Cell(cost, yuanPerUnit: rate).json),
      .init("currency", .string(network.header.currency)),
    ]
  }

  private func members(of leg: Leg) -> [JSONValue.Member] {
    zip(Self.legColumns, cells(of: leg)).map { JSONValue.Member($0, $1.json) }
  }

  static let legColumns = [
    "kind", "mode", "service", "from", "to", "depart", "arrive", "distance_km", "cost_cny",
    "co2e_kg", "cause", "duration_s", "row", "quality", "unpriced",
  ]

  private func cells(of leg: Leg) -> [Cell] {
    [
      .text(leg.kind.rawValue), Cell(leg.mode?.rawValue),
      Cell(leg.service.map { network.services[$0].id }), .text(network.places[leg.from].id),
      .text(network.places[leg.to].id), .text(clock.rfc3339(leg.depart, at: leg.from)),
      .text(clock.rfc3339(leg.arrive, at: leg.to)),
      .decimal(Numerals.short(leg.distanceKM, 3)), Cell(yuan: leg.cost),
      Cell(kilograms: leg.co2e), Cell(leg.cause?.rawValue), .whole(Int(leg.seconds)),
      Cell(leg.row.isEmpty ? nil : leg.row), .text(leg.quality.rawValue),
      .flag(leg.isUnpriced),
    ]
  }

  private func object(_ unreachable: Unreachable) -> JSONValue {
    .object([
      .init("code", .string(unreachable.code)), .init("message", .string(sentence(unreachable))),
    ])
  }

  func sentence(_ unreachable: Unreachable) -> String {
    Messages.text(unreachable.code, unreachable.arguments, in: language)
  }

  private func object(_ wait: BindingWait) -> JSONValue {
    .object([
      .init("place", .string(network.places[wait.place].id)),
      .init("cause", .string(wait.cause.rawValue)),
      .init("hours", Cell(hours: wait.seconds).json),
      .init("service", wait.service.map { .string(network.services[$0].id) } ?? .null),
      .init("row", wait.row.isEmpty ? .null : .string(wait.row)),
    ])
  }

  private func object(_ remedy: Remedy) -> JSONValue {
    .object([
      .init("code", .string(remedy.code)),
      .init("change", .string(Messages.text(remedy.code, remedy.arguments, in: language))),
      .init("hours", Cell(hours: remedy.seconds).json),
      .init("brings_in", remedy.bringsIn.map(JSONValue.bool) ?? .null),
    ])
  }

  /// One row per leg, numbered by itinerary.
  public func csv(excel: Bool = false) -> [UInt8] {
    var text = CSVText(forExcel: excel)
    text.add((["itinerary", "leg"] + Self.legColumns).map(Cell.text))
    for (number, itinerary) in itineraries.enumerated() {
      for (step, leg) in itinerary.legs.enumerated() {
        text.add([.whole(number + 1), .whole(step + 1)] + cells(of: leg))
      }
    }
    return text.bytes
  }

  /// Legs that move as lines, the others as points; air goes along the great circle, cut at ±180°.
  public func geoJSON() -> [UInt8] {
    var features: [GeoJSONText.Feature] = []
    for (number, itinerary) in itineraries.enumerated() {
      for (step, leg) in itinerary.legs.enumerated() {
        features.append(
          GeoJSONText.feature(
            geometry(of: leg),
            [
              .init("itinerary", .integer(Int64(number + 1))),
              .init("leg", .integer(Int64(step + 1))),
            ] + members(of: leg)))
      }
    }
    return GeoJSONText.collection(headerText.members, features)
  }

  private func geometry(of leg: Leg) -> JSONValue {
    let a = network.places[leg.from]
    let b = network.places[leg.to]
    guard let mode = leg.mode, leg.from != leg.to else {
      return GeoJSONText.point(a.longitude, a.latitude)
    }
    return GeoJSONText.lines(
      MapLine.between(
        GeoPoint(latitude: a.latitude, longitude: a.longitude),
        GeoPoint(latitude: b.latitude, longitude: b.longitude), isArc: mode == .air))
  }
}
