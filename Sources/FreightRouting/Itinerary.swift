// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

/// A door-to-door answer: legs without a gap between ready time and delivery.
public struct Itinerary: Sendable, Hashable {
  /// Ready at the origin.
  public var depart: Instant
  /// Delivered.
  public var arrive: Instant
  public var legs: [Leg]
  /// Sums over the legs, which are whole fen and whole grams; nil where that of some leg is not known.
  public var cost: Money?
  public var co2e: Emission?

  public var durationSeconds: Int64 { arrive - depart }
  /// The worst quality of the rows that the legs rest on.
  public var quality: Quality { legs.map(\.quality).max() ?? .measured }
  /// The part of the hours whose legs rest on assumed rows; 0 where it takes no time.
  public var assumedShare: Double {
    let assumed = legs.lazy.filter { $0.quality == .assumed }.reduce(0) { $0 + $1.seconds }
    return durationSeconds > 0 ? Double(assumed) / Double(durationSeconds) : 0
  }

  public init(depart: Instant, arrive: Instant, legs: [Leg], cost: Money?, co2e: Emission?) {
    self.depart = depart
    self.arrive = arrive
    self.legs = legs
    self.cost = cost
    self.co2e = co2e
  }
}

/// One step of an itinerary.
public struct Leg: Sendable, Hashable {
  /// What happens; raw values are the JSON words.
  public enum Kind: String, Sendable, CaseIterable {
    case pickup
    /// A truck or van that leaves at once, to or between terminals, or to the consignee.
    case drayage
    /// Part load on a timetabled truck.
    case lineHaul = "line_haul"
    /// A scheduled service.
    case mainHaul = "main_haul"
    case handling
    /// Unloading, sorting, break-bulk until the cargo is free.
    case release
    case exportClearance = "export_clearance"
    case importClearance = "import_clearance"
    case lastMile = "last_mile"
    case wait
  }
  /// Why cargo waits; nil for legs that are no wait.
  public enum Cause: String, Sendable, CaseIterable {
    /// A gate, a customs office or a shipper is closed.
    case opening = "before_opening"
    /// Between the cut-off and the departure.
    case cutOff = "cut_off"
    case nextDeparture = "next_departure"
    case capacity
    case customs
    case deliveryHours = "delivery_hours"
  }
  public var kind: Kind
  public var cause: Cause?
  /// Mode of the movement; nil where nothing moves.
  public var mode: Mode?
  /// The service of a main haul, or the service a wait is for.
  public var service: ID<Service>?
  /// Id of the row the leg rests on: a service, link, clearance row, line-haul rule; empty for none.
  public var row: String
  public var from: ID<Place>
  public var to: ID<Place>
  public var depart: Instant
  public var arrive: Instant
  public var distanceKM: Double
  /// Nil where no tariff covers the leg: what it costs is not known.
  public var cost: Money?
  /// Nil where no emission factor covers it.
  public var co2e: Emission?
  public var quality: Quality

  /// No tariff covers the leg.
  public var isUnpriced: Bool { cost == nil }

  public var seconds: Int64 { arrive - depart }

  public init(
    kind: Kind, cause: Cause? = nil, mode: Mode? = nil, service: ID<Service>? = nil,
    row: String = "", from: ID<Place>, to: ID<Place>, depart: Instant, arrive: Instant,
    distanceKM: Double = 0, cost: Money? = .zero, co2e: Emission? = .zero,
    quality: Quality = .measured
  ) {
    self.kind = kind
    self.cause = cause
    self.mode = mode
    self.service = service
    self.row = row
    self.from = from
    self.to = to
    self.depart = depart
    self.arrive = arrive
    self.distanceKM = distanceKM
    self.cost = cost
    self.co2e = co2e
    self.quality = quality
  }
}

/// Why there is no itinerary.
public struct Unreachable: Error, Sendable, Hashable {
  /// Catalogue key of the sentence, such as `unreachable.no_service`.
  public var code: String
  public var arguments: [String]

  public init(code: String, arguments: [String]) {
    self.code = code
    self.arguments = arguments
  }
}
