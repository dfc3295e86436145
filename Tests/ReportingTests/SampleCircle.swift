// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import Geography
import Quantities

@testable import Reporting

/// A made-up circle around Hangzhou: real places, invented hours.
enum SampleCircle {
  static let row = Provenance(quality: .assumed, source: "GeoNames, drawn for the tests")
  static let monday = CivilDate(isoYear: 2026, week: 10) ?? CivilDate(dayNumber: 0)

  private static let territories: [(String, String, String)] = [
    ("AE", "United Arab Emirates", "阿联酋"), ("AU", "Australia", "澳大利亚"), ("BR", "Brazil", "巴西"),
    ("CN", "China", "中国"), ("DE", "Germany", "德国"), ("ES", "Spain", "西班牙"),
    ("FJ", "Fiji", "斐济"), ("GB", "United Kingdom", "英国"), ("HK", "Hong Kong, China", "中国香港"),
    ("IN", "India", "印度"), ("JP", "Japan", "日本"), ("KR", "South Korea", "韩国"),
    ("KZ", "Kazakhstan", "哈萨克斯坦"), ("MO", "Macau, China", "中国澳门"), ("NA", "Namibia", "纳米比亚"),
    ("RU", "Russia", "俄罗斯"), ("SG", "Singapore", "新加坡"), ("TW", "Taiwan, China", "中国台湾"),
    ("US", "United States", "美国"), ("VN", "Vietnam", "越南"), ("ZA", "South Africa", "南非"),
  ]

  private typealias Row = (
    id: String, en: String, zh: String, kind: PlaceKind, lat: Double, lon: Double, of: String,
    tier: Int?
  )

