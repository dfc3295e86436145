// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import Quantities

extension CoverageReport {
  /// The circle as text for a terminal: tiers, swings, gateways, districts, the fastest and the missed.
  ///
  /// Widths count a Chinese character as two columns.
  public func table() -> String {
    var out = "\(title)\n"
    for line in [cargo, statistic, clockSentence, idealChain] { out += "  \(line)\n" }
    out += section(word("report.tiers", setName(query.targetSet))) + tierText(result.tiers)
    if !besideCounts.isEmpty {
      let counts = besideCounts.map { "\($0.within)/\($0.of)" }.joined(separator: " ")
      out += "  \(word("report.beside")): \(counts)\n"
    }
    if !result.otherTiers.isEmpty {
      out += section(word("report.tiers", setName(result.otherSet))) + tierText(result.otherTiers)
    }
    out += reliabilityText() + baselineText() + swingText() + gatewayText() + districtText()
    for tier in result.tiers { out += fastest(of: tier.tier) + missed(of: tier.tier) }
    out += unreachableText()
    out += "\n  \(assumedSentence)\n"
    for notice in notices { out += "  \(TextWidth.printable(notice))\n" }
    return out + "  \(TextWidth.printable(headerText.line))\n"
  }

  var assumedSentence: String {
    word(
      "report.assumed_share", Numerals.percent(qualityShares[.assumed]),
      Numerals.percent(qualityShares[.derived]),
      Numerals.percent(qualityShares[.published] + qualityShares[.measured]))
  }

  func setName(_ set: String) -> String {
    Messages.contains("report.set." + set) ? word("report.set." + set) : set
  }

  private func section(_ heading: String) -> String { "\n\(heading)\n" }

  private func tierText(_ tiers: [TierCount]) -> String {
    var table = TextTable([
      (word("report.col.tier"), .left), (word("report.col.target"), .right),
      (word("report.status.in"), .right), (word("report.col.share"), .right),
      (word("report.col.people"), .right),
    ])
    for tier in tiers {
      table.add([
        names.tier(tier.tier, circle: query.circle), targetText(tier.tier),
        "\(tier.within)/\(tier.of)",
        tier.of == 0 ? "–" : Numerals.percent(Double(tier.within) / Double(tier.of)) + " %",
        "\(millions(tier.populationWithin))/\(millions(tier.populationOf))",
      ])
    }
    return table.text()
  }

  private func swingText() -> String {
    guard !result.swings.isEmpty else { return "" }
    var table = TextTable(
      [(word("report.col.assumption"), .left)]
        + result.tiers.map { (targetText($0.tier), .right) })
    for swing in result.swings {
      table.add([word(swing.code)] + swing.tiers.map { "\($0.within)/\($0.of)" })
    }
    return section(word("report.swings")) + table.text()
  }

  private func gatewayText() -> String {
    guard !result.gateways.isEmpty else { return "" }
    let total = result.gateways.reduce(0) { $0 + $1.cities }
    var table = TextTable([
      (word("report.col.gateway"), .left), (word("report.col.cities"), .right),
      (word("report.col.share"), .right), (word("report.status.in"), .right),
    ])
    for share in gatewaysByCities {
      table.add([
        gatewayName(share.gateway), "\(share.cities)",
        Numerals.percent(Double(share.cities) / Double(max(1, total))) + " %",
        "\(share.citiesWithin)",
      ])
    }
    return section(word("report.gateways")) + table.text()
  }

  private func districtText() -> String {
    guard !result.districts.isEmpty else { return "" }
    var table = TextTable([
      (word("report.col.district"), .left), ("P50 h", .right), ("P80 h", .right),
      ("P95 h", .right), (word("report.col.status"), .left),
    ])
    for city in result.districts {
      table.add(
        [names.place(city.place)] + percentiles(city) + [status(city.status)])
    }
    return section(word("report.districts")) + table.text()
  }

  private func percentiles(_ city: CityResult) -> [String] {
    [city.p50, city.p80, city.p95].map { $0.map(Numerals.roundHours) ?? "–" }
  }

  private func fastest(of tier: Int) -> String {
    let cities = sorted(tier, .within).prefix(5)
    return cities.isEmpty ? "" : cityText(word("report.best", tierName(tier)), Array(cities), 0)
  }

  private func missed(of tier: Int) -> String {
    let cities = sorted(tier, .out)
    guard !cities.isEmpty else { return "" }
    return cityText(
      word("report.worst", tierName(tier)), Array(cities.prefix(10)), max(0, cities.count - 10))
  }

  private func tierName(_ tier: Int) -> String { names.tier(tier, circle: query.circle) }

  /// Cities of a tier and status, nearest to or deepest inside the target first.
  private func sorted(_ tier: Int, _ status: CityResult.Status) -> [CityResult] {
    result.cities.filter { $0.tier == tier && $0.status == status }.sorted { a, b in
      let first = a.statistic ?? Int64.max
      let second = b.statistic ?? Int64.max
      return first != second ? first < second : a.place < b.place
    }
  }

  private func cityText(_ heading: String, _ cities: [CityResult], _ more: Int) -> String {
    var table = TextTable([
      (word("report.col.city"), .left), (word("report.col.country"), .left), ("P50 h", .right),
      ("P80 h", .right), ("P95 h", .right), (word("report.col.gateway"), .left),
      (word("report.col.wait"), .left),
    ])
    for city in cities {
      table.add(
        [names.place(city.place), names.territory(of: city.place)] + percentiles(city) + [
          city.exitGateway.map(names.shortPlace) ?? "–",
          reason(of: city) ?? city.topWait.map(waitSentence) ?? "",
        ])
    }
    let rest = more == 0 ? "" : "  \(word("report.more", String(more)))\n"
    return section(heading) + table.text() + rest
  }

  private func unreachableText() -> String {
    let cities = result.cities.filter { $0.status == .unreachable }
    guard !cities.isEmpty else { return "" }
    var table = TextTable([
      (word("report.col.city"), .left), (word("report.col.country"), .left),
      (word("report.col.reason"), .left),
    ])
    for city in cities.prefix(10) {
      table.add([
        names.place(city.place), names.territory(of: city.place), reason(of: city) ?? "",
      ])
    }
    let more = cities.count - 10
    let rest = more > 0 ? "  \(word("report.more", String(more)))\n" : ""
    return section(word("report.unreached")) + table.text() + rest
  }
}
