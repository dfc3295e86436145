// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// Turns decoded tables into the rows of a `Network` and checks what no single cell shows.
///
/// Rows with a fault become no row; what depends on them is not checked, so that every fault is
/// reported once. Arrays of named rows follow the sorted ids, with nil for a faulty row.
struct NetworkAssembly {
  var tables: [String: DecodedTable]
  let references: ReferenceResolver
  let header: NetworkHeader?
  var log: DiagnosticLog
  var zones: ZoneKnowledge
  /// Missing zone data are reported once.
  var saysNoZoneData = false

  var territories: [Territory?] = []
  var markets: [String] = []
  var places: [Place?] = []
  var hours: [OpeningHours?] = []
  var terminals: [Terminal] = []
  var handlings: [Handling] = []
  var resources: [Resource?] = []
  var links: [Link] = []
  var crossings: [FixedCrossing] = []
  var carriers: [Carrier?] = []
  var rights: [TrafficRight] = []
  var slotRules: [SlotRule?] = []
  var services: [Service?] = []
  var serviceExceptions: [ServiceException] = []
  var closures: [Closure] = []
  var disruptions: [Disruption] = []
  var modeRules: [ModeRule] = []
  var lineHauls: [LineHaulRule] = []
  var roadRules: [RoadRule] = []
  var driverRules: [DriverRule] = []
  var clearances: [ClearanceRule] = []
  var doors: [DoorRule] = []
  var hubs: [HubRule] = []
  var backgrounds: [Background] = []
  var loads: [BackgroundLoad] = []
  var profiles: [Profile?] = []
  var inspections: [InspectionRule] = []
  var tariffs: [Tariff] = []
  var emissionFactors: [EmissionFactor] = []
  var tiers: [Tier] = []
  var targets: [Target] = []
  var demands: [Demand] = []
  var basket: [BasketItem] = []
  var parameters: [Parameter] = []
  var checks: [Check] = []
  var roadDistances: [Network.PlacePair: Double] = [:]

  init(
    tables: [String: DecodedTable], references: ReferenceResolver, header: NetworkHeader?,
    log: DiagnosticLog
  ) {
    self.tables = tables
    self.references = references
    self.header = header
    self.log = log
    zones = ZoneKnowledge(reference: header?.referenceWeek)
  }

  mutating func assemble() {
    readPlaces()
    readTerminals()
    readWays()
    readCarriers()
    readServices()
    readRights()
    readClosures()
    readRules()
    readSimulation()
    readPrices()
    readQuestions()
    warnOfUnused()
    checkCurrency()
    warnOfUnpriced()
  }

  /// The network; only to be asked for where there are no errors.
  func network(_ header: NetworkHeader) -> Network {
    Network(
      header: header, territories: territories.compactMap(\.self), markets: markets,
      places: places.compactMap(\.self), openingHours: hours.compactMap(\.self),
      terminals: terminals, handlings: handlings, resources: resources.compactMap(\.self),
      links: links, crossings: crossings, carriers: carriers.compactMap(\.self), rights: rights,
      slotRules: slotRules.compactMap(\.self), services: services.compactMap(\.self),
      serviceExceptions: serviceExceptions, closures: closures, disruptions: disruptions,
      modeRules: modeRules, lineHauls: lineHauls,
      roadRules: roadRules, driverRules: driverRules, clearances: clearances, doors: doors,
      hubs: hubs, backgrounds: backgrounds, loads: loads, profiles: profiles.compactMap(\.self),
      inspections: inspections, tariffs: tariffs, emissionFactors: emissionFactors, tiers: tiers,
      targets: targets, demands: demands, basket: basket, parameters: parameters, checks: checks,
      roadDistances: roadDistances)
  }
}

extension NetworkAssembly {
  /// The rows of a table that are sound so far, in the order of its key.
  func sortedRows(_ table: DecodedTable) -> [Int] {
    let columns = table.spec.key.map(table.column)
    let rows = table.rows.filter { table.isSound[$0] }
    guard !columns.isEmpty else { return rows }
    let keys = rows.map { row in
      Array(columns.map { table.text(row, $0) }.joined(separator: "\u{1F}").utf8)
    }
    return rows.indices.sorted {
      keys[$0] == keys[$1] ? rows[$0] < rows[$1] : keys[$0].lexicographicallyPrecedes(keys[$1])
    }.map { rows[$0] }
  }

