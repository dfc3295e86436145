// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities
import Testing

private let timetable = """
  territory CN Asia/Shanghai
  territory KR Asia/Seoul
  place HZ city CN
  place HGH airport CN modes=air,road customs
  place ICN airport KR modes=air,road customs
  place SEL city KR
  road HZ HGH 40km 1:00
  road ICN SEL 50km 1:00
  pickup CN 1:00
  delivery KR 1:00
  export CN 1:00
  import KR 1:00
  rule air cutoff=2:00 release=2:00
  """

@Suite struct `A reason for not being reached` {
  private func why(
    _ service: String, options: RoutingOptions = RoutingOptions(), changes: [RouterChange] = [],
    edit: (inout Network) -> Void = { _ in }
  ) throws -> Unreachable {
    let text = TextTimetable(timetable + "\nservice " + service)
    var network = text.network
    edit(&network)
    let router = try Router(
      network: network, consignment: Consignment(), origin: text.id("HZ"), options: options,
      week: text.week)
    var reasons = try ProvenReasons(router, changes: changes)
    return try reasons.reason(
      from: text.id("HZ"), to: text.id("SEL"), readyAt: [text.instant("Mon 09:00", at: "HZ")])
  }

  private static let flight = "F air KR Tue HGH 23:10 > ICN 02:10+1"

  @Test func `names the change that closes the way, and no other`() throws {
    let changes: [RouterChange] = [
      .cancel(service: "F", window: nil),
      .retime(service: "F", seconds: 3_600, window: nil),
    ]
    let reason = try why(Self.flight, changes: changes)
    #expect(reason.code == "unreachable.change")
    #expect(
      Messages.inLanguage(reason.arguments[1], .en) == "F cancelled (at all times)")
    let closed = try why(Self.flight, changes: [.closePlace("HGH", window: nil)])
    #expect(closed.code == "unreachable.change")
    #expect(Messages.inLanguage(closed.arguments[1], .zh) == "HGH 关闭（始终）")
  }

  @Test func `names what was forbidden`() throws {
    var options = RoutingOptions()
    options.without = ["ICN", "rail"]
    let reason = try why(Self.flight, options: options)
    #expect(reason.code == "unreachable.without" && reason.arguments[1] == "ICN")
  }

  @Test func `names the end and the beginning of a timetable`() throws {
    let ended = try why(Self.flight + " | to=2025-12-31")
    #expect(ended.code == "unreachable.timetable_ends")
    #expect(ended.arguments[1...] == ["F", "2025-12-31"])
    let begins = try why(Self.flight + " | from=2027-01-01")
    #expect(begins.code == "unreachable.timetable_begins")
    #expect(begins.arguments[1...] == ["F", "2027-01-01"])
  }

  @Test func `names a missing right, a suspended service and a short horizon`() throws {
    let right = try why("F air CN Tue ICN 12:00 > HGH 15:00 16:00 > ICN 20:00") { network in
      // A carrier at home in neither.
      network.carriers[0].homes = []
      network.carriers[1].homes = []
    }
    #expect(right.code == "unreachable.right" && right.arguments[1] == "F HGH–ICN")
    let suspended = try why(Self.flight + " | status=suspended")
    #expect(suspended.code == "unreachable.suspended" && suspended.arguments[1] == "F")
    var options = RoutingOptions()
    options.horizonSeconds = secondsPerDay
    let late = try why(Self.flight, options: options)
    #expect(late.code == "unreachable.horizon" && late.arguments[1] == "1")
  }

  @Test func `does not blame a closure that is not in the way`() throws {
    let reason = try why(Self.flight, changes: [.closePlace("ICN", window: nil)]) { network in
      network.closures = [
        Closure(
          id: "night", element: .link(ID(1)), from: nil, to: nil, days: nil,
          secondsOfDay: 3_600..<18_000, provenance: network.carriers[0].provenance)
      ]
    }
    #expect(reason.code == "unreachable.change")
  }

  @Test(arguments: 0..<60)
  func `is true: undone, it lets the place be reached`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    var draw = SplitMix64(seed: seed + 31_000)
    var options = random.options
    options.without.insert(draw.pick(random.network.places).id)
    options.without.insert(draw.pick(random.network.services).id)
    func router(_ network: Network, _ options: RoutingOptions) throws -> Router {
      try Router(
        network: network, consignment: random.consignment, origin: random.origin, options: options,
        week: random.week)
    }
    let base = try router(random.network, options)
    var reasons = try ProvenReasons(base)
    var search = RouterSearch(base)
    let readyAt = random.readyTimes[0]
    search.run(from: random.origin, readyAt: readyAt)
    for place in random.network.places.indices.map({ ID<Place>($0) })
    where search.delivery(at: place) == nil {
      let why = try reasons.reason(from: random.origin, to: place, readyAt: [readyAt])
      var (network, other) = (random.network, options)
      switch why.code {
      case "unreachable.without":
        other.without.subtract(why.arguments[1].split(separator: ", ").map(String.init))
      case "unreachable.closed":
        let names = Set(why.arguments[1].split(separator: ", ").map(String.init))
        network.closures.removeAll { closure in
          switch closure.element {
          case .place(let id): names.contains(network.places[id].id)
          case .link(let id): names.contains(network.links[id].id)
          case .service(let id): names.contains(network.services[id].id)
          case .passage(let name): names.contains(name)
          }
        }
      case "unreachable.horizon": other.horizonSeconds = 366 * secondsPerDay
      case "unreachable.suspended":
        for number in network.services.indices
        where why.arguments[1].contains(network.services[number].id) {
          network.services[number].status = .live
        }
      case "unreachable.timetable_ends", "unreachable.timetable_begins":
        for number in network.services.indices
        where why.arguments[1].contains(network.services[number].id) {
          (network.services[number].validFrom, network.services[number].validTo) = (nil, nil)
        }
      case "unreachable.only_live": other.liveServicesOnly = false
      case "unreachable.no_interline": other.withoutAssumedInterline = false
      default: continue
      }
      var undone = RouterSearch(try router(network, other))
      undone.run(from: random.origin, readyAt: readyAt)
      #expect(
        undone.delivery(at: place) != nil,
        "seed \(seed), \(random.network.places[place].id): \(why.code) \(why.arguments)")
    }
  }
}

