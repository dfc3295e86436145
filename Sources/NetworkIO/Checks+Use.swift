// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Geography
import Quantities

extension NetworkAssembly {
  /// Warns of what stands in the tables and does nothing there.
  ///
  /// Faulty rows count as use: what they name is not doubtful on top of their fault.
  mutating func warnOfUnused() {
    let served = cells(of: "stop_time", ["place"])
    let linked = cells(of: "link", ["from", "to"])
    warnOfUnreached(served.union(linked))
    warnOfUnservedTerminals(served)
    for (name, code) in [("opening_hours", FaultCode.hoursUnused), ("slot_rule", .slotUnused)] {
      guard let table = tables[name] else { continue }
      let index = references[name]
      for (position, id) in index.ids.enumerated()
      where !references.isUsed(name, position) && !references.isSuspect(name, position) {
        guard let row = index.rows[position].first else { continue }
        warn(code, table, row, "id", [id])
      }
    }
  }

  /// Positions that cells of a table name.
  private func cells(of name: String, _ columns: [String]) -> Set<Int> {
    guard let table = tables[name] else { return [] }
    var found: Set<Int> = []
    for column in columns.map(table.column) {
      for row in table.rows {
        if let position = table.integer(row, column) { found.insert(position) }
      }
    }
    return found
  }

  private mutating func warnOfUnreached(_ joined: Set<Int>) {
    guard let table = tables["place"], tables["link"]?.isComplete ?? true,
      tables["stop_time"]?.isComplete ?? true
    else { return }
    let reach = drayageReach
    let index = references["place"]
    let passages = Set(
      ["link", "service"].compactMap { tables[$0] }.flatMap { table in
        table.rows.flatMap { table.texts($0, table.column("passages")) }
      })
    var masses: [Int: LandMass?] = [:]
    func mass(of number: Int, _ place: Place) -> LandMass? {
      if let known = masses[number] { return known }
      let mass = World.shared.landMass(latitude: place.latitude, longitude: place.longitude)
      masses[number] = .some(mass)
      return mass
    }
    var grid = PlaceGrid(reachKM: reach)
    for (number, place) in places.enumerated() {
      guard let place else { continue }
      grid.add(number, latitude: place.latitude, longitude: place.longitude)
    }
    for (position, id) in index.ids.enumerated() where !joined.contains(position) {
      guard let place = places[position], !references.isSuspect("place", position),
        !passages.contains(id), let row = index.rows[position].first
      else { continue }
      let area = territories[place.territory.index]?.customsArea
      let isNear = grid.containsNear(latitude: place.latitude, longitude: place.longitude) {
        number in
        guard number != position, let other = places[number],
          territories[other.territory.index]?.customsArea == area,
          greatCircleKM(place.latitude, place.longitude, other.latitude, other.longitude) <= reach
        else { return false }
        // A neighbour with ways of its own may stand beyond a bridge.
        return joined.contains(number) || mass(of: position, place) == mass(of: number, other)
      }
      if !isNear { warn(.placeUnreached, table, row, "id", [id, decimal(reach)]) }
    }
  }

  private var drayageReach: Double {
    parameters.first { $0.id == "drayage.max_km" }?.value ?? 300
  }

  private mutating func warnOfUnservedTerminals(_ served: Set<Int>) {
    guard let table = tables["terminal"], tables["stop_time"]?.isComplete ?? true else { return }
    let (column, modes) = (table.column("place"), table.column("modes"))
    let road = Mode.allCases.firstIndex(of: .road)
    for row in table.rows where table.isSound[row] {
      guard let position = table.integer(row, column), !served.contains(position),
        !references.isSuspect("place", position), places[position]?.kind.isPassage != true,
        table.list(row, modes).contains(where: { $0 != road })
      else { continue }
      warn(
        .terminalNoService, table, row, "place", [table.text(row, column), table.text(row, modes)])
    }
  }
}
