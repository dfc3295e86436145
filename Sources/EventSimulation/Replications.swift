// SPDX-License-Identifier: GPL-3.0-or-later
internal import Dispatch
internal import Synchronization

/// Runs replications on several threads.
///
/// - Parameters:
///   - count: How many.
///   - threads: At most so many at once; at least 1.
///   - run: Makes and runs replication *n*, from 0, on nothing that it shares with another.
/// - Returns: The results in order of replication, the same for every number of threads.
public func replicate<Value: Sendable>(
  _ count: Int, threads: Int, _ run: @Sendable (_ replication: Int) -> Value
) -> [Value] {
  let taken = Atomic<Int>(0)
  let results = Mutex([Value?](repeating: nil, count: count))
  DispatchQueue.concurrentPerform(iterations: max(1, min(threads, count))) { _ in
    while true {
      let number = taken.wrappingAdd(1, ordering: .relaxed).oldValue
      guard number < count else { return }
      let value = run(number)
      results.withLock { $0[number] = value }
    }
  }
  return results.withLock { $0 }.compactMap(\.self)
}
