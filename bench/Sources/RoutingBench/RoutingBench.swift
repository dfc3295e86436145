// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// The benchmarks' command line: `RoutingBench [--json] SUBCOMMAND …`.
@main
struct RoutingBench {
  static let usage = """
    usage: bench/run [--json] SUBCOMMAND
      kernel   one-to-all and journeys on generated graphs of three sizes
      all      every subcommand that needs no argument
    """

  static func main() {
    var words = Array(CommandLine.arguments.dropFirst())
    let json = words.contains("--json")
    words.removeAll { $0 == "--json" }
    guard let subcommand = words.first, words.count == 1 else { stop(usage, code: 2) }
    var report = Report(json: json)
    switch subcommand {
    case "kernel", "all": KernelBench.run(into: &report)
    default: stop(usage, code: 2)
    }
  }

  static func stop(_ message: String, code: Int32) -> Never {
    FileDescriptorText.writeError(message + "\n")
    exit(code)
  }
}
