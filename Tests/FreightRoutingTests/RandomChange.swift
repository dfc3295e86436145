// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightTestSupport
import Quantities

/// A random change, and the network or the options by which a router is compiled that has it from the start.
struct RandomChange {
  var change: RouterChange
  var network: Network
  var options: RoutingOptions

  /// Nil where the network has nothing that the kind of change could be made of.
  init?(kind: Int, of random: RandomNetwork, _ draw: inout SplitMix64) {
    network = random.network
    options = random.options
    // A right is worth granting where the carrier is a stranger, a day worth cancelling to a frequent service.
    let worth = network.services.indices.filter { number in
      let row = random.network.services[number]
      let homes = random.network.carriers[row.carrier].homes
      let isStranger = !row.stops.contains {
        homes.contains(random.network.places[$0.place].territory)
      }
      return kind == 6 ? isStranger : kind != 1 || row.frequencyPerWeek ?? 0 >= 4
    }
    guard !worth.isEmpty else { return nil }
    let number = draw.pick(worth)
    let service = network.services[number]
    let id = ID<Service>(number)
    guard let zone = try? TimeZoneRules.load(network.places[service.stops[0].place].timeZone)
    else { return nil }
    let day = random.week + Int64(draw.integer(0..<7))
    let start = zone.instant(date: day, secondOfDay: 0)
    let end = zone.instant(date: day + 1, secondOfDay: 0)
    switch kind {
    case 0:
      change = .cancel(service: service.id, window: nil)
      network.services[number].status = .suspended
    case 1:
      change = .cancel(service: service.id, window: start..<end)
      network.serviceExceptions.removeAll { $0.service == id && $0.date == day }
      network.serviceExceptions.append(
        ServiceException(
          service: id, date: day, action: .cancel, provenance: service.provenance))
    case 2:
      let second = 60 * draw.integer(0..<1_440)
      guard service.status.runs, service.frequencyPerWeek != 0 else { return nil }
      let first = zone.instant(date: day, secondOfDay: second)
      change = .add(service: service.id, departures: [first])
      // Read back from the moment: where clocks change, the date and time may be others.
      let local = zone.local(first)
      guard zone.instant(date: local.date, secondOfDay: local.secondOfDay) == first else {
        return nil
      }
      network.serviceExceptions.append(
        ServiceException(
          service: id, date: local.date, action: .add(secondOfDay: local.secondOfDay),
          provenance: service.provenance))
    case 3:
      let place = network.places[draw.integer(0..<network.places.count)].id
      change = .closePlace(place, window: nil)
      options.without.insert(place)
    case 4:
      guard !network.links.isEmpty else { return nil }
      let link = draw.pick(network.links).id
      change = .closeLink(link, window: nil)
      options.without.insert(link)
    case 5:
      let passages = (network.links.flatMap(\.passages) + network.services.flatMap(\.passages))
      guard !passages.isEmpty else { return nil }
      let name = draw.pick(passages.sorted())
      change = .closePassage(name, window: nil)
      options.without.insert(name)
    case 6:
      let calls = service.stops.filter { !$0.isPassage }.map(\.place)
      let holder = draw.chance(50) ? service.id : network.carriers[service.carrier].id
      change = .grantRight(
        holder: holder, from: network.places[calls[0]].id,
        to: network.places[calls[calls.count - 1]].id)
      network.rights.append(
        TrafficRight(
          carrier: service.carrier, service: holder == service.id ? id : nil, from: calls[0],
          to: calls[calls.count - 1], freedom: 5, provenance: service.provenance))
    case 7:
      guard !network.rights.isEmpty else { return nil }
      let right = draw.pick(network.rights)
      // A service may hold it by its carrier too.
      let same = network.rights.filter {
        $0.carrier == right.carrier && $0.from == right.from && $0.to == right.to
      }
      guard same.count == 1 else { return nil }
      let holder =
        right.service.map { random.network.services[$0].id } ?? network.carriers[right.carrier].id
      change = .withdrawRight(
        holder: holder, from: network.places[right.from].id, to: network.places[right.to].id)
      network.rights.removeAll {
        $0.carrier == right.carrier && $0.from == right.from && $0.to == right.to
      }
    default:
      let seconds = Int64(draw.pick([-5, -1, 2, 7, 30])) * 3_600
      change = .retime(service: service.id, seconds: seconds, window: nil)
      guard let edited = Self.retimed(service, id, by: seconds, in: network, zone, random.week)
      else { return nil }
      network.services[number] = edited
      network.serviceExceptions.removeAll { $0.service == id }
    }
  }

  /// The service with all its departures dated and later; nil where published wall times or opening
  /// hours of a passage would not go along.
  private static func retimed(
    _ service: Service, _ id: ID<Service>, by seconds: Int64, in network: Network,
    _ zone: TimeZoneRules, _ week: CivilDate
  ) -> Service? {
    guard
      service.stops.allSatisfy({ $0.arrivalLocal == nil && $0.departureLocal == nil })
    else { return nil }
    let monday = zone.instant(date: week, secondOfDay: 0)
    let planned = departures(
      of: service, rules: network.slotRules,
      exceptions: network.serviceExceptions.filter { $0.service == id }, override: nil,
      zoneOfFirstStop: zone, from: monday - 120 * secondsPerDay, to: monday + 120 * secondsPerDay)
    var edited = service
    (edited.frequencyPerWeek, edited.slotRule) = (nil, nil)
    (edited.validFrom, edited.validTo) = (nil, nil)
    edited.departures = []
    for row in planned {
      let local = zone.local(row.first + seconds)
      guard
        zone.instant(date: local.date, secondOfDay: local.secondOfDay) == row.first + seconds
      else { return nil }
      edited.departures.append(
        Departure(
          days: .date(local.date), secondOfDay: local.secondOfDay,
          provenance: service.provenance))
    }
    return edited
  }
}
