// SPDX-License-Identifier: GPL-3.0-or-later

extension ParetoScan {
  /// A step of a journey with its times.
  public enum TimedStep: Sendable, Hashable {
    /// Cargo is there by `start`, the last second at which it may come, and free at `end`.
    case ride(tag: Int32, Ride)
    case transfer(tag: Int32, start: Int32, opened: Int32, arrived: Int32, end: Int32)
  }

  /// How a label of a timetable whose trips have one leg came about, from the source on.
  ///
  /// - Parameters:
  ///   - label: Of the last run.
  ///   - changes: Those of the run.
  /// - Returns: Steps of which each starts where the one before ends.
  public func timedJourney(to label: Label, changes: TimetableChanges?) -> [TimedStep] {
    var steps: [TimedStep] = []
    var number = label.number
    let changes = changes ?? TimetableChanges(on: timetable)
    while number >= 0 {
      let row = state.labels[number]
      if row.via >= 0 {
        let (tag, span) = connection(Int(row.via), changes)
        let turnaround = timetable.turnarounds[Int(row.node)]
        steps.append(
          .ride(tag: tag, Ride(start: row.time + turnaround - span, end: row.time)))
      } else if row.via != ConnectionScan.noVia, row.parent >= 0 {
        let start = state.labels[row.parent].time
        if let times = changes.times(ofTransfer: ~row.via, from: start) {
          steps.append(
            .transfer(
              tag: timetable.transferTags[Int(~row.via)], start: start, opened: times.opened,
              arrived: times.arrived, end: times.end))
        }
      }
      number = row.parent
    }
    return steps.reversed()
  }

  private func connection(
    _ number: Int, _ changes: TimetableChanges
  ) -> (tag: Int32, span: Int32) {
    let extra = number - timetable.connectionCount
    if extra >= 0 { return (changes.added[extra].tag, changes.added[extra].span) }
    return (timetable.legs[number].tag, timetable.span(ofConnection: number))
  }
}
