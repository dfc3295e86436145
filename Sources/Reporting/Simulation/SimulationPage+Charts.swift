// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import Quantities
import Stochastics

extension SimulationPage {
  func bottlenecks(_ svg: inout SVGText) {
    let rows = report.result.bottlenecks.prefix(16)
    var seen: [DelayCause] = []
    for row in rows where !seen.contains(row.owner.cause) { seen.append(row.owner.cause) }
    legend(seen.map { (report.cause($0), CauseColour.of($0.rawValue)) }, &svg)
    chart(
      BarChart(
        title: report.word("sim.table.bottlenecks"),
        rows: rows.map { row in
          .init(
            label: report.chartName(of: row.owner),
            segments: [
              .init(value: row.tonneHours.mean, colour: CauseColour.of(row.owner.cause.rawValue))
            ], interval: interval(row.tonneHours),
            figure: "\(EstimateText.figure(row.tonneHours.mean)) · \(Numerals.percent(row.share)) %"
          )
        }, prefix: "bottleneck", labelWidth: 500, figureWidth: 150), &svg)
    paragraph(report.word("sim.col.tonne_hours"), "quiet", &svg)
    table(report.bottleneckTable.first(20) { report.word("comparison.more", $0) }, &svg)
  }

  private func interval(_ estimate: Estimate) -> ClosedRange<Double>? {
    BarChart.interval(estimate.lo, estimate.hi, n: estimate.n)
  }

  func stations(_ svg: inout SVGText) {
    paragraph(report.word("sim.page.stations_note"), "quiet", &svg)
    chart(
      BarChart(
        title: report.word("sim.page.stations"),
        rows: report.busyStations.prefix(24).map { row in
          let share = EstimateText.scaled(row.utilisation, 100)
          return .init(
            label: report.chartStation(row.resource),
            segments: [.init(value: share.mean, colour: Self.heat(row.utilisation.mean))],
            interval: interval(share), figure: "\(EstimateText.figure(share.mean)) %",
            isAssumed: isAssumed(row.resource))
        }, end: 100, prefix: "station", labelWidth: 440, figureWidth: 90,
        assumedMark: report.word("sim.page.assumed_mark")), &svg)
  }

  private func isAssumed(_ resource: Int) -> Bool {
    report.network.resources[resource].provenance.quality == .assumed
  }

  /// Blue where there is room, orange where queues begin, red where it is full.
  private static func heat(_ utilisation: Double) -> String {
    utilisation >= 0.9 ? "#b3261e" : utilisation >= 0.75 ? "#d9730d" : "#3d7bb4"
  }

  func heat(_ svg: inout SVGText) {
    paragraph(report.word("sim.page.heat_note"), "quiet", &svg)
    let rows = report.result.stations.filter { ($0.queueByHour.max() ?? 0) >= 0.01 }
      .sorted {
        ($1.queueByHour.max() ?? 0, $0.resource) < ($0.queueByHour.max() ?? 0, $1.resource)
      }.prefix(28)
    guard !rows.isEmpty else { return paragraph(report.word("sim.page.none"), "quiet", &svg) }
    svg.begin("div", ["class": "wide"])
    svg.append(
      HeatMap(
        title: report.word("sim.page.heat"),
        rows: rows.map {
          .init(
            label: report.chartStation($0.resource), values: $0.queueByHour,
            isAssumed: isAssumed($0.resource))
        }, days: (0..<7).map { report.word("sim.day.\($0)") }
      ).svg())
    svg.end()
  }

