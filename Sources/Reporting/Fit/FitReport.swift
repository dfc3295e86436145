// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
public import Stochastics

/// Laws that were fitted to observed times, compared, ready to be written in any format.
public struct FitReport: Sendable {
  public let sample: ObservedSample
  /// In ascending order of Schwarz's criterion.
  public let fits: [DistributionFit]
  /// The law that was asked for, or the one with the least criterion.
  public let chosen: DistributionFit
  /// Families for which the observations are too few.
  public let skipped: [FitFamily]
  /// Name of the column.
  public let column: String
  public let language: Language
  public let header: RunHeader

  /// - Parameters:
  ///   - sample: What was observed, in hours.
  ///   - fits: At least one.
  ///   - family: The law to choose; nil takes the least criterion.
  ///   - column: Name of the column.
  ///   - language: Of every sentence.
  ///   - header: What made it.
  public init(
    _ sample: ObservedSample, fits: [DistributionFit], choosing family: FitFamily?,
    column: String, language: Language, header: RunHeader
  ) {
    precondition(!fits.isEmpty, "at least one fit")
    self.sample = sample
    self.fits = fits.sorted { $0.bic < $1.bic }
    chosen = self.fits.first { $0.family == family } ?? self.fits[0]
    skipped = FitFamily.allCases.filter { family in !fits.contains { $0.family == family } }
    self.column = column
    self.language = language
    self.header = header
  }

  /// The same in another language.
  public func speaking(_ language: Language) -> FitReport {
    FitReport(
      sample, fits: fits, choosing: chosen.family, column: column, language: language,
      header: header)
  }

  func word(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }

  func name(_ family: FitFamily) -> String { word("fit.family.\(family.rawValue)") }

  var title: String {
    word(
      "fit.title", column, String(sample.count), hours(sample.mean),
      hours(sample.quantile(0.5)), hours(sample.quantile(0.95)))
  }

  func hours(_ value: Double) -> String { EstimateText.figure(value) }

  /// `shape 2.41 (2.1–2.8), scale_h 10.2 (8.8–11.5)`.
  func parameters(_ fit: DistributionFit, withIntervals: Bool) -> String {
    fit.distribution.fittedParameters.enumerated().map { number, parameter in
      let isWhole = parameter.name == "stages"
      let value =
        "\(parameter.name) \(isWhole ? Numerals.fixed(parameter.value, 0) : hours(parameter.value))"
      guard withIntervals, let interval = fit.bootstrap?.intervals[number] else { return value }
      return "\(value) (\(hours(interval.lowerBound))–\(hours(interval.upperBound)))"
    }.joined(separator: ", ")
  }

  /// What was chosen and why, whether it goes with the sample, and what was left out.
  var sentences: [String] {
    var lines = [
      word(
        chosen == fits[0] ? "fit.chosen_best" : "fit.chosen_asked", name(chosen.family),
        parameters(chosen, withIntervals: true), Numerals.fixed(chosen.bic - fits[0].bic, 1),
        name(fits[0].family))
    ]
    if let bootstrap = chosen.bootstrap {
      let p = bootstrap.andersonDarlingP
      lines.append(
        word(
          p <= 0.05 ? "fit.refused" : "fit.kept", Numerals.short(p, 3),
          String(bootstrap.samples)))
    } else {
      lines.append(word("fit.no_bootstrap"))
    }
    if !skipped.isEmpty {
      lines.append(word("fit.skipped", skipped.map(name).joined(separator: ", ")))
    }
    return lines
  }

  var comparison: ReportTable {
    var table = ReportTable(
      word("fit.comparison"),
      [
        (word("fit.law"), .left), (word("fit.parameters"), .left), ("ln L", .right),
        ("AIC", .right), ("BIC", .right), ("KS", .right), ("p", .right), ("AD", .right),
        ("p", .right), (word("fit.median"), .right), ("P95", .right),
      ], note: word("fit.note"))
    for fit in fits {
      let p = fit.bootstrap
      table.add([
        (fit.family == chosen.family ? "* " : "  ") + name(fit.family),
        parameters(fit, withIntervals: false), Numerals.fixed(fit.logLikelihood, 1),
        Numerals.fixed(fit.aic, 1), Numerals.fixed(fit.bic, 1),
        Numerals.fixed(fit.goodness.kolmogorovSmirnov, 4),
        p.map { Numerals.short($0.kolmogorovSmirnovP, 3) } ?? "–",
        Numerals.fixed(fit.goodness.andersonDarling, 3),
        p.map { Numerals.short($0.andersonDarlingP, 3) } ?? "–",
        hours(fit.distribution.quantile(0.5)), hours(fit.distribution.quantile(0.95)),
      ])
    }
    return table
  }

  /// For a terminal: lines that end with a newline.
  public func table() -> String {
    var out = "\(TextWidth.printable(title))\n" + comparison.text() + "\n"
    for line in sentences + [madeBy] { out += "  \(TextWidth.printable(line))\n" }
    return out
  }

  /// GitHub-flavoured Markdown.
  public func markdown() -> String {
    var out = "# \(MarkdownText.escaped(title))\n\n" + comparison.markdown()
    for line in sentences + [madeBy] { out += "\(MarkdownText.escaped(line))\n\n" }
    return out
  }

  private var madeBy: String {
    word(
      "fit.made_by", header.toolVersion, header.inputs.map(\.path).joined(separator: ", "),
      header.seed.map(String.init) ?? "–")
  }
}
