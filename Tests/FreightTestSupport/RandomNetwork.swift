// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import Quantities

/// A small random network with a consignment, made to let every rule of the search bind.
public struct RandomNetwork: Sendable {
  public var network: Network
  public var consignment: Consignment
  public var options: RoutingOptions
  public var origin: ID<Place>
  public var week: CivilDate
  /// Moments of the week.
  public var readyTimes: [Instant]

  public init(seed: Int) {
    var draft = NetworkDraft(seed: seed)
    draft.drawTerritories()
    draft.drawPlaces()
    draft.drawHours()
    draft.drawWays()
    draft.drawServices()
    draft.drawRules()
    draft.drawPrices()
    network = draft.network
    consignment = draft.drawConsignment()
    options = draft.drawOptions(for: consignment)
    origin = draft.origin
    week = draft.network.header.referenceWeek
    let monday = Instant(seconds: week.dayNumber * secondsPerDay - 8 * secondsPerHour)
    readyTimes = (0..<8).map { _ in monday + Int64(draft.random.integer(0..<10_080)) * 60 }
  }
}

/// A region that places are drawn in: inland, so that trucks find a way between any two.
struct Region: Sendable {
  var code: String
  var area: String
  var market: String
  var zones: [String]
  var south, west: Double
  /// Hours ahead of UTC without summer time.
  var standardOffset: Int

  static let all = [
    Region(
      code: "CN", area: "CN", market: "home", zones: ["Asia/Shanghai"], south: 29.5, west: 111,
      standardOffset: 8),
    Region(
      code: "HK", area: "HK", market: "home", zones: ["Asia/Hong_Kong"], south: 25.5, west: 112,
      standardOffset: 8),
    Region(
      code: "DE", area: "EU", market: "europe", zones: ["Europe/Berlin"], south: 48.5, west: 9,
      standardOffset: 1),
    Region(
      code: "PL", area: "EU", market: "europe", zones: ["Europe/Warsaw"], south: 50.5, west: 17,
      standardOffset: 1),
    Region(
      code: "US", area: "US", market: "america", zones: ["America/Chicago", "America/New_York"],
      south: 36, west: -95, standardOffset: -6),
    Region(
      code: "AU", area: "AU", market: "", zones: ["Australia/Sydney"], south: -33.5, west: 145,
      standardOffset: 10),
    Region(
      code: "KZ", area: "EAEU", market: "", zones: ["Asia/Almaty"], south: 45, west: 70,
      standardOffset: 5),
  ]
}

struct NetworkDraft {
  var random: SplitMix64
  var network: Network
  /// Of each territory.
  var regions: [Region] = []
  var origin = ID<Place>(0)
  /// A territory that few ways lead to, so that cargo waits for its rare service.
  var remote: ID<Territory>?
  static let drawn = Provenance(quality: .assumed, source: "drawn at random")

  /// ISO weeks of 2026 on whose Sunday clocks change.
  static let weeksOfChange = ["EU": [13, 43], "US": [10, 44], "AU": [14, 40]]

  init(seed: Int) {
    random = SplitMix64(seed: seed)
    network = Network(
      header: NetworkHeader(
        name: "random \(seed)", homeTimeZone: "Asia/Shanghai",
        referenceWeek: CivilDate(dayNumber: 20_514)))
  }

  mutating func drawTerritories() {
    let home = random.chance(70) ? 0 : random.integer(0..<Region.all.count)
    var chosen: Set<Int> = [home]
    let count = 3
    while chosen.count < count { chosen.insert(random.integer(0..<Region.all.count)) }
    // One at least changes its clocks.
    if !chosen.contains(where: { 2...5 ~= $0 }) { chosen.insert(random.integer(2..<6)) }
    regions = chosen.sorted { Region.all[$0].code < Region.all[$1].code }.map { Region.all[$0] }
    network.territories = regions.map {
      Territory(
        code: $0.code, nameEN: $0.code, nameZH: $0.code, customsArea: $0.area,
        provenance: Self.drawn)
    }
    network.markets = regions.map(\.market)
    homeCode = Region.all[home].code
    let areas = regions.map(\.area)
    let alone = regions.indices.filter { index in
      regions[index].code != homeCode && areas.filter { $0 == areas[index] }.count == 1
    }
    let changing = alone.filter { Self.weeksOfChange[areas[$0]] != nil }
    let farthest = changing.last ?? alone.last
    remote = farthest.map { ID($0) }
    let own = farthest.flatMap { Self.weeksOfChange[areas[$0]] }
    let week =
      random.pick(own ?? areas.flatMap { Self.weeksOfChange[$0] ?? [] }) - random.integer(0..<2)
    network.header.referenceWeek =
      CivilDate(isoYear: 2026, week: week) ?? network.header.referenceWeek
  }
  private var homeCode = ""

