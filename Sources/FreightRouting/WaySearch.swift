// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// A seat as cargo sees it: services with the same key are neighbours, and cargo may change from one to the other.
public struct SeatKey: Sendable, Hashable {
  public var from: ID<Place>
  public var to: ID<Place>
  public var mode: Mode?
  /// Taken by cargo that is export-cleared.
  public var isCleared: Bool

  public init(from: ID<Place>, to: ID<Place>, mode: Mode?, isCleared: Bool) {
    self.from = from
    self.to = to
    self.mode = mode
    self.isCleared = isCleared
  }
}

/// Ways between two places that hold on any calendar: sequences of moves, a seat standing for all services between its places.
///
/// Through each seat of the router leads a best way from the origin to the destination; those are ranked, once by the times under way
/// alone and once with the wait to be expected (half the interval between the departures), and the first are kept, of
/// each gateway a few, besides the best by road alone. Which of them is best on a date is for who takes it.
///
/// Not supported: ways that pass a place twice; what is demanded of a way (`combination`, `via`).
public struct WaySearch: Sendable {
  public struct Limits: Sendable, Hashable {
    /// Ways of each ranking, and of those the ones with the same last seat out of the home area.
    public var ways = 14
    public var waysOfGateway = 4

    public init() {}
  }

  /// What a way is looked for with: by time, or by money and time.
  private struct Ranking {
    /// Only the best way is kept, without a seat.
    var isByRoad = false
    /// By arc.
    var weights: [Int64]
    var from: [LeastSumTree] = []
  }

  public let router: Router
  /// Seats by key, each service once, in the order of the network's services.
  public let seats: [SeatKey: [PathStage]]
  private let limits: Limits
  private var rankings: [Ranking]
  private let origins: [ID<Place>]
  /// Arcs through which ways are looked for, one of each group of neighbours, with where they leave the home area.
  private let seatArcs: [(arc: ID<Arc>, gateway: ID<Place>?)]

  /// Prepares ways from some origins.
  ///
  /// - Parameters:
  ///   - router: Every service that is to be taken must depart in its weeks.
  ///   - origins: Places of the customs area that the router was compiled for.
  ///   - objective: Ranks the ways.
  ///   - limits: How many are kept.
  ///   - intervals: Service → mean seconds between its departures.
  /// - Complexity: A tree of least sums for each origin and ranking.
  public init(
    _ router: Router, from origins: [ID<Place>], objective: Objective, limits: Limits = Limits(),
    intervals: [ID<Service>: Int64] = [:]
  ) {
    self.router = router
    self.origins = origins
    self.limits = limits
    let graph = router.graph
    var groups: [Group: [ID<Arc>]] = [:]
    var order: [Group] = []
    for number in 0..<router.arcCount {
      let arc = ID<Arc>(number)
      let meaning = router.meaning(of: arc)
      guard meaning.kind == .seat else { continue }
      let group = Group(
        tail: graph.tail(of: arc), head: graph.head(of: arc), mode: meaning.mode)
      if groups[group] == nil { order.append(group) }
      groups[group, default: []].append(arc)
    }
    var seats: [SeatKey: [PathStage]] = [:]
    var first: [ID<Arc>] = []
    var waits: [Int: Int64] = [:]
    var passedOver: Set<ID<Arc>> = []
    for group in order {
      let arcs = groups[group] ?? []
      guard
        let quickest = arcs.min(by: {
          (graph.leastSpan(of: $0), $0.index) < (graph.leastSpan(of: $1), $1.index)
        })
      else { continue }
      first.append(quickest)
      passedOver.formUnion(arcs.filter { $0 != quickest })
      var perSecond = 0.0
      for arc in arcs {
        if case .service(let id) = router.meaning(of: arc).row {
          perSecond += 1 / Double(max(1, intervals[id] ?? secondsPerWeek))
        }
      }
      waits[quickest.index] = perSecond > 0 ? Int64(0.5 / perSecond) : 0
      let key = router.key(of: quickest)
      var known = seats[key] ?? []
      for arc in arcs {
        let stage = router.timeless(arc)
        let isKnown = known.contains {
          $0.service == stage.service && $0.boards == stage.boards && $0.alights == stage.alights
        }
        if !isKnown { known.append(stage) }
      }
      seats[key] = known
    }
    self.seats = seats
    seatArcs = first.map { arc in
      let meaning = router.meaning(of: arc)
      return (arc, router.isHome(meaning.from) && !router.isHome(meaning.to) ? meaning.from : nil)
    }
    let charges = objective.prices.map { prices in
      (0..<router.arcCount).map { WeighedCharge.weight(router.timeless(ID($0)), prices) }
    }
    let hour = objective.prices?.valueOfTime.count ?? 1
    rankings = []
    for (countsWaits, isByRoad) in [(false, false), (true, false), (true, true)] {
      let weights = (0..<router.arcCount).map { number -> Int64 in
        let arc = ID<Arc>(number)
        let meaning = router.meaning(of: arc)
        guard meaning.kind != .seat || !(isByRoad || passedOver.contains(arc)) else {
          return LeastSumTree.unreached
        }
        var seconds = Int64(graph.leastSpan(of: arc))
        if countsWaits {
          seconds += waits[number] ?? 0
          if case .lineHaul(let row) = meaning.row {
            seconds +=
              secondsPerDay / Int64(2 * max(1, router.network.lineHauls[row].departures.count))
          }
        }
        return (charges?[number] ?? 0) + hour * seconds
      }
      var ranking = Ranking(isByRoad: isByRoad, weights: weights)
      ranking.from = origins.map {
        LeastSumTree(on: graph, .from, CargoState.node(.ready, at: $0), weights: weights)
      }
      rankings.append(ranking)
    }
  }

