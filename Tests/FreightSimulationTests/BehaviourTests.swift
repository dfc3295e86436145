// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Testing

@testable import FreightSimulation

@Suite("Queues, departures and closures act as they should")
struct BehaviourTests {
  @Test("One more server at the only bottleneck never costs time; the first saves much")
  func oneMoreServer() throws {
    var small = SmallNetwork()
    // 2,000 t a year are 0.228 t an hour.
    let row = small.add(.acceptance, at: "HGH", servers: 1, rate: 0.24)
    var waits: [Double] = []
    for more in 0..<4 {
      var query = SmallNetwork.query(days: 56, warmup: 14)
      query.extraServers = [row: more]
      let runs = try small.run(query, 2)
      for run in runs { #expect(run.fault == nil) }
      waits.append(runs.reduce(0) { $0 + $1.stations[row].lotTonneHours })
    }
    for (fewer, more) in zip(waits, waits.dropFirst()) { #expect(more <= fewer, "\(waits)") }
    #expect(waits[1] < waits[0] / 2, "\(waits)")
  }

  @Test("What was left behind first boards first, and no departure is overbooked")
  func rollover() throws {
    var small = SmallNetwork()
    // 5.5 t a day against 12 t less what others hold: some days leave cargo behind.
    small.setCapacity(12)
    small.network.loads = [
      BackgroundLoad(id: "others", mode: .air, share: 0.5, low: 0, high: 1, provenance: drawn)
    ]
    var query = SmallNetwork.query(days: 84, warmup: 0)
    query.logsEvents = true
    let result = try #require(try small.run(query).first)
    #expect(result.fault == nil)
    var received: [UInt64: Instant] = [:]
    var boarded: [(received: Instant, left: Instant)] = []
    for event in result.events {
      if event.milestone == .received { received[event.lot] = event.at }
      if event.milestone == .departed, let at = received[event.lot] {
        boarded.append((at, event.at))
      }
    }
    #expect(boarded.count > 100)
    // Some days have no room, and who knows it waits for the next with his shipper.
    #expect(result.hours(.rollover) > 0)
    // Every lot has the same size, so who missed a departure never leaves after who came a day later.
    for (one, two) in zip(boarded, boarded.dropFirst(1)) where one.left < two.left {
      #expect(one.received < two.received + 2 * secondsPerDay)
    }
    let byDeparture = Dictionary(grouping: boarded, by: \.left)
    for (left, lots) in byDeparture {
      #expect(Double(lots.count) * 1.5 <= 12, "\(lots.count) lots left at \(left)")
    }
    let hold = try #require(result.services[0].holds.first { $0.name == "air" })
    #expect(hold.lots + hold.others <= hold.offered + 1e-9)
  }

  @Test("Customs looks into as many as its rule says")
  func inspectionShare() throws {
    var small = SmallNetwork()
    let row = small.add(.inspection, at: "HGH", servers: 20, rate: 10)
    small.network.inspections = [
      InspectionRule(
        side: .export, probability: 0.3, hold: OperationTime(medianSeconds: 3_600),
        provenance: drawn)
    ]
    let runs = try small.run(SmallNetwork.query(days: 112, warmup: 0), 2)
    let inspected = runs.reduce(0) { $0 + $1.stations[row].jobs }
    let lots = runs.reduce(0) { $0 + $1.conservation.generated }
    let share = Double(inspected) / Double(lots)
    // Four standard errors and what is still on its way to customs.
    let error = 4 * (0.3 * 0.7 / Double(lots)).squareRoot() + 0.01
    #expect(abs(share - 0.3) < error, "\(inspected) of \(lots)")
  }

  @Test("A closed airport gathers a backlog and works it off after it opens")
  func closureAndRecovery() throws {
    var small = SmallNetwork(days: "daily")
    let row = small.add(.acceptance, at: "HGH", servers: 2, rate: 0.5)
    small.network.backgrounds = [
      Background(
        id: "others", resource: ID(row), arrivalsPerYear: 8_760, meanWork: 0.3, provenance: drawn)
    ]
    var query = SmallNetwork.query(days: 28)
    query.hourlyResources = [row]
    let open = try #require(try small.run(query).first?.hourly[row])
    small.close(.place(small.place("HGH")), from: 7, to: 9)
    let result = try #require(try small.run(query).first)
    let shut = try #require(result.hourly[row])
    #expect(result.fault == nil)
    let base = Int(open[0..<(7 * 24)].max() ?? 0)
    #expect(shut[0..<(7 * 24)] == open[0..<(7 * 24)], "before it closes nothing differs")
    let worst = Int(shut[(7 * 24)..<(10 * 24)].max() ?? 0)
    #expect(worst > 2 * base, "\(worst) against \(base)")
    let after = shut[(21 * 24)...].map { Int($0) }.max() ?? 0
    #expect(after < worst / 2, "\(after) against \(worst)")
    #expect(result.hours(.closure) > 0)
  }

  @Test("While a yard is full its gate stands, and what waits is the yard's and the gate's")
  func fullYardBlocksGate() throws {
    var small = SmallNetwork(days: "Tue")
    small.setCapacity(400)
    let gate = small.add(.gateLane, at: "HGH", servers: 1, rate: 10)
    // A week's 38 t do not fit in 6 t of shed.
    let yard = small.add(.yard, at: "HGH", servers: 6)
    let full = try #require(try small.run(SmallNetwork.query(days: 56)).first)
    #expect(full.fault == nil)
    #expect(full.stations[gate].utilisation > 0.3, "the lane is held by what cannot enter")
    #expect(full.stations[yard].lotTonneHours > 0)
    small.network.resources[yard].servers = 4_000
    let wide = try #require(try small.run(SmallNetwork.query(days: 56)).first)
    #expect(wide.stations[gate].utilisation < 0.05)
    #expect(wide.conservation.delivered > full.conservation.delivered)
  }

  @Test("A ship's moves are made by the cranes there are, and it keeps its berth as long")
  func ownShipsWorkTheCranes() throws {
    var small = SmallNetwork(
      lines: """
        place NGB seaport CN customs modes=sea,road
        place INC seaport KR customs modes=sea,road
        service SEA sea KR daily NGB 20:00 > INC 20:00+1
        """)
    small.setCapacity(40)
    let berth = small.add(.berth, at: "NGB", servers: 1)
    // Three are wanted, two are there.
    let crane = small.add(.crane, at: "NGB", servers: 2, rate: 25)
    small.network.resources[crane].serviceCV = 0
    for (id, value) in [("call.moves.sea", 300.0), ("call.cranes.sea", 3)] {
      small.network.parameters.append(
        Parameter(id: id, group: "", name: "", value: value, unit: "", provenance: drawn))
    }
    let result = try #require(try small.run(SmallNetwork.query(days: 28)).first)
    #expect(result.fault == nil)
    #expect(result.services.map(\.departures) == [28, 28])
    let work = result.stations[crane].work
    #expect(abs(work - 28 * 300) <= 300, "\(work)")
    // 300 moves by two cranes are six hours of a day.
    #expect(abs(result.stations[crane].utilisation - 0.25) < 0.01)
    #expect(abs(result.stations[berth].utilisation - 0.25) < 0.01)
  }

  @Test(
    "Where stands are busy flights wait and their cargo is late; where they are free nobody does")
  func busyStands() throws {
    var small = SmallNetwork()
    let stand = small.add(.stand, at: "ICN", servers: 1)
    small.network.backgrounds = [
      Background(
        id: "others", resource: ID(stand), arrivalsPerYear: 8_760, meanWork: 0.9, provenance: drawn)
    ]
    let busy = try #require(try small.run(SmallNetwork.query(days: 28)).first)
    #expect(busy.fault == nil)
    small.network.backgrounds = []
    let free = try #require(try small.run(SmallNetwork.query(days: 28)).first)
    #expect(busy.hours(.lateness) > free.hours(.lateness))
    #expect(busy.stations[stand].meanQueue > 0 && free.stations[stand].meanQueue == 0)
    #expect(free.conservation.delivered > free.conservation.generated * 8 / 10)
  }
}
