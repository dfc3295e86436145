// SPDX-License-Identifier: GPL-3.0-or-later

/// Labels of 16 lanes by node, and which of them lie in the past.
///
/// The lines with `SIMD16` are the only SIMD of the kernel's lanes; everything else works on masks.
struct LaneState {
  typealias Labels = SIMD16<Int32>

  /// What a scan asks of a node before it looks at its labels.
  struct Summary: BitwiseCopyable {
    /// The first label that is not yet in `reached`.
    var next: Int32
    /// Lanes whose label was at most the time of the last look.
    var reached: UInt32
  }

  let labels: Cells<Labels>
  let summaries: Cells<Summary>

  init(nodeCount: Int) {
    labels = Cells(repeating: Labels(repeating: ConnectionScan.never), count: nodeCount)
    summaries = Cells(repeating: Summary(next: ConnectionScan.never, reached: 0), count: nodeCount)
  }

  func deallocate() {
    labels.deallocate()
    summaries.deallocate()
  }

  func clear() {
    labels.fill(Labels(repeating: ConnectionScan.never))
    summaries.fill(Summary(next: ConnectionScan.never, reached: 0))
  }

  /// Lanes that were at the node when it was last looked at: a part of those that are.
  @inline(__always)
  func known(_ node: Int) -> UInt32 { summaries[node].reached }

  /// Lanes whose label at the node is at most `time`; times of one node never fall.
  @inline(__always)
  func reached(_ node: Int, at time: Int32) -> UInt32 {
    var summary = summaries[node]
    if summary.next <= time {
      let row = labels[node]
      let later = row .> Labels(repeating: time)
      summary.reached = ~Self.mask(later) & 0xffff
      summary.next = Labels(repeating: ConnectionScan.never).replacing(with: row, where: later)
        .min()
      summaries[node] = summary
    }
    return summary.reached
  }

  /// Sets the label of those candidates that are later to `time`; says which they were.
  @inline(__always)
  func improve(_ node: Int, to time: Int32, candidates: UInt32) -> UInt32 {
    let row = labels[node]
    let asked =
      (Labels(repeating: Int32(bitPattern: candidates)) & Self.laneBits) .!= Labels(repeating: 0)
    let won = (row .> Labels(repeating: time)) .& asked
    let mask = Self.mask(won)
    guard mask != 0 else { return 0 }
    labels[node] = row.replacing(with: Labels(repeating: time), where: won)
    if time < summaries[node].next { summaries[node].next = time }
    return mask
  }

  /// Of the lanes of a mask, those whose label is `time`.
  func holding(_ time: Int32, at node: Int, of mask: UInt32) -> UInt32 {
    Self.mask(labels[node] .== Labels(repeating: time)) & mask
  }

  @inline(__always)
  private static var laneBits: Labels {
    Labels(1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024, 2_048, 4_096, 8_192, 16_384, 32_768)
  }

  @inline(__always)
  private static func mask(_ lanes: SIMDMask<Labels>) -> UInt32 {
    UInt32(bitPattern: Labels(repeating: 0).replacing(with: laneBits, where: lanes).wrappedSum())
  }
}

/// What lanes reached together, waiting to go on: by time, then by node.
struct LaneCascade {
  private var entries: [(key: UInt64, mask: UInt32)] = []

  mutating func insert(_ node: Int32, at time: Int32, _ mask: UInt32) {
    let key = UInt64(UInt32(bitPattern: time) ^ 0x8000_0000) << 32 | UInt64(UInt32(node))
    var position = entries.count
    entries.append((key, mask))
    while position > 0 {
      let parent = (position - 1) >> 1
      guard key < entries[parent].key else { break }
      entries[position] = entries[parent]
      position = parent
    }
    entries[position] = (key, mask)
  }

  /// The earliest; masks of equal nodes and times are joined.
  mutating func popFirst() -> (node: Int32, time: Int32, mask: UInt32)? {
    guard let first = entries.first else { return nil }
    var mask = first.mask
    removeFirst()
    while let next = entries.first, next.key == first.key {
      mask |= next.mask
      removeFirst()
    }
    return (
      Int32(truncatingIfNeeded: first.key & 0xffff_ffff),
      Int32(bitPattern: UInt32(first.key >> 32) ^ 0x8000_0000), mask
    )
  }

