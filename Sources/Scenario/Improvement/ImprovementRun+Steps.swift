// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import Quantities

/// Several changes where one is not enough.
extension ImprovementRun {
  /// Most changes on top of each other.
  private static let mostSteps = 5

  /// Adds the change that takes most hours off, again and again, until the city is in.
  ///
  /// Greedy: a cheaper set may exist. Degrees are then brought down, the last change first, as far as
  /// the city stays in.
  func bundle(
    _ improvement: inout Improvement, _ city: CityResult, _ base: CoverageResult
  ) throws {
    let id = network.places[city.place].id
    var made: [(kind: Remedy.Kind, candidate: Candidate, degree: Int)] = []
    var now = city.statistic
    var runs = 0
    while made.count < Self.mostSteps, now ?? .max > city.targetSeconds {
      let before = made.map { $0.candidate.degrees[$0.degree].change }
      guard
        let state = before.isEmpty
          ? network
          : changed(
            before[before.count - 1],
            after: Array(before.dropLast()))?.network,
        let query = query(in: state), let place = state.findPlace(id)
      else { break }
      let trials = try finder(place, in: state, query).candidates().flatMap { candidate in
        (candidate.isMonotone
          ? [candidate.degrees.count - 1] : Array(candidate.degrees.indices))
          .map { (candidate, $0) }
      }.filter { trial in !before.contains(trial.0.degrees[trial.1].change) }
      let found: [Int64?] = spread(trials.count, over: self.query.threads) { next, put in
        while let number = next() {
          let (candidate, degree) = trials[number]
          put(
            number,
            changed(candidate.degrees[degree].change, after: before)
              .flatMap { statistic(of: id, under: $0) })
        }
      }
      runs += trials.count
      // Among those that help most, or enough, the least effort.
      let best = trials.indices.filter { (found[$0] ?? .max) < now ?? .max }.min { a, b in
        let (x, y) = (trials[a].0.degrees[trials[a].1], trials[b].0.degrees[trials[b].1])
        let reach = { (seconds: Int64?) in max(seconds ?? .max, city.targetSeconds) }
        return (reach(found[a]), x.effort, x.yaml) < (reach(found[b]), y.effort, y.yaml)
      }
      guard let best else { break }
      made.append((trials[best].0.kind, trials[best].0, trials[best].1))
      now = found[best]
    }
    if now ?? .max <= city.targetSeconds { runs += bringDown(&made, id, city.targetSeconds) }
    improvement.runs += runs
    improvement.steps = steps(made, city, base)
  }

  /// The least degree of each change with which the city stays in; changes that are not needed go.
  private func bringDown(
    _ made: inout [(kind: Remedy.Kind, candidate: Candidate, degree: Int)], _ id: String,
    _ target: Int64
  ) -> Int {
    var runs = 0
    func suffices(_ tried: [(kind: Remedy.Kind, candidate: Candidate, degree: Int)]) -> Bool {
      let changes = tried.map { $0.candidate.degrees[$0.degree].change }
      guard let last = changes.last, let change = changed(last, after: Array(changes.dropLast()))
      else { return false }
      runs += 1
      return statistic(of: id, under: change).map { $0 <= target } ?? false
    }
    for number in made.indices.reversed() {
      var without = made
      without.remove(at: number)
      if suffices(without) {
        made = without
        continue
      }
      guard made[number].candidate.isMonotone else { continue }
      for degree in 0..<made[number].degree {
        var tried = made
        tried[number].degree = degree
        guard suffices(tried) else { continue }
        made = tried
        break
      }
    }
    return runs
  }

  private func steps(
    _ made: [(kind: Remedy.Kind, candidate: Candidate, degree: Int)], _ city: CityResult,
    _ base: CoverageResult
  ) -> [Remedy] {
    let id = network.places[city.place].id
    var before = city.statistic
    return made.indices.compactMap { number in
      let degree = made[number].candidate.degrees[made[number].degree]
      let others = made[..<number].map { $0.candidate.degrees[$0.degree].change }
      guard
        var remedy = confirmed(
          made[number].kind, degree, base, tier: city.tier, after: Array(others)),
        let change = changed(degree.change, after: Array(others))
      else { return nil }
      remedy.before = before
      remedy.after = statistic(of: id, under: change)
      before = remedy.after
      return remedy
    }
  }
}
