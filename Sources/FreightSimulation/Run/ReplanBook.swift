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
    /// Id of the service that left it behind.
    var without: String
  }
  struct Answer: Sendable {
    var stages: [PathStage]
    var seconds: Int64
  }
  private struct RouterKey: Hashable {
    var consignment: Consignment
    var without: String
  }
  private struct State {
    var answers: [Question: Answer?] = [:]
    var routers: [RouterKey: Router] = [:]
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
      let key = RouterKey(consignment: question.consignment, without: question.without)
      if state.routers[key] == nil {
        var options = RoutingOptions()
        options.without = [question.without]
        guard
          let router = try? Router(
            network: network, consignment: question.consignment, origin: origin, options: options,
            week: network.header.referenceWeek, ways: state.ways)
        else { return nil }
        state.ways = router.ways
        state.routers[key] = router
      }
      guard let router = state.routers[key] else { return nil }
      let ready = epoch + Int64(question.slot) * Self.slotSeconds
      var search = RouterSearch(router)
      search.run(from: question.standing, at: question.place, readyAt: ready)
      let answer = search.path(to: question.destination).map {
        Answer(stages: $0.stages, seconds: $0.arrive - ready)
      }
      state.answers[question] = .some(answer)
      return answer
    }
  }
}
