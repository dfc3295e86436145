// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import FreightSimulation
import Quantities

/// The sentences around the figures.
extension CoverageReport {
  /// "Hangzhou's 123 circle from Xiaoshan".
  var title: String { word("report.title", circleName, names.place(query.origin)) }

  var circleName: String { query.circle }

  /// Cargo, class and export mode in words.
  var cargo: String {
    let size =
      isByTEU
      ? "\(Numerals.short(query.consignment.teu, 2)) TEU"
      : "\(Numerals.short(query.consignment.massKG, 3)) kg"
    return word(
      "report.cargo", word("class." + query.consignment.cargoClass.rawValue), size,
      query.consignment.exportMode.rawValue) + objective
  }

  /// What chooses among the ways; nothing where it is time alone.
  private var objective: String {
    switch query.objective {
    case .time: ""
    case .cost: word("report.objective.cost")
    case .generalized(let prices):
      word(
        "report.objective.generalized", Numerals.short(Double(prices.valueOfTime.count) / 100, 2),
        Numerals.short(Double(prices.carbonPrice.count) / 100, 2))
    }
  }

  /// "P80 over 84 ready times …, planned": a percentile says over what.
  var statistic: String {
    if let sampling = result.sampling { return sampledStatistic(sampling) }
    return word(
      query.ready == .all ? "report.statistic.all" : "report.statistic.pickup",
      String(query.percentile), String(readyMask.count { $0 }), date(query.week))
  }

  /// When the clock starts and stops.
  var clockSentence: String {
    word(
      query.consignment.exportMode == .overseasWarehouse ? "report.clock.order" : "report.clock")
  }

  /// What the planned ideal chain leaves out, with the figures of the network's own rows.
  var idealChain: String {
    if let sampling = result.sampling {
      return word(
        sampling.probes.demandFactor == nil
          ? "report.reliable.left_out.free" : "report.reliable.left_out")
    }
    let choice = network.parameters.first { $0.id == "svc.ae_choice" }
    let door = network.parameters.first { $0.id == "hand.iata_door" }
    // The published figures are of parcels and air cargo.
    let fliesUsually = [.parcel, .air].contains(query.consignment.cargoClass)
    guard let days = choice?.value, fliesUsually else { return word("report.ideal") }
    guard let mean = door?.value else {
      return word("report.ideal.one", Numerals.short(days, 1))
    }
    return word(
      "report.ideal.two", Numerals.short(days, 1), Numerals.short(mean, 1), choice?.year ?? "",
      door?.year ?? "")
  }

  func date(_ date: CivilDate) -> String {
    let (year, month, day) = date.yearMonthDay
    return "\(year)-\(pad(month))-\(pad(day))"
  }

  func pad(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  /// Hour of the week → its ready time counts for the statistic.
  var readyMask: [Bool] {
    let counted = Set(result.countedHours)
    return (0..<168).map { counted.contains($0) }
  }

  func reason(of city: CityResult) -> String? {
    city.reason.map { Messages.text($0.code, $0.arguments, in: language) }
  }

  func status(_ status: CityResult.Status) -> String { word("report.status." + status.rawValue) }

  /// The binding wait in words: place, cause, hours.
  func waitSentence(_ wait: CityResult.Wait) -> String {
    let cause = word("cause." + wait.cause.rawValue)
    let service = wait.service.map { network.services[$0].id }
    let what = service.map { "\(cause) \($0)" } ?? cause
    return word(
      "report.wait", names.place(wait.place), what, Numerals.roundHours(wait.seconds))
  }

  /// Credits that every output carries: the network's own, and GeoNames' where its places come from there.
  var notices: [String] {
    var all = network.header.notices
    let usesGeoNames = network.places.contains { $0.provenance.source.contains("GeoNames") }
    if usesGeoNames, !all.contains(where: { $0.contains("GeoNames") }) {
      all.append(word("report.geonames"))
    }
    return all
  }

  /// How much of the answer rests on assumed rows.
  var qualityShares: QualityShares { QualityShares(itineraries: allCities.compactMap(\.itinerary)) }
}

/// Hours of itineraries by the quality of the row that they rest on.
struct QualityShares {
  /// Share of the hours, 0…1, in the order of `Quality.allCases`.
  let shares: [Double]

  init(itineraries: [Itinerary]) {
    var seconds = [Int64](repeating: 0, count: Quality.allCases.count)
    for leg in itineraries.lazy.flatMap(\.legs) {
      let number = Quality.allCases.firstIndex(of: leg.quality) ?? 0
      seconds[number] += leg.seconds
    }
    let total = seconds.reduce(0, +)
    shares = seconds.map { total == 0 ? 0 : Double($0) / Double(total) }
  }

  subscript(quality: Quality) -> Double {
    shares[Quality.allCases.firstIndex(of: quality) ?? 0]
  }
}

/// The answer in one sentence, with which a page begins.
extension CoverageReport {
  /// How many cities are in, and which is out by least.
  var finding: String {
    let cities = result.cities
    let within = cities.count { $0.status == .within }
    let counted = [String(within), String(cities.count), String(query.percentile)]
    let missed =
      cities.filter { $0.status == .out }
      .max { ($0.slackSeconds ?? .min, $1.place) < ($1.slackSeconds ?? .min, $0.place) }
    let origin = names.place(query.origin)
    if let missed, let slack = missed.slackSeconds {
      return Messages.text(
        "report.finding.missed",
        [origin] + counted + [names.place(missed.place), Numerals.roundHours(-slack)],
        in: language)
    }
    return Messages.text(
      within == cities.count ? "report.finding.all" : "report.finding.unreachable",
      [origin] + counted + [String(cities.count - within)], in: language)
  }
}
