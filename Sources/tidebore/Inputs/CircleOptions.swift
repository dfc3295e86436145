// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Coverage
import FreightModel
import FreightRouting
import Quantities
import Scenario

/// What a circle is asked for: the question of `coverage` and `compare`.
struct CircleOptions: ParsableArguments {
  @Option(name: .long, help: help("origin", "ID"))
  var origin: String?

  @Option(name: .long, help: help("circle", "123"))
  var circle: String?

  @Option(name: .long, help: help("targets", "strict|broad"))
  var targets: String?

  @OptionGroup var week: WeekOptions
  @OptionGroup var cargo: CargoOptions
  @OptionGroup var objective: ObjectiveOptions
  @OptionGroup var computing: ComputingOptions

  /// The question with what a scenario asks where the command line is silent.
  func filled(from ask: ScenarioAsk?) -> CircleOptions {
    guard let ask else { return self }
    var filled = self
    filled.origin = origin ?? ask["origin"]
    filled.circle = circle ?? ask["circle"]
    filled.targets = targets ?? ask["targets"]
    filled.week.week = week.week ?? ask["week"]
    filled.objective.objective = objective.objective ?? ask["objective"]
    filled.cargo.exportMode = cargo.exportMode ?? ask["export_mode"]
    filled.cargo.horizon = cargo.horizon ?? ask["horizon"]
    // A size is of the class that it is given with.
    if cargo.cargoClass == nil {
      filled.cargo.cargoClass = ask["class"]
      filled.cargo.mass = cargo.mass ?? ask["mass"]
      filled.cargo.teu = cargo.teu ?? ask["teu"]
    }
    return filled
  }

  /// What is read before any network is.
  struct Wish {
    var consignment: Consignment
    var options: RoutingOptions
    var objective: ObjectiveWish
    var week: WeekOptions.Week
    var threads: Int
    var origin: String?
  }

  /// Reads the texts; what is wrong with them is in `inputs`.
  func read(_ inputs: inout CommandInputs) -> Wish {
    let objective = objective.read(cargo, &inputs)
    return Wish(
      consignment: cargo.readConsignment(&inputs), options: cargo.readOptions(&inputs),
      objective: objective, week: week.read(&inputs), threads: computing.read(&inputs),
      origin: inputs.required(origin, "--origin", example: "HZ-XS"))
  }

  /// The question put to one network; ids that it lacks are in `inputs`.
  func query(
    _ wish: Wish, in network: Network, folder: String, _ inputs: inout CommandInputs
  ) -> CoverageQuery? {
    let place = inputs.place(wish.origin, "--origin", in: network, folder: folder)
    let usual = wish.consignment.cargoClass == .fcl ? "fcl" : "123"
    let circle = circle ?? (network.tiers.contains { $0.circle == usual } ? usual : "123")
    let targets = targets ?? "strict"
    inputs.known(circle, "--circle", among: Set(network.tiers.map(\.circle)).sorted())
    inputs.known(targets, "--targets", among: Set(network.targets.map(\.set)).sorted())
    inputs.checkWithout(wish.options.without, in: network)
    guard let place else { return nil }
    return CoverageQuery(
      origin: place, circle: circle, targetSet: targets, consignment: wish.consignment,
      options: wish.options, week: wish.week.monday ?? network.header.referenceWeek,
      ready: wish.week.ready, percentile: wish.week.percentile, threads: wish.threads,
      objective: wish.objective.objective(for: wish.consignment, in: network))
  }
}
