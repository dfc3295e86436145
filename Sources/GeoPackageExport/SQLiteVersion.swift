// SPDX-License-Identifier: GPL-3.0-or-later
import GRDB

/// The version of the system's SQLite that this process has loaded.
///
/// - Throws: SQLite's error where no database can be opened in memory.
public func sqliteVersion() throws -> String {
  try DatabaseQueue().read { database in
    try String.fetchOne(database, sql: "SELECT sqlite_version()") ?? ""
  }
}
