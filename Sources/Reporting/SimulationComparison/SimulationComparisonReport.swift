// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
public import FreightModel
public import FreightSimulation
import Quantities
import Stochastics

/// Scenarios against a base, both simulated under common random numbers, ready to be written in any format.
public struct SimulationComparisonReport: Sendable {
  public struct Entry: Sendable {
    public var name: String
    public var titleEN: String
    public var titleZH: String
    public var network: Network
    public var comparison: SimulationComparison

    public init(
      name: String, titleEN: String, titleZH: String, network: Network,
      comparison: SimulationComparison
    ) {
      (self.name, self.titleEN, self.titleZH) = (name, titleEN, titleZH)
      (self.network, self.comparison) = (network, comparison)
    }
  }

  public let base: Network
  public let baseTitleEN: String
  public let baseTitleZH: String
  public let entries: [Entry]
  public let language: Language
  public let header: RunHeader

  public init(
    base: Network, baseTitleEN: String, baseTitleZH: String, entries: [Entry], language: Language,
    header: RunHeader
  ) {
    (self.base, self.baseTitleEN, self.baseTitleZH) = (base, baseTitleEN, baseTitleZH)
    (self.entries, self.language, self.header) = (entries, language, header)
  }

  public func speaking(_ language: Language) -> Self {
    Self(
      base: base, baseTitleEN: baseTitleEN, baseTitleZH: baseTitleZH, entries: entries,
      language: language, header: header)
  }

  /// Why a run cannot be trusted, by scenario; empty where all can.
  public var faults: [String] {
    guard let first = entries.first else { return [] }
    var all = simulation(first.comparison.base, base).faults
    for entry in entries { all += simulation(entry.comparison.scenario, entry.network).faults }
    return all
  }

  private func simulation(_ result: SimulationResult, _ network: Network) -> SimulationReport {
    SimulationReport(result: result, network: network, language: language, header: header)
  }

  func word(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }

  var title: String {
    word("simcompare.title", language == .zh && !baseTitleZH.isEmpty ? baseTitleZH : baseTitleEN)
  }

  func title(_ entry: Entry) -> String {
    let title = language == .zh && !entry.titleZH.isEmpty ? entry.titleZH : entry.titleEN
    return title.isEmpty ? entry.name : title
  }

  var headerText: RunHeaderText {
    RunHeaderText(
      header: header, network: base, notices: notices,
      names: Names(network: base, language: language))
  }

  var notices: [String] {
    var all = base.header.notices
    if base.places.contains(where: { $0.provenance.source.contains("GeoNames") }),
      !all.contains(where: { $0.contains("GeoNames") })
    {
      all.append(word("report.geonames"))
    }
    return all
  }

  func place(_ id: String, _ entry: Entry) -> String {
    if let place = entry.network.findPlace(id) {
      return Names(network: entry.network, language: language).place(place)
    }
    return base.findPlace(id).map { Names(network: base, language: language).place($0) } ?? id
  }

  func way(_ way: LotDiversions.Way, _ entry: Entry) -> String {
    switch way {
    case .gateway(let id): place(id, entry)
    case .road: word("report.by_road")
    case .waiting: word("simcompare.way.waiting")
    case .absent: word("simcompare.way.absent")
    }
  }

  func name(_ key: SimulationFigure, _ entry: Entry) -> String {
    switch key.table {
    case .indicator: word(key.name)
    case .placeWait: word("simcompare.place_wait", place(key.name, entry))
    case .demand, .lane, .terminal, .service, .gateway:
      word("simcompare.row", word("simcompare.table.\(key.table.name)"), key.name, key.field)
    }
  }

  func unit(_ code: String) -> String {
    Messages.contains("sim.unit.\(code)") ? word("sim.unit.\(code)") : code
  }

  /// In words; what more or less means is left to the reader.
  func verdict(_ row: SimulationComparison.Row) -> String {
    switch row.side {
    case .base: return word("simcompare.only_base")
    case .scenario: return word("simcompare.only_scenario")
    case .both: break
    }
    guard row.difference.difference.n > 1 else { return word("simcompare.no_interval") }
    guard row.isSignificant else { return word("comparison.not_significant") }
    return word(row.difference.difference.mean > 0 ? "simcompare.more" : "simcompare.less")
  }

