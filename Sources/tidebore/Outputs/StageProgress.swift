// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Studies
import Synchronization

/// Says how far a study has come, one bar after another for its stages.
final class StageProgress: Sendable {
  private struct State {
    var stage: StudyStage?
    var progress: Progress?
  }
  private let state = Mutex(State())
  private let session: Session
  private let isQuiet: Bool

  init(isQuiet: Bool, session: Session) { (self.isQuiet, self.session) = (isQuiet, session) }

  /// For the studies: may be called by any thread.
  var report: StudyProgress {
    { stage, done, total in self.progress(of: stage).reach(done, of: total) }
  }

  private func progress(of stage: StudyStage) -> Progress {
    state.withLock { state in
      if state.stage == stage, let progress = state.progress { return progress }
      state.progress?.end()
      let progress = Progress(
        label: Messages.text(stage.code, stage.arguments, in: session.language),
        isQuiet: isQuiet, session: session)
      (state.stage, state.progress) = (stage, progress)
      return progress
    }
  }

  /// Takes the last bar off the terminal.
  func end() { state.withLock { $0.progress?.end() } }
}
