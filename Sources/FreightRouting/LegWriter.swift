// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import RoutingCore

/// Turns the arcs of a journey into the legs that a planner reads: no gap between two of them.
struct LegWriter {
  let network: Network
  let epoch: Instant
  private(set) var legs: [Leg] = []

  init(_ network: Network, epoch: Instant) {
    self.network = network
    self.epoch = epoch
  }

  mutating func append(_ meaning: ArcMeaning, _ times: Traversal) {
    switch meaning.kind {
    case .standing: wait(.opening, meaning.to, from: times.start, to: times.end, meaning)
    case .pickup:
      wait(.opening, meaning.from, from: times.start, to: times.opened, meaning)
      operation(.pickup, meaning, from: times.opened, to: times.arrival)
    case .exportClearance:
      wait(.opening, meaning.from, from: times.start, to: times.opened, meaning)
      operation(.exportClearance, meaning, from: times.opened, to: times.arrival)
    case .importClearance:
      wait(.opening, meaning.from, from: times.start, to: times.opened, meaning)
      operation(.importClearance, meaning, from: times.opened, to: times.arrival)
    case .delivery:
      wait(.opening, meaning.from, from: times.start, to: times.opened, meaning)
      operation(.lastMile, meaning, from: times.opened, to: times.released)
      wait(.deliveryHours, meaning.to, from: times.released, to: times.end, meaning)
    case .drayage: drayage(meaning, times)
    case .handling:
      wait(.opening, meaning.from, from: times.start, to: times.opened, meaning)
      operation(.handling, meaning, from: times.opened, to: times.arrival)
    case .boarding: break
    case .lineHaul: scheduled(.lineHaul, meaning, times)
    case .seat: scheduled(.mainHaul, meaning, times)
    }
  }

  private mutating func drayage(_ meaning: ArcMeaning, _ times: Traversal) {
    wait(.opening, meaning.from, from: times.start, to: times.opened, meaning)
    add(.drayage, meaning, at: nil, from: times.opened, to: times.arrival, charge: meaning.main)
    wait(.opening, meaning.to, from: times.released, to: times.end, meaning)
  }

  private mutating func scheduled(
    _ kind: Leg.Kind, _ meaning: ArcMeaning, _ times: Traversal
  ) {
    let cutoff = max(times.start, times.departure - meaning.lead)
    wait(.nextDeparture, meaning.from, from: times.start, to: cutoff, meaning, meaning.before)
    wait(.cutOff, meaning.from, from: cutoff, to: times.departure, meaning, meaning.before)
    add(kind, meaning, at: nil, from: times.departure, to: times.arrival, charge: meaning.main)
    if times.released > times.arrival {
      add(
        .release, meaning, at: meaning.to, from: times.arrival, to: times.released,
        charge: LegCharge(quality: meaning.after))
    }
    wait(.opening, meaning.to, from: times.released, to: times.end, meaning, meaning.after)
  }

  private mutating func operation(
    _ kind: Leg.Kind, _ meaning: ArcMeaning, from: Int32, to: Int32
  ) {
    guard to > from || meaning.main.cost > 0 || meaning.main.co2e > 0 else { return }
    add(kind, meaning, at: meaning.from, from: from, to: to, charge: meaning.main)
  }

  private mutating func wait(
    _ cause: Leg.Cause, _ place: ID<Place>, from: Int32, to: Int32, _ meaning: ArcMeaning,
    _ quality: Quality = .measured
  ) {
    guard to > from else { return }
    legs.append(
      Leg(
        kind: .wait, cause: cause, service: service(meaning), row: row(meaning), from: place,
        to: place, depart: epoch + Int64(from), arrive: epoch + Int64(to),
        quality: max(meaning.quality, quality)))
  }

  /// Adds a leg at a place, or a movement where `place` is nil.
  private mutating func add(
    _ kind: Leg.Kind, _ meaning: ArcMeaning, at place: ID<Place>?, from: Int32, to: Int32,
    charge: LegCharge
  ) {
    let moves = place == nil
    legs.append(
      Leg(
        kind: kind, mode: moves ? meaning.mode : nil, service: service(meaning),
        row: row(meaning), from: place ?? meaning.from, to: place ?? meaning.to,
        depart: epoch + Int64(from), arrive: epoch + Int64(to),
        distanceKM: moves ? meaning.distanceKM : 0, cost: Money(charged: charge.cost),
        co2e: Emission(charged: charge.co2e), quality: max(meaning.quality, charge.quality)))
  }

  private func service(_ meaning: ArcMeaning) -> ID<Service>? {
    if case .service(let id) = meaning.row { id } else { nil }
  }

  private func row(_ meaning: ArcMeaning) -> String {
    switch meaning.row {
    case .none: ""
    case .link(let id): network.links[id].id
    case .service(let id): network.services[id].id
    case .lineHaul(let number): network.lineHauls[number].id
    case .clearance(let number): network.clearances[number].id
    }
  }
}
