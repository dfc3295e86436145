// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Foundation
import Testing

@testable import tidebore

/// One run of the command inside the test process.
struct CommandRun {
  var status: RunStatus
  var output: String
  var messages: String

  init(
    _ arguments: String..., locale: String = "C", onTerminal: Bool = false,
    home: String? = repositoryFolder
  ) {
    self.init(arguments, locale: locale, onTerminal: onTerminal, home: home)
  }

  init(
    _ arguments: [String], locale: String = "C", onTerminal: Bool = false,
    home: String? = repositoryFolder, columns: Int? = nil
  ) {
    let (output, messages) = (CapturedText(), CapturedText())
    let (rest, language, fault) = Session.takeLanguage(from: arguments)
    var environment = ["LC_ALL": locale, "PATH": "/usr/bin:/bin"]
    environment["TIDEBORE_HOME"] = home
    environment["COLUMNS"] = columns.map(String.init)
    let session = Session(
      output: .memory(output), messages: .memory(messages), outputIsTerminal: onTerminal,
      messagesAreTerminal: false, environment: environment, executable: "",
      workingDirectory: "/nowhere", askedLanguage: language,
      languageFault: fault)
    status = Main.run(rest, in: session)
    (self.output, self.messages) = (output.text, messages.text)
  }
}

let repositoryFolder = {
  var parts = #filePath.split(separator: "/")
  parts.removeLast(3)
  return "/" + parts.joined(separator: "/")
}()

@Suite("The command line")
struct CommandLineTests {
  @Test("--version names the tool and its version")
  func version() {
    let run = CommandRun("--version")
    #expect(run.status == .done)
    #expect(run.output == "tidebore \(Tidebore.toolVersion)\n")
  }

  @Test("Help begins with examples and names every verb")
  func help() throws {
    let run = CommandRun("--help")
    #expect(run.status == .done)
    let examples = try #require(run.output.firstRange(of: "Examples:"))
    let options = try #require(run.output.firstRange(of: "OPTIONS:"))
    #expect(examples.lowerBound < options.lowerBound)
    for verb in Tidebore.verbNames {
      #expect(run.output.contains("\n  \(verb) "))
    }
  }

  @Test(
    "A verb that is not built is refused, not stubbed",
    arguments: ["assign", "serve", "sweep"])
  func absentVerb(_ verb: String) {
    let run = CommandRun(verb)
    #expect(run.status == .usage)
    #expect(!CommandRun("--help").output.contains("\n  \(verb) "))
  }

  @Test("Help has no sentence without its Chinese", arguments: ["--help", "init --help"])
  func chineseHelp(_ line: String) {
    let arguments = line.split(separator: " ").map(String.init)
    let run =
      arguments.count == 1
      ? CommandRun(arguments[0], "--lang", "zh")
      : CommandRun(arguments[0], arguments[1], "--lang", "zh")
    #expect(run.output.contains("概述："))
    #expect(!run.output.contains("OVERVIEW"))
    #expect(!run.output.contains("OPTIONS"))
    #expect(!run.output.contains("help."))
  }

  @Test("The locale chooses the language, --lang overrules it")
  func language() {
    #expect(CommandRun("--help", locale: "zh_CN.UTF-8").output.contains("概述："))
    #expect(CommandRun("--help", locale: "de_DE.UTF-8").output.contains("OVERVIEW"))
    #expect(CommandRun("--help", "--lang=en", locale: "zh_CN.UTF-8").output.contains("OVERVIEW"))
  }

  @Test("An unknown option is a usage error with a way out")
  func unknownOption() {
    let run = CommandRun("init", "--exampel", "hangzhou")
    #expect(run.status == .usage)
    #expect(run.messages.contains("--example"))
    #expect(run.output.isEmpty)
  }

  @Test("All that is wrong with one command line is said at once")
  func allFaults() {
    let run = CommandRun("init", "--lang", "fr")
    #expect(run.status == .usage)
    #expect(run.messages.contains("'fr'"))
    #expect(run.messages.contains("DIR is missing"))
    #expect(run.messages.contains("--example is missing"))
  }

