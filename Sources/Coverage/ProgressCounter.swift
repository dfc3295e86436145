// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

/// Counts the searches that several threads finish.
final class ProgressCounter: Sendable {
  private let done = Mutex(0)
  private let total: Int
  private let report: @Sendable (_ done: Int, _ of: Int) -> Void

  init(of total: Int, report: @escaping @Sendable (_ done: Int, _ of: Int) -> Void) {
    self.total = total
    self.report = report
  }

  func step() {
    done.withLock {
      $0 += 1
      report($0, total)
    }
  }
}
