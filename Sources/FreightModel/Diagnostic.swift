// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue

/// Something wrong, or doubtful, in an input file.
public struct Diagnostic: Sendable, Hashable {
  public enum Severity: String, Sendable { case error, warning }

  public var severity: Severity
  /// The catalogue's key, such as `place.unknown_zone`; it never changes its meaning.
  public var code: String
  /// Path as the user gave it, with `/`.
  public var file: String
  /// Counted from 1; 0 where the fault concerns the whole file.
  public var line: Int
  /// Column of the field's first character, counted from 1; 0 where the fault concerns the line.
  public var column: Int
  /// Arguments of the catalogue's sentence: the value first, then what the rule names.
  public var arguments: [String]
  /// Arguments of the way out (`code` + `.hint`); nil where there is none.
  public var hintArguments: [String]?

  public init(
    _ severity: Severity = .error, code: String, file: String, line: Int = 0, column: Int = 0,
    arguments: [String] = [], hintArguments: [String]? = []
  ) {
    self.severity = severity
    self.code = code
    self.file = file
    self.line = line
    self.column = column
    self.arguments = arguments
    self.hintArguments = hintArguments
  }

  public func message(in language: Language) -> String {
    Messages.text(code, arguments, in: language)
  }

  public func hint(in language: Language) -> String? {
    hintArguments.map { Messages.text(code + ".hint", $0, in: language) }
  }
}

/// All that is wrong with an input, in the order of files and lines.
public struct InvalidInput: Error, Sendable, Hashable {
  public var errors: [Diagnostic]
  public var warnings: [Diagnostic]

  public init(errors: [Diagnostic], warnings: [Diagnostic] = []) {
    self.errors = errors
    self.warnings = warnings
  }
}
