// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Coverage
import FreightModel
import FreightRouting
import NetworkIO
import Quantities
import Synchronization

/// A change made in a copy.
struct TriedChange {
  var network: Network
  var sentence: LocalizedText
  var rows: Int
  /// Trucks go as before: those ways can be taken over.
  var keepsRoads: Bool
}

extension ImprovementRun {
  /// Makes changes in a copy of the tables; nil where one of them cannot be made.
  func changed(
    _ change: NetworkChange, after others: [NetworkChange] = []
  ) -> TriedChange? {
    var desk = ChangeDesk(tables, scenario: "improve", log: ScenarioLog(file: "improve"))
    for change in others + [change] {
      ScenarioReader.run(change.parsed, at: .start, on: &desk)
    }
    guard desk.log.isEmpty, let read = try? desk.tables.read() else { return nil }
    let before = Set(tables.edited.flatMap(RowEdit.edits))
    let edits = desk.tables.edited.flatMap(RowEdit.edits).filter { !before.contains($0) }
    let sentence = desk.sentences.last ?? ("", [])
    return TriedChange(
      network: read.network,
      sentence: LocalizedText(
        en: Messages.text(sentence.key, sentence.arguments, in: .en),
        zh: Messages.text(sentence.key, sentence.arguments, in: .zh)), rows: edits.count,
      keepsRoads: Self.roadTables.isDisjoint(with: edits.map(\.table)))
  }

  /// Tables that decide where trucks can go.
  private static let roadTables: Set = [
    "place", "territory", "link", "crossing", "road_rule", "driver_rule", "parameter",
    "osm/road_distance",
  ]

  /// The least degree that brings the city in; greater ones are not tried.
  func least(
    _ candidate: Candidate, cityID: String, target: Int64
  ) -> (remedy: Remedy?, runs: Int) {
    var runs = 0
    func attempt(_ degree: Candidate.Degree) -> Remedy? {
      guard let change = changed(degree.change) else { return nil }
      runs += 1
      guard let seconds = statistic(of: cityID, under: change), seconds <= target else {
        return nil
      }
      var remedy = Remedy(candidate.kind, degree, change)
      remedy.after = seconds
      return remedy
    }
    if candidate.isMonotone, candidate.degrees.count > 1, let most = candidate.degrees.last {
      guard let greatest = attempt(most) else { return (nil, runs) }
      for degree in candidate.degrees.dropLast() {
        if let remedy = attempt(degree) { return (remedy, runs) }
      }
      return (greatest, runs)
    }
    for degree in candidate.degrees {
      if let remedy = attempt(degree) { return (remedy, runs) }
    }
    return (nil, runs)
  }

  /// The whole circle under a change: which cities it gains and loses; nil where it cannot be made.
  func confirmed(
    _ kind: Remedy.Kind, _ degree: Candidate.Degree, _ base: CoverageResult, tier: Int,
    after others: [NetworkChange] = []
  ) -> Remedy? {
    guard let change = changed(degree.change, after: others), let query = query(in: change.network),
      let after = try? circle(change.network, query)
    else { return nil }
    var remedy = Remedy(kind, degree, change)
    let comparison = Comparison(
      base: answer("base", network, base),
      scenarios: [
        ScenarioAnswer(
          answer: answer("changed", change.network, after), question: LocalizedText(en: "", zh: ""),
          changes: [], edits: [])
      ])
    for city in comparison.cityChanges(of: 0) {
      if city.status == .gained {
        remedy.gained.append(city.cityID)
        if city.before?.tier == tier { remedy.gainedInTier += 1 }
      }
      if city.status == .lost { remedy.lost.append(city.cityID) }
    }
    return remedy
  }

  private func answer(
    _ name: String, _ network: Network, _ circle: CoverageResult
  ) -> NetworkAnswer {
    NetworkAnswer(
      name: name, title: LocalizedText(en: name, zh: name), network: network, circle: circle,
      basket: [], demand: nil)
  }

  /// The question with the ids of a changed network.
  func query(in other: Network) -> CoverageQuery? {
    guard let origin = other.findPlace(network.places[query.origin].id) else { return nil }
    var query = query
    query.origin = origin
    query.threads = 1
    return query
  }

  func statistic(of cityID: String, under change: TriedChange) -> Int64? {
    let other = change.network
    guard let query = query(in: other), let city = other.findPlace(cityID) else { return nil }
    var runs = JourneyRuns(
      network: other, query: query, ways: change.keepsRoads ? ways : nil)
    let journeys = try? runs.run(
      from: query.origin, to: [city], query.consignment, objective: query.objective,
      options: query.options)
    return journeys?.first?.statistic
  }

  /// Candidates come from the itineraries of all counted ready times in a network with this query's ids.
  func finder(
    _ city: ID<Place>, in network: Network, _ query: CoverageQuery
  ) throws -> CandidateFinder {
    let router = try Router(
      network: network, consignment: query.consignment, origin: query.origin,
      options: query.options, week: query.week)
    let hours = try ReadyTimes(network: network, query: query)
    let runs = ReadyTimeRuns(
      router: router, origin: query.origin,
      readyTimes: hours.counted.map { hours.instants[$0] }, threads: query.threads,
      objective: query.objective)
    let itineraries = runs.map { search, _ in search.itinerary(to: city) }.compactMap(\.self)
    return CandidateFinder(
      network: network, origin: query.origin, cargoClass: query.consignment.cargoClass,
      itineraries: itineraries, city: city)
  }
}

extension Remedy {
  init(_ kind: Kind, _ degree: Candidate.Degree, _ change: TriedChange) {
    self.kind = kind
    made = degree.change
    sentence = change.sentence
    rows = change.rows
    effort = degree.effort
    (gained, lost, gainedInTier) = ([], [], 0)
  }
}

/// Counts candidates from any thread.
final class TriedCounter: Sendable {
  private let done = Atomic<Int>(0)
  private let total: Int
  private let report: @Sendable (Int, Int) -> Void

  init(of total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
    self.total = total
    self.report = report
  }

  func step() {
    report(done.wrappingAdd(1, ordering: .relaxed).newValue, total)
  }
}
