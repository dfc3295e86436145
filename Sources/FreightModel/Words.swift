// SPDX-License-Identifier: GPL-3.0-or-later

/// How well a figure is known; the order is from best to worst.
public enum Quality: String, Sendable, CaseIterable, Comparable {
  case measured, published, derived, assumed

  public static func < (a: Self, b: Self) -> Bool {
    a.rank < b.rank
  }
  private var rank: Int {
    switch self {
    case .measured: 0
    case .published: 1
    case .derived: 2
    case .assumed: 3
    }
  }
}

/// A mode of transport of a link, a service or a leg.
public enum Mode: String, Sendable, CaseIterable {
  case road, rail, river, sea, air
}

/// What decides which services, links and terminals can take a consignment.
public enum CargoClass: String, Sendable, CaseIterable {
  case parcel, air, lcl, fcl

  /// What a cubic metre is charged as; boxes are not charged by volume.
  public var kilogramsPerCubicMetre: Double {
    switch self {
    case .parcel: 200
    case .air: 167
    case .lcl: 1_000
    case .fcl: 0
    }
  }
}

/// The customs procedure under which cargo is exported.
public enum ExportMode: String, Sendable, CaseIterable {
  case directParcel = "9610"
  case directBusiness = "9710"
  case overseasWarehouse = "9810"
  case bonded = "1210"
  case generalTrade = "0110"
}

public enum PlaceKind: String, Sendable, CaseIterable {
  case city
  case demandZone = "demand_zone"
  case seaport
  case seaportTerminal = "seaport_terminal"
  case riverPort = "river_port"
  case airport
  case airCargoTerminal = "air_cargo_terminal"
  case railTerminal = "rail_terminal"
  case roadDepot = "road_depot"
  case bondedZone = "bonded_zone"
  case ecommercePark = "ecommerce_park"
  case ehub
  case overseasWarehouse = "overseas_warehouse"
  case borderCrossing = "border_crossing"
  case lock

  /// Cargo begins and ends its journey here.
  public var isDemand: Bool { self == .city || self == .demandZone }
  /// Ships, trains and trucks pass here; nothing is loaded or unloaded.
  public var isPassage: Bool { self == .lock || self == .borderCrossing }
}

public enum ServiceStatus: String, Sendable, CaseIterable {
  case live, unconfirmed, historic, suspended
  /// Historic and suspended services are kept for scenarios and not run.
  public var runs: Bool { self == .live || self == .unconfirmed }
}

/// Where a row came from and how good it is.
public struct Provenance: Sendable, Hashable {
  public var quality: Quality
  public var source: String
  public var note: String
  /// Line of the row in its file, counted from 1 with the header; 0 where it came from no file.
  public var line: Int

  public init(quality: Quality, source: String = "", note: String = "", line: Int = 0) {
    self.quality = quality
    self.source = source
    self.note = note
    self.line = line
  }
}

/// The duration of an operation in seconds: a median with the 5 % and 95 % points around it.
public struct OperationTime: Sendable, Hashable {
  public var medianSeconds: Int64
  public var lowSeconds: Int64
  public var highSeconds: Int64

  public init(medianSeconds: Int64, lowSeconds: Int64? = nil, highSeconds: Int64? = nil) {
    self.medianSeconds = medianSeconds
    self.lowSeconds = lowSeconds ?? medianSeconds
    self.highSeconds = highSeconds ?? medianSeconds
  }
}

/// An amount of money or emission that grows with the consignment.
///
/// The charge of a consignment is `fixed + perKilogram·kg + perTEU·TEU`, each in the unit of the
/// table that holds it (CNY or kg CO2e).
public struct Charge: Sendable, Hashable {
  public var fixed: Double
  public var perKilogram: Double
  public var perTEU: Double

  public init(fixed: Double = 0, perKilogram: Double = 0, perTEU: Double = 0) {
    self.fixed = fixed
    self.perKilogram = perKilogram
    self.perTEU = perTEU
  }
}
