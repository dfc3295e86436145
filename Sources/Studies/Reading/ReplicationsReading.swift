// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import NetworkIO
import Scenario

/// How long and how often is simulated, as it was read.
struct ReplicationsReading: Sendable {
  var query = SimulationQuery()
  var findsWarmup = false
  /// Half width over mean of the main indicator until which replications are added.
  var halfWidth: Double?
  var mostReplications = 0
  /// Bottlenecks whose next server is tried.
  var servers = 0

  /// The hours by which lots are judged: as asked, else the set that a scenario asks.
  mutating func judge(by target: TargetRequest, ask: ScenarioAsk?) {
    query.circle = target.circle
    query.targetSet = target.targets ?? ask?["targets"]
  }
}

extension RequestReading {
  mutating func replications(_ run: ReplicationsRequest, threads: Int) -> ReplicationsReading {
    var asked = ReplicationsReading()
    asked.query.threads = threads
    asked.query.replications =
      whole(run.replications, "--replications", 1...1_000) ?? asked.query.replications
    asked.query.days = whole(run.days, "--days", 1...546) ?? asked.query.days
    if run.warmup == "auto" {
      asked.findsWarmup = true
    } else {
      asked.query.warmupDays = whole(run.warmup, "--warmup", 0...112) ?? asked.query.warmupDays
    }
    if let text = run.seed { asked.query.seed = seed(text) }
    if let text = run.demandFactor {
      asked.query.demandFactor = positiveNumber(text, "--demand-factor", example: "1.5") ?? 1
    }
    return asked
  }

  private mutating func whole(
    _ text: String?, _ option: String, _ range: ClosedRange<Int>
  ) -> Int? {
    text.flatMap { wholeNumber($0, option, in: range) }
  }

  /// What `simulate` alone is asked.
  mutating func extend(_ asked: inout ReplicationsReading, by request: SimulationRequest) {
    if let text = request.relativeHalfWidth {
      let width = positiveNumber(text, "--relative-half-width", example: "0.05")
      if let width, width >= 1 { add("usage.half_width", text) }
      asked.halfWidth = width
      asked.query.replications = max(2, asked.query.replications)
    } else if request.maxReplications != nil {
      add("usage.needs", "--max-replications", "--relative-half-width")
    }
    asked.mostReplications =
      whole(request.maxReplications, "--max-replications", 2...10_000)
      ?? max(50, asked.query.replications)
    asked.servers = whole(request.valueOfServer, "--value-of-server", 1...100) ?? 0
    if asked.servers > 0, asked.query.replications < 2 { add("usage.needs_replications") }
  }

  /// Servers on top of the table's, whose words are of the network.
  mutating func servers(_ texts: [String], of network: Network) -> [Int: Int] {
    var servers: [Int: Int] = [:]
    for text in texts {
      guard let sign = text.lastIndex(of: "=") else {
        add("usage.extra_servers", text)
        continue
      }
      guard
        let count = wholeNumber(
          String(text[text.index(after: sign)...]), "--extra-servers", in: 1...10_000)
      else { continue }
      let id = String(text[..<sign])
      if let row = network.resources.firstIndex(where: { $0.id == id }) {
        servers[row, default: 0] += count
      } else {
        let near = NearestName.of(id, in: network.resources.map(\.id)).map { [$0] } ?? []
        add("usage.unknown_resource", id, didYouMean(near))
      }
    }
    return servers
  }
}
