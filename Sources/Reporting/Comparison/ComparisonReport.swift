// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
import Coverage
import FreightModel
public import Quantities
public import Scenario

/// A comparison ready to be written in any format; all of them say the same.
public struct ComparisonReport: Sendable {
  public let comparison: Comparison
  let base: CoverageReport
  /// One for each scenario, in their order.
  let sides: [ComparedScenario]

  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone of a network.
  public init(
    _ comparison: Comparison, language: Language, header: RunHeader
  ) throws(TimeZoneFault) {
    var reports: [CoverageReport] = []
    for answer in [comparison.base] + comparison.scenarios.map(\.answer) {
      reports.append(
        try CoverageReport(
          result: answer.circle, network: answer.network, language: language, header: header))
    }
    self.init(comparison, reports: reports)
  }

  /// From the reports of the base's circle, then of each scenario's.
  init(_ comparison: Comparison, reports: [CoverageReport]) {
    self.comparison = comparison
    base = reports[0]
    sides = comparison.scenarios.indices.map {
      ComparedScenario(comparison, number: $0, report: reports[$0 + 1])
    }
  }

  private init(_ comparison: Comparison, base: CoverageReport, sides: [ComparedScenario]) {
    self.comparison = comparison
    self.base = base
    self.sides = sides
  }

  /// The same report in another language.
  public func speaking(_ language: Language) -> ComparisonReport {
    ComparisonReport(
      comparison, base: base.speaking(language), sides: sides.map { $0.speaking(language) })
  }

  public var language: Language { base.language }
  public var header: RunHeader { base.header }
  var percentile: Int { base.query.percentile }

  func word(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }

  func text(_ both: LocalizedText) -> String { both.text(in: language) }

  /// Title of an answer, its name where it has none.
  func title(of answer: NetworkAnswer) -> String {
    let title = text(answer.title)
    return title.isEmpty ? answer.name : title
  }

  func title(of side: ComparedScenario) -> String { title(of: side.scenario.answer) }

  /// Title of the whole: the scenarios' names.
  var title: String {
    word("comparison.title", sides.map { title(of: $0) }.joined(separator: word("comparison.list")))
  }

  /// Who is asked what: origin, cargo, statistic.
  var subject: String {
    word("comparison.and", base.title, word("comparison.and", base.cargo, base.statistic))
  }

  /// Credits of all the networks, each once.
  var notices: [String] {
    ([base] + sides.map(\.report)).flatMap(\.notices).reduce(into: []) { all, notice in
      if !all.contains(notice) { all.append(notice) }
    }
  }

  /// A place's name by its id, whichever network has it.
  func placeName(_ id: String) -> String {
    for report in [base] + sides.map(\.report) {
      if let place = report.network.findPlace(id) { return report.names.place(place) }
    }
    return id
  }
}
