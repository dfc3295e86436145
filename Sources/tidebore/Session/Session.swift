// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import NetworkIO
import Quantities
import Reporting
import Studies

/// What one run of the command is surrounded by: where it writes, and what it knows of the machine.
struct Session: Sendable {
  /// Results.
  var output: Output
  /// Everything that is no result: errors, warnings, progress.
  var messages: Output
  var outputIsTerminal: Bool
  var messagesAreTerminal: Bool
  var environment: [String: String]
  /// The file that is running, empty where the system does not say.
  var executable: String
  var workingDirectory: String
  /// `--lang`, where the command line has it.
  var askedLanguage: Language?
  /// Reads all of the standard input.
  var input: @Sendable () -> [UInt8] = { [] }
  /// What is wrong with `--lang`, to be reported with the other faults of the command line.
  var languageFault: String?

  @TaskLocal static var current = Session(
    output: .descriptor(1), messages: .descriptor(2), outputIsTerminal: false,
    messagesAreTerminal: false, environment: [:], executable: "", workingDirectory: ".")

  /// The language of what a person reads at the terminal: `--lang`, else the locale.
  var language: Language { askedLanguage ?? Self.language(ofLocale: environment) }

  /// The language of files and of data for machines: the command line alone decides, so that a
  /// locale never changes a byte of them.
  var fileLanguage: Language { askedLanguage ?? .en }

  /// Cells of the terminal that the output goes to; nil where it is none.
  var outputWidth: Int? {
    guard outputIsTerminal else { return nil }
    let asked = environment["COLUMNS"].flatMap(Int.init)
    return max(40, asked ?? terminalWidth(1) ?? 80)
  }

  /// ANSI colours: on a terminal, unless NO_COLOR is set or the terminal is dumb.
  var usesColor: Bool {
    outputIsTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
  }

  func text(_ key: String, _ arguments: String...) -> String {
    Messages.text(key, arguments, in: language)
  }

  /// Writes a file that is complete or absent.
  func write(_ bytes: [UInt8], to path: String) throws {
    try AtomicFile.write(bytes, to: path)
  }

  /// Names the files that were written.
  func notice(_ plan: OutputPlan) throws {
    guard !plan.files.isEmpty else { return }
    try say(text("cli.written", plan.files.map(\.path).joined(separator: ", ")))
  }

  /// Writes a line to the messages.
  func say(_ line: String) throws { try messages.write(line + "\n") }

  static func language(ofLocale environment: [String: String]) -> Language {
    let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
      .compactMap { environment[$0] }.first { !$0.isEmpty }
    return locale?.lowercased().hasPrefix("zh") == true ? .zh : .en
  }

  /// Who makes the output, from what.
  func header(of answer: some StudyAnswer) -> RunHeader {
    var header = header(of: (command: answer.command, inputs: answer.inputs))
    header.seed = answer.seed
    return header
  }

  /// Likewise of a line and its files.
  func header(of made: (command: String, inputs: [InputFile])) -> RunHeader {
    RunHeader(
      toolVersion: Tidebore.toolVersion,
      inputs: made.inputs.map { RunHeader.Input(path: $0.path, sha256: $0.sha256) },
      tzdataVersion: tzdataVersion() ?? "", command: made.command)
  }

  /// Takes `--lang zh` out of the arguments, wherever it stands: help needs it before the rest is read.
  static func takeLanguage(
    from arguments: [String]
  ) -> (rest: [String], language: Language?, fault: String?) {
    var rest: [String] = []
    var asked: String?
    var index = 0
    while index < arguments.count {
      let argument = arguments[index]
      if argument == "--" {
        rest += arguments[index...]
        break
      }
      if argument.hasPrefix("--lang=") {
        asked = String(argument.dropFirst("--lang=".count))
      } else if argument == "--lang" {
        index += 1
        asked = index < arguments.count ? arguments[index] : ""
      } else {
        rest.append(argument)
      }
      index += 1
    }
    guard let asked else { return (rest, nil, nil) }
    let language = Language(rawValue: asked)
    return (rest, language, language == nil ? asked : nil)
  }
}