  /// Reads the sound rows of a table that others name: position of the id → row.
  mutating func readNamed<Row>(
    _ name: String, _ body: (inout NetworkAssembly, DecodedTable, Int) -> Row?
  ) -> [Row?] {
    guard let table = tables[name] else { return [] }
    return references[name].rows.map { rows in
      rows.first.flatMap { table.isSound[$0] ? body(&self, table, $0) : nil }
    }
  }

  /// Reads the sound rows of a table in the order of its key.
  mutating func readRows<Row>(
    _ name: String, _ body: (inout NetworkAssembly, DecodedTable, Int) -> Row?
  ) -> [Row] {
    guard let table = tables[name] else { return [] }
    return sortedRows(table).compactMap { body(&self, table, $0) }
  }

  func provenance(_ table: DecodedTable, _ row: Int) -> Provenance {
    let first = table.spec.columns.count - 3
    return Provenance(
      quality: Quality.allCases[table.integer(row, first) ?? 0], source: table.text(row, first + 1),
      note: table.text(row, first + 2), line: table.line(row))
  }

  /// Reports a fault of a row that its cells alone do not show.
  mutating func fault(
    _ code: FaultCode, _ table: DecodedTable, _ row: Int, _ column: String?,
    _ arguments: [String], hint: [String] = []
  ) {
    report(code, .error, table, row, column, arguments, hint: hint)
  }

  /// Reports what is doubtful in a row.
  mutating func warn(
    _ code: FaultCode, _ table: DecodedTable, _ row: Int, _ column: String?,
    _ arguments: [String], hint: [String] = []
  ) {
    report(code, .warning, table, row, column, arguments, hint: hint)
  }

  private mutating func report(
    _ code: FaultCode, _ severity: Diagnostic.Severity, _ table: DecodedTable, _ row: Int,
    _ column: String?, _ arguments: [String], hint: [String]
  ) {
    let place = column.map { table.position(row, table.column($0)) } ?? (table.line(row), 0)
    log.add(
      code, severity, table: table.order, file: table.file, line: place.0, column: place.1,
      arguments, hint: hint)
  }

  /// Median with low and high points; nil after a fault of their order.
  mutating func operationTime(
    _ table: DecodedTable, _ row: Int, _ prefix: String = "", median name: String? = nil
  ) -> OperationTime? {
    let median = table.column(name ?? (prefix.isEmpty ? "time_h" : prefix + "h"))
    let names = (low: prefix + "low_h", high: prefix + "high_h")
    let (low, high) = (table.column(names.low), table.column(names.high))
    guard let hours = table.number(row, median) else { return nil }
    for (column, name, isWrong) in [
      (low, names.low, (table.number(row, low) ?? hours) > hours),
      (high, names.high, (table.number(row, high) ?? hours) < hours),
    ] where isWrong {
      fault(
        .rangeOrder, table, row, name,
        [table.text(row, column), name, table.text(row, median), table.spec.columns[median].name])
      return nil
    }
    // A lognormal law, which these points make, has no 5 % point at nothing.
    if hours > 0, table.number(row, low) == 0 {
      fault(
        .outOfRange, table, row, names.low,
        [table.text(row, low), names.low, Bounds.above(0, hours).text])
      return nil
    }
    return OperationTime(
      medianSeconds: wholeSeconds(hours: hours), lowSeconds: table.seconds(hours: low, row),
      highSeconds: table.seconds(hours: high, row))
  }

  func cost(_ table: DecodedTable, _ row: Int) -> Charge {
    Charge(
      fixed: table.number(row, table.column("cost_cny")) ?? 0,
      perKilogram: table.number(row, table.column("cost_cny_per_kg")) ?? 0,
      perTEU: table.number(row, table.column("cost_cny_per_teu")) ?? 0)
  }

  /// The table gives kilograms per tonne, a `Charge` holds them per kilogram.
  func co2e(_ table: DecodedTable, _ row: Int) -> Charge {
    Charge(
      fixed: table.number(row, table.column("co2e_kg")) ?? 0,
      perKilogram: (table.number(row, table.column("co2e_kg_per_t")) ?? 0) / 1_000)
  }

  func word<Word: CaseIterable>(
    _ table: DecodedTable, _ row: Int, _ column: Int, _ cases: [Word]
  ) -> Word? {
    table.integer(row, column).map { cases[$0] }
  }
}

extension NetworkAssembly {
  /// Seconds east of UTC at a place in the reference week.
  mutating func offset(of place: ID<Place>) -> Int {
    places[place.index].flatMap { zones.offsets(of: $0.timeZone) }?.atReference ?? 0
  }
}