  /// A demand place and a terminal in every territory, then some more of any kind.
  mutating func drawPlaces() {
    var wanted: [(kind: PlaceKind, territory: Int)] = []
    let home = regions.firstIndex { $0.code == homeCode } ?? 0
    for territory in regions.indices {
      wanted.append((random.pick([.city, .demandZone]), territory))
      wanted.append(
        (random.pick([.airport, .airport, .seaport, .railTerminal, .riverPort]), territory))
    }
    if random.chance(50) { wanted.append((.bondedZone, home)) }
    if random.chance(25) { wanted.append((.airport, home)) }
    if random.chance(40) { wanted.append((.borderCrossing, random.integer(0..<regions.count))) }
    if random.chance(10) { wanted.append((.lock, random.integer(0..<regions.count))) }
    while wanted.count < 9, random.chance(60) {
      let kinds: [PlaceKind] = [
        .ehub, .ehub, .overseasWarehouse, .city, .roadDepot, .ecommercePark, .airCargoTerminal,
      ]
      wanted.append((random.pick(kinds), random.integer(0..<regions.count)))
    }
    for (index, place) in wanted.enumerated() {
      let region = regions[place.territory]
      // The first of each territory are near each other, others often farther than a van goes.
      let isNear = index < 2 * regions.count || place.kind == .bondedZone
      let reach = isNear || random.chance(50) ? 0.6 : 2.6
      network.places.append(
        Place(
          id: "P\(index + 10)", nameEN: "P\(index + 10)", nameZH: "", kind: place.kind,
          latitude: region.south + random.real(0...reach),
          longitude: region.west + random.real(0...reach), territory: ID(place.territory),
          timeZone: random.pick(region.zones), provenance: Self.drawn))
    }
    let cities = places {
      $0.kind.isDemand && self.regions[$0.territory.index].code == self.homeCode
    }
    let others = places {
      self.regions[$0.territory.index].code == self.homeCode && $0.kind != .lock
    }
    origin = random.chance(90) ? cities[0] : random.pick(others)
  }

  func places(where fits: (Place) -> Bool) -> [ID<Place>] {
    network.places.indices.filter { fits(network.places[$0]) }.map { ID($0) }
  }

  func areaCode(_ place: ID<Place>) -> String { network.territory(of: place).customsArea }

  mutating func drawConsignment() -> Consignment {
    let cargoClass = random.pick([CargoClass.parcel, .parcel, .parcel, .air, .lcl, .fcl])
    let mass =
      switch cargoClass {
      case .parcel: random.pick([30, 12.34])
      case .air: random.pick([300, 412.7, 1_000])
      case .lcl, .fcl: random.pick([900, 2_345.6])
      }
    return Consignment(
      cargoClass: cargoClass, massKG: mass, volumeM3: random.chance(20) ? mass / 90 : nil,
      teu: cargoClass == .fcl ? random.pick([1, 2]) : 0,
      exportMode: random.pick(
        places { $0.kind == .bondedZone }.isEmpty
          ? [.directParcel, .generalTrade] : [.directParcel, .directParcel, .bonded]))
  }

  mutating func drawOptions(for consignment: Consignment) -> RoutingOptions {
    var options = RoutingOptions()
    if random.chance(90) {
      options.horizonSeconds = Int64(random.pick([14, 28, 28, 28, 28])) * secondsPerDay
    }
    options.liveServicesOnly = random.chance(8)
    options.withoutAssumedInterline = random.chance(6)
    options.importClearance = random.pick([.low, .median, .median, .high])
    if random.chance(6) { options.without.insert(random.pick(["air", "rail", "suez"])) }
    if random.chance(6) { options.without.insert("S\(random.integer(0..<6))") }
    if random.chance(5) { options.without.insert("P\(random.integer(10..<19))") }
    return options
  }

  mutating func seconds(hours: ClosedRange<Int>) -> Int64 {
    Int64(random.integer(hours.lowerBound * 4..<hours.upperBound * 4 + 1)) * 900
  }
}
