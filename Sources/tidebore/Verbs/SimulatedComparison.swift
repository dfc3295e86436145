// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import NetworkIO
import Quantities
import Reporting
import Scenario

/// A base and its scenarios, simulated with one seed.
struct SimulatedComparison {
  /// The base first.
  let sources: [NetworkSource]
  let wish: SimulationOptions.Wish
  let session: Session
  let isQuiet: Bool

  /// - Returns: Scenarios in the order of the command line.
  func run(_ header: RunHeader) throws -> SimulationComparisonReport {
    let base = sources[0]
    let baseNetwork = base.read.network
    var wish = wish
    wish.query.keepsLots = true
    if wish.findsWarmup {
      wish.query.warmupDays =
        try SimulationSeries(
          network: baseNetwork, wish: wish, session: session, isQuiet: isQuiet
        ).findWarmup()
      wish.findsWarmup = false
    }
    // One run of the base serves all scenarios: what any of them closes is watched.
    var before = wish
    for source in sources.dropFirst() {
      before.query.hourlyResources.formUnion(
        BacklogRecovery.resources(
          of: baseNetwork, base: baseNetwork, scenario: source.read.network))
    }
    let baseOutcome = try SimulationSeries(
      network: baseNetwork, wish: before, session: session, isQuiet: isQuiet
    ).run()
    var entries: [SimulationComparisonReport.Entry] = []
    for source in sources.dropFirst() {
      let network = source.read.network
      var after = wish
      after.query.hourlyResources = BacklogRecovery.resources(
        of: network, base: baseNetwork, scenario: network)
      let result = try SimulationSeries(
        network: network, wish: after, session: session, isQuiet: isQuiet
      ).run().result
      entries.append(
        .init(
          name: source.name, titleEN: source.title.en, titleZH: source.title.zh, network: network,
          comparison: SimulationComparison(
            base: baseOutcome.result, scenario: result, baseNetwork: baseNetwork,
            scenarioNetwork: network,
            measuredFrom: baseOutcome.measuredFrom)))
    }
    return SimulationComparisonReport(
      base: baseNetwork, baseTitleEN: base.title.en, baseTitleZH: base.title.zh, entries: entries,
      language: session.fileLanguage, header: header)
  }
}
