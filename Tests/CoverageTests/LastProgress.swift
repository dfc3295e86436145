// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

/// Remembers what a computation said last of its progress.
final class LastProgress: Sendable {
  private let state = Mutex((done: 0, of: 0))

  func set(_ done: Int, _ of: Int) { state.withLock { $0 = (done, of) } }

  var value: (done: Int, of: Int) { state.withLock { $0 } }
}
