// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import JSONText
import Quantities
import Stochastics

extension SimulationReport {
  /// The simulation as JSON: indicators, terminals, services, lanes, bottlenecks, gateways, checks.
  ///
  /// - Returns: UTF-8, one object; times in hours, queues in jobs, money in CNY.
  public func json() -> [UInt8] {
    var members: [JSONValue.Member] = [
      .init("format", "tidebore.simulation/1"),
      .init("meta", .object(headerText.members)),
      .init("run", run), .init("seed", .string(String(query.seed))),
      .init("warmup", warmupMember), .init("conservation", conservation),
      .init("little", .object([.init("holds", .bool(result.littleHolds))])),
      .init("remaining", remaining),
      .init("faults", .array(faults.map(JSONValue.string))),
      .init("warnings", .array(warnings.map(JSONValue.string))),
    ]
    members += tables.map { .init($0.name, .array($0.rows.map(JSONValue.object))) }
    var bytes: [UInt8] = []
    JSONValue.object(members).write(into: &bytes)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// The rows of all tables, each on a line with the table's name; the last line is of the run.
  public func jsonLines() -> [UInt8] {
    var bytes: [UInt8] = []
    func add(_ members: [JSONValue.Member]) {
      JSONValue.object(members).write(into: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
    for table in tables {
      for row in table.rows { add([.init("table", .string(table.name))] + row) }
    }
    add(
      [
        .init("table", "run"), .init("run", run), .init("warmup", warmupMember),
        .init("conservation", conservation), .init("little", .bool(result.littleHolds)),
      ] + headerText.members)
    return bytes
  }

  typealias Row = [JSONValue.Member]

  private var tables: [(name: String, rows: [Row])] {
    [
      ("indicators", result.indicators.map(indicator)),
      ("terminals", result.stations.map(terminal)), ("services", result.services.map(service)),
      ("lanes", result.lanes.map(lane)), ("bottlenecks", result.bottlenecks.map(bottleneck)),
      ("bottleneck_groups", result.bottleneckGroups.map(group)),
      ("throughput", result.throughput.map(throughput)),
      ("gateways", result.gateways.map(gateway)), ("diversions", diversions),
      ("server_values", serverValues.map(serverValue)),
    ]
  }

  private var run: JSONValue {
    .object([
      .init("replications", .integer(Int64(result.replications.count))),
      .init("days", .integer(Int64(query.days))),
      .init("demand_factor", EstimateText.json(query.demandFactor)),
      .init("demand_t", EstimateText.json(demandTonnes)),
      .init(
        "extra_servers",
        .array(
          query.extraServers.sorted { $0.key < $1.key }.map { row, count in
            .object([
              .init("id", .string(network.resources[row].id)),
              .init("servers", .integer(Int64(count))),
            ])
          })),
      .init(
        "stopping",
        stopping.map { stopping in
          .object([
            .init("relative_half_width", EstimateText.json(stopping.target)),
            .init("reached", EstimateText.json(stopping.reached)),
            .init("is_reached", .bool(stopping.isReached)),
          ])
        } ?? .null),
      .init(
        "events",
        .integer(Int64(result.replications.reduce(0) { $0 + $1.eventCount }))),
      .init("longest_way_h", EstimateText.json(Double(result.longestWaySeconds) / 3_600)),
      .init("days_needed", .integer(Int64(result.daysNeeded))),
      .init("assumed_resources", .integer(Int64(assumedResources))),
      .init("resources", .integer(Int64(network.resources.count))),
    ])
  }

  private var warmupMember: JSONValue {
    .object([
      .init("days", .integer(Int64(query.warmupDays))),
      .init("mser_days", warmup.mserDays.map { .integer(Int64($0)) } ?? .null),
      .init("is_enough", .bool(warmup.isEnough)), .init("drift", EstimateText.json(warmup.drift)),
    ])
  }

  private var conservation: JSONValue {
    let counts = result.conservation
    return .object([
      .init("generated", .integer(Int64(counts.generated))),
      .init("delivered", .integer(Int64(counts.delivered))),
      .init("in_system", .integer(Int64(counts.inSystem))), .init("holds", .bool(counts.holds)),
    ])
  }

  private func indicator(_ row: SimulationResult.Indicator) -> Row {
    [
      .init("name", .string(row.name)), .init("title", .string(word(row.name))),
      .init("unit", .string(row.unit)), .init("mean", EstimateText.json(row.estimate.mean)),
    ] + EstimateText.ends(row.estimate) + [
      .init("n", .integer(Int64(row.estimate.n))),
      .init("infinite", .bool(row.estimate.mean == .infinity)),
    ]
  }

  private func terminal(_ row: SimulationResult.StationRow) -> Row {
    let resource = network.resources[row.resource]
    return [
      .init("id", .string(resource.id)), .init("place", .string(network.places[resource.place].id)),
      .init("kind", .string(resource.kind.rawValue)),
      .init(
        "servers", .integer(Int64(resource.servers + (query.extraServers[row.resource] ?? 0)))),
      .init("utilisation", EstimateText.json(row.utilisation)),
      .init("on_duty", EstimateText.json(row.onDuty)),
      .init("queue", EstimateText.json(row.meanQueue)),
      .init("greatest_queue", .integer(Int64(row.greatestQueue))),
      .init("wait", EstimateText.json(row.meanWait)),
      .init(
        "work_per_year",
        resource.kind.isPlaces ? .null : EstimateText.json(row.workPerYear)),
      .init(
        "work_unit",
        resource.kind.isPlaces ? .null : .string(String(resource.rateUnit.prefix { $0 != "/" }))),
      .init("jobs_per_year", EstimateText.json(row.jobsPerYear)),
      .init("turned_away_per_year", EstimateText.json(row.turnedAwayPerYear)),
      .init("tonne_hours", EstimateText.json(row.tonneHours)),
      .init("queue_by_hour", .array(row.queueByHour.map(EstimateText.json))),
      .init("quality", .string(resource.provenance.quality.rawValue)),
    ]
  }

  private func service(_ row: SimulationResult.ServiceRow) -> Row {
    let service = network.services[row.service]
    return [
      .init("id", .string(service.id)), .init("name", .string(service.nameEN)),
      .init("mode", .string(service.mode.rawValue)),
      .init("departures_per_year", EstimateText.json(row.departuresPerYear)),
      .init("blank_per_year", EstimateText.json(row.blankPerYear)),
      .init("rollovers", EstimateText.json(row.rolloversPerYear)),
      .init("lateness_h", EstimateText.json(row.latenessHours)),
      .init(
        "holds",
        .array(
          row.holds.map { hold in
            .object([
              .init("class", .string(hold.name)), .init("unit", .string(hold.unit)),
              .init("offered_per_year", EstimateText.json(hold.offeredPerYear)),
              .init("load_factor", EstimateText.json(hold.loadFactor)),
              .init("own_share", EstimateText.json(hold.ownShare)),
              .init(
                "sections",
                .array(
                  hold.sections.map { section in
                    .object([
                      .init("from", .string(network.places[section.from].id)),
                      .init("to", .string(network.places[section.to].id)),
                      .init("load_factor", EstimateText.json(section.loadFactor)),
                    ])
                  })),
            ])
          })),
      .init(
        "load_factor", EstimateText.json(row.holds.map(\.loadFactor).max { $0.mean < $1.mean })),
      .init("quality", .string(service.provenance.quality.rawValue)),
    ]
  }

  private func lane(_ row: SimulationResult.LaneRow) -> Row {
    let place = network.places[row.destination]
    return [
      .init("class", .string(row.cargoClass.rawValue)), .init("destination", .string(place.id)),
      .init("name_en", .string(place.nameEN)), .init("name_zh", .string(place.nameZH)),
      .init("ready", EstimateText.json(row.ready)),
      .init("delivered", EstimateText.json(row.delivered)),
      .init("not_delivered", EstimateText.json(row.notDelivered)),
      .init("p50", EstimateText.json(row.p50)), .init("p80", EstimateText.json(row.p80)),
      .init("p95", EstimateText.json(row.p95)),
      .init("tier_h", row.tierHours.map(EstimateText.json) ?? .null),
      .init("share_in_tier", EstimateText.json(row.withinTier)),
    ]
  }

  private func bottleneck(_ row: SimulationResult.Bottleneck) -> Row {
    [
      .init("place", .string(network.places[row.owner.place].id)),
      .init("cause", .string(row.owner.cause.rawValue)),
      .init("kind", .string(row.owner.cause.kind.rawValue)),
      .init(
        "resource", row.owner.resource.map { .string(network.resources[$0].id) } ?? .null),
      .init("service", row.owner.service.map { .string(network.services[$0].id) } ?? .null),
      .init("tonne_hours", EstimateText.json(row.tonneHours)),
      .init("share", EstimateText.json(row.share)), .init("sentence", .string(sentence(row))),
    ]
  }

  /// What does not move at the end, by what it waits for.
  private var remaining: JSONValue {
    let withoutWay = result.replications.reduce(0) { $0 + $1.withoutWay }
    return .object([
      .init("without_way", .integer(Int64(withoutWay))),
      .init(
        "waiting",
        .array(
          result.remaining.map { owner, lots in
            .object([
              .init("place", .string(network.places[owner.place].id)),
              .init("cause", .string(owner.cause.rawValue)),
              .init(
                "resource", owner.resource.map { .string(network.resources[$0].id) } ?? .null),
              .init("service", owner.service.map { .string(network.services[$0].id) } ?? .null),
              .init("lots", .integer(Int64(lots))),
            ])
          })),
    ])
  }

  private func gateway(_ row: SimulationResult.GatewayRow) -> Row {
    [
      .init("gateway", row.gateway.map { .string(network.places[$0].id) } ?? .null),
      .init("class", .string(row.cargoClass.rawValue)),
      .init("tonnes", EstimateText.json(row.tonnesPerYear)),
    ]
  }

  private var diversions: [Row] {
    diversionRows.map { row in
      [
        .init("from", row.from.map { .string(network.places[$0].id) } ?? .null),
        .init("to", row.to.map { .string(network.places[$0].id) } ?? .null),
        .init("tonnes", EstimateText.json(row.tonnes)),
      ]
    }
  }

  private func serverValue(_ row: ServerValue) -> Row {
    func paired(_ value: PairedDifference) -> JSONValue {
      .object([
        .init("base", EstimateText.json(value.base)),
        .init("changed", EstimateText.json(value.changed)),
        .init("difference", EstimateText.json(value.difference)),
        .init("variance_ratio", value.varianceRatio.map(EstimateText.json) ?? .null),
        .init("significant", .bool(value.isSignificant)),
      ])
    }
    let what: JSONValue.Member =
      switch row.change {
      case .server(let resource): .init("resource", .string(network.resources[resource].id))
      case .capacity(let id): .init("service", .string(network.services[id].id))
      }
    return [
      what, .init("change", .string(change(row.change))), .init("delay_h_t", paired(row.delay)),
      .init("within_tier_pct", paired(row.withinTier)),
    ]
  }
}
