// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import Quantities
import Stochastics

extension SimulationReport {
  /// One long table: a row for each figure of each thing.
  ///
  /// - Parameter excel: With a byte order mark, and text that a spreadsheet would run made inert.
  /// - Returns: RFC 4180, UTF-8.
  public func csv(excel: Bool = false) -> [UInt8] {
    var out = LongTable(csv: CSVText(forExcel: excel))
    for row in result.indicators { out.add("indicator", row.name, row.unit, row.estimate) }
    for row in result.lanes {
      let key = "\(row.cargoClass.rawValue):\(network.places[row.destination].id)"
      out.add("lane", key, "p50_h", row.p50)
      out.add("lane", key, "p80_h", row.p80)
      out.add("lane", key, "p95_h", row.p95)
      out.add("lane", key, "not_delivered", row.notDelivered)
      if let share = row.withinTier { out.add("lane", key, "share_in_tier", share) }
    }
    for row in result.stations {
      let key = network.resources[row.resource].id
      out.add("terminal", key, "utilisation", row.utilisation)
      out.add("terminal", key, "queue", row.meanQueue)
      out.add("terminal", key, "wait_h", row.meanWait)
      if !network.resources[row.resource].kind.isPlaces {
        out.add("terminal", key, "work_per_year", row.workPerYear)
      }
      out.add("terminal", key, "tonne_hours", row.tonneHours)
    }
    for row in result.services {
      let key = service(row.service)
      for hold in row.holds {
        out.add("service", key, "load_factor_\(hold.name)", hold.loadFactor)
        out.add("service", key, "own_share_\(hold.name)", hold.ownShare)
        for section in hold.sections where hold.sections.count > 1 {
          let ends = "\(network.places[section.from].id)>\(network.places[section.to].id)"
          out.add("section", "\(key):\(ends)", "load_factor_\(hold.name)", section.loadFactor)
        }
      }
      out.add("service", key, "rollovers", row.rolloversPerYear)
      out.add("service", key, "lateness_h", row.latenessHours)
    }
    for row in result.bottlenecks {
      out.add("bottleneck", key(of: row.owner), "tonne_hours", row.tonneHours)
    }
    for row in result.bottleneckGroups {
      out.add(
        "bottleneck_group", "\(network.places[row.place].id):\(row.cause.rawValue)", "tonne_hours",
        row.tonneHours)
    }
    for row in result.throughput {
      let what =
        row.terminal.map { "terminal:\(network.places[$0].id)" }
        ?? row.service.map { "service:\(service($0))" } ?? ""
      let key = [
        what, row.cargoClass.rawValue, row.direction.rawValue, row.isOwn ? "own" : "others",
      ].joined(separator: ":")
      out.add("throughput", key, "total_\(row.unit)", row.total)
      for (month, amount) in zip(result.throughputMonths, row.months) {
        out.add("throughput", key, "\(Self.month(month))_\(row.unit)", Estimate([amount]))
      }
    }
    for row in result.gateways {
      let gateway = row.gateway.map { network.places[$0].id } ?? "road"
      out.add("gateway", "\(row.cargoClass.rawValue):\(gateway)", "tonnes", row.tonnesPerYear)
    }
    for row in serverValues {
      let key =
        switch row.change {
        case .server(let resource): network.resources[resource].id
        case .capacity(let id): service(id)
        }
      out.add("server_value", key, "delay_h_t", row.delay.difference)
      out.add("server_value", key, "within_tier_pct", row.withinTier.difference)
    }
    return out.csv.bytes
  }

  /// Place, cause and what is waited for, by their ids.
  private func key(of owner: ReplicationResult.Owner) -> String {
    let what =
      owner.resource.map { network.resources[$0].id } ?? owner.service.map { service($0) } ?? ""
    let head = "\(network.places[owner.place].id):\(owner.cause.rawValue)"
    return what.isEmpty ? head : "\(head):\(what)"
  }

  private struct LongTable {
    var csv: CSVText

    init(csv: CSVText) {
      self.csv = csv
      self.csv.add(["table", "key", "field", "mean", "lo", "hi", "n"].map { Cell.text($0) })
    }

    mutating func add(_ table: String, _ key: String, _ field: String, _ value: Estimate) {
      csv.add(
        [.text(table), .text(key), .text(field)]
          + [value.mean, value.hasInterval ? value.lo : .nan, value.hasInterval ? value.hi : .nan]
          .map(EstimateText.cell) + [.whole(value.n)])
    }
  }
}
