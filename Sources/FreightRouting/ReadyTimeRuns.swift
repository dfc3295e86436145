// SPDX-License-Identifier: GPL-3.0-or-later
import Dispatch
public import FreightModel
public import Quantities
import RoutingCore
import Synchronization

/// One search for each of many ready times, sixteen to a scan, spread over threads.
///
/// Results stand in the order of the ready times, whatever the number of threads.
public struct ReadyTimeRuns: Sendable {
  public var router: Router
  public var origin: ID<Place>
  public var readyTimes: [Instant]
  public var threads: Int
  public var objective: Objective
  /// What differs from the router, resolved by it; time is then the objective.
  public var changes: RouterChanges?

  public init(
    router: Router, origin: ID<Place>, readyTimes: [Instant], threads: Int,
    objective: Objective = .time, changes: RouterChanges? = nil
  ) {
    precondition(changes == nil || objective == .time, "changes go by time")
    self.objective = objective
    self.changes = changes
    self.router = router
    self.origin = origin
    self.readyTimes = readyTimes
    self.threads = threads
  }

  /// Reads a value from each search after its run.
  ///
  /// - Parameter read: Called on any thread with the finished search and the ready time's number.
  /// - Returns: A value for each ready time, in their order.
  public func map<Value: Sendable>(
    _ read: @Sendable (inout RouterSearch, Int) -> Value
  ) -> [Value] {
    guard objective == .time else { return mapOneByOne(read) }
    let lanes = LaneScan.laneCount
    let batches = (readyTimes.count + lanes - 1) / lanes
    let found = spread(batches, over: threads) { (next, put: (Int, [Value]) -> Void) in
      var scan = LaneScan(on: router.timetable)
      var search = RouterSearch(router)
      while let batch = next() {
        let numbers = batch * lanes..<min((batch + 1) * lanes, readyTimes.count)
        scan.run(
          numbers.map {
            LaneScan.Lane(
              from: CargoState.node(.ready, at: origin), at: Int32(readyTimes[$0] - router.epoch))
          }, span: Int32(router.horizonSeconds), changes: changes?.timetable)
        put(
          batch,
          numbers.map { number in
            search.adopt(number - numbers.lowerBound, of: scan, changes: changes)
            return read(&search, number)
          })
      }
    }
    return found.flatMap(\.self)
  }

  private func mapOneByOne<Value: Sendable>(
    _ read: @Sendable (inout RouterSearch, Int) -> Value
  ) -> [Value] {
    spread(readyTimes.count, over: threads) { next, put in
      var search = RouterSearch(router, objective: objective)
      while let number = next() {
        search.run(from: origin, readyAt: readyTimes[number])
        put(number, read(&search, number))
      }
    }
  }

  /// Seconds from each ready time to the delivery at each place, nil where unreachable.
  public func seconds(to places: [ID<Place>]) -> [[Int64?]] {
    map { search, number in
      places.map { place in search.delivery(at: place).map { $0 - readyTimes[number] } }
    }
  }
}

/// Work in numbered pieces, spread over threads; results stand in the order of the pieces.
///
/// - Parameters:
///   - count: Number of pieces.
///   - threads: Workers at most.
///   - worker: Called once on each thread; takes pieces with `next` until nil and hands each result
///     to `put`.
/// - Returns: The results, by piece.
public func spread<Value: Sendable>(
  _ count: Int, over threads: Int,
  _ worker: @Sendable (_ next: () -> Int?, _ put: (Int, Value) -> Void) -> Void
) -> [Value] {
  let taken = Atomic<Int>(0)
  let results = Mutex([Value?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
    worker(
      {
        let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
        return number < count ? number : nil
      },
      { number, value in results.withLock { $0[number] = value } })
  }
  return results.withLock { $0 }.compactMap(\.self)
}

/// The value at a percentile by nearest rank: the ⌈p/100 × n⌉-th smallest, unreachable being infinite.
///
/// - Parameters:
///   - percentile: 1…100.
///   - values: In any order; nil is infinite.
/// - Returns: Nil where the value at that rank is infinite, or there are none.
/// - Complexity: O(*n* log *n*).
public func nearestRank(_ percentile: Int, of values: [Int64?]) -> Int64? {
  let rank = max(1, (percentile * values.count + 99) / 100)
  let finite = values.compactMap(\.self).sorted()
  return rank <= finite.count ? finite[rank - 1] : nil
}

/// The number of the earliest value that stands at a percentile's rank.
public func indexAtNearestRank(_ percentile: Int, of values: [Int64?]) -> Int? {
  guard let value = nearestRank(percentile, of: values) else { return nil }
  return values.firstIndex(of: value)
}
