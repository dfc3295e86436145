// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore
import Testing

@Suite("Passing through an arc")
struct TraversalTests {
  /// A graph of one arc between two nodes.
  private func arc(
    open: [Range<Int32>]? = nil, departures: [Int32]? = nil, durations: [Int32]? = nil,
    lead: Int32 = 0, travel: Int32 = 0, after: Int32 = 0, openAfter: [Range<Int32>]? = nil
  ) -> (graph: RoutingGraph, arc: ID<Arc>) {
    var builder = RoutingGraphBuilder(epoch: Instant(seconds: 0))
    let (tail, head) = (builder.addNode(), builder.addNode())
    let arc = builder.addArc(
      ArcSpec(
        from: tail, to: head, openBefore: open.map { builder.addWindow($0) },
        schedule: departures.map { builder.addSchedule(departures: $0, durations: durations) },
        lead: lead, travel: travel, after: after,
        openAfter: openAfter.map { builder.addWindow($0) }))
    return (builder.build(), arc)
  }

  @Test("a truck at once needs its travel time")
  func atOnce() {
    let (graph, arc) = arc(lead: 5, travel: 60, after: 7)
    #expect(
      graph.traverse(arc, from: 100)
        == Traversal(start: 100, opened: 100, departure: 105, arrival: 165, released: 172, end: 172)
    )
  }

  @Test("cargo waits for opening, cut-off, departure, release and opening again")
  func everything() {
    let (graph, arc) = arc(
      open: [0..<10, 50..<90], departures: [60, 120, 240], durations: [30, 30, 30], lead: 20,
      travel: 5, after: 15, openAfter: [0..<170, 200..<300])
    #expect(
      graph.traverse(arc, from: 10)
        == Traversal(
          start: 10, opened: 50, departure: 120, arrival: 155, released: 170, end: 200))
  }

  @Test(
    "an interval includes its first second and not its last bound",
    arguments: [(9, 10), (10, 10), (19, 19), (20, 30), (39, 39)])
  func intervals(start: Int32, opened: Int32) {
    let (graph, arc) = arc(open: [10..<20, 30..<40])
    #expect(graph.traverse(arc, from: start)?.opened == opened)
  }

  @Test("after the last opening or departure there is no traversal")
  func noMore() {
    let (window, first) = arc(open: [10..<20])
    #expect(window.traverse(first, from: 20) == nil)
    let (schedule, second) = arc(departures: [10, 20], lead: 5)
    #expect(schedule.traverse(second, from: 15)?.departure == 20)
    #expect(schedule.traverse(second, from: 16) == nil)
    let (never, third) = arc(departures: [])
    #expect(never.traverse(third, from: 0) == nil)
    let (closed, fourth) = arc(openAfter: [])
    #expect(closed.traverse(fourth, from: 0) == nil)
    #expect(closed.latestStart(of: fourth, endingBy: 1000) == nil)
  }

  @Test("a departure that is overtaken is not taken")
  func overtaking() {
    let (graph, arc) = arc(departures: [0, 10, 20], durations: [100, 20, 15])
    #expect(graph.traverse(arc, from: 0)?.departure == 10)
    #expect(graph.traverse(arc, from: 0)?.arrival == 30)
    #expect(graph.traverse(arc, from: 11)?.departure == 20)
  }

  @Test("of departures that arrive together the first is taken, of equal departures the fastest")
  func ties() {
    let (together, arc1) = arc(departures: [10, 20], durations: [20, 10])
    #expect(together.traverse(arc1, from: 0)?.departure == 10)
    let (equal, arc2) = arc(departures: [10, 10], durations: [20, 5])
    #expect(equal.traverse(arc2, from: 0)?.arrival == 15)
  }

  @Test("unsorted, empty, touching and overlapping intervals are put in order")
  func untidyWindow() {
    let (graph, arc) = arc(open: [30..<40, 5..<5, 10..<20, 20..<25, 24..<31])
    #expect(graph.traverse(arc, from: 0)?.opened == 10)
    #expect(graph.traverse(arc, from: 27)?.opened == 27)
    #expect(graph.traverse(arc, from: 39)?.opened == 39)
    #expect(graph.traverse(arc, from: 40) == nil)
  }

  @Test("the longest spans from the latest time do not overflow")
  func limits() {
    let (limit, span) = (RoutingTime.timeLimit, RoutingTime.spanLimit)
    let (graph, arc) = arc(
      open: [-limit..<limit], departures: [limit], durations: [span], travel: span, after: span)
    #expect(graph.traverse(arc, from: -limit)?.end == limit + 3 * span)
    #expect(graph.latestStart(of: arc, endingBy: -limit) == nil)
  }

  @Test("a later start never ends earlier, and nothing ends before it starts", arguments: 0..<200)
  func firstInFirstOut(seed: Int) {
    let random = RandomGraph(seed: UInt64(seed))
    for arc in random.arcs {
      var last = Int32.min
      for time in (random.start - 30)...(random.start + 80) {
        let end = random.graph.traverse(arc, from: time)?.end ?? .max
        if end < time || end < last {
          Issue.record("seed \(seed), arc \(arc.index), time \(time)")
        }
        last = end
      }
    }
  }

  @Test("the latest start is the last of all starts that end in time", arguments: 0..<200)
  func inverse(seed: Int) {
    let random = RandomGraph(seed: UInt64(seed))
    let times = (random.start - 60)...(random.start + 90)
    for arc in random.arcs {
      let ends = times.map { random.graph.traverse(arc, from: $0)?.end ?? .max }
      // Ends never fall (the test above), so the starts that end in time are the first so many.
      var inTime = 0
      for bound in random.start...(random.start + 80) {
        while inTime < ends.count, ends[inTime] <= bound { inTime += 1 }
        let slow = inTime == 0 ? nil : times.lowerBound + Int32(inTime - 1)
        let fast = random.graph.latestStart(of: arc, endingBy: bound)
        // Below the tried times the slow twin is blind.
        let seen = fast.flatMap { times.contains($0) ? $0 : nil }
        if seen != slow { Issue.record("seed \(seed), arc \(arc.index), bound \(bound)") }
      }
    }
  }
}
