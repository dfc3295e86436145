// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Catalogue
import Foundation
import FreightModel
import FreightRouting
import Reporting

/// The command: a verb, a network, a question.
struct Tidebore: ParsableCommand {
  static let toolVersion = "0.1.0"

  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "tidebore", abstract: helpText("root"),
      discussion: helpText("root.examples"), version: "tidebore \(toolVersion)",
      subcommands: verbs)
  }

  /// The verbs that are built; help lists no other.
  static let verbs: [any ParsableCommand.Type] = [
    InitCommand.self, ValidateCommand.self, RouteCommand.self, ExplainCommand.self,
    CoverageCommand.self, MatrixCommand.self, SimulateCommand.self, FitCommand.self,
    DiffCommand.self, CompareCommand.self, PlacesCommand.self, ImproveCommand.self,
    DoctorCommand.self,
  ]

  static var verbNames: [String] { verbs.compactMap { $0.configuration.commandName } }
}

@main
enum Main {
  static func main() {
    let (arguments, language, fault) = Session.takeLanguage(
      from: Array(CommandLine.arguments.dropFirst()))
    let process = ProcessInfo.processInfo
    let session = Session(
      output: .descriptor(1), messages: .descriptor(2), outputIsTerminal: isTerminal(1),
      messagesAreTerminal: isTerminal(2), environment: process.environment,
      executable: runningExecutable(),
      workingDirectory: FileManager.default.currentDirectoryPath, askedLanguage: language,
      input: { [UInt8](FileHandle.standardInput.readDataToEndOfFile()) }, languageFault: fault)
    let watch = SignalWatch(sentence: session.text("cli.interrupted"))
    let status = withExtendedLifetime(watch) { run(arguments, in: session) }
    exit(status)
  }

  /// Runs one command line and says how it ended.
  static func run(_ arguments: [String], in session: Session) -> RunStatus {
    Session.$current.withValue(session) {
      TerminalWidth.$cells.withValue(session.outputWidth) {
        TerminalWidth.$leftOut.withValue(session.text("cli.columns_left_out")) {
          answer(arguments, in: session)
        }
      }
    }
  }

  private static func answer(_ arguments: [String], in session: Session) -> RunStatus {
    do {
      do {
        var command = try Tidebore.parseAsRoot(arguments)
        try OutputGate(arguments).check(session)
        try command.run()
        return .done
      } catch {
        return try session.report(error)
      }
    } catch let failure as FileFailure where failure.isClosedPipe {
      return .done
    } catch {
      return .fileFailed
    }
  }

  private static func exit(_ status: RunStatus) -> Never {
    Tidebore.exit(withError: ExitCode(status.rawValue))
  }
}

extension Session {
  /// Says in the user's language what went wrong.
  ///
  /// - Throws: `FileFailure` where even that cannot be written.
  func report(_ error: any Error) throws -> RunStatus {
    switch error {
    case let failure as CommandFailure:
      try report(failure)
      return failure.status
    case let invalid as InvalidInput:
      try report(.invalid(invalid, shown: false))
      return .invalidInput
    case let failure as FileFailure:
      guard !failure.isClosedPipe else { throw failure }
      try say(text("cli.error", text(failure.key, failure.path, String(failure.code))))
      if !failure.published.isEmpty {
        try say(text("output.partly", failure.published.joined(separator: ", ")))
      }
      return .fileFailed
    case let fault as ChargeFault:
      try say(text("cli.error", text("run.charge", fault.row)))
      return .invalidInput
    default:
      return try reportParsing(error)
    }
  }

  private func report(_ failure: CommandFailure) throws {
    switch failure {
    case .usage(let faults):
      for fault in faults { try say(text("cli.error", fault)) }
      try say(text("cli.see_help"))
    case .invalid(let input, let shown):
      guard !shown else { return }
      for line in DiagnosticReport(input, session: self).lines { try say(line) }
      try say(text("cli.invalid", String(input.errors.count)))
    case .targetMissed(let sentences):
      for sentence in sentences { try say(sentence) }
    case .unreadable(let sentence), .failed(let sentence):
      try say(text("cli.error", sentence))
    }
  }

  /// Help, version, completion scripts and what the parser refuses.
  private func reportParsing(_ error: any Error) throws -> RunStatus {
    let code = Tidebore.exitCode(for: error)
    let message = Tidebore.fullMessage(for: error)
    if code.isSuccess {
      if !message.isEmpty { try output.write(localized(help: message) + "\n") }
      return .done
    }
    if code == .validationFailure {
      try say(localized(help: message))
      return .usage
    }
    try say(text("cli.error", message))
    return .runFailed
  }

  /// The parser's own headings in the user's language.
  private func localized(help: String) -> String {
    guard language == .zh else { return help }
    let headings = [
      "OVERVIEW: ", "USAGE: ", "Usage: ", "ARGUMENTS:", "OPTIONS:", "SUBCOMMANDS:", "Error: ",
      "Help:  ", "See 'tidebore help <subcommand>' for detailed help.", "Unknown option",
      "Did you mean", "Unexpected argument", "unexpected arguments:", "Missing value for",
      "for more information.", "  See '", "Show help information.",
      "Show the version.", "(default: ", "(values: ",
    ]
    return help.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      var line = String(line)
      for heading in headings { line.replace(heading, with: text("help.heading.\(heading)")) }
      return line
    }.joined(separator: "\n")
  }
}
