// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Cargo that is more than one departure holds: it is not carried, and an answer says what would be.
extension Router {
  /// The largest consignment of this kind that reaches a place, where this one fails for want of room alone.
  ///
  /// - Returns: Nil where every service that takes the class has room, or less would not go either.
  /// - Complexity: A router for each of log(rooms) sizes.
  func largestThatFits(from origin: ID<Place>, to target: ID<Place>) -> Consignment? {
    let rooms = network.services.indices.compactMap { number -> Double? in
      let service = network.services[number]
      guard service.status.runs, !service.holds(consignment) else { return nil }
      return service.share(of: consignment)
    }
    let shares = Set(rooms).filter { $0 > 0 && $0 < 1 }.sorted(by: >)
    var best: Consignment?
    var (low, high) = (0, shares.count)
    // What a size reaches, a smaller one reaches too.
    while low < high {
      let middle = (low + high) / 2
      let smaller = consignment.scaled(by: shares[middle] * (1 - 1e-12))
      if reaches(smaller, from: origin, to: target) {
        best = smaller
        high = middle
      } else {
        low = middle + 1
      }
    }
    return best
  }

  /// The answer to that, as a reason.
  func tooLarge(from origin: ID<Place>, to target: ID<Place>, name: String) -> Unreachable? {
    guard let largest = largestThatFits(from: origin, to: target) else { return nil }
    let size =
      largest.cargoClass == .fcl
      ? "\(short(largest.teu)) TEU"
      : largest.massKG >= 1_000
        ? "\(short(largest.massKG / 1_000)) t" : "\(short(largest.massKG)) kg"
    return Unreachable(code: "unreachable.too_large", arguments: [name, size])
  }

  /// Three decimals at most, rounded down: the size must still fit.
  private func short(_ size: Double) -> String {
    let thousandths = Int64((size * 1_000 + 1e-6).rounded(.down))
    guard thousandths % 1_000 != 0 else { return String(thousandths / 1_000) }
    var digits = String(thousandths % 1_000)
    digits = String(repeating: "0", count: 3 - digits.utf8.count) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(thousandths / 1_000).\(digits)"
  }

  private func reaches(
    _ consignment: Consignment, from origin: ID<Place>, to target: ID<Place>
  ) -> Bool {
    guard let home = try? TimeZoneRules.load(network.header.homeTimeZone),
      let router = try? Router(
        network: network, consignment: consignment, origin: origin, options: options,
        week: home.local(epoch).date, ways: ways)
    else { return false }
    var search = RouterSearch(router)
    search.run(from: origin, readyAt: router.epoch)
    return search.delivery(at: target) != nil
  }
}

extension Service {
  /// The part of a consignment that one departure has room for, nil where it takes none of its class.
  fileprivate func share(of consignment: Consignment) -> Double? {
    guard let room = capacity[consignment.cargoClass], room.amount > 0 else { return nil }
    switch room.unit {
    case "TEU": return room.amount / consignment.teu
    case "t": return room.amount * 1_000 / consignment.massKG
    case "kg": return room.amount / consignment.massKG
    default: return consignment.volumeM3.map { room.amount / $0 }
    }
  }
}

extension Consignment {
  /// The same cargo, more or less of it.
  func scaled(by factor: Double) -> Consignment {
    Consignment(
      cargoClass: cargoClass, massKG: massKG * factor, volumeM3: volumeM3.map { $0 * factor },
      teu: teu * factor, exportMode: exportMode)
  }
}
