// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Programs run beside ours on the same machine, in the same run.
///
/// Unsafe because the C library hands out a pipe as a pointer; it is closed before the function returns.
struct Peers {
  /// The C++ probe, built by `bench/run`; nil where there is no compiler.
  let probe = Peers.environment("TIDEBORE_PROBE")
  /// The folder of the Python peers; nil where there is no Python.
  let python = Peers.environment("TIDEBORE_PEERS")

  /// The C++ event loop, and a Python that has SimPy.
  let loop = Peers.environment("TIDEBORE_EVENT_LOOP")
  let interpreter = Peers.environment("TIDEBORE_SIMPY")

  /// Label of a line → median milliseconds; and the checksum of the first 100 queries.
  func limits(_ folder: String) -> (medians: [String: Double], checksum: UInt64?) {
    guard let probe else { return ([:], nil) }
    var medians: [String: Double] = [:]
    var checksum: UInt64?
    for line in Self.output(of: "'\(probe)' '\(folder)' 100") {
      if let median = Self.value(in: line, after: "median="), let n = line.firstRange(of: " n=") {
        let label = line[..<n.lowerBound].split(separator: " ").joined(separator: " ")
        medians[label] = median
      }
      if line.contains("first 100"), let value = line.split(separator: "=").last {
        checksum = UInt64(value)
      }
    }
    return (medians, checksum)
  }

  /// Median milliseconds of a query, and the sum of all arrivals.
  func python(_ folder: String, queries: Int) -> (median: Double, checksum: UInt64)? {
    guard let python else { return nil }
    for line in Self.output(of: "python3 '\(python)/csa_python.py' '\(folder)' \(queries)") {
      if let median = Self.value(in: line, after: "median="),
        let sum = line.split(separator: " ").first?.split(separator: "=").last.flatMap({
          UInt64($0)
        })
      {
        return (median, sum)
      }
    }
    return nil
  }

  /// CPU milliseconds per event of the C++ event loop; nil where it was not built.
  func eventLoop(_ model: String, jobs: Int) -> Double? {
    guard let loop else { return nil }
    return Self.perEvent(
      "'\(loop)' \(model) \(jobs) \(model == "mmc" ? 3 : 2) 1", events: " events=", time: " time=")
  }

  /// CPU milliseconds per event of SimPy; nil where there is none.
  func simPy(_ model: String, jobs: Int) -> Double? {
    guard let python, let interpreter else { return nil }
    return Self.perEvent(
      "'\(interpreter)' '\(python)/des_python.py' simpy \(model) \(jobs)",
      events: "logical_events=", time: " time=")
  }

  private static func perEvent(_ command: String, events: String, time: String) -> Double? {
    for line in output(of: command) {
      guard let events = value(in: line, after: events), let time = value(in: line, after: time)
      else { continue }
      return time * 1_000 / events
    }
    return nil
  }

  private static func value(in line: String, after word: String) -> Double? {
    guard let range = line.firstRange(of: word) else { return nil }
    return Double(line[range.upperBound...].prefix { $0.isNumber || $0 == "." })
  }

  private static func environment(_ name: String) -> String? {
    guard let value = unsafe getenv(name) else { return nil }
    let text = unsafe String(cString: value)
    return text.isEmpty ? nil : text
  }

  private static func output(of command: String) -> [String] {
    guard let pipe = unsafe popen(command, "r") else { return [] }
    defer { _ = unsafe pclose(pipe) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4_096)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, pipe)
      guard count > 0 else { break }
      bytes += buffer[..<count]
    }
    return String(decoding: bytes, as: UTF8.self).split(separator: "\n").map(String.init)
  }
}
