// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// A country or region as customs sees it; mainland China, Hong Kong, Macau and Taiwan are four.
public struct Territory: Sendable, Hashable {
  /// ISO 3166-1 alpha-2; "NA" is Namibia.
  public var code: String
  public var nameEN: String
  public var nameZH: String
  /// Territories of one area share a customs border (EU, EAEU); otherwise the code itself.
  public var customsArea: String
  /// West, south, east, north in degrees, nil where not given; west > east crosses 180°.
  public var box: Box?
  public var provenance: Provenance

  public struct Box: Sendable, Hashable {
    public var west, south, east, north: Double
    public init(west: Double, south: Double, east: Double, north: Double) {
      (self.west, self.south, self.east, self.north) = (west, south, east, north)
    }
    public func contains(latitude: Double, longitude: Double) -> Bool {
      guard latitude >= south, latitude <= north else { return false }
      return west <= east
        ? longitude >= west && longitude <= east : longitude >= west || longitude <= east
    }
  }

  public init(
    code: String, nameEN: String, nameZH: String, customsArea: String? = nil, box: Box? = nil,
    provenance: Provenance
  ) {
    self.code = code
    self.nameEN = nameEN
    self.nameZH = nameZH
    self.customsArea = customsArea ?? code
    self.box = box
    self.provenance = provenance
  }
}

/// A terminal or a place of demand.
public struct Place: Sendable, Hashable {
  public var id: String
  public var nameEN: String
  public var nameZH: String
  public var kind: PlaceKind
  /// WGS 84 degrees.
  public var latitude: Double
  public var longitude: Double
  public var territory: ID<Territory>
  /// IANA name, such as `Asia/Shanghai`.
  public var timeZone: String
  public var population: Int?
  public var iata: String?
  public var locode: String?
  public var provenance: Provenance

  public init(
    id: String, nameEN: String, nameZH: String, kind: PlaceKind, latitude: Double,
    longitude: Double, territory: ID<Territory>, timeZone: String, population: Int? = nil,
    iata: String? = nil, locode: String? = nil, provenance: Provenance
  ) {
    self.id = id
    self.nameEN = nameEN
    self.nameZH = nameZH
    self.kind = kind
    self.latitude = latitude
    self.longitude = longitude
    self.territory = territory
    self.timeZone = timeZone
    self.population = population
    self.iata = iata
    self.locode = locode
    self.provenance = provenance
  }
}

/// What a place can do as a terminal; a place without a row has no gate, no customs, no storage.
public struct Terminal: Sendable, Hashable {
  public var place: ID<Place>
  /// In the terminal's own order; the first is its main mode.
  public var modes: [Mode]
  /// When trucks may come in; nil is always.
  public var gateHours: ID<OpeningHours>?
  /// Import and export documents are cleared here.
  public var hasCustoms: Bool
  /// When customs takes papers, nil for the default of the clearance row.
  public var customsHours: ID<OpeningHours>?
  public var storageCapacity: Double?
  public var storageUnit: String
  public var freeStorageDays: Double?
  /// Observed mean stay, waiting included: a check, never added to a path.
  public var observedDwellHours: Double?
  public var throughput: Double?
  public var throughputUnit: String
  public var throughputYear: Int?
  public var provenance: Provenance

  public init(
    place: ID<Place>, modes: [Mode], gateHours: ID<OpeningHours>? = nil, hasCustoms: Bool,
    customsHours: ID<OpeningHours>? = nil, storageCapacity: Double? = nil,
    storageUnit: String = "", freeStorageDays: Double? = nil, observedDwellHours: Double? = nil,
    throughput: Double? = nil, throughputUnit: String = "", throughputYear: Int? = nil,
    provenance: Provenance
  ) {
    self.place = place
    self.modes = modes
    self.gateHours = gateHours
    self.hasCustoms = hasCustoms
    self.customsHours = customsHours
    self.storageCapacity = storageCapacity
    self.storageUnit = storageUnit
    self.freeStorageDays = freeStorageDays
    self.observedDwellHours = observedDwellHours
    self.throughput = throughput
    self.throughputUnit = throughputUnit
    self.throughputYear = throughputYear
    self.provenance = provenance
  }
}

/// A weekly calendar in local time, with dated exceptions.
public struct OpeningHours: Sendable, Hashable {
  public var id: String
  /// Seconds of the local day, per weekday (index 0 is Monday), sorted, not overlapping;
  /// an interval may end at 86 400, never later.
  public var week: [[Range<Int>]]
  /// Local dates whose intervals replace those of the weekday; empty is closed.
  public var exceptions: [CivilDate: [Range<Int>]]
  public var provenance: Provenance

  public init(
    id: String, week: [[Range<Int>]], exceptions: [CivilDate: [Range<Int>]] = [:],
    provenance: Provenance
  ) {
    precondition(week.count == 7, "a week has seven days")
    self.id = id
    self.week = week
    self.exceptions = exceptions
    self.provenance = provenance
  }

  /// Open at every hour of every day.
  public var isAlways: Bool { exceptions.isEmpty && week.allSatisfy { $0 == [0..<86_400] } }
}

/// Handling where cargo changes mode without a cut-off, at a place or at all places of a kind.
public struct Handling: Sendable, Hashable {
  /// Nil for the default of a kind.
  public var place: ID<Place>?
  public var placeKind: PlaceKind?
  public var inbound: Mode
  public var outbound: Mode
  /// Nil is every class.
  public var cargoClass: CargoClass?
  public var time: OperationTime
  public var distribution: String
  public var cost: Charge
  public var co2e: Charge
  /// Id in the resource table, empty where none is modelled.
  public var resource: String
  public var provenance: Provenance

  public init(
    place: ID<Place>?, placeKind: PlaceKind?, inbound: Mode, outbound: Mode,
    cargoClass: CargoClass?, time: OperationTime, distribution: String = "lognormal",
    cost: Charge, co2e: Charge, resource: String = "", provenance: Provenance
  ) {
    self.place = place
    self.placeKind = placeKind
    self.inbound = inbound
    self.outbound = outbound
    self.cargoClass = cargoClass
    self.time = time
    self.distribution = distribution
    self.cost = cost
    self.co2e = co2e
    self.resource = resource
    self.provenance = provenance
  }
}