  private static let rows: [Row] = [
    ("C-AKL", "Suva", "苏瓦", .city, -18.14, 178.44, "FJ", 3),
    ("C-ALA", "Almaty", "阿拉木图", .city, 43.25, 76.95, "KZ", 2),
    ("C-BER", "Berlin", "柏林", .city, 52.52, 13.41, "DE", 3),
    ("C-BJS", "Beijing", "北京", .city, 39.91, 116.40, "CN", 1),
    ("C-BOM", "Mumbai", "孟买", .city, 19.07, 72.88, "IN", 2),
    ("C-CAN", "Guangzhou", "广州", .city, 23.12, 113.25, "CN", 1),
    ("C-CHI", "Chicago", "芝加哥", .city, 41.85, -87.65, "US", 3),
    ("C-CTU", "Chengdu", "成都", .city, 30.67, 104.07, "CN", 1),
    ("C-DEL", "Delhi", "德里", .city, 28.65, 77.23, "IN", 2),
    ("C-DXB", "Dubai", "迪拜", .city, 25.08, 55.31, "AE", 3),
    ("C-FRA", "Frankfurt", "法兰克福", .city, 50.12, 8.68, "DE", 3),
    ("C-HAN", "Hanoi", "河内", .city, 21.02, 105.84, "VN", 2),
    ("C-HKG", "Hong Kong", "香港", .city, 22.28, 114.17, "HK", 1),
    ("C-HRB", "Harbin", "哈尔滨", .city, 45.75, 126.65, "CN", 1),
    ("C-JHG", "Jinhua", "金华", .city, 29.11, 119.64, "CN", 1),
    ("C-JIA", "Jiaxing", "嘉兴", .city, 30.75, 120.75, "CN", 1),
    ("C-JNB", "Johannesburg", "约翰内斯堡", .city, -26.2, 28.04, "ZA", 3),
    ("C-LON", "London", "伦敦", .city, 51.51, -0.13, "GB", 3),
    ("C-MAC", "Macau", "澳门", .city, 22.2, 113.55, "MO", 1),
    ("C-MAD", "Madrid", "马德里", .city, 40.42, -3.70, "ES", 3),
    ("C-MOW", "Moscow", "莫斯科", .city, 55.75, 37.62, "RU", 2),
    ("C-NBO", "Ningbo", "宁波", .city, 29.88, 121.55, "CN", 1),
    ("C-NYC", "New York", "纽约", .city, 40.71, -74.01, "US", 3),
    ("C-OSA", "Osaka", "大阪", .city, 34.69, 135.50, "JP", 2),
    ("C-SAO", "Sao Paulo", "圣保罗", .city, -23.55, -46.64, "BR", 3),
    ("C-SEL", "Seoul", "首尔", .city, 37.57, 126.98, "KR", 2),
    ("C-SGP", "Singapore", "新加坡", .city, 1.29, 103.85, "SG", 3),
    ("C-SHA", "Shanghai", "上海", .city, 31.22, 121.46, "CN", 1),
    ("C-SHX", "Shaoxing", "绍兴", .city, 30.0, 120.58, "CN", 1),
    ("C-SUZ", "Suzhou", "苏州", .city, 31.30, 120.60, "CN", 1),
    ("C-SYD", "Sydney", "悉尼", .city, -33.87, 151.21, "AU", 3),
    ("C-TPE", "Taipei", "台北", .city, 25.05, 121.53, "TW", 1),
    ("C-TYO", "Tokyo", "东京", .city, 35.69, 139.69, "JP", 2),
    ("C-URC", "Urumqi", "乌鲁木齐", .city, 43.80, 87.60, "CN", 1),
    ("C-WDH", "Windhoek", "温得和克", .city, -22.56, 17.08, "NA", 3),
    ("CNHGH-DZH", "Dongzhou Port", "东洲国际港", .riverPort, 30.13, 120.06, "CN", nil),
    ("CNHGH-XSH", "Xiasha Port", "下沙港", .riverPort, 30.33, 120.39, "CN", nil),
    ("CNJIA-ZPU", "Jiaxing Zhapu", "嘉兴乍浦港", .seaport, 30.6, 121.09, "CN", nil),
    ("CNNBG-BLN", "Ningbo-Zhoushan Beilun", "宁波舟山港北仑", .seaportTerminal, 29.94, 121.88, "CN", nil),
    ("CNSHA-WGQ", "Shanghai Waigaoqiao", "上海外高桥", .seaportTerminal, 31.36, 121.6, "CN", nil),
    ("CNSHA-YSN", "Shanghai Yangshan", "上海洋山港", .seaportTerminal, 30.62, 122.07, "CN", nil),
    ("HGH", "Hangzhou Xiaoshan Airport", "杭州萧山国际机场", .airport, 30.2295, 120.434, "CN", nil),
    ("HZ-FY", "Fuyang", "富阳", .demandZone, 30.05, 119.95, "CN", 0),
    ("HZ-XS", "Xiaoshan", "萧山", .demandZone, 30.17, 120.27, "CN", 0),
    ("HZ-YH", "Yuhang", "余杭", .demandZone, 30.28, 120.0, "CN", 0),
    ("LOCK-BABAO", "Babao lock", "八堡船闸", .lock, 30.37, 120.47, "CN", nil),
    ("PVG", "Shanghai Pudong Airport", "上海浦东国际机场", .airport, 31.1434, 121.805, "CN", nil),
    ("R-BLT", "Bailutang", "白鹿塘", .railTerminal, 30.1, 120.38, "CN", nil),
    ("ZZ-<b>", "<script>alert(1)</script>", "=CMD()", .city, 31.4, 119.5, "CN", 1),
  ]

