// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import NetworkIO

extension CommandInputs {
  /// The combination of `--combination`; everything wrong with it is added to the faults.
  mutating func combination(_ text: String) -> Combination? {
    do {
      return try Combination(text)
    } catch {
      for fault in error.list { add(fault, of: text) }
      return nil
    }
  }

  private mutating func add(_ fault: Combination.Fault, of text: String) {
    switch fault {
    case .unknownWord(let word):
      let near = NearestName.of(word, in: Combination.words + Combination.names)
      add(
        "usage.combination_word", word, didYouMean(near.map { [$0] } ?? []),
        Combination.names.joined(separator: ", "), Combination.words.joined(separator: ", "))
    case .emptyStep: add("usage.combination_step", text)
    case .tooManyStates:
      add("usage.combination_size", text, String(Combination.stateLimit))
    }
  }

  /// Refuses places of `--via` that the network lacks, and demands that would take too much memory.
  mutating func checkVia(_ options: RoutingOptions, in network: Network, folder: String) {
    for id in options.via { _ = place(id, "--via", in: network, folder: folder) }
    let copies = (options.combination?.stateCount ?? 1) * (options.via.count + 1)
    if copies > Self.layerLimit { add("usage.demand_size", String(Self.layerLimit)) }
  }

  /// Copies of the network that a search may take.
  private static let layerLimit = 64
}
