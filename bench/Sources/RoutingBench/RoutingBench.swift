// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// The benchmarks' command line: `RoutingBench [--json] SUBCOMMAND …`.
@main
struct RoutingBench {
  static let usage = """
    usage: bench/run [--json] SUBCOMMAND
      kernel           one-to-all and journeys on generated graphs of three sizes
      timetable FOLDER [--costs FOLDER] …
                       lanes, profiles, changes, matrices and Pareto sets on generated timetables, in order of size
      network FOLDER   a network from its files to its weekly circle
      last-mile FOLDER the last mile to very many points alone
      simulation SYSTEM [--PARAMETER VALUE] …
                       closed-form systems, coverage, speed, scaling of the simulation kernel
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
      case ("timetable", 2...): try runTimetables(Array(words.dropFirst()), into: &report)
      case ("simulation", 2...):
        try SimulationBench.run(Array(words.dropFirst()), into: report)
      case ("network", 2): try NetworkBench.run(words[1], into: &report)
      case ("last-mile", 2): try LastMileBench.run(words[1], into: &report)
      default: stop(usage, code: 2)
      }
    } catch let fault as OptionFault {
      stop("bench/run: \(fault)", code: 2)
    } catch {
      stop("\(error)", code: 3)
    }
  }

  /// Folders in order of size, each with `--costs FOLDER` behind it where it has costs.
  private static func runTimetables(_ words: [String], into report: inout Report) throws {
    let peers = Peers()
    var folders: [(folder: String, costs: String?)] = []
    var index = 0
    while index < words.count {
      if words[index] == "--costs", index + 1 < words.count, !folders.isEmpty {
        folders[folders.count - 1].costs = words[index + 1]
        index += 1
      } else {
        folders.append((words[index], nil))
      }
      index += 1
    }
    for row in folders {
      try TimetableBench(row.folder, peers: peers).run(into: &report)
      if let costs = row.costs { try ParetoBench.run(row.folder, costs: costs, into: &report) }
    }
  }

  static func stop(_ message: String, code: Int32) -> Never {
    FileDescriptorText.writeError(message + "\n")
    exit(code)
  }
}
