// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

/// The random networks are a test only if the rules decide answers in them.
@Suite struct BindingTests {
  static let seeds = 0..<320

  enum Rule: String, CaseIterable {
    case cutOff, right, openingHours, clockChange, waitOverAWeek
  }

  @Test func `each of five rules decides an answer in at least two fifths of the random networks`()
    throws
  {
    var counts: [Rule: Int] = [:]
    for seed in Self.seeds {
      for rule in try Self.bindingRules(RandomNetwork(seed: seed)) { counts[rule, default: 0] += 1 }
    }
    for rule in Rule.allCases {
      let count = counts[rule] ?? 0
      print("\(rule.rawValue) binds in \(count) of \(Self.seeds.count) random networks")
      #expect(count * 5 >= Self.seeds.count * 2, "\(rule.rawValue)")
    }
  }

  /// The rules without which some delivery of the network would be another.
  static func bindingRules(_ random: RandomNetwork) throws -> Set<Rule> {
    let monday = Instant(seconds: random.week.dayNumber * secondsPerDay)
    let changed: [(Rule, Network)] = [
      (.cutOff, random.network.withoutCutOffs()),
      (.right, random.network.withAllRights()),
      (.openingHours, random.network.withoutOpeningHours()),
      (.clockChange, random.network.withClocksFixed(at: monday)),
    ]
    func search(_ network: Network) throws -> ReferenceSearch {
      try ReferenceSearch(
        network: network, consignment: random.consignment, options: random.options,
        week: random.week)
    }
    let plain = try search(random.network)
    var patient = plain
    patient.longestWaitSeconds = secondsPerWeek
    let others = try changed.map { ($0, try search($1)) } + [(.waitOverAWeek, patient)]
    var binding: Set<Rule> = []
    for readyAt in random.readyTimes {
      let answers = plain.deliveries(from: random.origin, readyAt: readyAt)
      for (rule, other) in others where !binding.contains(rule) {
        if other.deliveries(from: random.origin, readyAt: readyAt) != answers {
          binding.insert(rule)
        }
      }
    }
    return binding
  }
}
