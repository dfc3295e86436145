// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

/// One assumption taken otherwise.
struct AssumptionChange {
  /// Catalogue key, such as `remedy.daily`.
  var code: String
  var arguments: [String]
  /// It is another degree of a change that is tried as well, so it does not join the rest.
  var excludesOthers: Bool
  var apply: (inout RoutingOptions) -> Void
}

/// The changes worth trying for an itinerary: one for each assumption that it waits for.
///
/// In this order: each service waited for made daily (the longest wait first, three at most); each
/// clearance row of an hour and more halved, then at one hour; import clearance at its low end
/// everywhere; customs, then delivery, at any hour; line-haul twice as frequent; and what the
/// options had left out let in again.
func changes(
  for itinerary: Itinerary?, options: RoutingOptions, in network: Network
) -> [AssumptionChange] {
  var list = ChangeList(base: options)
  if let itinerary { list.addChanges(of: itinerary, in: network) }
  if options.liveServicesOnly {
    list.add("remedy.allow_unconfirmed") { $0.liveServicesOnly = false }
  }
  if options.withoutAssumedInterline {
    list.add("remedy.allow_interline") { $0.withoutAssumedInterline = false }
  }
  return list.changes
}

private struct ChangeList {
  let base: RoutingOptions
  private(set) var changes: [AssumptionChange] = []

  init(base: RoutingOptions) { self.base = base }

  mutating func add(
    _ code: String, _ arguments: [String] = [], alone: Bool = false,
    _ change: @escaping (inout RoutingOptions) -> Void
  ) {
    var options = base
    change(&options)
    guard options != base else { return }
    changes.append(
      AssumptionChange(
        code: code, arguments: arguments, excludesOthers: alone, apply: change))
  }

  mutating func addChanges(of itinerary: Itinerary, in network: Network) {
    let waits = itinerary.bindingWaits
    var waitedFor: [ID<Service>] = []
    for wait in waits where wait.cause == .nextDeparture || wait.cause == .cutOff {
      if let service = wait.service, !waitedFor.contains(service) { waitedFor.append(service) }
    }
    let seldom = waitedFor.filter {
      departuresPerWeek(of: $0, in: network, options: base) < 6.999
    }
    for service in seldom.prefix(3) {
      let id = network.services[service].id
      let now = departuresPerWeek(of: service, in: network, options: base)
      add("remedy.daily", [id, plainNumber(now)]) { $0.frequencyOverrides[id] = 7 }
    }
    for wait in waits where wait.cause == .customs && wait.seconds >= secondsPerHour {
      guard let row = network.clearances.first(where: { $0.id == wait.row }) else { continue }
      let now = base.clearanceOverrides[row.id] ?? wait.hours
      add("remedy.clearance_halved", [row.id, plainNumber(now), plainNumber(now / 2)]) {
        $0.clearanceOverrides[row.id] = now / 2
      }
      guard now > 1, now != 2 else { continue }
      add("remedy.clearance_hour", [row.id, plainNumber(now)], alone: true) {
        $0.clearanceOverrides[row.id] = 1
      }
    }
    if itinerary.legs.contains(where: { $0.kind == .importClearance }) {
      add("remedy.clearance_low", alone: true) { $0.importClearance = .low }
    }
    let clearances = Set(network.clearances.map(\.id))
    if waits.contains(where: { $0.cause == .opening && clearances.contains($0.row) }) {
      add("remedy.customs_always") { $0.customsAlwaysOpen = true }
    }
    if waits.contains(where: { $0.cause == .deliveryHours }) {
      add("remedy.delivery_always") { $0.deliveryAlwaysOpen = true }
    }
    if itinerary.legs.contains(where: { $0.kind == .lineHaul }) {
      add("remedy.line_haul_doubled") { $0.lineHaulFrequency *= 2 }
    }
  }
}

/// Departures a week of a service, by its frequency and its published rows; dated voyages count nothing.
public func departuresPerWeek(
  of service: ID<Service>, in network: Network, options: RoutingOptions = RoutingOptions()
) -> Double {
  let row = network.services[service]
  let override = options.frequencyOverrides[row.id]
  if (override ?? row.frequencyPerWeek) == 0 { return 0 }
  return weeklySlots(of: row, rules: network.slotRules, override: override)
    .reduce(0) { $0 + 1 / Double($1.periodWeeks) }
}

/// A number as a sentence has it: whole where it is whole, else with one digit.
public func plainNumber(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return tenths % 10 == 0 ? String(tenths / 10) : "\(tenths / 10).\(abs(tenths % 10))"
}
