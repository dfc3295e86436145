// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What differs from a router's network for a search, named by ids; `Router.resolve` finds the rows.
///
/// Windows are moments, the end not included; nil is the whole time.
/// docs/decisions/0007-changes-at-query-time.md has the rules.
public enum RouterChange: Sendable, Hashable {
  /// The departures whose planned departure from the first stop lies in the window do not run.
  case cancel(service: String, window: Range<Instant>?)
  /// They run, all their calls so many seconds later, or earlier where negative.
  case retime(service: String, seconds: Int64, window: Range<Instant>?)
  /// Departures from the first stop besides the planned ones.
  case add(service: String, departures: [Instant])
  /// Nothing begins or arrives at the place.
  case closePlace(String, window: Range<Instant>?)
  /// No truck starts over the link.
  case closeLink(String, window: Range<Instant>?)
  /// No service that is at the passage, and no truck over a link through it.
  case closePassage(String, window: Range<Instant>?)
  /// The carrier, or one service, may carry from the one place to the other.
  case grantRight(holder: String, from: String, to: String)
  /// It may no more, unless it is at home at one of them.
  case withdrawRight(holder: String, from: String, to: String)
}

/// Everything that is wrong with a list of changes.
public struct RouterChangeFaults: Error, Sendable, Hashable {
  public enum Reason: Sendable, Hashable {
    case unknownService(String)
    case unknownPlace(String)
    case unknownLink(String)
    case unknownPassage(String)
    /// Neither a carrier nor a service.
    case unknownHolder(String)
    /// The rows exist, but nothing of the router's network, week and cargo is touched.
    case matchesNothing
  }

  public struct Fault: Sendable, Hashable {
    /// The change's number in the list, from 0.
    public var number: Int
    public var reason: Reason
  }

  /// In the order of the changes.
  public var faults: [Fault]
}
