// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// All journeys to one target that are non-dominated in (arrival, cost, CO2e).
///
///     open ← {(source, start, no charges)}
///     while open is not empty
///       L ← the first of open by (time, cost, CO2e, arcs, sequence)
///       if the front of its node is as good in the charges: drop it    // and no later, by the order
///       add L to the front
///       for each arc a out of its node: M ← (head(a), end(a, time), charges + a)
///         add M to open unless it ends after the horizon, or the target's front is as good as
///         M's charges + the least that is still to be paid from there, or a cap is below that
///
/// Times never fall, so a label that leaves `open` and survives is final, and fronts need no times
/// (NAMOA* with dimension reduction). The least still to be paid is one Dijkstra backwards for cost
/// and one for CO2e. A budget ends the search early: the answer is then complete up to the arrival
/// at which it stopped. Exact in the triples.
///
/// Limits: of journeys that tie in all three the first label is kept at each node; a label that is
/// dominated there and would tie again behind it, with fewer arcs, is not looked for. Charges
/// depend on the arc alone. One target a run.
///
/// - Note: F. J. Pulido, L. Mandow, J. L. Pérez de la Cruz, "Dimensionality reduction in
///   multiobjective shortest path search", Computers & Operations Research 64 (2015).
public struct AlternativeJourneySearch {
  /// What ends or narrows a search.
  public struct Limits: Sendable, Hashable {
    public var horizon: Int32
    /// Fen.
    public var maxCost: Int64?
    /// Grams.
    public var maxCO2e: Int64?
    /// Labels kept, at all nodes together.
    public var labelBudget: Int?
    /// Arcs of `counted` in one journey.
    public var maxCounted: Int?

    public init(horizon: Int32) { self.horizon = horizon }
  }

  /// One number to be least, in place of the whole set.
  ///
  /// Money × 3,600 + `perHour` × seconds, money being cost and the price of CO2e in whole fen per
  /// arc, `carbonPrice` a tonne, rounded half up.
  public struct Weight: Sendable, Hashable {
    public var perHour: Int64
    public var carbonPrice: Int64

    public init(perHour: Int64, carbonPrice: Int64) {
      self.perHour = perHour
      self.carbonPrice = carbonPrice
    }
  }

  public struct Answer: Sendable {
    /// By arrival; one where a weight was given.
    public var journeys: [Journey] = []
    /// Labels kept.
    public var labels = 0
    public var isOverBudget = false
    /// Something that nothing within the limit was as good as was left out.
    public var isOverCost = false
    public var isOverCO2e = false
    public var isOverHorizon = false
  }

  private let graph: RoutingGraph
  /// By arc number; nil counts none.
  private let counted: [Bool]?
  private let limits: Limits
  private let weight: Weight?
  private let target: Int32
  private let start: Int32
  private let leastCosts: [Int64]
  private let leastEmissions: [Int64]

  private typealias Charges = AlternativeLabels.Charges
  private var labels = AlternativeLabels()
  /// Node → charges of the labels kept there; the target's ignore what was counted.
  private var fronts: [[Charges]]
  private var answer = Answer()
  private var found: [Int32] = []
  /// Least weight of a label at the target.
  private var leastWeight = Int128.max
  /// Charges that were left out for the horizon.
  private var late: [Charges] = []

  /// All alternatives, or with a `weight` the journey of least weight: of equals the earliest, then the cheapest, then the cleanest.
  public static func run(
    on graph: RoutingGraph, from source: ID<Node>, at start: Int32, to target: ID<Node>,
    limits: Limits, weight: Weight? = nil, counted: [Bool]? = nil
  ) -> Answer {
    var search = Self(
      graph: graph, target: target, start: start, limits: limits, weight: weight, counted: counted)
    return search.run(from: source)
  }

  private init(
    graph: RoutingGraph, target: ID<Node>, start: Int32, limits: Limits, weight: Weight?,
    counted: [Bool]?
  ) {
    precondition(
      RoutingTime.holds(start) && RoutingTime.holds(limits.horizon), "a time beyond the limit")
    self.graph = graph
    self.target = Int32(target.index)
    self.start = start
    self.limits = limits
    self.weight = weight
    self.counted = limits.maxCounted == nil ? nil : counted
    leastCosts = graph.leastSums(of: graph.costs, to: target)
    leastEmissions = graph.leastSums(of: graph.emissions, to: target)
    fronts = [[Charges]](repeating: [], count: graph.nodeCount)
  }

