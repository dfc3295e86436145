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
      print(Self.row(["name", "instance", "size", "median ms", "min ms", "n", "growth"]))
    }
  }

  /// Prints a figure; `growth` is its median over that of the next smaller instance.
  func add(
    name: String, instance: String, size: Int, checksum: UInt64, _ measured: Measurement,
    growth: Double? = nil
  ) {
    let median = Self.decimal(measured.median)
    let least = Self.decimal(measured.least)
    guard json else {
      let times = growth.map { "×" + Self.decimal($0) } ?? ""
      print(Self.row([name, instance, "\(size)", median, least, "\(measured.count)", times]))
      return
    }
    print(
      #"{"name":"\#(name)","instance":"\#(instance)","size":\#(size),"checksum":"\#(checksum)","#
        + #""cpu_ms_median":\#(median),"cpu_ms_min":\#(least),"n":\#(measured.count),"#
        + #""peer":null,"peer_cpu_ms_median":null,"ratio":null}"#)
  }

  /// Three decimals, without the weight of a formatter.
  static func decimal(_ value: Double) -> String {
    let thousandths = Int((value * 1_000).rounded())
    let fraction = String(1_000 + thousandths % 1_000).dropFirst()
    return "\(thousandths / 1_000).\(fraction)"
  }

  private static func row(_ cells: [String]) -> String {
    let widths = [26, 16, 9, 12, 12, 7, 8]
    return zip(cells, widths).map { cell, width in
      cell + String(repeating: " ", count: max(1, width - cell.count))
    }.joined()
  }
}
