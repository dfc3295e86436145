// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
public import FreightRouting
import JSONText
public import Quantities

/// A matrix as bytes, row by row: a long CSV table, or a binary table of seconds.
///
/// Binary: a line of JSON (origins, destinations, departs as RFC 3339, what made it), then for
/// each origin, each departure and each destination four bytes, the seconds to the delivery as a signed
/// little-endian number, -1 where there is none. In Python:
///
///     import array, json, sys
///     with open("m.tbm", "rb") as f:
///         head, cells = json.loads(f.readline()), array.array("i", f.read())
///     if sys.byteorder == "big": cells.byteswap()   # NumPy: np.frombuffer(f.read(), "<i4")
///     def seconds(o, d, r=0):
///         return cells[(o * len(head["departs"]) + r) * len(head["destinations"]) + d]
public struct MatrixTable {
  /// An origin or a destination.
  public struct Point: Sendable {
    public var id: String
    public var zoneName: String
    public var zone: TimeZoneRules

    public init(id: String, zoneName: String, zone: TimeZoneRules) {
      self.id = id
      self.zoneName = zoneName
      self.zone = zone
    }
  }

  private let originIDs: [[UInt8]]
  private let destinationIDs: [[UInt8]]
  private let readyTimes: [Instant]
  /// Origin → clock, destination → clock, into `clocks`.
  private let originClocks: [Int]
  private let destinationClocks: [Int]
  private var clocks: [ClockText]
  private let withCosts: Bool

  /// - Parameters:
  ///   - origins: In the order of rows.
  ///   - destinations: In the order of cells.
  ///   - readyTimes: Of every origin.
  ///   - latest: No arrival is later.
  ///   - withCosts: Whether lines end with money and CO2e.
  public init(
    origins: [Point], destinations: [Point], readyTimes: [Instant], latest: Instant,
    withCosts: Bool = false
  ) {
    self.readyTimes = readyTimes
    self.withCosts = withCosts
    originIDs = origins.map { Self.cell($0.id) }
    destinationIDs = destinations.map { Self.cell($0.id) }
    var clocks: [ClockText] = []
    var numbers: [String: Int] = [:]
    let first = readyTimes.min() ?? latest
    func clock(_ point: Point) -> Int {
      if let known = numbers[point.zoneName] { return known }
      numbers[point.zoneName] = clocks.count
      clocks.append(ClockText(point.zone, from: first, to: latest))
      return clocks.count - 1
    }
    originClocks = origins.map(clock)
    destinationClocks = destinations.map(clock)
    self.clocks = clocks
  }

  public var csvHeader: [UInt8] {
    Array(
      ("from,to,depart,arrive,duration_s"
        + (withCosts ? ",cost_cny,co2e_kg,quality,assumed_share" : "") + "\n").utf8)
  }

