// SPDX-License-Identifier: GPL-3.0-or-later
package import FreightModel

/// A demand on the modes of the main hauls: `sea-rail`, or a pattern such as `rail>sea+`.
///
/// Main hauls are seats on services and line-haul, which counts as road; trucks and vans that leave
/// at once are free everywhere. A pattern names all main hauls in their order: steps joined by `>`,
/// a step being a mode, alternatives (`sea|river`) or `any`, with `+` once or more, `*` any number
/// of times, `?` once or not at all. A named combination asks which modes occur, in any order, and
/// leaves road free.
public struct Combination: Sendable, Hashable {
  /// As it was written.
  public let text: String
  package let form: Form
  let automaton: CombinationAutomaton

  package enum Form: Sendable, Hashable {
    /// A main haul by a mode of each group, none by a mode of `never`.
    case contains(groups: [Set<Mode>], never: Set<Mode>)
    /// All main hauls in order.
    case sequence([Step])
  }

  package struct Step: Sendable, Hashable {
    package var modes: Set<Mode>
    package var isOptional = false
    package var repeats = false
  }

  /// The combinations that planners know by name.
  public static let names = ["air-road-rail", "rail-road-water", "sea-rail", "river-sea"]
  /// The words that a step may have.
  public static let words = Mode.allCases.map(\.rawValue) + ["any"]
  /// States of the automaton at most: each is a copy of the network in the search.
  public static let stateLimit = 32

  /// What is wrong with a text.
  public enum Fault: Sendable, Hashable {
    case unknownWord(String)
    /// A step or an alternative without a word.
    case emptyStep
    /// The automaton would have more states than `stateLimit`.
    case tooManyStates
  }

  /// All that is wrong with a text, in its order.
  public struct Faults: Error, Sendable, Hashable {
    public var list: [Fault]
  }

  public init(_ text: String) throws(Faults) {
    let form: Form
    if let named = Self.named(text) { form = named } else { form = .sequence(try Self.steps(text)) }
    guard let automaton = CombinationAutomaton(form, limit: Self.stateLimit) else {
      throw Faults(list: [.tooManyStates])
    }
    self.text = text
    self.form = form
    self.automaton = automaton
  }

  /// States of the automaton.
  public var stateCount: Int { automaton.count }
  public var isNamed: Bool { Self.names.contains(text) }

  private static func named(_ text: String) -> Form? {
    switch text {
    case "air-road-rail": .contains(groups: [[.air], [.rail]], never: [.sea, .river])
    case "rail-road-water": .contains(groups: [[.rail], [.sea, .river]], never: [.air])
    case "sea-rail": .contains(groups: [[.rail], [.sea]], never: [.air, .river])
    case "river-sea": .contains(groups: [[.river], [.sea]], never: [.air, .rail])
    default: nil
    }
  }

  private static func steps(_ text: String) throws(Faults) -> [Step] {
    var faults: [Fault] = []
    var steps: [Step] = []
    for part in text.split(separator: ">", omittingEmptySubsequences: false) {
      var body = trimmed(part)
      var step = Step(modes: [])
      if let last = body.last, "+*?".contains(last) {
        step.isOptional = last != "+"
        step.repeats = last != "?"
        body = trimmed(body.dropLast())
      }
      for alternative in body.split(separator: "|", omittingEmptySubsequences: false) {
        let word = String(trimmed(alternative))
        if word == "any" {
          step.modes.formUnion(Mode.allCases)
        } else if let mode = Mode(rawValue: word) {
          step.modes.insert(mode)
        } else {
          faults.append(word.isEmpty ? .emptyStep : .unknownWord(word))
        }
      }
      steps.append(step)
    }
    guard faults.isEmpty else { throw Faults(list: faults) }
    return steps
  }

  private static func trimmed(_ text: Substring) -> Substring {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return text
  }
}
