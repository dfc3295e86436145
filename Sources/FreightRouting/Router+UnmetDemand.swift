// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import Quantities
import RoutingCore

/// Why a place that can be reached is not reached in the way that is demanded, times aside.
struct UnmetDemand {
  let router: Router
  let origin: ID<Place>
  let target: ID<Place>
  private let arcs: [LayeredArcs.Arc]
  private let out: ArcsByNode
  private let nodeCount: Int

  init(_ router: Router, from origin: ID<Place>, to target: ID<Place>) {
    self.router = router
    self.origin = origin
    self.target = target
    nodeCount = router.network.places.count * CargoState.allCases.count
    arcs = zip(router.ends, router.meanings).map {
      LayeredArcs.Arc(tail: Int($0.tail), head: Int($0.head), haul: $1.haul)
    }
    out = ArcsByNode(arcs.map(\.tail), nodes: nodeCount)
  }

  /// The reason; the place can be reached when nothing is demanded.
  var reason: Unreachable {
    let options = router.options
    let via = options.viaPlaces(in: router.network)
    if !via.isEmpty, !isMet(by: DemandLayers(nil, via: via)) {
      return notVia(whyNotVia(via))
    }
    if let combination = options.combination {
      if !isMet(by: DemandLayers(combination, via: [])) {
        return notBy(combination, whyNot(combination))
      }
      if isMet(by: DemandLayers(combination, via: via)) {
        return notBy(combination, tooLate)
      }
      return notBy(combination, text("combination.why.via"))
    }
    return notVia(tooLate)
  }

  /// A sentence of both languages as an argument of another.
  private func text(_ key: String, _ arguments: String...) -> String {
    Messages.name(
      en: Messages.text(key, arguments, in: .en), zh: Messages.text(key, arguments, in: .zh))
  }

  private var tooLate: String {
    text("combination.why.horizon", String(router.horizonSeconds / secondsPerDay))
  }

  private func notVia(_ why: String) -> Unreachable {
    Unreachable(
      code: "unreachable.via",
      arguments: [name(target), router.options.via.joined(separator: " > "), why])
  }

  private func notBy(_ combination: Combination, _ why: String) -> Unreachable {
    let word =
      combination.isNamed ? text("combination.\(combination.text)") : combination.text
    return Unreachable(code: "unreachable.combination", arguments: [name(target), word, why])
  }

  private func name(_ place: ID<Place>) -> String {
    let place = router.network.places[place]
    return Messages.name(en: place.nameEN, zh: place.nameZH)
  }

  private func isMet(by layers: DemandLayers) -> Bool {
    let product = LayeredArcs(layers: layers, nodeCount: nodeCount, arcs: arcs)
    let start = CargoState.node(.ready, at: origin).index
    return product.reached(from: [start])[CargoState.node(.delivered, at: target).index]
  }

  private func whyNotVia(_ via: [ID<Place>?]) -> String {
    let done = via.indices.last { stage in
      // The last stage that some place beyond is reached in.
      reaches(anywhereAfter: Array(via[...stage]))
    }
    guard let done else { return text("combination.why.via_first", router.options.via[0]) }
    let names = via.map { $0.map(name) ?? "" }
    guard done + 1 < via.count else { return text("combination.why.via_beyond", names[done]) }
    return text("combination.why.via_after", names[done + 1], names[done])
  }

  private func reaches(anywhereAfter via: [ID<Place>?]) -> Bool {
    let layers = DemandLayers(nil, via: via)
    let product = LayeredArcs(layers: layers, nodeCount: nodeCount, arcs: arcs)
    let reached = product.reached(from: [CargoState.node(.ready, at: origin).index])
    return reached[via.count * nodeCount..<(via.count + 1) * nodeCount].contains(true)
  }

  // MARK: Which part of a combination

  private func whyNot(_ combination: Combination) -> String {
    let positions = CombinationPositions(combination.form)
    let done = progress(positions)
    switch combination.form {
    case .contains(let groups, _):
      let missing = groups.indices.filter { bit in !done.contains { $0 & (1 << UInt64(bit)) != 0 } }
      if let first = missing.first { return whyNoHaul(by: groups[first], after: nil) }
      guard done.contains(where: positions.accepts) else {
        return text("combination.why.apart", words(groups[0]), words(groups[1]))
      }
    case .sequence(let steps):
      let furthest = done.map { UInt64.bitWidth - 1 - $0.leadingZeroBitCount }.max() ?? 0
      if furthest < steps.count {
        let before = steps[..<furthest].map { words($0.modes) }
        return whyNoHaul(by: steps[furthest].modes, after: before)
      }
    }
    return text("combination.why.beyond")
  }

  /// Which positions or groups cargo from the origin can have done, wherever it is then.
  private func progress(_ positions: CombinationPositions) -> Set<UInt64> {
    guard let start = positions.start else { return [] }
    var seen: [Set<UInt64>] = Array(repeating: [], count: nodeCount)
    var open = [(CargoState.node(.ready, at: origin).index, start)]
    seen[open[0].0] = [start]
    var done: Set<UInt64> = [start]
    while let (node, bits) = open.popLast() {
      for arc in out[node] {
        var after = bits
        if let haul = arcs[arc].haul {
          guard let next = positions.after(bits, by: haul) else { continue }
          after = next
        }
        guard seen[arcs[arc].head].insert(after).inserted else { continue }
        done.insert(after)
        open.append((arcs[arc].head, after))
      }
    }
    return done
  }

  private func whyNoHaul(by modes: Set<Mode>, after before: [String]?) -> String {
    guard arcs.contains(where: { $0.haul.map(modes.contains) ?? false }) else {
      let word = "class." + router.consignment.cargoClass.rawValue
      return text("combination.why.class", words(modes), text(word))
    }
    if let before, !before.isEmpty {
      let names = Messages.name(
        en: before.map { Messages.inLanguage($0, .en) }.joined(separator: " > "),
        zh: before.map { Messages.inLanguage($0, .zh) }.joined(separator: " > "))
      return text("combination.why.after", words(modes), names)
    }
    return text("combination.why.first", words(modes), name(origin))
  }

  /// Modes as a sentence has them: “sea or river”.
  private func words(_ modes: Set<Mode>) -> String {
    if modes.count == Mode.allCases.count { return text("combination.any") }
    let keys = Mode.allCases.filter(modes.contains).map { "mode.\($0.rawValue)" }
    let joined = { (language: Language) in
      keys.map { Messages.text($0, in: language) }
        .joined(separator: language == .zh ? "或" : " or ")
    }
    return Messages.name(en: joined(.en), zh: joined(.zh))
  }
}
