// SPDX-License-Identifier: GPL-3.0-or-later
import Synchronization

/// Says on the messages how far a run has come: a bar with rate and time left on a terminal, a line
/// for every 10 % otherwise.
///
/// The clock is read for the bar alone; no result depends on it.
final class Progress: Sendable {
  private struct State {
    var start = ContinuousClock.now
    var lastDrawn: ContinuousClock.Instant?
    var lastTenth = 0
    var done = 0
  }
  private let state = Mutex(State())
  private let session: Session
  private let label: String
  private let isQuiet: Bool

  init(label: String, isQuiet: Bool, session: Session = .current) {
    self.label = label
    self.isQuiet = isQuiet
    self.session = session
  }

  /// May be called by any thread; less than what was said before is ignored.
  func reach(_ done: Int, of total: Int) {
    guard !isQuiet, total > 0 else { return }
    let line: String? = state.withLock { state in
      guard done > state.done, done <= total else { return nil }
      state.done = done
      return session.messagesAreTerminal
        ? bar(&state, done, total) : tenth(&state, done, total)
    }
    if let line { try? session.messages.write(line) }
  }

  /// Takes the bar off the terminal.
  func end() {
    guard !isQuiet, session.messagesAreTerminal else { return }
    try? session.messages.write("\r\u{1B}[K")
  }

  private func tenth(_ state: inout State, _ done: Int, _ total: Int) -> String? {
    let tenth = done * 10 / total
    guard tenth > state.lastTenth else { return nil }
    state.lastTenth = tenth
    return session.text("cli.progress", label, String(tenth * 10)) + "\n"
  }

  private func bar(_ state: inout State, _ done: Int, _ total: Int) -> String? {
    let now = ContinuousClock.now
    if let last = state.lastDrawn, now - last < .milliseconds(100), done < total { return nil }
    state.lastDrawn = now
    let elapsed = seconds(now - state.start)
    let rate = elapsed > 0 ? Double(done) / elapsed : 0
    let left = rate > 0 ? Int((Double(total - done) / rate).rounded(.up)) : 0
    let filled = done * 20 / total
    let bar = String(repeating: "#", count: filled) + String(repeating: ".", count: 20 - filled)
    return "\r"
      + session.text(
        "cli.progress_bar", label, bar, String(done * 100 / total), String(Int(rate)), String(left))
      + "\u{1B}[K"
  }

  private func seconds(_ duration: Duration) -> Double {
    Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
  }
}
