// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import JSONText
import Quantities
import Stochastics

/// Members of what is grouped or summed by month.
extension SimulationReport {
  func group(_ row: SimulationResult.BottleneckGroup) -> Row {
    [
      .init("place", .string(network.places[row.place].id)),
      .init("cause", .string(row.cause.rawValue)), .init("kind", .string(row.cause.kind.rawValue)),
      .init("tonne_hours", EstimateText.json(row.tonneHours)),
      .init("share", EstimateText.json(row.share)),
      .init("parts", .integer(Int64(row.parts.count))),
      .init("sentence", .string(sentence(row))),
    ]
  }

  /// Amounts by month, in the order of the months named.
  func throughput(_ row: SimulationResult.ThroughputRow) -> Row {
    [
      .init("terminal", row.terminal.map { .string(network.places[$0].id) } ?? .null),
      .init("service", row.service.map { .string(network.services[$0].id) } ?? .null),
      .init("class", .string(row.cargoClass.rawValue)),
      .init("direction", .string(row.direction.rawValue)),
      .init("whose", .string(row.isOwn ? "own" : "others")), .init("unit", .string(row.unit)),
      .init("total", EstimateText.json(row.total)),
      .init(
        "by_month",
        .object(
          zip(result.throughputMonths, row.months).map {
            .init(Self.month($0), EstimateText.json($1))
          })),
    ]
  }
}
