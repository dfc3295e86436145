// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities

extension TimetableChanges.AddedTrip {
  /// The trip without its calls at a closed node: it passes through, and where only loading or only
  /// unloading falls into the window, what is left of the call is a trip of its own.
  func without(_ closure: TimetableChanges.Closure) -> [Self] {
    var whole = legs
    var parts: [[TripLeg]] = []
    var place = 0
    while place < whole.count {
      let leg = whole[place]
      if leg.tail == closure.node, place == 0, closure.window.contains(leg.departure) {
        whole.removeFirst()
        continue
      }
      guard leg.head == closure.node else {
        place += 1
        continue
      }
      let unloads = !closure.window.contains(leg.arrival)
      guard place + 1 < whole.count else {
        if !unloads { whole.removeLast() }
        break
      }
      let next = whole[place + 1]
      let loads = !closure.window.contains(next.departure)
      guard !unloads || !loads else {
        place += 1
        continue
      }
      if unloads { parts.append(Array(whole[...place])) }
      if loads { parts.append(Array(whole[(place + 1)...])) }
      whole[place].head = next.head
      whole[place].arrival = next.arrival
      whole[place].cost += next.cost
      whole[place].co2e += next.co2e
      whole.remove(at: place + 1)
    }
    let rest = parts.flatMap { Self(legs: $0, boarding: boarding).without(closure) }
    return (whole.isEmpty ? [] : [Self(legs: whole, boarding: boarding)]) + rest
  }
}
