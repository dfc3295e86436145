// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import FreightModel
import Quantities

/// What a closed place, link, passage or service keeps from going; decision records 0007 and 0015.
///
/// A departure or an arrival whose planned time lies in a closure of its place does not take place; trucks, doors and customs wait
/// for the end. A closure is known from its beginning, with its end.
extension FreightRun {
  /// Some closure has begun and not ended.
  mutating func isAnythingShut(_ now: Int64) -> Bool {
    while nextShut < shutInOrder.count, shutInOrder[nextShut].start <= now {
      lastShut = max(lastShut, shutInOrder[nextShut].end)
      nextShut += 1
    }
    return now < lastShut
  }

  /// A moment lies in a closure that began by another.
  private func isShut(_ element: Int32?, at time: Int64, knownAt now: Int64) -> Bool {
    guard let element, element >= 0, time != ServiceRuns.none else { return false }
    for window in shut[Int(element)] where window.start <= time && time < window.end {
      if window.start <= now { return true }
    }
    return false
  }

  /// The element that keeps a run from carrying cargo on a seat; -1 for none.
  func shutter(_ seat: Int, _ run: Int, knownAt now: Int64) -> Int {
    let room = Int(neighbours.steps[seat].target)
    let service = system.rooms[room].service
    let (stop, alights) = (system.rooms[room].stop, Int(neighbours.steps[seat].alights))
    let whole = shutter(ofRun: run, service, knownAt: now)
    if whole >= 0 { return whole }
    let departs = system.services[service].placeElements[stop]
    if isShut(departs, at: system.services[service].departure(run, stop), knownAt: now) {
      return Int(departs)
    }
    let arrives = system.services[service].placeElements[alights]
    if isShut(arrives, at: system.services[service].arrival(run, alights), knownAt: now) {
      return Int(arrives)
    }
    return -1
  }

  /// The element for which a run does not set out at all: the service itself, its first stop, or a passage that is closed while
  /// the run would be under way; -1 for none.
  func shutter(ofRun run: Int, _ service: Int, knownAt now: Int64) -> Int {
    let first = system.services[service].departure(run, 0)
    let own = system.services[service].ownElement
    if isShut(own, at: first, knownAt: now) { return Int(own) }
    let place = system.services[service].placeElements[0]
    if isShut(place, at: first, knownAt: now) { return Int(place) }
    guard !system.services[service].passages.isEmpty else { return -1 }
    let stops = system.services[service].stops.count
    let last = (0..<stops).reduce(first) {
      max(
        $0, system.services[service].arrival(run, $1), system.services[service].departure(run, $1))
    }
    for element in system.services[service].passages {
      for window in shut[Int(element)]
      where window.start <= min(now, last) && window.end > first { return Int(element) }
    }
    return -1
  }

  /// When a step may begin, as far as closures are known, and the owner of the last that keeps it; -1 for none.
  func beginning(
    of at: Int, at time: Int64, knownAt now: Int64
  ) -> (time: Int64, owner: Int32) {
    let step = steps[at]
    var held = (time: time, owner: Int32(-1))
    func wait(for element: Int32) {
      guard element >= 0 else { return }
      for window in shut[Int(element)] where window.start <= min(now, held.time) {
        guard held.time < window.end else { continue }
        held = (window.end, system.closables[Int(element)].owner)
      }
    }
    switch step.operation {
    case .open, .inspect, .lineHaul: wait(for: elementAtPlace[Int(step.place)])
    case .pass where !step.drives: wait(for: elementAtPlace[Int(step.place)])
    case .pass:
      // A truck starts where the step before has ended.
      if at > 0, steps[at - 1].operation != .done {
        wait(for: elementAtPlace[Int(steps[at - 1].place)])
      }
      wait(for: step.link)
    case .visit, .store, .board, .done: break
    }
    return held
  }
}
