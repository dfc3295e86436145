// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Studies

/// Which hours a city has.
struct TargetOptions: ParsableArguments {
  @Option(name: .long, help: help("circle", "123"))
  var circle: String?

  @Option(name: .long, help: help("targets", "strict|broad"))
  var targets: String?

  var request: TargetRequest {
    var request = TargetRequest()
    (request.circle, request.targets) = (circle, targets)
    return request
  }
}

/// The ready times that a statistic is over.
struct WeekOptions: ParsableArguments {
  @Option(name: .long, help: help("statistic", "p80"))
  var statistic: String?

  @Option(name: .long, help: help("week", "2026-W10"))
  var week: String?

  @Option(name: .long, help: help("ready", "pickup|all"))
  var ready: String?

  var request: WeekRequest {
    var request = WeekRequest()
    (request.statistic, request.week, request.ready) = (statistic, week, ready)
    return request
  }
}

/// What a circle is asked for: the question of `coverage`, `compare` and `improve`.
struct CircleOptions: ParsableArguments {
  @Option(name: .long, help: help("origin", "ID"))
  var origin: String?

  @OptionGroup var target: TargetOptions
  @OptionGroup var week: WeekOptions
  @OptionGroup var cargo: CargoOptions
  @OptionGroup var objective: ObjectiveOptions

  var request: CircleTerms {
    var request = CircleTerms()
    (request.origin, request.target, request.week) = (origin, target.request, week.request)
    (request.cargo, request.objective) = (cargo.request, objective.request)
    return request
  }
}
