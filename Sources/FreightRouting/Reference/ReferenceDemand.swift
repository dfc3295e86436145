// SPDX-License-Identifier: GPL-3.0-or-later
package import FreightModel
internal import Quantities

/// What is demanded of the way, told from the whole list of its main hauls.
///
/// Whether a way that has come to its end is accepted is read from that list by trying every way of
/// laying the pattern over it. On the way, two lists are interchangeable where the same is left to
/// do: Brzozowski's derivative of the pattern by the list, which is empty where nothing can help.
package struct ReferenceDemand: Sendable {
  /// What is left to do.
  struct Remainder: Hashable, Sendable {
    var expression = Expression.anything
    /// Places of `via` still to be passed.
    var via: [ID<Place>?] = []
  }

  private let form: Combination.Form?
  private let via: [ID<Place>?]

  init(_ options: RoutingOptions, in network: Network) {
    form = options.combination?.form
    var via: [ID<Place>?] = []
    var last: String?
    for id in options.via where id != last {
      via.append(network.findPlace(id))
      last = id
    }
    self.via = via
  }

  /// What a consignment that starts at a place has to do.
  func remainder(from origin: ID<Place>) -> Remainder {
    let remainder = Remainder(expression: form.map(Expression.init) ?? .anything, via: via)
    return passing(origin, remainder)
  }

  /// The move with what is left to do after it; nil where the demand is broken or, at the end, not met.
  func kept(_ move: Move, after label: Label) -> Move? {
    var remainder = label.state.remainder
    if let haul = move.haul { remainder.expression = remainder.expression.after(haul) }
    guard remainder.expression != .nothing else { return nil }
    remainder = passing(move.state.place, remainder)
    var move = move
    if move.state.phase == .delivered {
      let hauls = (label.trail + [move]).compactMap(\.haul)
      guard remainder.via.isEmpty, form.map({ Self.accepts(hauls, $0) }) ?? true
      else { return nil }
    } else {
      move.state.remainder = remainder
    }
    return move
  }

  private func passing(_ place: ID<Place>, _ remainder: Remainder) -> Remainder {
    var remainder = remainder
    if let next = remainder.via.first, next == place { remainder.via.removeFirst() }
    return remainder
  }

  /// Whether a list of main hauls is one that the combination asks for.
  package static func accepts(_ hauls: [Mode], _ combination: Combination) -> Bool {
    accepts(hauls, combination.form)
  }

  private static func accepts(_ hauls: [Mode], _ form: Combination.Form) -> Bool {
    switch form {
    case .contains(let groups, let never):
      groups.allSatisfy { group in hauls.contains { group.contains($0) } }
        && !hauls.contains { never.contains($0) }
    case .sequence(let steps): matches(hauls[...], steps[...])
    }
  }

  /// The first step takes any number of hauls that it may, the rest takes the rest.
  private static func matches(
    _ hauls: ArraySlice<Mode>, _ steps: ArraySlice<Combination.Step>
  ) -> Bool {
    guard let step = steps.first else { return hauls.isEmpty }
    let least = step.isOptional ? 0 : 1
    let most = step.repeats ? hauls.count : 1
    return (0...hauls.count).contains { count in
      count >= least && count <= most && hauls.prefix(count).allSatisfy(step.modes.contains)
        && matches(hauls.dropFirst(count), steps.dropFirst())
    }
  }

  /// Whether derivatives come to the same.
  package static func acceptsByDerivatives(_ hauls: [Mode], _ combination: Combination) -> Bool {
    hauls.reduce(Expression(combination.form)) { $0.after($1) }.acceptsNothingMore
  }

  /// A regular expression over modes; sets make equal what differs in order alone.
  indirect enum Expression: Hashable, Sendable {
    case nothing, end
    case one(Set<Mode>)
    case then(Expression, Expression)
    case either(Set<Expression>)
    case both(Set<Expression>)
    case many(Expression)

    static let anything = Expression.many(.one(Set(Mode.allCases)))

    init(_ form: Combination.Form) {
      switch form {
      case .contains(let groups, let never):
        let allowed = Set(Mode.allCases).subtracting(never)
        let parts = groups.map { group in
          Expression.anything.followed(by: .one(group)).followed(by: .anything)
        }
        self = .both(Set(parts + [.many(.one(allowed))]))
      case .sequence(let steps):
        self = steps.reduce(.end) { before, step in
          let one = Expression.one(step.modes)
          let some = step.repeats ? one.followed(by: .many(one)) : one
          return before.followed(by: step.isOptional ? .either([.end, some]) : some)
        }
      }
    }

    func followed(by next: Expression) -> Expression {
      if self == .nothing || next == .nothing { return .nothing }
      if self == .end { return next }
      if next == .end { return self }
      // Nested to the right, so that equal sequences are equal.
      if case .then(let first, let rest) = self { return .then(first, rest.followed(by: next)) }
      return .then(self, next)
    }

    static func oneOf(_ a: Expression, _ b: Expression) -> Expression {
      var parts: Set<Expression> = []
      for part in [a, b] where part != .nothing {
        if case .either(let inner) = part { parts.formUnion(inner) } else { parts.insert(part) }
      }
      if parts.isEmpty { return .nothing }
      return parts.count == 1 ? parts.first ?? .nothing : .either(parts)
    }

    var acceptsNothingMore: Bool {
      switch self {
      case .nothing, .one: false
      case .end, .many: true
      case .then(let a, let b): a.acceptsNothingMore && b.acceptsNothingMore
      case .either(let parts): parts.contains(where: \.acceptsNothingMore)
      case .both(let parts): parts.allSatisfy(\.acceptsNothingMore)
      }
    }

    /// What must follow this mode.
    func after(_ mode: Mode) -> Expression {
      switch self {
      case .nothing, .end: return .nothing
      case .one(let modes): return modes.contains(mode) ? .end : .nothing
      case .then(let a, let b):
        let inside = a.after(mode).followed(by: b)
        return a.acceptsNothingMore ? .oneOf(inside, b.after(mode)) : inside
      case .either(let parts): return parts.reduce(.nothing) { .oneOf($0, $1.after(mode)) }
      case .both(let parts):
        let after = Set(parts.map { $0.after(mode) })
        return after.contains(.nothing) ? .nothing : .both(after)
      case .many(let part): return part.after(mode).followed(by: self)
      }
    }
  }
}
