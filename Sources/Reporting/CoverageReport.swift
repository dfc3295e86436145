// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
public import Coverage
public import FreightModel
import FreightRouting
public import Quantities

/// A circle ready to be written in any format; all of them say the same.
public struct CoverageReport: Sendable {
  public let result: CoverageResult
  public let network: Network
  public let language: Language
  public let header: RunHeader
  /// What the circle is held against, if anything.
  public var baseline: CircleBaseline?
  let names: Names
  let clock: LocalClock

  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone of the network.
  public init(
    result: CoverageResult, network: Network, language: Language, header: RunHeader
  ) throws(TimeZoneFault) {
    self.init(
      result: result, network: network, language: language, header: header,
      clock: try LocalClock(network))
  }

  init(
    result: CoverageResult, network: Network, language: Language, header: RunHeader,
    clock: LocalClock
  ) {
    self.result = result
    self.network = network
    self.language = language
    self.header = header
    self.clock = clock
    names = Names(network: network, language: language)
  }

  /// The same report in another language.
  func speaking(_ language: Language) -> CoverageReport {
    var report = CoverageReport(
      result: result, network: network, language: language, header: header, clock: clock)
    report.baseline = baseline
    return report
  }

  var query: CoverageQuery { result.query }
  var isByTEU: Bool { query.consignment.cargoClass == .fcl }
  var bands: TimeBands { TimeBands(circle: query.circle, in: network) }

  /// Everything that has an itinerary: targets, beside, districts.
  var allCities: [CityResult] { result.cities + result.beside + result.districts }

  func word(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }
}

/// The names of a network's rows in one language.
struct Names: Sendable {
  let network: Network
  let language: Language

  /// A place's name; Hong Kong, Macau and Taiwan stand with their full name in Chinese.
  func place(_ id: ID<Place>) -> String {
    let place = network.places[id]
    guard language == .zh, !place.nameZH.isEmpty else { return place.nameEN }
    let territory = network.territories[place.territory]
    switch territory.code {
    case "HK", "MO": return place.kind.isDemand ? territory.nameZH : place.nameZH
    case "TW":
      return place.kind.isDemand ? "\(place.nameZH)（\(territory.nameZH)）" : place.nameZH
    default: return place.nameZH
    }
  }

  /// A place's name for maps, without what stands in brackets; Taiwan's cities keep theirs.
  func mapName(_ id: ID<Place>) -> String {
    let name = place(id)
    guard network.territory(of: id).code != "TW",
      let bracket = name.firstIndex(where: { $0 == "(" || $0 == "（" }), bracket > name.startIndex
    else { return name }
    let head = name[..<bracket]
    return String(head.last == " " ? head.dropLast() : head)
  }

  /// Short form for maps: the IATA code or the name without its kind.
  func shortPlace(_ id: ID<Place>) -> String { network.places[id].iata ?? place(id) }

  func territory(of id: ID<Place>) -> String {
    let territory = network.territory(of: id)
    return language == .zh && !territory.nameZH.isEmpty ? territory.nameZH : territory.nameEN
  }

  func tier(_ number: Int, circle: String) -> String {
    let row = network.tiers.first { $0.circle == circle && $0.tier == number }
    let name = language == .zh ? row?.nameZH ?? "" : row?.nameEN ?? ""
    return name.isEmpty ? Messages.text("report.tier", [String(number)], in: language) : name
  }

  func word(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }
}