  private mutating func removeFirst() {
    guard let last = entries.popLast(), !entries.isEmpty else { return }
    var position = 0
    while true {
      var child = 2 * position + 1
      guard child < entries.count else { break }
      if child + 1 < entries.count, entries[child + 1].key < entries[child].key { child += 1 }
      guard entries[child].key < last.key else { break }
      entries[position] = entries[child]
      position = child
    }
    entries[position] = last
  }
}

/// Takes the transfers of a node that lanes have just reached, and those that follow.
struct LanePusher {
  let timetable: Timetable
  let state: LaneState
  let changes: TimetableChanges?
  /// Lanes that see the changes.
  let changed: UInt32
  let limit: Int32
  let first: Cells<Int32>
  let transfers: Cells<Timetable.Transfer>
  let hasInstants: Bool
  let longestTurnaround: Int32
  /// No transfer follows another.
  private let isClosed: Bool
  private let isPlain: Bool

  init(
    _ timetable: Timetable, _ state: LaneState, changes: TimetableChanges?, changed: UInt32,
    limit: Int32
  ) {
    self.timetable = timetable
    self.state = state
    self.changes = changes
    self.changed = changes == nil ? 0xffff : changed & 0xffff
    self.limit = limit
    first = timetable.firstTransfer.cells
    transfers = timetable.transfers.cells
    hasInstants = timetable.hasInstants || changes?.hasInstants ?? false
    longestTurnaround = timetable.longestTurnaround
    isClosed = timetable.transfersAreClosed && !(changes?.opensChains ?? false)
    isPlain = isClosed && !timetable.hasWindows
  }

  @inline(__always)
  private func isOverridden(_ node: Int) -> Bool {
    guard let changes else { return false }
    return changes.transfersOfNode[Int32(node)] != nil
  }

  @inline(__always)
  func run(from node: Int, at time: Int32, _ mask: UInt32, _ cascade: inout LaneCascade) {
    guard isPlain, !isOverridden(node) else {
      return follow(from: node, at: time, mask, &cascade)
    }
    for slot in first[node]..<first[node + 1] {
      let transfer = transfers[slot]
      let head = Int(transfer.head)
      let candidates = mask & ~state.known(head)
      guard candidates != 0 else { continue }
      _ = state.improve(head, to: time &+ transfer.seconds, candidates: candidates)
    }
  }

  private func follow(
    from node: Int, at time: Int32, _ mask: UInt32, _ cascade: inout LaneCascade
  ) {
    relax(from: node, at: time, mask, &cascade)
    while let next = cascade.popFirst() {
      let still = state.holding(next.time, at: Int(next.node), of: next.mask)
      if still != 0 { relax(from: Int(next.node), at: next.time, still, &cascade) }
    }
  }

  private func relax(
    from node: Int, at time: Int32, _ mask: UInt32, _ cascade: inout LaneCascade
  ) {
    var mask = mask
    if let changes, let list = changes.transfersOfNode[Int32(node)] {
      for row in list {
        reach(
          transfers[row.slot].head, at: changes.end(of: row, from: node, at: time), mask & changed,
          &cascade)
      }
      mask &= ~changed
    }
    guard mask != 0 else { return }
    for slot in first[node]..<first[node + 1] {
      let transfer = transfers[slot]
      let candidates = mask & ~state.known(Int(transfer.head))
      guard candidates != 0 else { continue }
      reach(
        transfer.head, at: timetable.end(of: transfer, from: node, at: time), candidates, &cascade)
    }
  }

  @inline(__always)
  private func reach(
    _ head: Int32, at end: Int32, _ candidates: UInt32, _ cascade: inout LaneCascade
  ) {
    guard candidates != 0, end <= limit else { return }
    let won = state.improve(Int(head), to: end, candidates: candidates)
    guard won != 0, !isClosed, first[Int(head)] < first[Int(head) + 1] else { return }
    cascade.insert(head, at: end, won)
  }
}
