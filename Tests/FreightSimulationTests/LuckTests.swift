// SPDX-License-Identifier: GPL-3.0-or-later
import Foundation
import FreightModel
import Quantities
import Stochastics
import Testing

@testable import FreightSimulation

@Suite("Names of streams are whole")
struct LuckTests {
  @Test(
    "No two streams of networks/hangzhou have one name: places by step, demand, services, resources, events"
  )
  func allPairs() throws {
    let folder = #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 }
    func ids(_ table: String) throws -> [String] {
      let text = try String(
        contentsOfFile: folder + "/networks/hangzhou/\(table).csv", encoding: .utf8)
      return text.split(whereSeparator: \.isNewline).dropFirst().map {
        String($0.prefix { $0 != "," })
      }
    }
    var names: [UInt64] = []
    for place in try ids("place") {
      let whole = RandomStream.name("place " + place)
      for kind: UInt64 in 1...17 { names.append(RandomStream.name(whole, kind)) }
    }
    for table in ["demand", "service", "resource", "background", "disruption"] {
      names += try ids(table).map { RandomStream.name("\(table) " + $0) }
    }
    #expect(names.count > 10_000)
    #expect(Set(names).count == names.count)
  }

  @Test(
    "A flight that leaves three minutes later meets the luck of its date; another date another luck"
  )
  func retimed() throws {
    var loads: [[Double]] = []
    for time in ["22:00", "22:03"] {
      var small = SmallNetwork(lines: "")
      for row in small.network.services.indices {
        for departure in small.network.services[row].departures.indices {
          small.network.services[row].departures[departure].secondOfDay =
            time == "22:00" ? 79_200 : 79_380
        }
      }
      small.network.loads = [
        BackgroundLoad(id: "others", mode: .air, share: 0.5, low: 0, high: 1, provenance: drawn)
      ]
      let result = try #require(try small.run().first)
      loads.append(result.services[0].holds.map(\.others))
    }
    #expect(loads[0] == loads[1])
    #expect(loads[0].allSatisfy { $0 > 0 })
    let service = RandomStream.name("service KE1")
    #expect(RandomStream.name(service, 1) != RandomStream.name(service, 2))
  }

  @Test("Renaming a place changes no time beyond its luck: no name meets another's")
  func renamed() throws {
    // The two names met when they were cut to 11 bits, and every lot had one number for both clearances.
    var means: [Double] = []
    for name in ["ICN", "ICN1604"] {
      var small = SmallNetwork(abroad: name)
      for row in small.network.clearances.indices {
        small.network.clearances[row].time = OperationTime(
          medianSeconds: 36_000, lowSeconds: 9_000, highSeconds: 144_000)
      }
      let runs = try small.run(SmallNetwork.query(days: 112, warmup: 7), 2)
      let seconds = runs.flatMap { $0.lanes[0].seconds }
      means.append(Double(seconds.reduce(0) { $0 + Int($1) }) / Double(seconds.count) / 3_600)
    }
    #expect(abs(means[0] / means[1] - 1) < 0.03, "\(means)")
  }
}
