// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel

/// What is to be carried.
public struct Consignment: Sendable, Hashable {
  public var cargoClass: CargoClass
  /// Gross mass in kilograms.
  public var massKG: Double
  /// Cubic metres; nil where the mass decides.
  public var volumeM3: Double?
  /// Twenty-foot equivalent units; used by class fcl alone.
  public var teu: Double
  public var exportMode: ExportMode

  /// Payload and tare of one TEU in kilograms.
  public static let kilogramsPerTEU = 12_300.0

  public init(
    cargoClass: CargoClass = .parcel, massKG: Double = 30, volumeM3: Double? = nil,
    teu: Double = 1, exportMode: ExportMode = .directParcel
  ) {
    self.cargoClass = cargoClass
    self.massKG = cargoClass == .fcl ? teu * Self.kilogramsPerTEU : massKG
    self.volumeM3 = volumeM3
    self.teu = teu
    self.exportMode = exportMode
  }

  /// The consignment that stands for a class where no size is named: 30 kg of parcel, 300 kg of air,
  /// 1 t of lcl, 1 TEU of fcl.
  public static func usual(_ cargoClass: CargoClass, _ exportMode: ExportMode) -> Consignment {
    let mass: Double =
      switch cargoClass {
      case .parcel: 30
      case .air: 300
      case .lcl, .fcl: 1_000
      }
    return Consignment(cargoClass: cargoClass, massKG: mass, exportMode: exportMode)
  }

  /// The mass that is paid for: air 167 kg/m³, parcel 200 kg/m³, lcl 1 t/m³.
  public var chargeableKG: Double {
    max(massKG, (volumeM3 ?? 0) * cargoClass.kilogramsPerCubicMetre)
  }
}

/// What the search may not use, or takes differently from the network's rows.
public struct RoutingOptions: Sendable, Hashable {
  /// Seconds after the ready time within which cargo must arrive; nil is 21 days, for fcl 70.
  public var horizonSeconds: Int64?
  /// Only services whose status is live.
  public var liveServicesOnly = false
  /// Leave out rows that only assume an interline connection (`AI-…`).
  public var withoutAssumedInterline = false
  /// Which point of the import clearance is taken.
  public var importClearance = ClearancePoint.median
  /// Factor on the number of line-haul departures a day: 0.5 keeps every other one, 2 adds those half-way.
  public var lineHaulFrequency = 1.0
  /// Customs takes papers at any hour of any day.
  public var customsAlwaysOpen = false
  /// Delivery ends at any hour of any day.
  public var deliveryAlwaysOpen = false
  /// Quantile of every operation's time that "planned" means.
  public var plannedQuantile = 0.5
  /// Modes, place ids, service ids and passages that may not be used (`--without`).
  public var without: Set<String> = []
  /// What the main hauls must be; nil is anything (`--combination`).
  public var combination: Combination?
  /// Ids of places that cargo must arrive at or start from, in this order (`--via`).
  public var via: [String] = []
  /// Service id → departures a week instead of the network's (used by "would be … if daily").
  public var frequencyOverrides: [String: Double] = [:]
  /// Clearance row id → hours instead of the network's.
  public var clearanceOverrides: [String: Double] = [:]

  public enum ClearancePoint: String, Sendable, CaseIterable { case low, median, high }

  public init() {}
}
