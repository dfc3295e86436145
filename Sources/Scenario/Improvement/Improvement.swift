// SPDX-License-Identifier: GPL-3.0-or-later

/// A single change that was tried, in the form of a scenario file.
public struct Remedy: Sendable {
  /// What is changed: rows of this kind are ranked against others by effort.
  public enum Kind: String, Sendable, CaseIterable {
    case frequency, retime
    case cutOff = "cut_off"
    case release, hours, clearance, door
    case right
    case newService = "new_service"
  }
  public var kind: Kind
  public var made: NetworkChange
  /// The change as YAML, ready for a scenario's `changes`.
  public var yaml: String { made.yaml }
  /// The change in words.
  public var sentence: LocalizedText
  /// Rows of the network that it touches.
  public var rows: Int
  /// Points of the visible table in docs/decisions/0010-scenarios.md: an assumption.
  public var effort: Double
  /// Statistic of the city before and after, seconds; nil is infinite, or no city was asked for.
  public var before, after: Int64?
  /// Ids of targets gained and lost in the asked set, by a run of the whole circle.
  public var gained: [String]
  public var lost: [String]
  /// Of these in the asked tier.
  public var gainedInTier: Int
}

/// What one missed city, or a tier, was told.
public struct Improvement: Sendable {
  /// Id of the city; nil for a tier.
  public var cityID: String?
  public var tier: Int
  public var targetSeconds: Int64
  /// Statistic of the city as it is.
  public var statistic: Int64?
  /// The city, or every city of the tier, makes its target as it is: nothing was tried.
  public var isInAlready: Bool
  /// Changes tried, each with all its degrees.
  public var tried: Int
  /// Runs of a changed network.
  public var runs: Int
  /// What works: for a city the least effort first, for a tier the most cities gained.
  public var remedies: [Remedy]
  /// Where no single change brings a city in: changes on top of each other, each the one that then takes
  /// most hours off; the last one brings it in, or nothing more helps.
  public var steps: [Remedy] = []

  /// The steps bring the city in.
  public var isReachedBySteps: Bool {
    steps.last.map { $0.after ?? .max <= targetSeconds } ?? false
  }
}