  @Test("Completion scripts are written", arguments: ["bash", "zsh", "fish"])
  func completion(_ shell: String) {
    let run = CommandRun("--generate-completion-script", shell)
    #expect(run.status == .done)
    #expect(run.output.contains("tidebore"))
  }

  @Test("doctor names what it found, one line or one object for each thing")
  func doctor() {
    let table = CommandRun("doctor", "--format", "table")
    let json = CommandRun("doctor")
    for name in ["gsl", "sqlite", "rsvg", "networks"] {
      #expect(json.output.contains("\"\(name)\""))
    }
    #expect(table.output.contains("GSL: 2."))
    #expect(table.output.contains("SQLite: 3."))
  }
}

@Suite("The catalogue of the commands")
struct CommandCatalogueTests {
  @Test("Every sentence of the command is there in both languages, and differs")
  func both() {
    let keys = Messages.keys.filter { key in
      ["usage.", "cli.", "help.", "doctor.", "validate.", "init."].contains { key.hasPrefix($0) }
    }
    #expect(keys.count > 80)
    for key in keys {
      let english = Messages.text(key, in: .en)
      let chinese = Messages.text(key, in: .zh)
      #expect(!english.isEmpty && !chinese.isEmpty, "\(key)")
      for number in 0..<5 {
        #expect(english.contains("{\(number)}") == chinese.contains("{\(number)}"), "\(key)")
      }
    }
  }

  @Test("No key of the catalogue stands twice, one sentence hiding the other")
  func once() {
    #expect(Messages.repeatedKeys.isEmpty, "\(Messages.repeatedKeys)")
  }

  @Test("Every key that the code names is in the catalogue")
  func named() throws {
    let keyed =
      /\b(?:text|word|add|names\.word|StudyStage|StudyFailure|Unreachable)\(\s*(?:code: )?"([a-z_]+\.[a-z0-9_.]+)"/
    let folder = "\(repositoryFolder)/Sources"
    var count = 0
    for path in try #require(FileManager.default.enumerator(atPath: folder)) {
      guard let path = path as? String, path.hasSuffix(".swift"),
        let data = FileManager.default.contents(atPath: "\(folder)/\(path)")
      else { continue }
      for match in String(decoding: data, as: UTF8.self).matches(of: keyed) {
        count += 1
        // What ends with a point is the beginning of a key; the reports' own words leave `report.` out.
        let key = String(match.1)
        guard !key.hasSuffix(".") else { continue }
        #expect(Messages.contains(key) || Messages.contains("report.\(key)"), "\(path): \(key)")
      }
    }
    #expect(count > 300)
  }

  @Test("No heading and no phrase of the parser is left in English in the Chinese help")
  func chineseHeadings() {
    let phrases = [
      "(default", "(values", "Show help", "Show the version", "See '", "for more info",
    ]
    for arguments in [[]] + Tidebore.verbNames.map({ [$0] }) {
      let help = CommandRun(arguments + ["--help", "--lang", "zh"]).output
      #expect(!help.isEmpty)
      for line in help.split(separator: "\n") {
        #expect(line.prefixMatch(of: /[A-Z][A-Za-z ]*:/) == nil, "\(arguments): \(line)")
      }
      for phrase in phrases { #expect(!help.contains(phrase), "\(arguments): \(phrase)") }
    }
    for arguments in [
      ["rout"], ["route", "--frmo", "HZ"], ["coverage", "--origin"], ["fit", "a", "b"],
      ["fit", "a", "b", "c"],
    ] {
      let messages = CommandRun(arguments + ["--lang", "zh"]).messages
      #expect(!messages.isEmpty)
      for phrase in phrases + [
        "Error:", "Usage:", "Unknown option", "Did you mean", "Help:", "nexpected arg",
        "Missing value",
      ] {
        #expect(!messages.contains(phrase), "\(arguments): \(messages)")
      }
    }
  }

  @Test("Every help key that the verbs ask for is in the catalogue")
  func asked() {
    for verb in Tidebore.verbNames {
      let help = CommandRun(verb, "--help").output
      #expect(!help.contains("help."), "\(verb)")
    }
  }
}
