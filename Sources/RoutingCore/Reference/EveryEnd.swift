// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

extension RoutingGraphBuilder {
  /// Every time by the horizon at which an arc that is begun at `time` can end.
  ///
  /// It is tried at every instant at which what is open before it opens, on every later departure,
  /// and out at every opening after it, early or late, overtaken or not.
  func everyEnd(of arc: ArcSpec, from time: Int32, horizon: Int32) -> Set<Int32> {
    let ends = openings(arc.openBefore, from: time)
      .flatMap { arrivals(of: arc, from: $0 + arc.lead) }
      .flatMap { openings(arc.openAfter, from: $0 + arc.after) }
    return Set(ends.filter { $0 <= horizon })
  }

  private func arrivals(of arc: ArcSpec, from ready: Int32) -> [Int32] {
    guard let schedule = arc.schedule else { return [ready + arc.travel] }
    return schedules[schedule.index]
      .filter { $0.time >= ready }
      .map { $0.time + $0.duration + arc.travel }
  }

  /// Now, if it is open, and the start of every later interval.
  private func openings(_ window: ID<Window>?, from time: Int32) -> [Int32] {
    guard let window else { return [time] }
    return windows[window.index]
      .filter { $0.upperBound > time }
      .map { max($0.lowerBound, time) }
  }
}