  static let network: Network = {
    let places = rows.map { row in
      Place(
        id: row.id, nameEN: row.en, nameZH: row.zh, kind: row.kind, latitude: row.lat,
        longitude: row.lon,
        territory: ID(territories.firstIndex { $0.0 == row.of } ?? 0), timeZone: "Asia/Shanghai",
        population: row.kind == .city ? 1_000_000 : nil,
        iata: row.kind == .airport ? row.id : nil, provenance: Self.row)
    }
    func place(_ id: String) -> ID<Place> { ID(rows.firstIndex { $0.id == id } ?? 0) }
    func river(_ id: String, _ from: String, _ to: String) -> Link {
      Link(
        id: id, mode: .river, from: place(from), to: place(to), distanceKM: 100,
        seconds: 36_000, carries: false, provenance: Self.row)
    }
    let hours = OpeningHours(
      id: "H08-20", week: [[Range<Int>]](repeating: [28_800..<72_000], count: 7),
      provenance: Self.row)
    return Network(
      header: NetworkHeader(
        name: "sample", titleEN: "Sample", titleZH: "样例", homeTimeZone: "Asia/Shanghai",
        referenceWeek: monday, stateDate: "2025-W46"),
      territories: territories.map {
        Territory(code: $0.0, nameEN: $0.1, nameZH: $0.2, provenance: Self.row)
      },
      places: places, openingHours: [hours],
      links: [
        river("RV-1", "CNHGH-XSH", "LOCK-BABAO"), river("RV-2", "CNHGH-XSH", "CNJIA-ZPU"),
        river("RV-3", "LOCK-BABAO", "CNHGH-DZH"),
      ],
      carriers: [
        Carrier(id: "CA", nameEN: "Carrier", nameZH: "承运人", homes: [ID(3)], provenance: Self.row)
      ],
      services: [
        Service(
          id: "AF-HGH-X", nameEN: "Hangzhou freighter", mode: .air, carrier: ID(0), stops: [],
          capacity: [:], provenance: Provenance(quality: .published))
      ],
      doors: [
        DoorRule(
          operation: .pickup, territory: "CN", time: OperationTime(medianSeconds: 7_200),
          hours: ID(0), provenance: Self.row)
      ],
      tiers: [
        Tier(
          circle: "123", tier: 1, targetHours: 24, nameEN: "China", nameZH: "国内",
          provenance: Self.row),
        Tier(
          circle: "123", tier: 2, targetHours: 48, nameEN: "Neighbours", nameZH: "周边国家",
          provenance: Self.row),
        Tier(
          circle: "123", tier: 3, targetHours: 72, nameEN: "Major cities", nameZH: "全球主要城市",
          provenance: Self.row),
      ],
      parameters: [
        Parameter(
          id: "hand.iata_door", group: "handling", name: "door to door", value: 6.5, unit: "day",
          year: "2014", provenance: Self.row),
        Parameter(
          id: "svc.ae_choice", group: "handling", name: "promise", value: 5, unit: "working day",
          year: "2024", provenance: Self.row),
      ])
  }()

  /// Shanghai's time everywhere: the sample needs no tzdata.
  static let clock = LocalClock { _, _ in 28_800 }

  static func place(_ id: String) -> ID<Place> { network.findPlace(id) ?? ID(0) }

  private static func city(_ number: Int, _ row: Row) -> CityResult {
    let km = greatCircleKM(30.17, 120.27, row.lat, row.lon)
    let tier = row.tier ?? 0
    var city = CityResult(
      place: ID(number), tier: tier, targetSeconds: Int64(max(1, tier)) * 86_400, grade: "")
    let base = Int64(km * 12) + 40_000
    city.seconds = (0..<168).map { hour in
      row.id == "C-WDH" ? nil : base + Int64((hour * 7) % 24) * 1_800
    }
    guard row.id != "C-WDH" else {
      city.reason = ("unreachable.no_service", [row.en, "NA", "parcel"])
      return city
    }
    city.p50 = base + 21_600
    city.p80 = base + 34_200
    city.p95 = base + 41_400
    city.statistic = city.p80
    city.slackSeconds = city.targetSeconds - base - 34_200
    city.status = base + 34_200 <= city.targetSeconds ? .within : .out
    city.shareInTime = city.status == .within ? 0.9 : 0.25
    city.dayShares = [0.1, 0.5, 0.75]
    city.itinerary = itinerary(to: ID(number), km: km, seconds: base + 34_200)
    city.readyHour = 18
    city.exitGateway = row.of == "CN" ? nil : place(km > 5_000 ? "PVG" : "HGH")
    city.mainService = row.of == "CN" ? nil : ID(0)
    city.topWait = .init(
      place: place("HGH"), cause: .nextDeparture, seconds: 30_000, service: ID(0))
    return city
  }

