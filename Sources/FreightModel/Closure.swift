// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// What of a network can be closed, or fail.
public enum NetworkElement: Sendable, Hashable {
  case place(ID<Place>)
  case link(ID<Link>)
  /// A canal, strait or lock that links, services or passage stops name.
  case passage(String)
  case service(ID<Service>)

  /// The words under which tables name the four.
  public enum Kind: String, Sendable, CaseIterable {
    case place, link, passage, service
  }
}

/// Times at which something is closed; docs/decisions/0007 has what closed means.
///
/// Days and times of day are those of the element's zone: a place's own, of a link that of its
/// `from` place, of a service that of its first stop, of a passage the network's home zone.
public struct Closure: Sendable, Hashable {
  public var id: String
  public var element: NetworkElement
  /// First moment; nil is since ever.
  public var from: Instant?
  /// End, itself not closed; nil is for ever.
  public var to: Instant?
  /// Local days; nil is every day.
  public var days: Set<Weekday>?
  /// Local seconds of the day that are closed, 86 400 being its end; nil is the whole day.
  public var secondsOfDay: Range<Int>?
  public var provenance: Provenance

  public init(
    id: String, element: NetworkElement, from: Instant? = nil, to: Instant? = nil,
    days: Set<Weekday>? = nil, secondsOfDay: Range<Int>? = nil, provenance: Provenance
  ) {
    self.id = id
    self.element = element
    self.from = from
    self.to = to
    self.days = days
    self.secondsOfDay = secondsOfDay
    self.provenance = provenance
  }

  /// Closed from the first moment to the last, whatever the day and the time.
  public var isContinuous: Bool {
    (days?.count ?? 7) == 7 && (secondsOfDay ?? 0..<86_400) == 0..<86_400
  }
}

/// How often something fails and for how long; drawn by the simulation, not part of planned answers.
public struct Disruption: Sendable, Hashable {
  public var id: String
  public var element: NetworkElement
  /// Mean number of failures in a year.
  public var ratePerYear: Double
  public var duration: OperationTime
  /// Disruptions of one event strike together, at the rate that all of them have; empty is alone.
  public var event: String
  /// After re-opening the capacity grows from nothing to all of it, evenly, in this time.
  public var recoverySeconds: Int64
  public var provenance: Provenance

  public init(
    id: String, element: NetworkElement, ratePerYear: Double, duration: OperationTime,
    event: String = "", recoverySeconds: Int64 = 0, provenance: Provenance
  ) {
    self.id = id
    self.element = element
    self.ratePerYear = ratePerYear
    self.duration = duration
    self.event = event
    self.recoverySeconds = recoverySeconds
    self.provenance = provenance
  }
}
