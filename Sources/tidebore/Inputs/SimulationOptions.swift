// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Studies

/// How long and how often is simulated, of `simulate` and `compare`.
struct RunOptions: ParsableArguments {
  @Option(name: .long, help: help("simulate.replications", "N"))
  var replications: String?

  @Option(name: .long, help: help("simulate.seed", "S"))
  var seed: String?

  @Option(name: .long, help: help("simulate.days", "D"))
  var days: String?

  @Option(name: .long, help: help("simulate.warmup", "auto|D"))
  var warmup: String?

  @Option(name: .customLong("demand-factor"), help: help("simulate.demand_factor", "F"))
  var demandFactor: String?

  var request: ReplicationsRequest {
    var request = ReplicationsRequest()
    (request.replications, request.seed, request.days) = (replications, seed, days)
    (request.warmup, request.demandFactor) = (warmup, demandFactor)
    return request
  }
}

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

  var request: SampleRequest {
    var request = SampleRequest()
    (request.samples, request.queues) = (samples, queues)
    (request.demandFactor, request.seed) = (demandFactor, seed)
    return request
  }
}
