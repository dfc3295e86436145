// SPDX-License-Identifier: GPL-3.0-or-later

/// Answers at once whether a rectangle of the raster is all land, where it is wide.
///
/// Blocks of 0.25° that are all land are counted by a table of sums, so a rectangle of blocks costs
/// four look-ups. A rectangle that is all land but touches a block that is not is not recognised.
struct DryBlocks: Sendable {
  private let side: Int
  private let across: Int
  /// (Row + 1) × (across + 1) + column + 1 → wet blocks south-west of the block, itself included.
  private var wetSums: [Int32]

  init(fineness: Int, rows: Int, firstRun: [Int32], starts: [UInt16], ends: [UInt16]) {
    side = fineness / 4
    across = 1440
    wetSums = [Int32](repeating: 0, count: (rows / side + 1) * (across + 1))
    var changes = [Int32](repeating: 0, count: across + 1)
    for block in 0..<rows / side {
      for k in changes.indices { changes[k] = 0 }
      for run in Int(firstRun[block * side])..<Int(firstRun[(block + 1) * side]) {
        let first = (Int(starts[run]) + side - 1) / side
        let end = Int(ends[run]) / side
        if first < end {
          changes[first] += 1
          changes[end] -= 1
        }
      }
      var dryRows: Int32 = 0
      var wetInRow: Int32 = 0
      let below = block * (across + 1) + 1
      let here = below + across + 1
      for column in 0..<across {
        dryRows += changes[column]
        if dryRows < Int32(side) { wetInRow += 1 }
        wetSums[here + column] = wetSums[below + column] + wetInRow
      }
    }
  }

  /// Whether all blocks that the rectangle of raster cells touches are all land.
  func isDry(rows: ClosedRange<Int>, columns: ClosedRange<Int>) -> Bool {
    let south = rows.lowerBound / side * (across + 1)
    let north = (rows.upperBound / side + 1) * (across + 1)
    let west = columns.lowerBound / side
    let east = columns.upperBound / side + 1
    return wetSums[north + east] - wetSums[north + west] - wetSums[south + east]
      + wetSums[south + west] == 0
  }
}
