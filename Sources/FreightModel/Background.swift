// SPDX-License-Identifier: GPL-3.0-or-later
public import Quantities

/// Others' traffic at a resource: it arrives, takes servers for its work and goes.
public struct Background: Sendable, Hashable {
  public var id: String
  public var resource: ID<Resource>
  public var arrivalsPerYear: Double
  /// Mean work of one arrival: in the resource's unit of work, in hours where servers are places.
  ///
  /// Working servers share it: an arrival is served in work ÷ (rate × `units`) hours, a place is
  /// held for all of them.
  public var meanWork: Double
  /// Coefficient of variation of the work.
  public var workCV: Double
  /// Servers or places that each arrival takes.
  public var units: Int
  /// Erlang stages of the time between arrivals; 1 is exponential.
  public var arrivalStages: Int
  /// How arrivals vary over the day, the week and the year; nil is evenly.
  public var profile: ID<Profile>?
  public var provenance: Provenance

  public init(
    id: String, resource: ID<Resource>, arrivalsPerYear: Double, meanWork: Double,
    workCV: Double = 0.5, units: Int = 1, arrivalStages: Int = 1, profile: ID<Profile>? = nil,
    provenance: Provenance
  ) {
    self.id = id
    self.resource = resource
    self.arrivalsPerYear = arrivalsPerYear
    self.meanWork = meanWork
    self.workCV = workCV
    self.units = units
    self.arrivalStages = arrivalStages
    self.profile = profile
    self.provenance = provenance
  }
}

/// The share of a departure's capacity that others' cargo has booked.
public struct BackgroundLoad: Sendable, Hashable {
  public var id: String
  public var mode: Mode
  /// Empty is every type.
  public var serviceType: String
  /// Where the cargo boards; nil is everywhere.
  public var place: ID<Place>?
  /// Nil is every class.
  public var cargoClass: CargoClass?
  public var share: Double
  public var low: Double
  public var high: Double
  public var provenance: Provenance

  public init(
    id: String, mode: Mode, serviceType: String = "", place: ID<Place>? = nil,
    cargoClass: CargoClass? = nil, share: Double, low: Double? = nil, high: Double? = nil,
    provenance: Provenance
  ) {
    self.id = id
    self.mode = mode
    self.serviceType = serviceType
    self.place = place
    self.cargoClass = cargoClass
    self.share = share
    self.low = low ?? share
    self.high = high ?? share
    self.provenance = provenance
  }

  /// The greater of two rows that fit wins: one for a place, then one for a type, then for a class.
  var rank: Int {
    (place == nil ? 0 : 4) + (serviceType.isEmpty ? 0 : 2) + (cargoClass == nil ? 0 : 1)
  }
}

/// How something varies over the day, the week and the year, in local time.
///
/// The rate at a moment is the mean rate × the three factors; 1 is the mean.
public struct Profile: Sendable, Hashable {
  public var id: String
  /// Hours 0 to 23.
  public var hourOfDay: [Double]
  /// Monday first.
  public var weekday: [Double]
  /// ISO weeks 1 to 53.
  public var weekOfYear: [Double]
  public var provenance: Provenance

  /// What `position` of a row counts.
  public enum Kind: String, Sendable, CaseIterable {
    case hourOfDay = "hour_of_day"
    case weekday
    case weekOfYear = "week_of_year"

    public var positions: ClosedRange<Int> {
      switch self {
      case .hourOfDay: 0...23
      case .weekday: 1...7
      case .weekOfYear: 1...53
      }
    }
  }

  public init(
    id: String, hourOfDay: [Double]? = nil, weekday: [Double]? = nil, weekOfYear: [Double]? = nil,
    provenance: Provenance
  ) {
    self.id = id
    self.hourOfDay = hourOfDay ?? Array(repeating: 1, count: 24)
    self.weekday = weekday ?? Array(repeating: 1, count: 7)
    self.weekOfYear = weekOfYear ?? Array(repeating: 1, count: 53)
    self.provenance = provenance
  }

  /// The factor of an hour (0…23) of a weekday (1 is Monday) of an ISO week (1…53).
  public func factor(hour: Int, weekday day: Int, week: Int) -> Double {
    hourOfDay[hour] * weekday[day - 1] * weekOfYear[week - 1]
  }