  private static func itinerary(to: ID<Place>, km: Double, seconds: Int64) -> Itinerary {
    let start = Instant(seconds: monday.dayNumber * 86_400 + 10 * 3_600)
    let from = place("HZ-XS")
    let airport = place("HGH")
    func leg(
      _ kind: Leg.Kind, _ a: ID<Place>, _ b: ID<Place>, _ from: Int64, _ to: Int64,
      cause: Leg.Cause? = nil, mode: Mode? = nil, service: ID<Service>? = nil, km: Double = 0,
      fen: Int64 = 0, quality: Quality = .assumed
    ) -> Leg {
      Leg(
        kind: kind, cause: cause, mode: mode, service: service, from: a, to: b,
        depart: start + from, arrive: start + to, distanceKM: km, cost: Money(fen),
        co2e: Emission(fen * 3), quality: quality)
    }
    let legs = [
      leg(.pickup, from, from, 0, 7_200, fen: 3_100),
      leg(.drayage, from, airport, 7_200, 9_000, mode: .road, km: 22, fen: 900, quality: .derived),
      leg(.exportClearance, airport, airport, 9_000, 16_200, fen: 600),
      leg(.wait, airport, airport, 16_200, 46_200, cause: .nextDeparture, service: ID(0)),
      leg(
        .mainHaul, airport, to, 46_200, seconds - 10_000, mode: .air, service: ID(0), km: km,
        fen: 90_000, quality: .published),
      leg(.lastMile, to, to, seconds - 10_000, seconds, fen: 4_000),
    ]
    return Itinerary(
      depart: start, arrive: start + seconds, legs: legs, cost: Money(98_600),
      co2e: Emission(295_800))
  }

  /// The circle; cells only where a map is looked at.
  static func result(cells: Bool = false) -> CoverageResult {
    var result = CoverageResult(
      query: CoverageQuery(origin: place("HZ-XS"), week: monday))
    for (number, row) in rows.enumerated() {
      guard row.tier != nil else { continue }
      let answer = city(number, row)
      if ["HK", "MO", "TW"].contains(row.of) {
        result.beside.append(answer)
      } else if row.tier == 0 {
        result.districts.append(answer)
      } else {
        result.cities.append(answer)
      }
    }
    result.cities.sort { ($0.tier, $0.place) < ($1.tier, $1.place) }
    result.tiers = (1...3).map { tier in
      let all = result.cities.filter { $0.tier == tier }
      let within = all.count { $0.status == .within }
      return TierCount(
        tier: tier, within: within, of: all.count, populationWithin: within * 1_000_000,
        populationOf: all.count * 1_000_000)
    }
    result.otherTiers = result.tiers
    result.besideTiers = [
      TierCount(tier: 1, within: 1, of: 3, populationWithin: 1, populationOf: 3)
    ]
    result.swings = ["swing.base", "swing.live_only", "swing.clearance_high"].map {
      Swing(code: $0, tiers: result.tiers)
    }
    result.gateways = [
      GatewayShare(gateway: place("HGH"), cities: 20, citiesWithin: 12),
      GatewayShare(gateway: place("PVG"), cities: 9, citiesWithin: 2),
      GatewayShare(gateway: nil, cities: 12, citiesWithin: 10),
    ]
    guard cells else { return result }
    result.world = surface(SurfaceGrid.world.cells())
    let grids = SurfaceGrids(network: network, origin: result.query.origin)
    result.grids = grids
    result.around = surface(grids.origin.cells())
    return result
  }

  private static func surface(_ cells: [LandCell]) -> [SurfaceCell] {
    cells.map { cell in
      let km = greatCircleKM(
        30.17, 120.27, cell.centre.latitude, cell.centre.longitude)
      let seconds = Int64(km * 12 + 40_000 + abs(cell.centre.latitude) * 800)
      return SurfaceCell(
        index: cell.index, seconds: km > 15_000 ? nil : seconds, isHatched: seconds > 3 * 86_400)
    }
  }

  static func report(_ language: Language, cells: Bool = false) -> CoverageReport {
    CoverageReport(
      result: result(cells: cells), network: network, language: language,
      header: RunHeader(
        toolVersion: "0.1.0",
        inputs: [.init(path: "place.csv", sha256: String(repeating: "0", count: 64))],
        tzdataVersion: "2026a", command: "tidebore coverage sample --origin HZ-XS"),
      clock: clock)
  }
}
