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
