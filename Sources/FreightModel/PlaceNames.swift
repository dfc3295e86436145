// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Places by what people call them.
extension Network {
  /// The one place that a word means: its id, or a name that no other place shares.
  ///
  /// Of several places of one name the one where cargo begins and ends is meant: `Madrid` is the city, not its rail
  /// terminal. A district's or city's name may lack what follows it: `萧山` is 萧山区, `Xiaoshan` is "Xiaoshan (Hangzhou)".
  ///
  /// - Parameter word: An id or a name in Chinese or English; the case of names does not matter.
  /// - Returns: Nil where no place or more than one is meant.
  /// - Complexity: O(places).
  public func placeMeant(by word: String) -> ID<Place>? {
    if let place = findPlace(word) { return place }
    let wanted = word.lowercased()
    guard !wanted.isEmpty else { return nil }
    func names(_ number: Int) -> [String] {
      [places[number].nameEN.lowercased(), places[number].nameZH]
    }
    func single(_ found: [Int]) -> ID<Place>? {
      if found.count == 1 { return ID(found[0]) }
      let demand = found.filter { places[$0].kind.isDemand }
      return demand.count == 1 ? ID(demand[0]) : nil
    }
    let exact = places.indices.filter { names($0).contains(wanted) }
    guard exact.isEmpty else { return single(exact) }
    let begun = places.indices.filter { number in
      places[number].kind.isDemand
        && names(number).contains { name in
          guard name.hasPrefix(wanted) else { return false }
          let rest = name.dropFirst(wanted.count)
          return rest.hasPrefix(" (") || ["区", "市", "县", "州", "盟"].contains(rest)
        }
    }
    return begun.count == 1 ? ID(begun[0]) : nil
  }

  /// Places whose id or names hold every word, those that are called just so first; all without words.
  ///
  /// - Parameter words: In Chinese or English, case aside.
  /// - Returns: By how well they fit, then by id.
  /// - Complexity: O(places × words).
  public func places(called words: [String]) -> [ID<Place>] {
    let wanted = words.map { $0.lowercased() }
    let whole = wanted.joined(separator: " ")
    return places.indices.compactMap { number -> (rank: Int, number: Int)? in
      let place = places[number]
      let texts = [place.id, place.nameEN, place.nameZH, place.iata, place.locode]
        .compactMap { $0?.lowercased() }
      guard wanted.allSatisfy({ word in texts.contains { $0.contains(word) } }) else { return nil }
      let rank = texts.contains(whole) ? 0 : texts.contains { $0.hasPrefix(whole) } ? 1 : 2
      return (rank, number)
    }.sorted { a, b in
      a.rank != b.rank ? a.rank < b.rank : places[a.number].id < places[b.number].id
    }.map { ID($0.number) }
  }
}
