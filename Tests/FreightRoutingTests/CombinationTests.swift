// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightTestSupport
import Testing

@testable import FreightRouting

/// Patterns over the modes of the main hauls.
@Suite struct CombinationTests {
  /// Every sequence of up to so many main hauls.
  private static func sequences(upTo length: Int) -> [[Mode]] {
    var all: [[Mode]] = [[]]
    var last = all
    for _ in 0..<length {
      last = last.flatMap { sequence in Mode.allCases.map { sequence + [$0] } }
      all += last
    }
    return all
  }

  private static func accepts(_ combination: Combination, _ hauls: [Mode]) -> Bool {
    var state = 0
    for haul in hauls {
      guard let next = combination.automaton.state(after: state, by: haul) else { return false }
      state = next
    }
    return combination.automaton.accepts[state]
  }

  @Test(
    arguments: [
      ("sea-rail", [[.rail, .sea], [.sea, .road, .rail]], [[.rail], [.rail, .sea, .air], []]),
      (
        "river-sea", [[.river, .sea], [.road, .river, .sea, .sea]],
        [[.river], [.river, .sea, .rail]]
      ),
      ("air-road-rail", [[.air, .rail], [.rail, .road, .air]], [[.air], [.air, .rail, .sea]]),
      (
        "rail-road-water", [[.rail, .river], [.sea, .rail], [.rail, .sea, .river]],
        [[.rail], [.rail, .sea, .air]]
      ),
      (
        "rail>sea+", [[.rail, .sea], [.rail, .sea, .sea]],
        [[.rail], [.sea, .rail], [.rail, .road]]
      ),
      (
        "river > sea > road?", [[.river, .sea], [.river, .sea, .road]],
        [[.river, .sea, .road, .road]]
      ),
      ("any*>air", [[.air], [.road, .air], [.air, .air]], [[], [.air, .road]]),
      ("sea|river>any", [[.sea, .air], [.river, .river]], [[.rail, .air], [.sea]]),
    ] as [(String, [[Mode]], [[Mode]])])
  func `a combination takes these main hauls and not those`(
    text: String, taken: [[Mode]], refused: [[Mode]]
  ) throws {
    let combination = try Combination(text)
    for hauls in taken { #expect(Self.accepts(combination, hauls), "\(text) \(hauls)") }
    for hauls in refused { #expect(!Self.accepts(combination, hauls), "\(text) \(hauls)") }
  }

  @Test(arguments: 0..<60)
  func `automaton, derivatives and plain matching agree on every sequence`(seed: Int) throws {
    var random = SplitMix64(seed: seed)
    let text = seed < 4 ? Combination.names[seed] : random.pattern()
    let combination = try Combination(text)
    for hauls in Self.sequences(upTo: 5) {
      let plain = ReferenceDemand.accepts(hauls, combination)
      #expect(
        Self.accepts(combination, hauls) == plain, "seed \(seed), \(text), \(hauls)")
      #expect(
        ReferenceDemand.acceptsByDerivatives(hauls, combination) == plain,
        "seed \(seed), \(text), \(hauls)")
    }
  }

  @Test func `states that accept the same are one`() throws {
    #expect(try Combination("any*").stateCount == 1)
    #expect(try Combination("rail>sea+").stateCount == 3)
    #expect(try Combination("sea-rail").stateCount == 4)
    #expect(try Combination("rail|sea>any*>any*").stateCount == 2)
  }

  @Test func `everything wrong with a pattern is named at once`() {
    #expect(
      throws: Combination.Faults(list: [.unknownWord("ral"), .emptyStep, .unknownWord("shp")])
    ) {
      try Combination("ral>+>sea|shp*")
    }
    #expect(throws: Combination.Faults(list: [.emptyStep])) { try Combination("") }
    #expect(throws: Combination.Faults(list: [.tooManyStates])) {
      try Combination("any*>sea>" + Array(repeating: "any", count: 20).joined(separator: ">"))
    }
    #expect(throws: Combination.Faults(list: [.tooManyStates])) {
      try Combination(Array(repeating: "sea", count: 80).joined(separator: ">"))
    }
  }
}

extension SplitMix64 {
  /// One to four steps of modes, alternatives or `any`, with and without a suffix.
  mutating func pattern() -> String {
    let words = Mode.allCases.map(\.rawValue)
    return (0..<integer(1..<5)).map { _ in
      var step = chance(25) ? "any" : pick(words)
      if chance(25) { step += "|" + pick(words) }
      return step + pick(["", "", "+", "*", "?"])
    }.joined(separator: ">")
  }
}
