// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightSimulation

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

  /// Options that are given beside `--replications`.
  var given: [String] {
    [
      ("--seed", seed), ("--days", days), ("--warmup", warmup), ("--demand-factor", demandFactor),
    ].filter { $0.1 != nil }.map(\.0)
  }

  /// Reads the texts; what is wrong with them is in `inputs`.
  func read(threads: Int, _ inputs: inout CommandInputs) -> SimulationOptions.Wish {
    var wish = SimulationOptions.Wish()
    wish.query.threads = threads
    func whole(_ text: String?, _ option: String, _ range: ClosedRange<Int>) -> Int? {
      text.flatMap { inputs.wholeNumber($0, option, in: range) }
    }
    wish.query.replications =
      whole(replications, "--replications", 1...1_000) ?? wish.query.replications
    wish.query.days = whole(days, "--days", 1...546) ?? wish.query.days
    if warmup == "auto" {
      wish.findsWarmup = true
    } else {
      wish.query.warmupDays = whole(warmup, "--warmup", 0...112) ?? wish.query.warmupDays
    }
    if let seed { wish.query.seed = SimulationOptions.readSeed(seed, &inputs) }
    if let demandFactor {
      let factor = inputs.positiveNumber(demandFactor, "--demand-factor", example: "1.5")
      if let factor, factor <= 100 {
        wish.query.demandFactor = factor
      } else if factor != nil {
        inputs.add("usage.most", "--demand-factor", demandFactor, "100")
      }
    }
    return wish
  }
}
