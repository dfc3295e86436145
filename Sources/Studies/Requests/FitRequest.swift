// SPDX-License-Identifier: GPL-3.0-or-later

/// The laws of observed times.
public struct FitRequest: StudyRequest {
  public static var verb: String { "fit" }

  /// A table of observations, in hours.
  public var file: String?
  public var column: String?
  public var family: String?
  /// Samples that judge each law; nil is 199.
  public var bootstrap: String?
  public var seed: String?
  /// A network's folder whose row takes the law.
  public var into: String?
  /// Such as `handling:HGH-air`.
  public var row: String?

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .path("file", \.file, isPositional: true), .text("column", \.column),
      .text("family", \.family), .number("bootstrap", \.bootstrap), .number("seed", \.seed),
      .path("into", \.into), .text("row", \.row),
    ]
  }
}
