// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import FreightRouting
import Quantities
import Testing

@testable import Coverage

/// What better assumptions may never do: make a delivery later.
@Suite struct AssumptionTests {
  private func isNeverLater(_ better: CoverageResult, than base: CoverageResult) -> Bool {
    zip(better.cities, base.cities).allSatisfy { after, before in
      zip(after.seconds, before.seconds).allSatisfy { ($0 ?? .max) <= ($1 ?? .max) }
    }
  }

  private func isSomewhereEarlier(_ better: CoverageResult, than base: CoverageResult) -> Bool {
    zip(better.cities, base.cities).contains { after, before in
      zip(after.seconds, before.seconds).contains { ($0 ?? .max) < ($1 ?? .max) }
    }
  }

  @Test func `more line-haul is never later`() throws {
    let network = IberianNetwork()
    let base = try network.circle()
    let more = try network.circle { $0.options.lineHaulFrequency = 2 }
    let less = try network.circle { $0.options.lineHaulFrequency = 0.5 }
    #expect(isNeverLater(more, than: base))
    #expect(isNeverLater(base, than: less))
    #expect(isSomewhereEarlier(more, than: base))
    #expect(isSomewhereEarlier(base, than: less))
  }

  @Test func `quicker clearance is never later`() throws {
    let network = IberianNetwork()
    let base = try network.circle()
    let low = try network.circle { $0.options.importClearance = .low }
    let high = try network.circle { $0.options.importClearance = .high }
    #expect(isNeverLater(low, than: base))
    #expect(isNeverLater(base, than: high))
    #expect(isSomewhereEarlier(low, than: base))
    #expect(isSomewhereEarlier(base, than: high))
  }

  @Test(arguments: 1..<10)
  func `one departure more a week is never later`(flights: Int) throws {
    let base = try IberianNetwork(flightsAWeek: Double(flights)).circle()
    let more = try IberianNetwork(flightsAWeek: Double(flights + 1)).circle()
    #expect(isNeverLater(more, than: base))
  }

  @Test func `the swings are the tier tables of those options`() throws {
    let network = IberianNetwork(flightsAWeek: 7)
    let result = try network.circle(swings: true)
    let codes = [
      "swing.base", "swing.live_only", "swing.no_interline", "swing.clearance_low",
      "swing.clearance_high", "swing.customs_always", "swing.delivery_always",
      "swing.doors_always", "swing.line_haul_more", "swing.line_haul_less",
      "swing.all_ready_times", "swing.by_day",
    ]
    #expect(result.swings.map(\.code) == codes)
    let alone: [(String, (inout CoverageQuery) -> Void)] = [
      ("swing.base", { _ in }), ("swing.clearance_low", { $0.options.importClearance = .low }),
      ("swing.clearance_high", { $0.options.importClearance = .high }),
      ("swing.customs_always", { $0.options.customsAlwaysOpen = true }),
      ("swing.line_haul_more", { $0.options.lineHaulFrequency = 2 }),
      ("swing.line_haul_less", { $0.options.lineHaulFrequency = 0.5 }),
      ("swing.all_ready_times", { $0.ready = .all }),
    ]
    for (code, change) in alone {
      let tiers = try network.circle(change).tiers
      #expect(result.swings.first { $0.code == code }?.tiers == tiers, "\(code)")
    }
    let byDay = try #require(result.swings.first { $0.code == "swing.by_day" })
    for count in byDay.tiers {
      let within = result.cities.count {
        $0.tier == count.tier && $0.dayShares[count.tier - 1] >= 0.8
      }
      #expect(count.within == within, "tier \(count.tier)")
    }
  }

  @Test func `customs that never close are never later`() throws {
    let network = IberianNetwork()
    let always = try network.circle { $0.options.customsAlwaysOpen = true }
    #expect(isNeverLater(always, than: try network.circle()))
  }
}

