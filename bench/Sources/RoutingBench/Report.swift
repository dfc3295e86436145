// SPDX-License-Identifier: GPL-3.0-or-later

/// CPU times of repeated runs of one thing.
struct Measurement {
  private(set) var milliseconds: [Double] = []

  mutating func append(_ value: Double) { milliseconds.append(value) }

  var count: Int { milliseconds.count }
  var least: Double { milliseconds.min() ?? 0 }
  var median: Double {
    guard !milliseconds.isEmpty else { return 0 }
    return milliseconds.sorted()[milliseconds.count / 2]
  }
}

/// Prints figures as a table, or as a JSON object per line.
struct Report {
  let json: Bool

  init(json: Bool) {
    self.json = json
    if !json {
      print(
        Self.row([
          "name", "instance", "size", "median ms", "min ms", "n", "growth", "ratio", "peer ms",
        ]))
    }
  }

  /// Figure → its median on the instance before.
  private var before: [String: Double] = [:]

  /// Prints a figure of a generated instance; growth is over the instance before, where one was run.
  mutating func add(
    _ name: String, of instance: GeneratedTimetable, checksum: UInt64, _ measured: Measurement,
    peer: (name: String, median: Double?)? = nil, more: [(String, String)] = []
  ) {
    add(
      name: name, instance: instance.name, size: instance.connectionsADay, checksum: checksum,
      measured, growth: before[name].map { measured.median / $0 }, peer: peer, more: more)
    before[name] = measured.median
  }

  /// Prints a figure; `growth` is its median over that of the next smaller instance, the ratio ours over the peer's.
  func add(
    name: String, instance: String, size: Int, checksum: UInt64, _ measured: Measurement,
    growth: Double? = nil, peer: (name: String, median: Double?)? = nil,
    more: [(String, String)] = [], numbers: [(String, String)] = []
  ) {
    let median = Self.decimal(measured.median)
    let least = Self.decimal(measured.least)
    let ratio = peer?.median.map { Self.decimal(measured.median / $0) }
    let other = peer?.median.map { Self.decimal($0) }
    guard json else {
      let times = growth.map { "×" + Self.decimal($0) } ?? ""
      let beside = other.map { "\($0) \(peer?.name ?? "")" } ?? ""
      print(
        Self.row([
          name, instance, "\(size)", median, least, "\(measured.count)", times, ratio ?? "", beside,
        ]) + (more + numbers).map { " \($0) \($1)" }.joined())
      return
    }
    print(
      #"{"name":"\#(name)","instance":"\#(instance)","size":\#(size),"checksum":"\#(checksum)","#
        + #""cpu_ms_median":\#(median),"cpu_ms_min":\#(least),"n":\#(measured.count),"#
        + #""peer":\#(other == nil ? "null" : "\"\(peer?.name ?? "")\""),"#
        + #""peer_cpu_ms_median":\#(other ?? "null"),"ratio":\#(ratio ?? "null")"#
        + more.map { #","\#($0)":"\#($1)""# }.joined()
        + numbers.map { #","\#($0)":\#($1)"# }.joined() + "}")
  }

  /// Three decimals, without the weight of a formatter.
  static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1_000).rounded())
    let fraction = String(1_000 + thousandths % 1_000).dropFirst()
    return "\(thousandths / 1_000).\(fraction)"
  }

  private static func row(_ cells: [String]) -> String {
    let widths = [34, 18, 9, 11, 11, 5, 8, 8, 1]
    return zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }.joined()
  }
}
