// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
public import NetworkIO
import Scenario
public import Stochastics

/// The laws of observed times, compared, and the row of a network that takes one.
public struct FitStudy: Sendable {
  public let request: FitRequest
  public let observations: ReadObservations
  public let sample: ObservedSample
  /// Nil is the best of those tried.
  public let family: FitFamily?
  private let bootstrap: Int
  private let seed: UInt64
  private let threads: Int
  private let destination: Destination?

  /// The network that takes the law, and where.
  private struct Destination: Sendable {
    var tables: NetworkTables
    var target: FitTarget
  }

  /// - Parameters:
  ///   - request: What is asked.
  ///   - threads: Changes no answer.
  /// - Throws: `StudyFaults` with everything that is wrong with the request; `InvalidInput` where the
  ///   observations or the network are.
  public init(_ request: FitRequest, threads: Int = 2) throws {
    var reading = RequestReading()
    family = request.family.flatMap { reading.choice($0, "--family", FitFamily.self) }
    bootstrap =
      request.bootstrap.flatMap { reading.wholeNumber($0, "--bootstrap", in: 0...100_000) } ?? 199
    seed = request.seed.map { reading.seed($0) } ?? 1
    let path = reading.required(request.file, "FILE.csv", example: "dwell.csv")
    destination = try Self.destination(request, &reading)
    try reading.check()
    guard let path else { throw reading.failure }
    observations = try ObservationsReader.read(
      file: path, column: request.column, least: ObservedSample.leastCount)
    if let family, observations.hours.count < family.leastCount {
      reading.add(
        "usage.fit_too_few", family.rawValue, String(family.leastCount),
        String(observations.hours.count))
    }
    try reading.check()
    guard let sample = ObservedSample(observations.hours) else { throw reading.failure }
    (self.request, self.sample, self.threads) = (request, sample, threads)
  }

  private static func destination(
    _ request: FitRequest, _ reading: inout RequestReading
  ) throws -> Destination? {
    guard let into = request.into, let row = request.row else {
      if request.into != nil { reading.add("usage.needs", "--into", "--row") }
      if request.row != nil { reading.add("usage.needs", "--row", "--into") }
      return nil
    }
    guard !ScenarioReader.isScenario(into) else {
      reading.add("usage.fit_folder", into)
      return nil
    }
    do {
      var tables = try NetworkTables(directory: into)
      return FitTarget(row, in: &tables, &reading).map {
        Destination(tables: tables, target: $0)
      }
    } catch {
      guard reading.faults.isEmpty else { return nil }
      throw error
    }
  }

  /// Fits every law that the sample is large enough for, and judges them by samples of their own.
  ///
  /// - Throws: `CancelledStudy`.
  /// - Complexity: O(laws × bootstrap × observations).
  public func run(
    progress: @escaping StudyProgress = { _, _, _ in },
    cancellation: Cancellation = Cancellation()
  ) throws -> FitAnswer {
    var fits = FitFamily.allCases.filter { $0.leastCount <= sample.count }.map {
      DistributionFit($0, to: sample)
    }
    for number in fits.indices where bootstrap > 0 {
      let fit = fits[number]
      var refits: [DistributionFit] = []
      for start in stride(from: 0, to: bootstrap, by: 32) {
        try cancellation.check()
        let count = min(32, bootstrap - start)
        refits += replicate(count, threads: threads) { [seed] in fit.refit(start + $0, seed: seed) }
          .compactMap(\.self)
        progress(
          StudyStage("cli.fitting"), number * bootstrap + start + count, fits.count * bootstrap)
      }
      fits[number].judge(by: refits)
    }
    return FitAnswer(
      request: request, observations: observations, sample: sample, family: family, fits: fits,
      seed: seed)
  }

  /// The row that takes the law; nil where none is asked for.
  public var target: FitTarget? { destination?.target }

  /// The tables with a law in the row, checked as a network is.
  ///
  /// - Returns: The files that change; none where no row is asked for.
  /// - Throws: `InvalidInput` where the network would not take it.
  public func filled(with fit: DistributionFit) throws -> [NetworkTables.EditedFile] {
    guard var destination else { return [] }
    let file = FitTarget.InputFileName(
      path: observations.input.path, hash: String(observations.input.sha256.prefix(12)))
    destination.target.put(
      fit, source: (file: file, column: observations.column), into: &destination.tables)
    return try destination.tables.files()
  }
}

/// The laws of a sample.
public struct FitAnswer: StudyAnswer {
  public let request: FitRequest
  public let observations: ReadObservations
  public let sample: ObservedSample
  /// The law asked for; nil is the best.
  public let family: FitFamily?
  /// In the order of the families.
  public let fits: [DistributionFit]
  public let seed: UInt64?

  public var inputs: [InputFile] { [observations.input] }
  public var command: String { request.command }
}
