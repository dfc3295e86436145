// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Quantities

extension CommandInputs {
  /// Reads the network, so that ids are checked together with the rest of the command line.
  ///
  /// - Parameters:
  ///   - path: A network's folder, or a scenario that stands for the network it makes.
  ///   - scenario: A scenario whose changes are made in that network.
  /// - Returns: Nil where none is named, or where it is invalid and the command line is wrong too.
  /// - Throws: `InvalidInput` where the network alone is wrong.
  mutating func network(_ path: String?, scenario: String? = nil) throws -> ReadNetwork? {
    try source(path, scenario: scenario)?.read
  }

  /// Likewise, with the scenario that the path names.
  mutating func source(_ path: String?, scenario: String? = nil) throws -> NetworkSource? {
    guard let path = required(path, "NETWORK", example: "networks/hangzhou") else { return nil }
    do {
      return try NetworkSource(path, scenario: scenario)
    } catch {
      guard faults.isEmpty else { return nil }
      throw error
    }
  }

  /// The place with an id; a name finds what was probably meant.
  mutating func place(
    _ id: String?, _ option: String, in network: Network, folder: String
  ) -> ID<Place>? {
    guard let id else { return nil }
    if let place = network.findPlace(id) { return place }
    add(
      "usage.unknown_place", option, id, didYouMean(network.placesLike(id)),
      "cut -d, -f1-3 \(folder)/place.csv")
    return nil
  }

  /// Refuses `--without` words that name nothing of the network.
  mutating func checkWithout(_ words: Set<String>, in network: Network) {
    let passages = Set(network.links.flatMap(\.passages) + network.services.flatMap(\.passages))
    for word in words.sorted() {
      if Mode(rawValue: word) != nil || passages.contains(word) { continue }
      if network.findPlace(word) != nil || network.findService(word) != nil { continue }
      let known =
        Mode.allCases.map(\.rawValue) + passages.sorted() + network.places.map(\.id)
        + network.services.map(\.id)
      let near = NearestName.of(word, in: known).map { [$0] } ?? []
      add("usage.unknown_row", "--without", word, didYouMean(near))
    }
  }

  /// Refuses a word that a table of the network does not have.
  mutating func known(_ word: String, _ option: String, among words: [String]) {
    guard !words.contains(word) else { return }
    add("usage.unknown_set", option, word, words.joined(separator: ", "))
  }

  func didYouMean(_ words: [String]) -> String {
    words.isEmpty
      ? "" : session.text("usage.did_you_mean", words.joined(separator: ", "))
  }
}

extension Network {
  /// Ids of places with this name, else the id nearest to the word; each with its name.
  fileprivate func placesLike(_ word: String) -> [String] {
    let lower = word.lowercased()
    let named = places.filter { $0.nameEN.lowercased() == lower || $0.nameZH == word }
    let near = named.isEmpty ? NearestName.of(word, in: places.map(\.id)) : nil
    let found = near.flatMap(findPlace).map { [places[$0]] } ?? Array(named.prefix(3))
    return found.map { "\($0.id) (\($0.nameEN) \($0.nameZH))" }
  }

  /// Monday of the week, in the network's home zone, in which an instant lies.
  ///
  /// - Throws: `TimeZoneFault` where the system's tzdata lack the home zone.
  func week(of instant: Instant) throws -> CivilDate {
    let date = try TimeZoneRules.load(header.homeTimeZone).local(instant).date
    return date + Int64(1 - date.weekday.rawValue)
  }
}
