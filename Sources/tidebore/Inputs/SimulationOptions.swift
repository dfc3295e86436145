// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import FreightSimulation
import NetworkIO

/// How long and how often a network is simulated, and with what changed.
struct SimulationOptions: ParsableArguments {
  @OptionGroup var run: RunOptions

  @Option(name: .customLong("extra-servers"), help: help("simulate.extra_servers", "RESOURCE=N"))
  var extraServers: [String] = []

  @Option(name: .customLong("relative-half-width"), help: help("simulate.half_width", "0.05"))
  var relativeHalfWidth: String?

  @Option(name: .customLong("max-replications"), help: help("simulate.max_replications", "N"))
  var maxReplications: String?

  @Option(name: .customLong("value-of-server"), help: help("simulate.value_of_server", "N"))
  var valueOfServer: String?

  /// What the command line asks for beside the query.
  struct Wish {
    var query = SimulationQuery()
    var findsWarmup = false
    /// Half width over mean of the main indicator until which replications are added.
    var halfWidth: Double?
    var mostReplications = 0
    /// Bottlenecks whose next server is tried.
    var servers = 0
  }

  /// Reads what needs no network.
  func read(threads: Int, _ inputs: inout CommandInputs) -> Wish {
    var wish = run.read(threads: threads, &inputs)
    func whole(_ text: String?, _ option: String, _ range: ClosedRange<Int>) -> Int? {
      text.flatMap { inputs.wholeNumber($0, option, in: range) }
    }
    if let relativeHalfWidth {
      let width = inputs.positiveNumber(
        relativeHalfWidth, "--relative-half-width", example: "0.05")
      if let width, width >= 1 {
        inputs.add("usage.half_width", relativeHalfWidth)
      }
      wish.halfWidth = width
      wish.query.replications = max(2, wish.query.replications)
    } else if maxReplications != nil {
      inputs.add("usage.needs", "--max-replications", "--relative-half-width")
    }
    wish.mostReplications =
      whole(maxReplications, "--max-replications", 2...10_000)
      ?? max(50, wish.query.replications)
    wish.servers = whole(valueOfServer, "--value-of-server", 1...100) ?? 0
    if wish.servers > 0, wish.query.replications < 2 {
      inputs.add("usage.needs_replications")
    }
    return wish
  }

  /// Reads `--extra-servers`, whose words are of the network.
  func readServers(
    of network: Network, _ inputs: inout CommandInputs
  ) -> [Int: Int] {
    var servers: [Int: Int] = [:]
    for text in extraServers {
      guard let sign = text.lastIndex(of: "="),
        let count = inputs.wholeNumber(
          String(text[text.index(after: sign)...]), "--extra-servers", in: 1...10_000)
      else {
        if text.lastIndex(of: "=") == nil { inputs.add("usage.extra_servers", text) }
        continue
      }
      let id = String(text[..<sign])
      if let row = network.resources.firstIndex(where: { $0.id == id }) {
        servers[row, default: 0] += count
      } else {
        let near = NearestName.of(id, in: network.resources.map(\.id)).map { [$0] } ?? []
        inputs.add("usage.unknown_resource", id, inputs.didYouMean(near))
      }
    }
    return servers
  }

  /// A seed of any verb; 1 after a fault.
  static func readSeed(_ text: String, _ inputs: inout CommandInputs) -> UInt64 {
    let isWhole = text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    if isWhole, let number = UInt64(text) { return number }
    inputs.add("usage.seed", text, String(UInt64.max))
    return 1
  }
}
