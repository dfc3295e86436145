// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// The benchmarks' command line: `RoutingBench [--json] SUBCOMMAND …`.
@main
struct RoutingBench {
  static let usage = """
    usage: bench/run [--json] SUBCOMMAND
      kernel           one-to-all and journeys on generated graphs of three sizes
      network FOLDER   a network from its files to its weekly circle
      last-mile FOLDER the last mile to very many points alone
      all              every subcommand, on networks/hangzhou
    """

  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    let json = words.contains("--json")
    words.removeAll { $0 == "--json" }
    guard let subcommand = words.first else { stop(usage, code: 2) }
    var report = Report(json: json)
    do {
      switch (subcommand, words.count) {
      case ("kernel", 1): KernelBench.run(into: &report)
      case ("timetable", 2): try TimetableBench.run(words[1], into: &report)
      case ("timetable", 3): try ParetoBench.run(words[1], costs: words[2], into: &report)
      case ("network", 2): try NetworkBench.run(words[1], into: &report)
      case ("last-mile", 2): try LastMileBench.run(words[1], into: &report)
      case ("all", 1):
        KernelBench.run(into: &report)
        try NetworkBench.run("networks/hangzhou", into: &report)
      default: stop(usage, code: 2)
      }
    } catch {
      stop("\(error)", code: 3)
    }
  }

  static func stop(_ message: String, code: Int32) -> Never {
    FileDescriptorText.writeError(message + "\n")
    exit(code)
  }
}
