// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import NetworkIO
import Quantities
import Scenario

extension RequestReading {
  /// Reads the network, so that ids are checked together with the rest of the request.
  ///
  /// - Parameters:
  ///   - path: A network's folder, or a scenario that stands for the network it makes.
  ///   - scenario: A scenario whose changes are made in that network.
  ///   - known: Read before; nil reads the files.
  ///   - name: The key of the path.
  /// - Returns: Nil where none is named, or where it is invalid and the request is wrong too.
  /// - Throws: `InvalidInput` where the network alone is wrong.
  mutating func source(
    _ path: String?, scenario: String? = nil, known: NetworkSource? = nil,
    name: String = "NETWORK"
  ) throws -> NetworkSource? {
    if let known { return known }
    guard let path = required(path, name, example: "networks/hangzhou") else { return nil }
    do {
      return try NetworkSource(path, scenario: scenario)
    } catch {
      guard faults.isEmpty else { return nil }
      throw error
    }
  }

  /// The place with an id; a name finds what was probably meant.
  mutating func place(_ id: String?, _ option: String, in source: NetworkSource) -> ID<Place>? {
    guard let id else { return nil }
    let network = source.read.network
    if let place = network.placeMeant(by: id) { return place }
    add(
      "usage.unknown_place", option, id, didYouMean(network.placesLike(id)),
      "cut -d, -f1-3 \(source.path)/place.csv")
    return nil
  }

  /// Places by their ids, `kind:KIND`, `set:SET` of targets, or `all`; several separated by commas.
  mutating func places(_ text: String, _ option: String, in source: NetworkSource) -> [ID<Place>] {
    let network = source.read.network
    let all = network.places.indices.map { ID<Place>($0) }
    var list: [ID<Place>] = []
    for word in text.split(separator: ",").map(String.init) {
      if word == "all" {
        list += all.filter { network.places[$0].kind != .lock }
      } else if word.hasPrefix("kind:") {
        let kind = String(word.dropFirst(5))
        known(kind, option, among: Set(network.places.map(\.kind.rawValue)).sorted())
        list += all.filter { network.places[$0].kind.rawValue == kind }
      } else if word.hasPrefix("set:") {
        let set = String(word.dropFirst(4))
        known(set, option, among: network.targetSets)
        list += network.targets.filter { $0.set == set }.map(\.place).sorted()
      } else if let place = place(word, option, in: source) {
        list.append(place)
      }
    }
    var seen: Set<ID<Place>> = []
    return list.filter { seen.insert($0).inserted }
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

  /// Refuses places of `--via` that the network lacks, and demands that would take too much memory.
  mutating func checkVia(_ options: RoutingOptions, in source: NetworkSource) {
    for id in options.via { _ = place(id, "--via", in: source) }
    let copies = (options.combination?.stateCount ?? 1) * (options.via.count + 1)
    if copies > Self.layerLimit { add("usage.demand_size", String(Self.layerLimit)) }
  }

  /// Copies of the network that a search may take.
  private static let layerLimit = 64

  /// Refuses a word that a table of the network does not have.
  mutating func known(_ word: String, _ option: String, among words: [String]) {
    guard !words.contains(word) else { return }
    add("usage.unknown_set", option, word, words.joined(separator: ", "))
  }

  /// The circle and the set of targets that are asked for, or hold unless asked.
  mutating func target(
    _ target: TargetRequest, of cargoClass: CargoClass, in network: Network
  ) -> (circle: String, set: String) {
    checkTarget(target, in: network)
    return (
      target.circle ?? CityTargets.usualCircle(of: cargoClass, in: network),
      target.targets ?? CityTargets.usualSet(in: network)
    )
  }

  /// Refuses a circle or a set that the network does not have.
  mutating func checkTarget(_ target: TargetRequest, in network: Network) {
    if let circle = target.circle {
      known(circle, "--circle", among: Set(network.tiers.map(\.circle)).sorted())
    }
    if let set = target.targets { known(set, "--targets", among: network.targetSets) }
  }
}

extension Network {
  fileprivate var targetSets: [String] { Set(targets.map(\.set)).sorted() }

  /// Ids of places whose id or name holds the word, else the id nearest to it; each with its name.
  fileprivate func placesLike(_ word: String) -> [String] {
    // What holds the word comes before what is spelled like it.
    let called = word.isEmpty ? [] : places(called: [word])
    let near = called.isEmpty ? NearestName.of(word, in: places.map(\.id)) : nil
    let found =
      near.flatMap(findPlace).map { [places[$0]] } ?? called.prefix(5).map { places[$0] }
    return found.map { "\($0.id) (\($0.nameEN) \($0.nameZH))" }
  }
}
