// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// The product of the network's arcs with what is demanded of the way.
extension RouterCompiler {
  /// Adds each arc in every layer in which it can be reached and from which cargo can be delivered.
  ///
  /// Arcs keep their order, those of one arc stand by layer, so that ties are broken as without layers.
  ///
  /// - Returns: The number in `specs` of each arc of the graph.
  /// - Complexity: O(layers × (nodes + arcs)).
  mutating func addLayers(_ layers: DemandLayers, _ specs: [ArcSpec]) -> [Int32] {
    let nodes = network.places.count * CargoState.allCases.count
    for _ in nodes..<nodes * layers.count { _ = builder.addNode() }
    let product = LayeredArcs(
      layers: layers, nodeCount: nodes, arcs: zip(specs, meanings).map { LayeredArcs.Arc($0, $1) })
    let starts = network.places.indices.filter { usable[$0] && isHome(ID($0)) }
      .map { CargoState.node(.ready, at: ID($0)).index }
    let reached = product.reached(from: starts)
    let rows = product.rows(in: reached)
    let useful = product.leadingOn(rows, reached)
    var numbers: [Int32] = []
    for row in rows where useful[row.head] {
      var arc = specs[row.arc]
      arc.tail = ID(row.tail)
      arc.head = ID(row.head)
      _ = builder.addArc(arc)
      numbers.append(Int32(row.arc))
    }
    return numbers
  }
}

/// Arcs between states, and the layers that they lead through.
struct LayeredArcs {
  struct Arc {
    var tail, head: Int
    var haul: Mode?

    init(tail: Int, head: Int, haul: Mode?) {
      (self.tail, self.head, self.haul) = (tail, head, haul)
    }

    init(_ spec: ArcSpec, _ meaning: ArcMeaning) {
      self.init(tail: spec.tail.index, head: spec.head.index, haul: meaning.haul)
    }
  }

  /// An arc in a layer; its ends are layer × nodes + node.
  struct Row {
    var tail, head: Int
    var arc: Int
  }

  let layers: DemandLayers
  let nodeCount: Int
  let arcs: [Arc]

  /// Layer and node → reached from one of the nodes, which stand in layer 0.
  func reached(from starts: [Int]) -> [Bool] {
    let out = ArcsByNode(arcs.map(\.tail), nodes: nodeCount)
    return flood(layers.count * nodeCount, from: starts) { node, visit in
      for arc in out[node % nodeCount] {
        if let head = head(of: arcs[arc], from: node / nodeCount) { visit(head) }
      }
    }
  }

  /// Every arc in every layer in which its tail is reached, by arc, then by layer.
  func rows(in reached: [Bool]) -> [Row] {
    var rows: [Row] = []
    for (number, arc) in arcs.enumerated() {
      for layer in 0..<layers.count where reached[layer * nodeCount + arc.tail] {
        guard let head = head(of: arc, from: layer) else { continue }
        rows.append(Row(tail: layer * nodeCount + arc.tail, head: head, arc: number))
      }
    }
    return rows
  }

  /// Layer and node → cargo that is there can be delivered, to a place or to a point near one.
  func leadingOn(_ rows: [Row], _ reached: [Bool]) -> [Bool] {
    let into = ArcsByNode(rows.map(\.head), nodes: reached.count)
    let ends = reached.indices.filter { index -> Bool in
      guard reached[index] else { return false }
      let layer = index / nodeCount
      switch CargoState(node: index % nodeCount) {
      case .delivered: return layer == 0
      case .freeA, .freeD: return layers.acceptingAfterRoad.contains(layer)
      default: return false
      }
    }
    return flood(reached.count, from: ends) { node, visit in
      for row in into[node] { visit(rows[row].tail) }
    }
  }

  private func head(of arc: Arc, from layer: Int) -> Int? {
    layers.layer(
      after: layer, haul: arc.haul, to: CargoState.place(of: ID(arc.head)),
      isDelivery: CargoState(node: arc.head) == .delivered
    ).map { $0 * nodeCount + arc.head }
  }
}

/// Rows by node: those of node *n* are contiguous and keep their order.
struct ArcsByNode {
  private var rows: [Int32]
  private var first: [Int32]

  init(_ keys: [Int], nodes: Int) {
    first = [Int32](repeating: 0, count: nodes + 1)
    for key in keys { first[key + 1] += 1 }
    for node in 0..<nodes { first[node + 1] += first[node] }
    var next = first
    rows = [Int32](repeating: 0, count: keys.count)
    for (row, key) in keys.enumerated() {
      rows[Int(next[key])] = Int32(row)
      next[key] += 1
    }
  }

  subscript(node: Int) -> some Sequence<Int> {
    rows[Int(first[node])..<Int(first[node + 1])].lazy.map { Int($0) }
  }
}

/// Node → visited when `spread` names the nodes that follow each visited one.
func flood(
  _ count: Int, from starts: [Int], _ spread: (_ node: Int, _ visit: (Int) -> Void) -> Void
) -> [Bool] {
  var visited = [Bool](repeating: false, count: count)
  var open: [Int] = []
  func visit(_ node: Int) {
    guard !visited[node] else { return }
    visited[node] = true
    open.append(node)
  }
  for start in starts { visit(start) }
  while let node = open.popLast() { spread(node, visit) }
  return visited
}
