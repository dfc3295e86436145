// SPDX-License-Identifier: GPL-3.0-or-later
import Geography

/// Points by the half-degree cell that holds them.
struct LastMileCells: Sendable {
  /// Points in the order of their cells, then of the input.
  private let order: [Int]
  /// Cell → its first point in `order`; one more at the end.
  private let first: [Int]

  private static let perDegree = 2.0

  init(_ sites: [OverlandSite]) {
    let columns = Int(360 * Self.perDegree)
    var keys: [UInt64] = []
    keys.reserveCapacity(sites.count)
    for (number, site) in sites.enumerated() {
      let row = Int(((site.point.latitude + 90) * Self.perDegree).rounded(.down))
      let column = Int(((site.point.longitude + 180) * Self.perDegree).rounded(.down))
      keys.append(UInt64(row * columns + column) << 32 | UInt64(number))
    }
    keys.sort()
    order = keys.map { Int($0 & 0xFFFF_FFFF) }
    first =
      keys.indices.filter { $0 == 0 || keys[$0] >> 32 != keys[$0 - 1] >> 32 } + [keys.count]
  }

  func points(of cell: Int) -> ArraySlice<Int> { order[first[cell]..<first[cell + 1]] }

  /// Ranges of cells that hold about so many points.
  func chunks(ofPoints size: Int) -> [Range<Int>] {
    var chunks: [Range<Int>] = []
    var begin = 0
    for cell in 0..<first.count - 1
    where first[cell + 1] - first[begin] >= size || cell == first.count - 2 {
      chunks.append(begin..<cell + 1)
      begin = cell + 1
    }
    return chunks
  }
}

/// What one piece of work found.
struct LastMileChunk: Sendable {
  var rows: [(point: Int, row: LastMileRow)] = []
  var open: [OpenPoint] = []
}

/// A point that detours may bring nearer.
struct OpenPoint: Sendable {
  var point: Int
  var nearest: Int
  var hasPlaces: Bool
  /// Trucks over straight ways, of which the first arrival is one.
  var arrivals: [TruckReach.Arrival]
  /// Places behind water, and how far a detour may be to matter.
  var blocked: [(place: Int, limitKM: Double)]
}