  private struct Group: Hashable {
    var tail: ID<Node>
    var head: ID<Node>
    var mode: Mode?
  }

  /// The ways from each origin to a place, the best first.
  ///
  /// - Returns: By origin; empty where there is none.
  /// - Complexity: A tree of least sums for each ranking, and a sum for each origin and seat.
  public func ways(to destination: ID<Place>) -> [[[PathStage]]] {
    var found = [[[ID<Arc>]]](repeating: [], count: origins.count)
    for ranking in rankings {
      let tree = LeastSumTree(
        on: router.graph, .to, CargoState.node(.delivered, at: destination),
        weights: ranking.weights)
      for origin in origins.indices {
        for way in ways(ranking.from[origin], tree, ranking)
        where !found[origin].contains(way) {
          found[origin].append(way)
        }
      }
    }
    return found.map { ways in ways.map { router.timeless($0) } }
  }

  /// Ways looked at for one that is kept, at most.
  private static let triesOfWay = 4
  /// Ways that leave the home area by the same seat, at most: more differ only in how they get there.
  private static let waysOfExit = 2

  private func ways(
    _ out: LeastSumTree, _ back: LeastSumTree, _ ranking: Ranking
  ) -> [[ID<Arc>]] {
    let graph = router.graph
    let least = out.sum(at: back.root)
    guard least != LeastSumTree.unreached else { return [] }
    var ways = [out.arcs(at: back.root)]
    guard !ranking.isByRoad else { return ways }
    // What takes three times as long, and two days more, is not sensible.
    let most = 3 * least + 2 * secondsPerDay
    let ranked = seatArcs.compactMap { arc, gateway -> Through? in
      let (before, after) = (out.sum(at: graph.tail(of: arc)), back.sum(at: graph.head(of: arc)))
      guard before < most, after < most else { return nil }
      let sum = before + ranking.weights[arc.index] + after
      return sum <= most ? Through(sum: sum, arc: arc, gateway: gateway) : nil
    }.sorted { ($0.sum, $0.arc.index) < ($1.sum, $1.arc.index) }
    var ofGateway: [ID<Place>: Int] = [:]
    var ofExit: [ID<Arc>: Int] = [:]
    var tries = Self.triesOfWay * limits.ways
    for through in ranked where ways.count < limits.ways && tries > 0 {
      if let gateway = through.gateway, ofGateway[gateway, default: 0] >= limits.waysOfGateway {
        continue
      }
      tries -= 1
      let way =
        out.arcs(at: graph.tail(of: through.arc)) + [through.arc]
        + back.arcs(at: graph.head(of: through.arc))
      guard !ways.contains(way), isSimple(way) else { continue }
      let last = way.last { arc in
        let meaning = router.meaning(of: arc)
        return meaning.kind == .seat && router.isHome(meaning.from)
      }
      if let gateway = last.map({ router.meaning(of: $0).from }) {
        guard ofGateway[gateway, default: 0] < limits.waysOfGateway else { continue }
        if let last {
          guard ofExit[last, default: 0] < Self.waysOfExit else { continue }
          ofExit[last, default: 0] += 1
        }
        ofGateway[gateway, default: 0] += 1
      }
      ways.append(way)
    }
    return ways
  }

  /// A way through a seat.
  private struct Through {
    var sum: Int64
    var arc: ID<Arc>
    /// Place from which the seat leaves the home area.
    var gateway: ID<Place>?
  }

  /// It passes no place twice.
  private func isSimple(_ way: [ID<Arc>]) -> Bool {
    var left: Set<ID<Place>> = []
    for arc in way {
      let meaning = router.meaning(of: arc)
      guard meaning.from != meaning.to else { continue }
      guard !left.contains(meaning.to) else { return false }
      left.insert(meaning.from)
    }
    return true
  }
}

extension Router {
  func isHome(_ place: ID<Place>) -> Bool { network.territory(of: place).customsArea == homeArea }

  /// An arc as a stage, for any date.
  func timeless(_ arc: ID<Arc>) -> PathStage { stage(meaning(of: arc), timelessTraversal(of: arc)) }

  /// A way as stages, for any date; handling is part of the move by road that it is for.
  func timeless(_ way: [ID<Arc>]) -> [PathStage] {
    path(way.map { (meaning(of: $0), timelessTraversal(of: $0)) }, from: 0, arriving: 0).stages
  }

  private func timelessTraversal(of arc: ID<Arc>) -> Traversal {
    let (travel, after) = (graph.travel(of: arc), graph.after(of: arc))
    return Traversal(
      start: 0, opened: 0, departure: 0, arrival: travel, released: travel + after,
      end: travel + after)
  }

  func key(of seat: ID<Arc>) -> SeatKey {
    let meaning = meaning(of: seat)
    let nodes = network.places.count * CargoState.allCases.count
    let state = CargoState(node: graph.tail(of: seat).index % nodes)
    return SeatKey(
      from: meaning.from, to: meaning.to, mode: meaning.mode,
      isCleared: state.isInTransit)
  }
}