  private mutating func run(from source: ID<Node>) -> Answer {
    if start <= limits.horizon, leastCosts[source.index] != Int64.max {
      offer(
        AlternativeLabels.Label(
          charges: Charges(), time: start, node: Int32(source.index), parent: -1, arc: -1,
          arcCount: 0))
    }
    while let index = labels.popFirst() {
      let label = labels[index]
      guard !isBeaten(label.charges, at: label.node), !isHopeless(label) else { continue }
      if answer.labels == limits.labelBudget {
        answer.isOverBudget = true
        break
      }
      answer.labels += 1
      fronts[Int(label.node)].append(label.charges)
      if label.node == target { arrive(index, label) } else { extend(index, label) }
    }
    answer.isOverHorizon = late.contains { !isBeaten($0, at: target) }
    answer.journeys = found.compactMap { journey(to: $0) }
    return answer
  }

  private mutating func extend(_ index: Int32, _ label: AlternativeLabels.Label) {
    let node = Int(label.node)
    for slot in Int(graph.firstOut[node])..<Int(graph.firstOut[node + 1]) {
      let arc = graph.records[slot]
      guard leastCosts[Int(arc.head)] != Int64.max else { continue }
      var charges = label.charges
      charges.cost = ArcCharge.sum(charges.cost, graph.costs[slot])
      charges.co2e = ArcCharge.sum(charges.co2e, graph.emissions[slot])
      if let weight {
        charges.carbon = ArcCharge.sum(
          charges.carbon, ArcCharge.price(of: graph.emissions[slot], perMillion: weight.carbonPrice)
        )
      }
      if let counted, counted[Int(arc.arc)] { charges.counted += 1 }
      guard !isBeaten(charges, at: arc.head) else { continue }
      offer(
        AlternativeLabels.Label(
          charges: charges, time: graph.end(arc, from: label.time), node: arc.head, parent: index,
          arc: arc.arc,
          arcCount: label.arcCount + 1))
    }
  }

  private mutating func offer(_ label: AlternativeLabels.Label) {
    guard label.charges.counted <= limits.maxCounted ?? Int.max, !isHopeless(label) else { return }
    let least = leastCharges(label)
    if let cap = limits.maxCost, least.cost > cap {
      answer.isOverCost = true
    } else if let cap = limits.maxCO2e, least.co2e > cap {
      answer.isOverCO2e = true
    } else if label.time > limits.horizon {
      leaveLate(least)
    } else {
      labels.insert(label)
    }
  }

  private mutating func arrive(_ index: Int32, _ label: AlternativeLabels.Label) {
    fronts[Int(target)][fronts[Int(target)].count - 1].counted = 0
    guard let weight else {
      found.append(index)
      return
    }
    let sum = self.sum(label.charges, at: label.time, weight)
    if sum < leastWeight {
      leastWeight = sum
      found = [index]
    }
  }

  @inline(__always)
  private func isBeaten(_ charges: Charges, at node: Int32) -> Bool {
    for other in fronts[Int(node)] where other.isNoWorse(than: charges) { return true }
    return false
  }

  /// What a label must pay at least by the time it is at the target.
  private func leastCharges(_ label: AlternativeLabels.Label) -> Charges {
    var least = label.charges
    least.cost = ArcCharge.sum(least.cost, leastCosts[Int(label.node)])
    least.co2e = ArcCharge.sum(least.co2e, leastEmissions[Int(label.node)])
    return least
  }

  /// Whatever comes of it, something at the target is as good.
  private func isHopeless(_ label: AlternativeLabels.Label) -> Bool {
    let least = leastCharges(label)
    if let weight { return sum(least, at: label.time, weight) > leastWeight }
    return isBeaten(least, at: target)
  }

  private func sum(_ charges: Charges, at time: Int32, _ weight: Weight) -> Int128 {
    ArcCharge.weight(
      money: ArcCharge.sum(charges.cost, charges.carbon), perHour: weight.perHour,
      seconds: Int64(time) - Int64(start))
  }

  private mutating func leaveLate(_ least: Charges) {
    guard !late.contains(where: { $0.isNoWorse(than: least) }) else { return }
    late.removeAll { least.isNoWorse(than: $0) }
    late.append(least)
  }

  private func journey(to index: Int32) -> Journey? {
    var steps: [Journey.Step] = []
    var time = start
    for arc in labels.arcs(of: index) {
      let id = ID<Arc>(Int(arc))
      guard let traversal = graph.traverse(id, from: time) else { return nil }
      steps.append(Journey.Step(arc: id, traversal: traversal))
      time = traversal.end
    }
    let label = labels[index]
    return Journey(
      steps: steps, start: start, arrival: label.time, cost: label.charges.cost,
      co2e: label.charges.co2e)
  }
}
