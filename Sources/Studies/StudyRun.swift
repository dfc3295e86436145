// SPDX-License-Identifier: GPL-3.0-or-later
public import NetworkIO
import Synchronization

/// What a run is at, as a sentence of the catalogue.
public struct StudyStage: Sendable, Hashable {
  public var code: String
  public var arguments: [String]

  public init(_ code: String, _ arguments: [String] = []) {
    self.code = code
    self.arguments = arguments
  }

  static let searching = StudyStage("cli.searching")

  /// A network, a city or a tier by its name.
  static func named(_ name: String) -> StudyStage { StudyStage("cli.stage", [name]) }
}

/// Called on any thread with pieces done and pieces in all of a stage.
public typealias StudyProgress = @Sendable (_ stage: StudyStage, _ done: Int, _ of: Int) -> Void

/// A wish to end a run, shared by who asks and who runs.
///
/// Runs look at it between their pieces: networks of a comparison, batches of replications, cities of
/// an improvement, rows of a matrix. A circle or a route, once begun, is ended.
public final class Cancellation: Sendable {
  private let isAsked = Atomic<Bool>(false)

  public init() {}

  public func cancel() { isAsked.store(true, ordering: .relaxed) }

  public var isCancelled: Bool { isAsked.load(ordering: .relaxed) }

  /// - Throws: `CancelledStudy` once `cancel` was called.
  public func check() throws(CancelledStudy) {
    if isCancelled { throw CancelledStudy() }
  }
}

/// A run ended because it was asked to.
public struct CancelledStudy: Error, Sendable, Hashable {
  public init() {}
}

/// What every answer says of its making.
public protocol StudyAnswer: Sendable {
  /// The files that the answer rests on, each once.
  var inputs: [InputFile] { get }
  /// The line that asks the same again.
  var command: String { get }
  /// Of the random draws; nil where nothing was drawn.
  var seed: UInt64? { get }
}

extension StudyAnswer {
  public var seed: UInt64? { nil }
}