@Suite struct ExplanationTests {
  private func explain(
    _ network: IberianNetwork, to id: String, targetHours: Int64? = 72
  ) throws -> Explanation {
    let tables = network.network
    let ready = try ReadyTimes(network: tables, query: network.query)
    return try Explanation(
      of: Explanation.Question(
        consignment: Consignment(), origin: IberianNetwork.place("HZ"),
        destination: IberianNetwork.place(id),
        readyTimes: ready.counted.map { ready.instants[$0] }, week: network.query.week,
        targetSeconds: targetHours.map { $0 * 3_600 }),
      in: tables)
  }

  @Test func `what binds is listed, the longest first`() throws {
    let explanation = try explain(IberianNetwork(), to: "Madrid")
    let binding = explanation.binding
    #expect(binding.first?.cause == .nextDeparture)
    #expect(binding.first?.place == IberianNetwork.place("HGH"))
    #expect(zip(binding, binding.dropFirst()).allSatisfy { $0.seconds >= $1.seconds })
    #expect(binding.contains { $0.cause == .customs && $0.row == "import-ES" })
    let circle = try IberianNetwork().circle()
    #expect(explanation.seconds == circle.city("Madrid")?.statistic)
  }

  @Test func `each remedy is a re-run of its printed change`() throws {
    let network = IberianNetwork()
    let explanation = try explain(network, to: "Madrid")
    let base = try #require(explanation.seconds)
    let daily = try #require(explanation.remedies.first { $0.code == "remedy.daily" })
    #expect(daily.arguments == ["AF-HGH-MAD", "2"])
    let circle = try IberianNetwork(flightsAWeek: 7).circle()
    #expect(daily.seconds == circle.city("Madrid")?.statistic)
    #expect(try #require(daily.seconds) < base)
    let halved = try #require(
      explanation.remedies.first {
        $0.code == "remedy.clearance_halved" && $0.arguments[0] == "import-ES"
      })
    #expect(halved.arguments == ["import-ES", "12", "6"])
    let clearance = try IberianNetwork(clearanceHours: 6).circle()
    #expect(halved.seconds == clearance.city("Madrid")?.statistic)
    #expect(explanation.remedies.contains { $0.code == "remedy.all" })
    for remedy in explanation.remedies where remedy.code != "remedy.clearance_hour" {
      #expect(remedy.seconds ?? .max <= base)
    }
    #expect(daily.bringsIn == (daily.seconds ?? .max <= 72 * 3_600))
  }

  @Test func `of all changes only those that are needed are kept`() throws {
    // A truck an hour already: twice as many help little.
    let network = IberianNetwork(
      clearanceHours: 30, lineHaulTimes: (0..<24).map { $0 * 3_600 })
    let plain = try explain(network, to: "Valencia", targetHours: nil)
    let all = try #require(plain.remedies.first { $0.code == "remedy.all" }?.seconds)
    #expect(plain.remedies.contains { $0.code == "remedy.line_haul_doubled" })
    let hours = all / 3_600 + 3
    let explanation = try explain(network, to: "Valencia", targetHours: hours)
    let fewest = try #require(explanation.remedies.last)
    #expect(fewest.code == "remedy.fewest")
    #expect(fewest.bringsIn == true)
    #expect(try #require(fewest.seconds) <= hours * 3_600)
    let words = Messages.text(fewest.code, fewest.arguments, in: .en)
    #expect(words.contains("AF-HGH-MAD daily instead of 2 a week"))
    #expect(!words.contains("line-haul twice as often"))
    let singles = explanation.remedies.dropLast().filter { $0.code != "remedy.all" }
    #expect(singles.allSatisfy { $0.bringsIn == false })
  }

  @Test func `an island that nothing reaches has a reason and no remedies`() throws {
    let explanation = try explain(IberianNetwork(), to: "Palma")
    #expect(explanation.seconds == nil)
    #expect(explanation.itinerary == nil)
    #expect(explanation.unreachable != nil)
    #expect(explanation.remedies.isEmpty)
  }
}
