// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import Quantities
import Stochastics

/// Tables that a terminal, a page and Markdown show alike.
extension SimulationReport {
  /// Indicators but those that stand in the headline.
  var indicatorTable: ReportTable {
    var table = ReportTable(
      word("sim.table.indicators"),
      [
        (word("sim.col.indicator"), .left), (word("sim.col.value"), .right),
        (word("sim.col.unit"), .left),
      ])
    for row in result.indicators where !row.estimate.mean.isNaN {
      table.add([word(row.name), EstimateText.both(row.estimate), unit(row.unit)])
    }
    return table
  }

  func unit(_ code: String) -> String { term("sim.unit", code) }

  func sentence(_ row: SimulationResult.Bottleneck) -> String {
    word(
      "sim.bottleneck", name(of: row.owner), EstimateText.both(row.tonneHours),
      Numerals.percent(row.share))
  }

  /// "Beilun port, departures full: 12,300 tonne-hours a year, 4 % of all delay (capacity)".
  func sentence(_ row: SimulationResult.BottleneckGroup) -> String {
    word(
      "sim.bottleneck_group", word("sim.owner", names.place(row.place), cause(row.cause)),
      EstimateText.both(row.tonneHours), Numerals.percent(row.share),
      word("sim.kind.\(row.cause.kind.rawValue)"))
  }

  /// `2026-03`.
  static func month(_ month: Int) -> String {
    let number = month % 12 + 1
    return "\(month / 12)-\(number < 10 ? "0" : "")\(number)"
  }

  /// What is loaded and unloaded at each terminal by month, own cargo and others'; what has most own cargo first.
  var throughputTable: ReportTable {
    var table = ReportTable(
      word("sim.table.throughput"),
      [
        (word("sim.col.place"), .left), (word("sim.col.class"), .left),
        (word("sim.col.direction"), .left), (word("sim.col.whose"), .left),
        (word("sim.col.unit"), .left), (word("sim.col.total"), .right),
      ] + result.throughputMonths.map { (Self.month($0), .right) },
      note: word("sim.throughput_note"))
    let rows = result.throughput.filter { $0.terminal != nil }
    var own: [ID<Place>: Double] = [:]
    for row in rows where row.isOwn { own[row.terminal ?? ID(0), default: 0] += row.total.mean }
    func order(_ row: SimulationResult.ThroughputRow) -> (Double, Int) {
      let place = row.terminal ?? ID(0)
      return (-(own[place] ?? 0), place.index)
    }
    // Rows of one terminal keep their order.
    for (_, row) in rows.enumerated().sorted(by: {
      let (a, b) = (order($0.element), order($1.element))
      return (a.0, a.1, $0.offset) < (b.0, b.1, $1.offset)
    }) {
      table.add(
        [
          row.terminal.map(names.place) ?? "", cargoClass(row.cargoClass),
          word("sim.direction.\(row.direction.rawValue)"),
          word(row.isOwn ? "sim.whose.own" : "sim.whose.others"), unit(row.unit),
          EstimateText.both(row.total),
        ] + row.months.map(EstimateText.figure))
    }
    return table
  }

  var bottleneckTable: ReportTable {
    var table = ReportTable(
      word("sim.table.bottlenecks"),
      [
        (word("sim.col.place"), .left), (word("sim.col.cause"), .left),
        (word("sim.col.kind"), .left), (word("sim.col.what"), .left),
        (word("sim.col.tonne_hours"), .right),
        (word("sim.col.share"), .right),
      ])
    for group in result.bottleneckGroups {
      table.add([
        names.place(group.place), cause(group.cause),
        word("sim.kind.\(group.cause.kind.rawValue)"),
        word("sim.parts", String(group.parts.count)), EstimateText.both(group.tonneHours),
        Numerals.percent(group.share) + " %",
      ])
      guard group.parts.count > 1 else { continue }
      for row in group.parts.prefix(3) {
        table.add([
          "", "", "",
          row.owner.resource.map { network.resources[$0].id }
            ?? row.owner.service.map { service($0) } ?? "–",
          EstimateText.both(row.tonneHours), Numerals.percent(row.share) + " %",
        ])
      }
    }
    return table
  }

  var laneTable: ReportTable {
    var table = ReportTable(
      word("sim.table.lanes"),
      [
        (word("sim.col.class"), .left), (word("sim.col.destination"), .left),
        (word("sim.col.lots"), .right), (word("sim.col.not_delivered"), .right),
        ("P50", .right), ("P80", .right), ("P95", .right),
        (word("sim.col.tier"), .right), (word("sim.col.in_tier"), .right),
      ], note: word("sim.lanes_note"))
    let rows = result.lanes.sorted {
      ($0.cargoClass.order, -$0.ready, $0.destination.index)
        < ($1.cargoClass.order, -$1.ready, $1.destination.index)
    }
    for row in rows {
      table.add([
        cargoClass(row.cargoClass), names.place(row.destination), EstimateText.figure(row.ready),
        EstimateText.percent(row.notDelivered), EstimateText.both(row.p50),
        EstimateText.both(row.p80), EstimateText.both(row.p95),
        row.tierHours.map { Numerals.short($0, 1) } ?? "–",
        row.withinTier.map(EstimateText.percent) ?? "–",
      ])
    }
    return table
  }

