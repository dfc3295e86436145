// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore
import Testing

/// Long lists, where the index over departures and intervals does its work.
@Suite("Finding departures and openings")
struct LookupTests {
  /// Departures spread in ways that are hard on an index by buckets.
  private static let spreads: [(name: String, departures: [Int32])] = [
    ("daily for 77 days", (0..<77).map { $0 * 86_400 }),
    ("every minute of an hour, and one a year later", (0..<60).map { $0 * 60 } + [31_536_000]),
    ("one, then a crowd at the end", [-400_000_000] + (0..<500).map { 1_000_000 + $0 }),
    ("two crowds", (0..<300).map { $0 * 7 } + (0..<300).map { 5_000_000 + $0 * 11 }),
    ("growing gaps", (0..<28).map { 1 << $0 }),
    ("both limits of time", [-RoutingTime.timeLimit, 0, RoutingTime.timeLimit]),
    ("one", [12_345]),
  ]

  @Test(
    "the next departure and the last that arrives in time are those of a plain scan",
    arguments: 0..<7)
  func departures(spread: Int) {
    let (name, departures) = Self.spreads[spread]
    var builder = RoutingGraphBuilder(epoch: Instant(seconds: 0))
    let (tail, head) = (builder.addNode(), builder.addNode())
    let schedule = builder.addSchedule(departures: departures.reversed())
    let arc = builder.addArc(ArcSpec(from: tail, to: head, schedule: schedule))
    let graph = builder.build()
    for time in probes(around: departures) {
      let next = departures.first { $0 >= time }
      let last = departures.last { $0 <= time }
      if graph.traverse(arc, from: time)?.departure != next
        || graph.latestStart(of: arc, endingBy: time) != last
      {
        Issue.record("\(name), at \(time)")
      }
    }
  }

  @Test(
    "the next opening and the last second of opening are those of a plain scan", arguments: 0..<7)
  func openings(spread: Int) {
    let (name, starts) = Self.spreads[spread]
    // Of every two neighbours the first half of the time between them is open.
    let intervals = zip(starts, starts.dropFirst()).map { $0..<($0 + max(1, ($1 - $0) / 2)) }
    var builder = RoutingGraphBuilder(epoch: Instant(seconds: 0))
    let (tail, head) = (builder.addNode(), builder.addNode())
    let window = builder.addWindow(intervals)
    let arc = builder.addArc(ArcSpec(from: tail, to: head, openAfter: window))
    let graph = builder.build()
    for time in probes(around: starts) {
      let next = intervals.first { $0.upperBound > time }.map { max(time, $0.lowerBound) }
      let last = intervals.last { $0.lowerBound <= time }.map { min(time, $0.upperBound - 1) }
      if graph.traverse(arc, from: time)?.end != next
        || graph.latestStart(of: arc, endingBy: time) != last
      {
        Issue.record("\(name), at \(time)")
      }
    }
  }

  /// Every time, the seconds beside it, and the middle of every gap.
  private func probes(around times: [Int32]) -> [Int32] {
    let middles = zip(times, times.dropFirst()).map { $0 + ($1 - $0) / 2 }
    return (times.flatMap { [$0 - 1, $0, $0 + 1] } + middles).filter { RoutingTime.holds($0) }
  }
}