  /// The greatest factor that any moment may have.
  public var peak: Double {
    (hourOfDay.max() ?? 1) * (weekday.max() ?? 1) * (weekOfYear.max() ?? 1)
  }
}

/// How often customs looks into a consignment, and for how long it is held; drawn by the simulation.
public struct InspectionRule: Sendable, Hashable {
  public enum Side: String, Sendable, CaseIterable {
    case export, `import`
  }

  /// Nil is every mode.
  public var exportMode: ExportMode?
  public var side: Side
  /// Territory or customs area that inspects; empty is everywhere.
  public var area: String
  public var probability: Double
  /// Lognormal through its 5 % and 95 % points.
  public var hold: OperationTime
  public var provenance: Provenance

  public init(
    exportMode: ExportMode? = nil, side: Side, area: String = "", probability: Double,
    hold: OperationTime, provenance: Provenance
  ) {
    self.exportMode = exportMode
    self.side = side
    self.area = area
    self.probability = probability
    self.hold = hold
    self.provenance = provenance
  }
}

extension Network {
  /// What others have booked of a class's capacity on departures of a service type from a place.
  ///
  /// A row for the place wins over one for the type, and that over one for the class.
  public func backgroundLoad(
    mode: Mode, serviceType: String, from place: ID<Place>, of cargoClass: CargoClass
  ) -> BackgroundLoad? {
    loads.filter {
      $0.mode == mode && ($0.serviceType.isEmpty || $0.serviceType == serviceType)
        && ($0.place == nil || $0.place == place)
        && ($0.cargoClass == nil || $0.cargoClass == cargoClass)
    }.max { $0.rank < $1.rank }
  }

  /// The rule by which a territory inspects what leaves or enters it.
  ///
  /// A row for the territory wins over one for its customs area, that over one for everywhere;
  /// among these a row for the export mode wins.
  public func inspectionRule(
    _ side: InspectionRule.Side, in territory: ID<Territory>, exportMode: ExportMode
  ) -> InspectionRule? {
    let own = territories[territory]
    func rank(_ rule: InspectionRule) -> Int {
      let area = rule.area == own.code ? 4 : rule.area == own.customsArea ? 2 : 0
      return area + (rule.exportMode == nil ? 0 : 1)
    }
    return inspections.filter {
      $0.side == side && ($0.exportMode == nil || $0.exportMode == exportMode)
        && ($0.area.isEmpty || $0.area == own.code || $0.area == own.customsArea)
    }.max { rank($0) < rank($1) }
  }

  /// How often and how long customs keeps what is cleared: as inspection.csv says, and where no row of it fits, as the row of
  /// clearance.csv by which it is cleared.
  ///
  /// - Returns: Nil where neither says anything.
  public func inspection(
    _ side: InspectionRule.Side, in territory: ID<Territory>, exportMode: ExportMode,
    clearance: Int?
  ) -> (probability: Double, hold: OperationTime)? {
    if let rule = inspectionRule(side, in: territory, exportMode: exportMode) {
      return (rule.probability, rule.hold)
    }
    guard let clearance, clearances[clearance].inspectionShare > 0 else { return nil }
    let row = clearances[clearance]
    return (row.inspectionShare, row.inspectionTime ?? OperationTime(medianSeconds: 0))
  }

  /// The row that says how a class changes modes at a place.
  ///
  /// A row for the place wins over one for its kind, then one for the class.
  public func handling(
    at place: ID<Place>, from inbound: Mode, to outbound: Mode, of cargoClass: CargoClass
  ) -> Handling? {
    let kind = places[place].kind
    func rank(_ row: Handling) -> Int {
      (row.place == nil ? 0 : 4) + (row.placeKind == nil ? 0 : 2) + (row.cargoClass == nil ? 0 : 1)
    }
    var best: Handling?
    for row in handlings where row.inbound == inbound && row.outbound == outbound {
      guard row.place == nil || row.place == place, row.placeKind == nil || row.placeKind == kind,
        row.cargoClass == nil || row.cargoClass == cargoClass
      else { continue }
      if let known = best, rank(known) >= rank(row) { continue }
      best = row
    }
    return best
  }
}