  var gatewayTable: ReportTable {
    var table = ReportTable(
      word("sim.table.gateways"),
      [
        (word("sim.col.gateway"), .left), (word("sim.col.class"), .left),
        (word("sim.col.tonnes"), .right), (word("sim.col.share"), .right),
      ], note: word("sim.gateways_note"))
    for row in result.gateways {
      table.add([
        gateway(row.gateway), cargoClass(row.cargoClass), EstimateText.both(row.tonnesPerYear),
        Numerals.percent(row.tonnesPerYear.mean / total(of: row.cargoClass)) + " %",
      ])
    }
    return table
  }

  /// Tonnes of a class over all gateways.
  func total(of cargoClass: CargoClass) -> Double {
    max(
      .leastNonzeroMagnitude,
      result.gateways.filter { $0.cargoClass == cargoClass }.reduce(0) {
        $0 + $1.tonnesPerYear.mean
      })
  }

  var serviceTable: ReportTable {
    var table = ReportTable(
      word("sim.table.services"),
      [
        (word("sim.col.service"), .left), (word("sim.col.hold"), .left),
        (word("sim.col.load"), .right), (word("sim.col.own"), .right),
        (word("sim.col.departures"), .right), (word("sim.col.rollovers"), .right),
        (word("sim.col.late"), .right), (word("report.col.quality"), .left),
      ])
    for (row, hold) in fullServices {
      table.add([
        service(row.service), term("class", hold.name), EstimateText.percent(hold.loadFactor),
        EstimateText.percent(hold.ownShare), EstimateText.figure(row.departuresPerYear),
        EstimateText.both(row.rolloversPerYear), EstimateText.figure(row.latenessHours.mean),
        word("quality." + network.services[row.service].provenance.quality.rawValue),
      ])
    }
    return table
  }

  var stationTable: ReportTable {
    var table = ReportTable(
      word("sim.table.stations"),
      [
        (word("sim.col.place"), .left), (word("sim.col.resource"), .left),
        (word("sim.col.servers"), .right), (word("sim.col.utilisation"), .right),
        (word("sim.col.queue"), .right), (word("sim.col.most"), .right),
        (word("sim.col.wait"), .right), (word("sim.col.work"), .right),
        (word("sim.col.turned_away"), .right),
        (word("report.col.quality"), .left),
      ])
    for row in busyStations {
      let resource = network.resources[row.resource]
      table.add([
        names.place(resource.place), kind(row.resource),
        String(resource.servers + (query.extraServers[row.resource] ?? 0)),
        EstimateText.percent(row.utilisation), EstimateText.both(row.meanQueue),
        String(row.greatestQueue), EstimateText.both(row.meanWait), work(row),
        EstimateText.figure(row.turnedAwayPerYear),
        word("quality." + resource.provenance.quality.rawValue),
      ])
    }
    return table
  }

  /// Work done in a year with its unit; empty where places are held.
  private func work(_ row: SimulationResult.StationRow) -> String {
    let resource = network.resources[row.resource]
    guard !resource.kind.isPlaces else { return "" }
    let unit = resource.rateUnit.prefix { $0 != "/" }
    return EstimateText.figure(row.workPerYear.mean) + " " + word("sim.work.\(unit)")
  }

  struct DiversionRow {
    var from, to: ID<Place>?
    var tonnes: Double
  }

  /// Tonnes a year by gateway given up and gateway taken, largest first.
  var diversionRows: [DiversionRow] {
    struct Pair: Hashable { var from, to: ID<Place>? }
    var kilograms: [Pair: Int64] = [:]
    for run in result.replications {
      for diversion in run.diversions {
        kilograms[Pair(from: diversion.key.from, to: diversion.key.to), default: 0] +=
          diversion.kilograms
      }
    }
    let perYear = 364 / Double(query.days) / Double(max(1, result.replications.count)) / 1_000
    return kilograms.map {
      DiversionRow(from: $0.key.from, to: $0.key.to, tonnes: Double($0.value) * perYear)
    }.sorted {
      ($1.tonnes, $0.from?.index ?? -1, $0.to?.index ?? -1)
        < ($0.tonnes, $1.from?.index ?? -1, $1.to?.index ?? -1)
    }
  }

  var diversionTable: ReportTable {
    var table = ReportTable(
      word("sim.table.diversions"),
      [
        (word("sim.col.from"), .left), (word("sim.col.to"), .left),
        (word("sim.col.tonnes"), .right),
      ])
    for row in diversionRows {
      table.add([gateway(row.from), gateway(row.to), EstimateText.figure(row.tonnes)])
    }
    return table
  }

  var serverTable: ReportTable {
    var table = ReportTable(
      word("sim.table.servers"),
      [
        (word("sim.col.change"), .left), (word("sim.col.delay_change"), .right),
        (word("sim.col.variance_ratio"), .right), (word("sim.col.tier_change"), .right),
        (word("sim.col.verdict"), .left),
      ], note: word("sim.servers_note"))
    for row in serverValues {
      let verdict =
        row.delay.isSignificant || row.withinTier.isSignificant
        ? word(
          row.delay.difference.mean < 0 || row.withinTier.difference.mean > 0
            ? "sim.verdict.better" : "sim.verdict.worse")
        : word("comparison.not_significant")
      table.add([
        change(row.change), EstimateText.signedBoth(row.delay.difference),
        row.delay.varianceRatio.map { EstimateText.figure($0) } ?? "–",
        EstimateText.signedBoth(row.withinTier.difference), verdict,
      ])
    }
    return table
  }
}

extension CargoClass {
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
