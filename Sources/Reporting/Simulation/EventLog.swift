// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightSimulation
public import Quantities

/// What happened to every lot of the first replication, milestone by milestone, in order of time.
public struct EventLog: Sendable {
  public struct Row: Sendable, Hashable {
    /// RFC 3339 with the place's offset.
    public var time: String
    /// Seconds since 1970, UTC.
    public var seconds: Int64
    /// Id of the demand row, hour of the run, number in the hour.
    public var lot: String
    /// `RCS`, `DEP`, `ARR`, `RCF`, `NFD` or `DLV`.
    public var milestone: String
    public var place: String
    /// IATA code or UN/LOCODE; empty where it has neither.
    public var code: String
    /// Empty where no service carries it.
    public var service: String
  }

  public let report: SimulationReport
  private let clock: LocalClock

  /// - Throws: `TimeZoneFault` where the system's tzdata lack a zone of the network.
  public init(_ report: SimulationReport) throws(TimeZoneFault) {
    self.report = report
    clock = try LocalClock(report.network)
  }

  public var network: Network { report.network }

  public var events: [ReplicationResult.EventRecord] {
    report.result.replications.first?.events ?? []
  }

  public func row(_ event: ReplicationResult.EventRecord) -> Row {
    let place = network.places[event.place]
    return Row(
      time: clock.rfc3339(event.at, at: event.place), seconds: event.at.seconds,
      lot: lotID(event), milestone: event.milestone.rawValue, place: place.id,
      code: place.iata ?? place.locode ?? "",
      service: event.service.map { network.services[$0].id } ?? "")
  }

  /// Row of demand, hour of the run in which the lot became ready, number in that hour.
  public func lotID(_ event: ReplicationResult.EventRecord) -> String {
    "\(network.demands[event.demand].id)-\(event.hour)-\(event.serial)"
  }

  /// Tonnes of a lot of a row of demand.
  public func tonnes(ofDemand row: Int) -> Double {
    let demand = network.demands[row]
    return LotSize(demand.cargoClass, demand.exportMode, in: network).tonnes
  }

  /// What made the log, as keys and values in a fixed order.
  public var runFacts: [(key: String, value: String)] {
    let header = report.header
    var facts = [
      ("tool_version", header.toolVersion), ("network", network.header.name),
      ("network_version", network.header.version), ("tzdata_version", header.tzdataVersion),
      ("seed", String(report.query.seed)), ("replication", "1"),
      ("days", String(report.query.days)), ("warmup_days", String(report.query.warmupDays)),
      ("demand_factor", Numerals.short(report.query.demandFactor, 6)),
      ("command", header.command),
    ]
    facts += header.inputs.map { ("input \($0.path)", $0.sha256) }
    return facts.map { (key: $0.0, value: $0.1) }
  }

  public static let columns = [
    "time", "lot", "milestone", "place", "code", "service", "class", "tonnes",
  ]

  /// Writes the rows piece by piece; the file is complete or absent.
  ///
  /// - Parameters:
  ///   - path: Where to.
  ///   - excel: With a byte order mark, and text that a spreadsheet would run made inert.
  /// - Throws: `FileFailure`.
  public func writeCSV(to path: String, excel: Bool = false) throws(FileFailure) {
    let stream = try OutputFile(path)
    var piece = CSVText(forExcel: excel)
    piece.add(Self.columns.map { Cell.text($0) })
    for event in events {
      let row = row(event)
      piece.add([
        .text(row.time), .text(row.lot), .text(row.milestone), .text(row.place), .text(row.code),
        .text(row.service), .text(network.demands[event.demand].cargoClass.rawValue),
        .decimal(Numerals.short(tonnes(ofDemand: event.demand), 3)),
      ])
      if piece.bytes.count >= 1 << 20 {
        try stream.write(piece.bytes)
        // The mark stands once, at the head.
        piece = CSVText(forExcel: excel, hasMark: false)
      }
    }
    try stream.write(piece.bytes)
    try stream.finish()
  }
}
