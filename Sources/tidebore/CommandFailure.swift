// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel

/// How a run ends; the raw values are the process's exit codes.
enum RunStatus: Int32, Sendable {
  case done = 0
  case runFailed = 1
  case usage = 2
  case invalidInput = 3
  case targetMissed = 4
  case interrupted = 5
  case fileFailed = 6
}

/// Why a run ends without success, in the words of the user's language.
enum CommandFailure: Error {
  /// Everything that is wrong with the command line.
  case usage([String])
  /// Faults of input files; `shown` when they are the result itself and stand on the output already.
  case invalid(InvalidInput, shown: Bool)
  /// Sentences about required targets that are not met.
  case targetMissed([String])
  case unreadable(String)
  case failed(String)

  var status: RunStatus {
    switch self {
    case .usage: .usage
    case .invalid: .invalidInput
    case .targetMissed: .targetMissed
    case .unreadable: .fileFailed
    case .failed: .runFailed
    }
  }
}
