// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities
import Synchronization

/// Ways that the routing core finds anew for cargo that was left behind; each question is asked once.
///
/// Answers depend on the question alone, so that it does not matter which replication asks first.
final class ReplanBook: Sendable {
  struct Question: Hashable {
    var place: ID<Place>
    var standing: CargoStanding
    var destination: ID<Place>
    var consignment: Consignment
    /// Four hours of the reference week.
    var slot: Int
    /// Boxes and shared boxes: planned to their arrival, however long it takes.
    var sails: Bool
    /// Id of the service that left it behind.
    var without: String
  }
  struct Answer: Sendable {
    var stages: [PathStage]
    var seconds: Int64
  }
  private struct ChangeKey: Hashable {
    var consignment: Consignment
    var without: String
  }
  /// A search that is used again, for what it allocates.
  private final class Desk {
    let router: Router
    var search: RouterSearch

    init(_ router: Router) {
      self.router = router
      search = RouterSearch(router)
    }
  }
  private struct State {
    var answers: [Question: Answer?] = [:]
    var desks: [Consignment: Desk] = [:]
    var changes: [ChangeKey: RouterChanges?] = [:]
    var ways: RoadWays?
  }
  static let slotSeconds = 4 * secondsPerHour
  private let network: Network
  private let origin: ID<Place>
  private let epoch: Instant
  private let state = Mutex(State())

  init(_ plans: RoutePlans) {
    network = plans.network
    epoch = plans.epoch
    origin = plans.network.demands.first?.origin ?? ID(0)
  }

  /// The earliest way from where the cargo stands; nil where there is none.
  func answer(_ question: Question) -> Answer? {
    state.withLock { state in
      if let known = state.answers[question] { return known }
      let answer = find(question, &state)
      state.answers[question] = .some(answer)
      return answer
    }
  }

  private func find(_ question: Question, _ state: inout State) -> Answer? {
    guard let desk = desk(question, &state) else { return nil }
    let key = ChangeKey(consignment: question.consignment, without: question.without)
    let changes: RouterChanges?
    if let known = state.changes[key] {
      changes = known
    } else {
      changes = try? desk.router.resolve([.cancel(service: question.without, window: nil)])
      state.changes[key] = .some(changes)
    }
    // A service that the router does not have is not taken anyway.
    let ready = epoch + Int64(question.slot) * Self.slotSeconds
    desk.search.run(from: question.standing, at: question.place, readyAt: ready, changes: changes)
    return desk.search.path(to: question.destination).map {
      Answer(stages: $0.stages, seconds: $0.arrive - ready)
    }
  }

  private func desk(_ question: Question, _ state: inout State) -> Desk? {
    let consignment = question.consignment
    if let known = state.desks[consignment] { return known }
    var options = RoutingOptions()
    if question.sails { options.horizonSeconds = RoutePlans.slowHorizonSeconds }
    guard
      let router = try? Router(
        network: network, consignment: consignment, origin: origin, options: options,
        week: network.header.referenceWeek, ways: state.ways)
    else { return nil }
    state.ways = router.ways
    let desk = Desk(router)
    state.desks[consignment] = desk
    return desk
  }
}
