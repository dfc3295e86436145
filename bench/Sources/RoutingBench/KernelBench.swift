// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import RoutingCore

/// One-to-all runs and journeys on generated graphs, checked first against the reference.
enum KernelBench {
  static func run(into report: inout Report) {
    check()
    var smaller: [Measurement] = []
    for nodeCount in [1_500, 3_000, 6_000] {
      let generated = GeneratedGraph(nodeCount: nodeCount, days: 28, neighbours: 20, seed: 7)
      let figures = measure(generated)
      for (row, figure) in figures.enumerated() {
        report.add(
          name: figure.name, instance: "\(nodeCount) nodes", size: generated.graph.arcCount,
          checksum: figure.checksum, figure.times,
          growth: smaller.isEmpty ? nil : figure.times.median / smaller[row].median)
      }
      smaller = figures.map(\.times)
    }
  }

  private struct Figure {
    let name: String
    var checksum: UInt64 = 0
    var times = Measurement()
  }

  /// 168 ready times from one source; after every twelfth, journeys to forty targets and the voyage's end.
  private static func measure(_ generated: GeneratedGraph) -> [Figure] {
    var search = EarliestArrivalSearch(on: generated.graph)
    var journeys = BestJourneySearch(on: generated.graph)
    var toAll = Figure(name: "one-to-all")
    var toOne = Figure(name: "journey to one target")
    var slack = Figure(name: "journey, weeks of slack")
    let (source, nodes) = (generated.nodes[1], generated.nodes)
    search.run(from: source, at: 0, horizon: generated.horizon)
    for hour in 0..<Int32(168) {
      let start = threadCPUMilliseconds()
      search.run(from: source, at: hour * 3_600, horizon: generated.horizon)
      toAll.times.append(threadCPUMilliseconds() - start)
      for time in search.arrivals where time != RoutingTime.unreached {
        toAll.checksum &+= UInt64(time)
      }
      guard hour % 12 == 0 else { continue }
      for target in stride(from: 3, to: nodes.count, by: nodes.count / 40) {
        let start = threadCPUMilliseconds()
        let journey = journeys.journey(to: nodes[target], after: search)
        toOne.times.append(threadCPUMilliseconds() - start)
        toOne.checksum &+= UInt64(journey?.cost ?? 0)
      }
      let begin = threadCPUMilliseconds()
      let voyage = journeys.journey(to: generated.voyageEnd, after: search)
      slack.times.append(threadCPUMilliseconds() - begin)
      slack.checksum &+= UInt64(voyage?.cost ?? 0)
    }
    return [toAll, toOne, slack]
  }

  /// Stops unless searches and reference agree on small graphs of the same make.
  private static func check() {
    var reached = 0
    for seed in UInt64(1)...3 {
      let small = GeneratedGraph(
        nodeCount: 14, days: 7, neighbours: 4, hubEvery: 2, seed: seed)
      let reference = TimeExpandedSearch(on: small.builder)
      var search = EarliestArrivalSearch(on: small.graph)
      var journeys = BestJourneySearch(on: small.graph)
      for start in [0, 18_000] as [Int32] {
        let horizon = max(start + 3 * 86_400, small.horizon)
        let expected = reference.run(from: small.nodes[0], at: start, horizon: horizon)
        search.run(from: small.nodes[0], at: start, horizon: horizon)
        for node in small.nodes + [small.voyageEnd] {
          let found = journeys.journey(to: node, after: search).map {
            TimeExpandedSearch.Answer(
              arrival: $0.arrival, cost: $0.cost, co2e: $0.co2e, arcs: $0.steps.map(\.arc.index))
          }
          reached += found == nil ? 0 : 1
          if found != expected[node.index] {
            RoutingBench.stop(
              "seed \(seed): node \(node.index) differs from the reference", code: 1)
          }
        }
      }
    }
    guard reached >= 60 else { RoutingBench.stop("the check reaches too little", code: 1) }
  }
}
