// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Coverage
import Quantities

/// The ready times that a statistic is over.
struct WeekOptions: ParsableArguments {
  @Option(name: .long, help: help("statistic", "p80"))
  var statistic: String = "p80"

  @Option(name: .long, help: help("week", "2026-W10"))
  var week: String?

  @Option(name: .long, help: help("ready", "pickup|all"))
  var ready: String = "pickup"

  struct Week {
    var percentile: Int
    /// Nil is the network's reference week.
    var monday: CivilDate?
    var ready: CoverageQuery.ReadyTimes
  }

  func read(_ inputs: inout CommandInputs) -> Week {
    let percentile = percentile(statistic)
    if percentile == nil { inputs.add("usage.statistic", statistic) }
    let monday = week.flatMap(monday(ofWeek:))
    if let week, monday == nil { inputs.add("usage.week", week) }
    let ready = CoverageQuery.ReadyTimes(rawValue: ready)
    if ready == nil { inputs.add("usage.choice", "--ready", self.ready, "pickup, all") }
    return Week(percentile: percentile ?? 80, monday: monday, ready: ready ?? .pickup)
  }
}