@Suite struct `Changes compiled in` {
  @Test(arguments: 0..<40)
  func `answer as changes at query time do`(seed: Int) throws {
    let random = RandomNetwork(seed: seed)
    let router = try Router(
      network: random.network, consignment: random.consignment, origin: random.origin,
      options: random.options, week: random.week)
    var draw = SplitMix64(seed: seed + 33_000)
    var search = RouterSearch(router)
    for kind in 0...8 {
      guard let edit = RandomChange(kind: kind, of: random, &draw),
        let changes = try? router.resolve([edit.change])
      else { continue }
      var other = RouterSearch(try router.compiled(with: [edit.change]))
      for readyAt in random.readyTimes.prefix(3) {
        search.run(from: random.origin, readyAt: readyAt, changes: changes)
        other.run(from: random.origin, readyAt: readyAt)
        for place in random.network.places.indices.map({ ID<Place>($0) }) {
          #expect(
            search.delivery(at: place) == other.delivery(at: place),
            "seed \(seed), \(edit.change), \(random.network.places[place].id)")
        }
      }
    }
  }

  @Test func `that touch nothing in their window are refused`() throws {
    let text = TextTimetable(timetable + "\nservice F air KR Tue HGH 23:10 > ICN 02:10+1")
    let router = try Router(
      network: text.network, consignment: Consignment(), origin: text.id("HZ"),
      options: RoutingOptions(), week: text.week)
    let past = text.instant("Mon 00:00", at: "HZ") - 3_000 * secondsPerDay
    let tuesday = text.instant("Tue 23:10", at: "HGH")
    let refused: [RouterChange] = [
      .closePlace("HGH", window: past..<past + 36 * 3_600),
      .closePlace("HGH", window: past + 6_000 * secondsPerDay..<past + 6_001 * secondsPerDay),
      .closeLink(text.network.links[0].id, window: past..<past + 3_600),
      .cancel(service: "F", window: past..<past + 3_600),
      .cancel(service: "F", window: tuesday - secondsPerDay..<tuesday),
      .add(service: "F", departures: [tuesday]),
      .add(service: "F", departures: [tuesday + 60, tuesday + 60]),
    ]
    for change in refused {
      #expect(throws: RouterChangeFaults.self, "\(change)") { try router.resolve([change]) }
      #expect(throws: RouterChangeFaults.self, "\(change)") { try router.compiled(with: [change]) }
    }
    #expect(throws: Never.self) {
      try router.resolve([.cancel(service: "F", window: tuesday..<tuesday + 1)])
    }
  }

  @Test func `a departure at another time takes the running time of the service`() throws {
    let rows = "\nservice F air KR Tue HGH 23:10 > ICN 02:10+1 | add=2026-03-05/01:30"
    let text = TextTimetable(timetable + rows)
    var network = text.network
    network.services[0].stops[0].departureLocal = 83_400
    let router = try Router(
      network: network, consignment: Consignment(), origin: text.id("HZ"),
      options: RoutingOptions(), week: text.week)
    var search = RouterSearch(router)
    func flown(_ day: String, _ changes: [RouterChange] = []) throws -> (String, Int64)? {
      search.run(
        from: text.id("HZ"), readyAt: text.instant(day, at: "HZ"),
        changes: changes.isEmpty ? nil : try router.resolve(changes))
      let leg = search.itinerary(to: text.id("SEL"))?.legs.first { $0.kind == .mainHaul }
      return leg.map { (text.localTime($0.depart, at: "HGH"), $0.seconds) }
    }
    #expect(try flown("Tue 08:00")?.1 == 7_200)
    let thursday = try flown("Wed 08:00")
    #expect(thursday?.0 == "Thu 01:30" && thursday?.1 == 7_200)
    // Between the stop times of the published departure.
    let added = try flown(
      "Fri 08:00", [.add(service: "F", departures: [text.instant("Sat 01:50", at: "HGH")])])
    #expect(added?.0 == "Sat 01:50" && added?.1 == 7_200)
  }
}
