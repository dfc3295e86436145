// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import GRDB
import Quantities
public import Reporting

/// The milestones of every lot as a SQLite database.
///
/// Tables `event` (by time; indexes on lot, place and milestone), `lot` and `run`. Equal results give equal
/// bytes: one transaction, rows in the log's order.
public enum EventDatabase {
  /// Version of the tables, in `PRAGMA user_version`.
  static let version = 1

  /// Writes the file beside its place, syncs and renames it, so that it is complete or absent.
  ///
  /// - Throws: `FileFailure`, such as for a full disk or a folder that may not be written.
  public static func write(_ log: EventLog, to path: String) throws(FileFailure) {
    try GeoPackageExport.publish(to: path) { temporary in
      let queue = try DatabaseQueue(
        path: temporary, configuration: GeoPackageExport.configuration)
      try queue.writeWithoutTransaction { database in
        try database.execute(sql: "PRAGMA user_version = \(version)")
      }
      try queue.write { database in
        try create(in: database)
        try fill(database, log)
        try database.execute(
          sql: """
            CREATE INDEX event_lot ON event (lot, seconds);
            CREATE INDEX event_place ON event (place, milestone, seconds);
            CREATE INDEX event_service ON event (service, seconds) WHERE service IS NOT NULL;
            """)
      }
      try queue.close()
    }
  }

  private static func create(in database: Database) throws {
    try database.execute(
      sql: """
        CREATE TABLE run (key TEXT NOT NULL, value TEXT NOT NULL);
        CREATE TABLE lot (
          id TEXT PRIMARY KEY NOT NULL, demand TEXT NOT NULL, origin TEXT NOT NULL,
          destination TEXT NOT NULL, class TEXT NOT NULL, tonnes REAL NOT NULL
        ) WITHOUT ROWID;
        CREATE TABLE event (
          number INTEGER PRIMARY KEY, time TEXT NOT NULL, seconds INTEGER NOT NULL,
          lot TEXT NOT NULL REFERENCES lot (id), milestone TEXT NOT NULL, place TEXT NOT NULL,
          code TEXT, service TEXT
        );
        """)
  }

  private static func fill(_ database: Database, _ log: EventLog) throws {
    let fact = try database.makeStatement(sql: "INSERT INTO run VALUES (?, ?)")
    for (key, value) in log.runFacts { try fact.execute(arguments: [key, value]) }
    let network = log.network
    let lot = try database.makeStatement(sql: "INSERT OR IGNORE INTO lot VALUES (?, ?, ?, ?, ?, ?)")
    let event = try database.makeStatement(
      sql: "INSERT INTO event VALUES (NULL, ?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''))")
    for record in log.events {
      let row = log.row(record)
      let demand = network.demands[record.demand]
      if record.milestone == .received {
        try lot.execute(
          arguments: [
            row.lot, demand.id, network.places[demand.origin].id, demand.destination,
            demand.cargoClass.rawValue, log.tonnes(ofDemand: record.demand),
          ])
      }
      try event.execute(
        arguments: [
          row.time, row.seconds, row.lot, row.milestone, row.place, row.code, row.service,
        ])
    }
  }
}
