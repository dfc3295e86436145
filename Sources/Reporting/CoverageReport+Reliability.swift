// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightSimulation
import JSONText
import Quantities

/// What a reliable circle says beside the timetable's.
extension CoverageReport {
  /// "P80 over 1456 samples …": how many, of which weeks, with what seed, with or without queues.
  func sampledStatistic(_ sampling: Sampling) -> String {
    let samples = result.cities.first?.reliability?.samples ?? 0
    let first = word(
      "report.reliable.statistic", String(query.percentile), String(samples),
      String(sampling.probes.weeks), date(query.week), String(sampling.probes.seed))
    guard let factor = sampling.probes.demandFactor else {
      return first + word("report.reliable.free")
    }
    return first + word("report.reliable.queues", Numerals.short(factor, 3))
  }

  /// A chance with its interval: `63.2 % (60.1–66.0 %)`.
  private func chance(_ reliability: Reliability) -> String {
    func percent(_ share: Double) -> String { Numerals.fixed(100 * share, 1) }
    return "\(percent(reliability.within)) % "
      + "(\(percent(reliability.lo))–\(percent(reliability.hi)) %)"
  }

  /// A line per tier: cities in, and the mean chance with its interval.
  func reliabilityText() -> String {
    guard result.sampling != nil else { return "" }
    var text = "\n" + word("report.reliable") + "\n"
    for row in result.tierReliability {
      guard let tier = result.tiers.first(where: { $0.tier == row.tier }) else { continue }
      text +=
        "  "
        + word(
          "report.reliable.tier", names.tier(row.tier, circle: query.circle),
          targetText(row.tier), String(tier.within), String(tier.of), chance(row.reliability),
          String(query.percentile)) + "\n"
    }
    return text
  }

  var reliabilityValue: JSONValue {
    guard let sampling = result.sampling else { return .null }
    let probes = sampling.probes
    return .object([
      .init("weeks", .integer(Int64(probes.weeks))),
      .init("seed", .string(String(probes.seed))),
      .init("queues", .bool(probes.demandFactor != nil)),
      .init("demand_factor", probes.demandFactor.map(JSONValue.number) ?? .null),
      .init(
        "tiers",
        .array(
          result.tierReliability.map { row in
            .object([
              .init("tier", .integer(Int64(row.tier))),
              .init("prob_within", rounded(row.reliability.within)),
              .init("prob_lo", rounded(row.reliability.lo)),
              .init("prob_hi", rounded(row.reliability.hi)),
              .init("samples", .integer(Int64(row.reliability.samples))),
            ])
          })),
    ])
  }

  private func rounded(_ share: Double) -> JSONValue {
    .number((share * 10_000).rounded() / 10_000)
  }
}
