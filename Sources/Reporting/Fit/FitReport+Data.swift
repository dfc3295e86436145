// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import JSONText
import Stochastics

extension FitReport {
  /// Sample, laws with parameters, likelihood, criteria and distances; times in hours.
  public func json() -> [UInt8] {
    let members: [JSONValue.Member] = [
      .init("format", "tidebore.fit/1"),
      .init(
        "meta",
        .object(
          header.members + [
            .init("command", .string(header.command)),
            .init("language", .string(language.rawValue)),
          ])),
      .init("sample", sampleMember), .init("chosen", .string(chosen.family.rawValue)),
      .init("fits", .array(fits.map(member))),
      .init("skipped", .array(skipped.map { .string($0.rawValue) })),
    ]
    var bytes: [UInt8] = []
    JSONValue.object(members).write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  private var sampleMember: JSONValue {
    let deviation = sampleVariance(sample.values).squareRoot()
    return .object([
      .init("column", .string(column)), .init("n", .integer(Int64(sample.count))),
      .init("mean_h", EstimateText.json(sample.mean)),
      .init("deviation_h", EstimateText.json(deviation)),
      .init("least_h", EstimateText.json(sample.values[0])),
      .init("p5_h", EstimateText.json(sample.quantile(0.05))),
      .init("median_h", EstimateText.json(sample.quantile(0.5))),
      .init("p95_h", EstimateText.json(sample.quantile(0.95))),
      .init("most_h", EstimateText.json(sample.values[sample.count - 1])),
    ])
  }

  private func member(_ fit: DistributionFit) -> JSONValue {
    let intervals = fit.bootstrap?.intervals
    let parameters = fit.distribution.fittedParameters.enumerated().map { number, parameter in
      JSONValue.object([
        .init("name", .string(parameter.name)), .init("value", EstimateText.json(parameter.value)),
        .init("lo", intervals.map { EstimateText.json($0[number].lowerBound) } ?? .null),
        .init("hi", intervals.map { EstimateText.json($0[number].upperBound) } ?? .null),
      ])
    }
    func distance(_ value: Double, _ p: Double?) -> JSONValue {
      .object([
        .init("distance", EstimateText.json(value)),
        .init("p", p.map(EstimateText.json) ?? .null),
      ])
    }
    let law = fit.distribution
    return .object([
      .init("family", .string(fit.family.rawValue)), .init("parameters", .array(parameters)),
      .init("log_likelihood", EstimateText.json(fit.logLikelihood)),
      .init("aic", EstimateText.json(fit.aic)), .init("bic", EstimateText.json(fit.bic)),
      .init(
        "kolmogorov_smirnov",
        distance(fit.goodness.kolmogorovSmirnov, fit.bootstrap?.kolmogorovSmirnovP)),
      .init(
        "anderson_darling",
        distance(fit.goodness.andersonDarling, fit.bootstrap?.andersonDarlingP)),
      .init("bootstrap_samples", .integer(Int64(fit.bootstrap?.samples ?? 0))),
      .init("mean_h", EstimateText.json(law.mean)),
      .init("p5_h", EstimateText.json(law.quantile(0.05))),
      .init("median_h", EstimateText.json(law.quantile(0.5))),
      .init("p95_h", EstimateText.json(law.quantile(0.95))),
    ])
  }

  /// A row for each law; RFC 4180, UTF-8.
  ///
  /// - Parameter excel: With a byte order mark, and text that a spreadsheet would run made inert.
  /// - Returns: Parameters as `shape=2.41;scale_h=10.2`, times in hours.
  public func csv(excel: Bool = false) -> [UInt8] {
    var csv = CSVText(forExcel: excel)
    csv.add(
      [
        "family", "chosen", "parameters", "n", "log_likelihood", "aic", "bic", "ks", "ks_p", "ad",
        "ad_p", "mean_h", "p5_h", "median_h", "p95_h",
      ].map { Cell.text($0) })
    for fit in fits {
      let law = fit.distribution
      let parameters = law.fittedParameters.map {
        "\($0.name)=\(EstimateText.cell($0.value).plain)"
      }
      csv.add(
        [
          .text(fit.family.rawValue), .flag(fit.family == chosen.family),
          .text(parameters.joined(separator: ";")), .whole(fit.count),
        ]
          + [
            fit.logLikelihood, fit.aic, fit.bic, fit.goodness.kolmogorovSmirnov,
            fit.bootstrap?.kolmogorovSmirnovP ?? .nan, fit.goodness.andersonDarling,
            fit.bootstrap?.andersonDarlingP ?? .nan, law.mean, law.quantile(0.05),
            law.quantile(0.5), law.quantile(0.95),
          ].map(EstimateText.cell))
    }
    return csv.bytes
  }
}