  /// Appends a line for each destination of a row; empty cells where it is not reached, or not known.
  public mutating func appendCSV(_ row: MatrixSearch.Row, to bytes: inout [UInt8]) {
    let depart = readyTimes[row.ready]
    var head = originIDs[row.origin]
    head.append(UInt8(ascii: ","))
    var when = [UInt8(ascii: ",")]
    clocks[originClocks[row.origin]].append(depart, to: &when)
    when.append(UInt8(ascii: ","))
    for (number, seconds) in row.seconds.enumerated() {
      bytes += head
      bytes += destinationIDs[number]
      bytes += when
      if seconds >= 0 {
        clocks[destinationClocks[number]].append(depart + Int64(seconds), to: &bytes)
        bytes.append(UInt8(ascii: ","))
        Self.append(Int64(seconds), to: &bytes)
      } else {
        bytes.append(UInt8(ascii: ","))
      }
      if withCosts {
        bytes.append(UInt8(ascii: ","))
        if let cost = row.costs[number] { Self.append(cost.count, decimals: 2, to: &bytes) }
        bytes.append(UInt8(ascii: ","))
        if let co2e = row.co2e[number] { Self.append(co2e.count, decimals: 3, to: &bytes) }
        bytes.append(UInt8(ascii: ","))
        if let quality = row.qualities[number] {
          bytes += quality.quality.rawValue.utf8
          bytes.append(UInt8(ascii: ","))
          bytes += Numerals.short(quality.assumedShare, 4).utf8
        } else {
          bytes.append(UInt8(ascii: ","))
        }
      }
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// The line that opens a binary table; departures are given in the zone of `home`.
  public func binaryHeader(_ header: RunHeader, home: TimeZoneRules) -> [UInt8] {
    let texts = { (ids: [[UInt8]]) in
      JSONValue.array(ids.map { .string(String(decoding: $0, as: UTF8.self)) })
    }
    let value = JSONValue.object([
      .init("format", .string("tidebore-matrix")), .init("version", .integer(1)),
      .init("origins", texts(originIDs)), .init("destinations", texts(destinationIDs)),
      .init(
        "departs",
        .array(readyTimes.map { .string($0.rfc3339(in: home)) })),
      .init("unit", .string("seconds")), .init("unreachable", .integer(-1)),
      .init("tool", .string("tidebore \(header.toolVersion)")),
      .init("tzdata", .string(header.tzdataVersion)), .init("command", .string(header.command)),
      .init(
        "inputs",
        .array(
          header.inputs.map { ["path": .string($0.path), "sha256": .string($0.sha256)] })),
    ])
    return Array((value.text(.compact) + "\n").utf8)
  }

  public static func appendBinary(_ seconds: [Int32], to bytes: inout [UInt8]) {
    bytes.reserveCapacity(bytes.count + 4 * seconds.count)
    for value in seconds {
      let word = UInt32(bitPattern: value)
      bytes.append(UInt8(truncatingIfNeeded: word))
      bytes.append(UInt8(truncatingIfNeeded: word >> 8))
      bytes.append(UInt8(truncatingIfNeeded: word >> 16))
      bytes.append(UInt8(truncatingIfNeeded: word >> 24))
    }
  }

  /// Ids hold no comma or quote; one that does is quoted.
  private static func cell(_ id: String) -> [UInt8] {
    id.utf8.contains(where: { [UInt8(ascii: ","), UInt8(ascii: "\""), 10, 13].contains($0) })
      ? Array(("\"" + id.replacing("\"", with: "\"\"") + "\"").utf8) : Array(id.utf8)
  }

  private static func append(_ value: Int64, to bytes: inout [UInt8]) {
    if value >= 10 { append(value / 10, to: &bytes) }
    bytes.append(UInt8(truncatingIfNeeded: value % 10) + UInt8(ascii: "0"))
  }

  /// A number of hundredths or thousandths as a decimal.
  private static func append(_ value: Int64, decimals: Int, to bytes: inout [UInt8]) {
    var unit: Int64 = 1
    for _ in 0..<decimals { unit *= 10 }
    append(value / unit, to: &bytes)
    bytes.append(UInt8(ascii: "."))
    while unit > 1 {
      unit /= 10
      bytes.append(UInt8(truncatingIfNeeded: value / unit % 10) + UInt8(ascii: "0"))
    }
  }
}

/// Local times of one zone as RFC 3339, quickly: offsets by quarter of an hour, dates by day, each worked out once.
struct ClockText {
  private let first: Int64
  /// Quarter of an hour since `first` → seconds ahead of UTC.
  private let offsets: [Int32]
  private let firstDay: Int64
  /// Day since `firstDay` → `2026-03-02T`.
  private let dates: [[UInt8]]
  private var offsetTexts: [Int32: [UInt8]] = [:]
  private var lastOffset: Int32 = .min
  private var lastOffsetText: [UInt8] = []

  private static let quarter: Int64 = 900

  init(_ zone: TimeZoneRules, from: Instant, to: Instant) {
    first = from.seconds / Self.quarter * Self.quarter
    let count = max(1, (to.seconds - first) / Self.quarter + 2)
    let start = first
    offsets = (0..<count).map {
      Int32(zone.offsetSeconds(at: Instant(seconds: start + $0 * Self.quarter)))
    }
    firstDay = (first - 2 * secondsPerDay) / secondsPerDay
    let days = (to.seconds - first) / secondsPerDay + 6
    let day = firstDay
    dates = (0..<days).map {
      let (year, month, day) = CivilDate(dayNumber: day + $0).yearMonthDay
      return Array(
        "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)T".utf8)
    }
  }

  mutating func append(_ time: Instant, to bytes: inout [UInt8]) {
    // As RFC 3339 texts have whole minutes of offset.
    let offset = offsets[Int((time.seconds - first) / Self.quarter)] / 60 * 60
    let local = time.seconds + Int64(offset)
    let day = local >= 0 ? local / secondsPerDay : (local - secondsPerDay + 1) / secondsPerDay
    let second = Int(local - day * secondsPerDay)
    bytes += dates[Int(day - firstDay)]
    Self.append(second / 3_600, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(second / 60 % 60, to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    Self.append(second % 60, to: &bytes)
    if offset != lastOffset {
      lastOffset = offset
      lastOffsetText = Self.text(offset)
    }
    bytes += lastOffsetText
  }

  private static func text(_ offset: Int32) -> [UInt8] {
    let minutes = abs(offset) / 60
    var bytes = [offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+")]
    append(Int(minutes / 60), to: &bytes)
    bytes.append(UInt8(ascii: ":"))
    append(Int(minutes % 60), to: &bytes)
    return bytes
  }

  @inline(__always)
  private static func append(_ value: Int, to bytes: inout [UInt8]) {
    bytes.append(UInt8(truncatingIfNeeded: value / 10) + UInt8(ascii: "0"))
    bytes.append(UInt8(truncatingIfNeeded: value % 10) + UInt8(ascii: "0"))
  }
}
