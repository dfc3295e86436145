// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// A connected piece of land; pieces with a gap of at most 5 km count as one.
///
/// Numbered from the largest: 0 holds Africa, Asia and Europe.
public struct LandMass: Hashable, Sendable, Comparable {
  public let number: Int

  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }
}

/// What is known of land: a raster of one arc minute with the land mass of every cell, no borders.
///
/// Made from Natural Earth 1:10m land less lakes of 1,000 km² and more, by `scripts/make_land.py`.
/// A cell is land when its centre is; an island that holds no centre has one cell.
/// Decoding takes about 5 ms of CPU; the value shares its storage when copied.
public struct World: Sendable {
  /// The embedded land, decoded at first use.
  public static let shared = World(encoded: EmbeddedBytes.land)

  /// Cells per degree.
  let fineness: Int
  let columns: Int
  let rows: Int
  /// Number of land masses.
  public let landMassCount: Int

  /// Row, counted from the South Pole → its first run; `rows + 1` entries.
  let firstRun: [Int32]
  /// Run → first column and one past the last; the runs of a row ascend and do not touch unless
  /// their masses differ.
  let starts: [UInt16]
  let ends: [UInt16]
  /// Run → number of its land mass.
  let masses: [UInt16]

  let dryBlocks: DryBlocks

  /// Decodes the raster; `docs/guides/geography.md` describes the bytes.
  init(encoded: [UInt8]) {
    var reader = VarintReader(encoded)
    fineness = reader.next()
    columns = 360 * fineness
    rows = 180 * fineness
    landMassCount = reader.next()
    var firstRun: [Int32] = [0]
    var starts: [UInt16] = []
    var ends: [UInt16] = []
    var masses: [UInt16] = []
    firstRun.reserveCapacity(rows + 1)
    let likelyRuns = encoded.count / 2
    starts.reserveCapacity(likelyRuns)
    ends.reserveCapacity(likelyRuns)
    masses.reserveCapacity(likelyRuns)
    var south = 0..<0
    for _ in 0..<rows {
      let begin = starts.count
      var cursor = south.lowerBound
      var last = 0
      for _ in 0..<reader.next() {
        let head = reader.next()
        let kind = head & 3
        if kind == 0 {
          let start = last + head >> 2
          last = start + reader.next()
          starts.append(UInt16(start))
          masses.append(UInt16(reader.next()))
        } else {
          let model = cursor + kind - 1
          cursor = model + 1
          starts.append(UInt16(Int(starts[model]) + VarintReader.signed(head >> 2)))
          last = Int(ends[model]) + reader.nextSigned()
          masses.append(masses[model])
        }
        ends.append(UInt16(last))
        while cursor < south.upperBound, Int(ends[cursor]) <= last { cursor += 1 }
      }
      firstRun.append(Int32(starts.count))
      south = begin..<starts.count
    }
    self.firstRun = firstRun
    self.starts = starts
    self.ends = ends
    self.masses = masses
    dryBlocks = DryBlocks(
      fineness: fineness, rows: rows, firstRun: firstRun, starts: starts, ends: ends)
  }

  func row(of latitude: Double) -> Int {
    max(0, min(rows - 1, Int(((latitude + 90) * Double(fineness)).rounded(.down))))
  }

  func column(of longitude: Double) -> Int {
    max(0, min(columns - 1, Int(((wrapped(longitude) + 180) * Double(fineness)).rounded(.down))))
  }

  /// The first run of a row that ends east of the column, or the row's end.
  func run(inRow row: Int, endingAfter column: Int) -> Int {
    var low = Int(firstRun[row])
    var high = Int(firstRun[row + 1])
    while low < high {
      let middle = (low + high) >> 1
      if Int(ends[middle]) > column { high = middle } else { low = middle + 1 }
    }
    return low
  }

  /// The run that covers a cell.
  func run(row: Int, column: Int) -> Int? {
    let found = run(inRow: row, endingAfter: column)
    return found < Int(firstRun[row + 1]) && Int(starts[found]) <= column ? found : nil
  }

  func isLand(row: Int, column: Int) -> Bool { run(row: row, column: column) != nil }

  /// Whether the point lies in a cell of land.
  ///
  /// - Complexity: O(log *r*) in the *r* ≤ 300 runs of its row.
  public func isLand(latitude: Double, longitude: Double) -> Bool {
    isLand(row: row(of: latitude), column: column(of: longitude))
  }

  /// The land mass at a point, or the one of the nearest land within `snapKM`.
  public func landMass(latitude: Double, longitude: Double, snapKM: Double = 15) -> LandMass? {
    nearestLand(latitude: latitude, longitude: longitude, withinKM: snapKM)?.mass
  }
}
