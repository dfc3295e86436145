// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import Quantities
import Stochastics

extension SimulationReport {
  /// The simulation as text for a terminal.
  ///
  /// - Returns: Lines that end with a newline; a Chinese character takes two columns.
  public func table() -> String {
    var out = "\(TextWidth.printable(title))\n"
    func add(_ line: String) { out += "  \(TextWidth.printable(line))\n" }
    for line in headline { add(line) }
    out += "\n\(word("sim.worst"))\n"
    for (number, row) in result.bottleneckGroups.prefix(10).enumerated() {
      add("\(number + 1). \(sentence(row))")
    }
    let more: (String) -> String = { word("comparison.more", $0) }
    for table in [laneTable.first(16, more), gatewayTable.first(10, more)]
      + [throughputTable, serviceTable, stationTable, diversionTable, serverTable].map({
        $0.first(10, more)
      })
    where !table.isEmpty {
      out += table.text()
    }
    out += "\n"
    for line in checks { add(line) }
    for notice in notices + [headerText.line] { add(notice) }
    return out
  }

  /// The same briefly as GitHub-flavoured Markdown.
  public func markdown() -> String {
    var out = "# \(MarkdownText.escaped(title))\n\n"
    for line in headline { out += "- \(MarkdownText.escaped(line))\n" }
    out += "\n## \(MarkdownText.escaped(word("sim.worst")))\n\n"
    for (number, row) in result.bottleneckGroups.prefix(10).enumerated() {
      out += "\(number + 1). \(MarkdownText.escaped(sentence(row)))\n"
    }
    out += "\n"
    for table in [
      indicatorTable, laneTable, gatewayTable, throughputTable, serviceTable, stationTable,
      diversionTable, serverTable,
    ] where !table.isEmpty {
      out += table.first(20) { word("comparison.more", $0) }.markdown()
    }
    for line in checks + notices + [headerText.line] { out += "\(MarkdownText.escaped(line))\n\n" }
    return out
  }

  /// What was simulated, and the main figures.
  var headline: [String] {
    var lines = [
      word(
        "sim.what", Numerals.grouped(Int(demandTonnes.rounded())),
        String(network.demands.count), String(result.replications.count), String(query.days),
        String(query.warmupDays))
    ]
    if query.demandFactor != 1 {
      lines.append(word("sim.factor", Numerals.short(query.demandFactor, 3)))
    }
    for (row, count) in query.extraServers.sorted(by: { $0.key < $1.key }) {
      lines.append(word("sim.extra", String(count), station(row)))
    }
    lines += warnings
    for name in [
      "sim.not_delivered", "sim.no_way", "sim.left_behind", "sim.within_tier_parcel",
      "sim.within_tier_air", "sim.delay", "sim.queue_delay",
      "sim.rollovers", "sim.cost", "sim.co2e",
    ] {
      guard let row = result.indicators.first(where: { $0.name == name }),
        row.estimate.mean.isFinite
      else { continue }
      lines.append(
        word("sim.figure", word(name), EstimateText.both(row.estimate), unit(row.unit)))
    }
    if let stopping {
      lines.append(
        word(
          stopping.isReached ? "sim.stopped" : "sim.not_stopped",
          String(result.replications.count), Numerals.short(stopping.target * 100, 2),
          Numerals.short(min(stopping.reached, 9.99) * 100, 2)))
    }
    return lines
  }

  /// What makes the figures say less than they seem to.
  var warnings: [String] {
    guard result.isTooShort else { return [] }
    return [
      word(
        "sim.too_short", String(query.days),
        EstimateText.figure(Double(result.longestWaySeconds) / Double(secondsPerDay)),
        String(result.daysNeeded))
    ]
  }

  /// Conservation, Little's law, warm-up, and what the figures rest on.
  var checks: [String] {
    let counts = result.conservation
    var lines = [
      word(
        counts.holds ? "sim.conserved" : "sim.not_conserved", Numerals.grouped(counts.generated),
        Numerals.grouped(counts.delivered), Numerals.grouped(counts.inSystem)),
      word(result.littleHolds ? "sim.little" : "sim.not_little"), warmupSentence,
      word(
        "sim.assumed", String(assumedResources), String(network.resources.count),
        Numerals.percent(
          Double(assumedResources) / Double(max(1, network.resources.count)))),
      word("sim.queues_included"),
    ]
    if result.replications.count < 2 { lines.append(word("sim.one_replication")) }
    let stranded = result.replications.reduce(0) { $0 + $1.withoutWay }
    if stranded > 0 { lines.append(word("sim.without_way", Numerals.grouped(stranded))) }
    let waiting = result.remaining.reduce(0) { $0 + $1.lots }
    if let most = result.remaining.first, waiting * 10 > counts.generated {
      lines.append(
        word(
          "sim.still_waiting", Numerals.grouped(waiting), Numerals.grouped(most.lots),
          name(of: most.owner)))
    }
    return lines + faults
  }

  private var warmupSentence: String {
    guard let days = warmup.mserDays else {
      return word("sim.warmup_unknown", String(warmup.usedDays))
    }
    let drift = warmup.drift.map { EstimateText.signedBoth(EstimateText.scaled($0, 100)) } ?? "–"
    return word(
      warmup.isEnough ? "sim.warmup_enough" : "sim.warmup_short", String(warmup.usedDays),
      String(days), drift)
  }
}
