// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// Cut-offs and releases of one terminal.
@Suite struct TerminalRuleTests {
  @Test(arguments: 0..<60)
  func `fast and slow search agree where terminals have rules of their own`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    var draw = SplitMix64(seed: seed + 23_000)
    var network = random.network
    for terminal in network.terminals {
      for rule in random.network.modeRules where draw.chance(40) {
        network.modeRules.append(Self.rule(like: rule, at: terminal.place, &draw))
      }
    }
    network.modeRules.shuffle(using: &draw)
    let reference = try ReferenceSearch(
      network: network, consignment: random.consignment, options: random.options,
      week: random.week)
    var search = RouterSearch(try Self.router(network, random))
    for readyAt in random.readyTimes.prefix(5) {
      search.run(from: random.origin, readyAt: readyAt)
      let answers = reference.deliveries(from: random.origin, readyAt: readyAt)
      for place in network.places.indices.map({ ID<Place>($0) }) {
        #expect(
          search.delivery(at: place) == answers[place.index]?.arrive,
          "seed \(seed), \(network.places[place].id), ready \(readyAt.seconds)")
      }
    }
  }

  @Test(arguments: 0..<40)
  func `rules of every terminal make the general ones idle, and those of services make both so`(
    seed: Int
  ) throws {
    let random = RandomNetwork(seed: seed)
    var network = random.network
    // The terminal's row wins even where the general one is for the service's type.
    network.modeRules = random.network.modeRules.map { rule in
      var rule = rule
      rule.cutoffSeconds += 50 * secondsPerHour
      rule.releaseSeconds += 50 * secondsPerHour
      return rule
    }
    for place in network.places.indices {
      for rule in random.network.modeRules {
        var own = rule
        own.place = ID(place)
        network.modeRules.append(own)
      }
      // Where a type has no row, its mode's general row holds, at a terminal as elsewhere.
      for rule in random.network.modeRules where rule.serviceType.isEmpty {
        let isTyped = random.network.modeRules.contains {
          $0.mode == rule.mode && $0.isDomestic == rule.isDomestic && !$0.serviceType.isEmpty
        }
        if isTyped { continue }
        var own = rule
        own.place = ID(place)
        own.serviceType = "fast"
        network.modeRules.append(own)
      }
    }
    let plain = try Self.seconds(random.network, random)
    #expect(try Self.seconds(network, random) == plain, "seed \(seed)")
    var own = random.network
    for number in own.services.indices {
      own.services[number].cutoffSeconds = 7_200
      own.services[number].releaseSeconds = 3_600
    }
    let before = try Self.seconds(own, random)
    own.modeRules = network.modeRules
    #expect(try Self.seconds(own, random) == before, "seed \(seed)")
  }

  @Test func `a cut-off holds where cargo is loaded, a release where it is unloaded`() throws {
    var differs = (cutoff: 0, release: 0)
    for seed in 0..<20 {
      var random = RandomNetwork(seed: seed)
      for number in random.network.services.indices {
        random.network.services[number].cutoffSeconds = nil
        random.network.services[number].releaseSeconds = nil
      }
      let plain = try Self.seconds(random.network, random)
      for terminal in random.network.terminals.map(\.place) {
        let isOrigin =
          random.network.territory(of: terminal).customsArea
          == random.network.territory(of: random.origin).customsArea
        for isCutOff in [true, false] {
          var network = random.network
          for rule in random.network.modeRules where !rule.isDomestic {
            var own = rule
            own.place = terminal
            if isCutOff { own.cutoffSeconds += 90_000 } else { own.releaseSeconds += 90_000 }
            network.modeRules.append(own)
          }
          guard try Self.seconds(network, random) != plain else { continue }
          if isCutOff, isOrigin { differs.cutoff += 1 }
          if !isCutOff, !isOrigin { differs.release += 1 }
        }
      }
    }
    #expect(differs.cutoff >= 5 && differs.release >= 5, "\(differs)")
  }

  private static func rule(
    like rule: ModeRule, at place: ID<Place>, _ draw: inout SplitMix64
  ) -> ModeRule {
    var own = rule
    own.place = place
    own.cutoffSeconds = Int64(draw.integer(0..<30)) * secondsPerHour
    own.releaseSeconds = Int64(draw.integer(0..<30)) * secondsPerHour
    return own
  }

  private static func router(_ network: Network, _ random: RandomNetwork) throws -> Router {
    try Router(
      network: network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week)
  }

  private static func seconds(_ network: Network, _ random: RandomNetwork) throws -> [[Int64?]] {
    ReadyTimeRuns(
      router: try router(network, random), origin: random.origin, readyTimes: random.readyTimes,
      threads: 1
    ).seconds(to: network.places.indices.map { ID($0) })
  }
}
