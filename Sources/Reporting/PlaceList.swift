// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
public import FreightModel
import JSONText
public import Quantities

/// Places of a network with their names, to find an id by.
public struct PlaceList: Sendable {
  public let network: Network
  public let places: [ID<Place>]

  public init(network: Network, places: [ID<Place>]) {
    self.network = network
    self.places = places
  }

  private static let columns = ["id", "name_zh", "name_en", "kind", "lat", "lon"]

  private var rows: [[Cell]] {
    places.map { id in
      let place = network.places[id]
      return [
        .text(place.id), .text(place.nameZH), .text(place.nameEN), .text(place.kind.rawValue),
        .decimal(Numerals.short(place.latitude, 6)), .decimal(Numerals.short(place.longitude, 6)),
      ]
    }
  }

  /// An array of objects, in the order of the list.
  public func json() -> [UInt8] {
    let value = JSONValue.array(
      rows.map { row in
        .object(zip(Self.columns, row).map { JSONValue.Member($0, $1.json) })
      })
    var bytes: [UInt8] = []
    value.write(into: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }

  public func csv() -> [UInt8] {
    var text = CSVText(forExcel: false)
    text.add(Self.columns.map(Cell.text))
    for row in rows { text.add(row) }
    return text.bytes
  }

  /// Columns for a terminal, headed in its language.
  public func table(in language: Language) -> String {
    func word(_ key: String) -> String { Messages.text(key, in: language) }
    var table = TextTable([
      ("id", .left), (word("places.name_zh"), .left), (word("places.name_en"), .left),
      (word("places.kind"), .left), (word("places.lat"), .right), (word("places.lon"), .right),
    ])
    for id in places {
      let place = network.places[id]
      table.add([
        place.id, place.nameZH, place.nameEN, word("report.kind." + place.kind.rawValue),
        Numerals.fixed(place.latitude, 4), Numerals.fixed(place.longitude, 4),
      ])
    }
    return table.text()
  }
}
