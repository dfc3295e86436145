// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Coverage
import FreightModel
import FreightSimulation

/// How a reliable circle is sampled.
struct SampleOptions: ParsableArguments {
  @Option(name: .long, help: help("samples", "N"))
  var samples: String?

  @Flag(name: .long, help: help("samples.queues"))
  var queues = false

  @Option(name: .customLong("demand-factor"), help: help("samples.demand_factor", "F"))
  var demandFactor: String?

  @Option(name: .long, help: help("samples.seed", "S"))
  var seed: String?

  /// Nil where the timetable's circle is asked for.
  func read(_ inputs: inout CommandInputs) -> Sampling? {
    if samples == nil {
      if queues { inputs.add("usage.needs", "--queues", "--samples") }
      if seed != nil { inputs.add("usage.needs", "--seed", "--samples") }
    }
    if demandFactor != nil, !queues { inputs.add("usage.needs", "--demand-factor", "--queues") }
    var factor = 1.0
    if let demandFactor {
      factor = inputs.positiveNumber(demandFactor, "--demand-factor", example: "2") ?? 1
      if factor > 100 { inputs.add("usage.most", "--demand-factor", demandFactor, "100") }
    }
    let seed = seed.map { SimulationOptions.readSeed($0, &inputs) } ?? 1
    guard let samples, let weeks = inputs.wholeNumber(samples, "--samples", in: 1...520) else {
      return nil
    }
    return Sampling(
      ProbeQuery(
        weeks: weeks, seed: seed, demandFactor: queues ? factor : nil))
  }

  /// What a sample does not know yet.
  func refuse(change: Bool, points: Bool, _ inputs: inout CommandInputs) {
    guard samples != nil else { return }
    if change { inputs.add("usage.not_with", "--samples", "--change") }
    if points { inputs.add("usage.not_with", "--samples", "--points") }
  }
}