  func services(_ svg: inout SVGText) {
    let colours = (lots: "#0b4f9e", others: "#94a9ba", free: "#e8edf1")
    legend(
      [
        (report.word("sim.page.load.lots"), colours.lots),
        (report.word("sim.page.load.others"), colours.others),
        (report.word("sim.page.load.free"), colours.free),
      ], &svg)
    chart(
      BarChart(
        title: report.word("sim.page.services"),
        rows: report.fullServices.prefix(24).map { row, hold in
          let (load, own) = (hold.loadFactor.mean * 100, hold.ownShare.mean * 100)
          return .init(
            label: report.service(row.service), detail: report.term("class", hold.name),
            segments: [
              .init(value: own, colour: colours.lots),
              .init(value: max(0, load - own), colour: colours.others),
              .init(value: max(0, 100 - load), colour: colours.free, isFree: true),
            ], interval: interval(EstimateText.scaled(hold.loadFactor, 100)),
            figure: "\(EstimateText.figure(load)) %",
            isAssumed: report.network.services[row.service].provenance.quality == .assumed)
        }, end: 100, prefix: "service", labelWidth: 330, figureWidth: 90,
        assumedMark: report.word("sim.page.assumed_mark")), &svg)
    let rolled = report.result.services.filter { $0.rolloversPerYear.mean > 0 }.sorted {
      ($1.rolloversPerYear.mean, $0.service.index) < ($0.rolloversPerYear.mean, $1.service.index)
    }.prefix(12)
    svg.element("h3", [:], text: report.word("sim.page.rollovers"))
    chart(
      BarChart(
        title: report.word("sim.page.rollovers"),
        rows: rolled.map { row in
          .init(
            label: report.service(row.service),
            segments: [.init(value: row.rolloversPerYear.mean, colour: CauseColour.of("rollover"))],
            interval: interval(row.rolloversPerYear),
            figure: EstimateText.figure(row.rolloversPerYear.mean))
        }, prefix: "rollover", labelWidth: 330, figureWidth: 120), &svg)
  }

  func gateways(_ svg: inout SVGText) {
    chart(
      BarChart(
        title: report.word("sim.page.gateways"),
        rows: report.result.gateways.prefix(20).map { row in
          .init(
            label: row.gateway.map(report.names.mapName) ?? report.gateway(nil),
            detail: report.cargoClass(row.cargoClass),
            segments: [
              .init(value: row.tonnesPerYear.mean, colour: Self.colour(row.cargoClass))
            ], interval: interval(row.tonnesPerYear),
            figure:
              "\(EstimateText.figure(row.tonnesPerYear.mean)) · "
              + "\(Numerals.percent(row.tonnesPerYear.mean / report.total(of: row.cargoClass))) %")
        }, prefix: "gateway", labelWidth: 440, figureWidth: 150), &svg)
    paragraph(report.word("sim.gateways_note"), "quiet", &svg)
    table(report.diversionTable.first(20) { report.word("comparison.more", $0) }, &svg)
  }

  private static func colour(_ cargoClass: CargoClass) -> String {
    switch cargoClass {
    case .parcel: "#0b4f9e"
    case .air: "#5b93c9"
    case .lcl: "#2a8f6d"
    case .fcl: "#0d5c46"
    }
  }

  /// Berths and stands, where a closure's backlog and its recovery show; others where there are none.
  func series(_ svg: inout SVGText) {
    paragraph(report.word("sim.page.series_note"), "quiet", &svg)
    let runs = report.result.replications
    func most(_ row: Int) -> Int32 { runs.compactMap { $0.series[row]?.max() }.max() ?? 0 }
    let rows = Set(runs.flatMap(\.series.keys)).filter { most($0) > 0 }
    let kinds: Set<ResourceKind> = [.berth, .stand]
    let quays = rows.filter { kinds.contains(report.network.resources[$0].kind) }
    let shown = (quays.isEmpty ? rows : quays).sorted { (most($1), $0) < (most($0), $1) }.prefix(12)
    guard !shown.isEmpty else { return paragraph(report.word("sim.page.none"), "quiet", &svg) }
    svg.begin("div", ["class": "multiples"])
    for row in shown {
      svg.append(
        BacklogChart(
          title: report.chartStation(row), series: runs.map { $0.series[row] ?? [] },
          stepsPerDay: Int(24 * 3_600 / ReplicationResult.seriesSeconds),
          most: { report.word("sim.page.most", Numerals.grouped($0)) },
          days: { report.word("sim.page.days", String($0)) }
        ).svg())
    }
    svg.end()
  }
}
