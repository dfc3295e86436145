// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue

/// One thing wrong with a request.
public struct StudyFault: Sendable, Hashable {
  /// The catalogue's key, such as `usage.unknown_place`; it never changes its meaning.
  public var code: String
  /// Arguments of the catalogue's sentence.
  public var arguments: [String]

  public init(_ code: String, _ arguments: [String] = []) {
    self.code = code
    self.arguments = arguments
  }

  public func sentence(in language: Language) -> String {
    Messages.text(code, arguments, in: language)
  }
}

/// Everything that is wrong with a request, in the order of its reading.
public struct StudyFaults: Error, Sendable, Hashable {
  public var list: [StudyFault]

  public init(_ list: [StudyFault]) { self.list = list }
}

/// A study that its request allows and its network does not.
public struct StudyFailure: Error, Sendable, Hashable {
  public var fault: StudyFault

  public init(_ code: String, _ arguments: [String] = []) {
    fault = StudyFault(code, arguments)
  }
}
