// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import Studies

/// Keeps everything that is wrong with a command line and its request, so that one run names all faults.
struct CommandInputs {
  let session: Session
  private(set) var faults: [String] = []

  init(session: Session = .current) {
    self.session = session
    if let fault = session.languageFault {
      add("usage.choice", "--lang", fault, "zh, en")
    }
  }

  mutating func add(_ key: String, _ arguments: String...) {
    faults.append(Messages.text(key, arguments, in: session.language))
  }

  /// Ends the reading.
  ///
  /// - Throws: `CommandFailure.usage` with all faults found.
  func check() throws {
    if !faults.isEmpty { throw CommandFailure.usage(faults) }
  }

  /// An option that must be given.
  mutating func required(_ value: String?, _ option: String, example: String) -> String? {
    if value == nil { add("usage.missing", option, example) }
    return value
  }

  /// Makes a study of a request; its faults are told with those of the command line.
  ///
  /// - Throws: `CommandFailure` with everything that is wrong; `InvalidInput` where files alone are.
  mutating func study<Study>(_ make: () throws -> Study) throws -> Study {
    do {
      let study = try make()
      try check()
      return study
    } catch let wrong as StudyFaults {
      faults += wrong.list.map { $0.sentence(in: session.language) }
      throw CommandFailure.usage(faults)
    } catch let invalid as InvalidInput {
      try check()
      throw invalid
    } catch let failure as StudyFailure {
      try check()
      throw CommandFailure.failed(failure.fault.sentence(in: session.language))
    }
  }

  /// The number of threads asked for, else 2: a fixed number, because results do not depend on it.
  mutating func threads(_ text: String?) -> Int {
    guard let text else { return 2 }
    if let threads = Decimal.whole(text), (1...256).contains(threads) { return threads }
    add("usage.whole_number", "--threads", text, "1", "256")
    return 1
  }
}