  /// What was done, and how to read it.
  func what(_ entry: Entry) -> [String] {
    let comparison = entry.comparison
    let query = comparison.base.query
    var lines = [
      word(
        "simcompare.what", String(comparison.replications), String(query.days),
        String(query.warmupDays), String(query.seed)),
      word("simcompare.family", String(comparison.familySize)),
    ]
    if comparison.replications < 2 {
      lines.append(word("simcompare.one_replication"))
    } else {
      let count = comparison.rows.count { $0.isHeadline && $0.isSignificant }
      lines.append(
        count == 0
          ? word("simcompare.none")
          : word("simcompare.some", String(count), String(comparison.familySize)))
      if let median = comparison.medianVarianceRatio {
        lines.append(word("simcompare.ratio", EstimateText.figure(median)))
      } else {
        lines.append(word("simcompare.no_ratio"))
      }
    }
    return lines
  }

  /// Backlog, peak and recovery in sentences; empty without a dated closure.
  func recovery(_ entry: Entry) -> [String] {
    guard let backlog = entry.comparison.backlog else { return [] }
    var lines = [
      word(
        "simcompare.backlog",
        backlog.places.map { place($0, entry) }.joined(separator: language == .zh ? "、" : ", "),
        String(backlog.closes), String(backlog.reopens)),
      word("simcompare.peak", EstimateText.both(backlog.peak)),
    ]
    let all = String(backlog.recoveries.count)
    if backlog.recovered == backlog.recoveries.count {
      lines.append(
        word(
          "simcompare.recovered", EstimateText.both(backlog.recoveryHours),
          EstimateText.both(EstimateText.scaled(backlog.recoveryHours, 1 / 24.0))))
    } else if backlog.recovered > 0 {
      lines.append(
        word(
          "simcompare.partly_recovered", String(backlog.recovered), all,
          EstimateText.figure(backlog.recoveryHours.mean)))
    } else {
      lines.append(word("simcompare.not_recovered", all))
    }
    if backlog.medianHours.value.isFinite { lines.append(median(backlog.medianHours)) }
    lines.append(word("simcompare.recovery_rule"))
    for row in published(entry) {
      lines.append(
        word(
          "simcompare.published", row.name, Self.range(row), row.unit,
          row.provenance.quality.rawValue, row.provenance.source))
    }
    return lines
  }

  /// "Half of the replications recover within 95 h …": with an interval where both ends are known.
  private func median(_ hours: QuantileInterval) -> String {
    let value = EstimateText.figure(hours.value)
    guard let lo = hours.lo, let hi = hours.hi else { return word("simcompare.median", value) }
    // An end that was not reached in the run is open.
    let end = hi.isFinite ? EstimateText.figure(hi) : "∞"
    return word("simcompare.median_interval", value, EstimateText.figure(lo), end)
  }

  /// What is reported of earlier recoveries: the network's parameters `wx.recovery…` and `wx.typhoon_queue`.
  func published(_ entry: Entry) -> [Parameter] {
    entry.network.parameters.filter {
      $0.id.hasPrefix("wx.recovery") || $0.id == "wx.typhoon_queue"
    }
  }

  private static func range(_ row: Parameter) -> String {
    if let low = row.low, let high = row.high {
      return "\(Numerals.short(low, 2))–\(Numerals.short(high, 2))"
    }
    return row.value.map { Numerals.short($0, 2) } ?? row.text
  }

  func diversionSentence(_ entry: Entry) -> String {
    let diversions = entry.comparison.diversions
    let moved = diversions.rows.filter(\.isDiversion)
    return word(
      "simcompare.diverted", Numerals.grouped(moved.reduce(0) { $0 + $1.lots }),
      Numerals.grouped(diversions.baseLots),
      EstimateText.figure(moved.reduce(0) { $0 + $1.teu }),
      EstimateText.both(diversions.latePercent))
  }
}
