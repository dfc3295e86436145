// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel

/// The tables of a network as text: what a scenario edits in a copy, before it is read.
///
/// Rows keep the lines of their files; what is wrong with an edited cell is reported where the edit
/// was asked for.
public struct NetworkTables: Sendable {
  private let folder: NetworkFolder
  private let limits: ReadLimits
  /// Tables that were looked at, by name.
  private var opened: [String: TextTable] = [:]

  /// - Throws: `InvalidInput` with all that is wrong with the network.
  public init(directory: String, limits: ReadLimits = .default) throws(InvalidInput) {
    _ = try NetworkReader.read(directory: directory, limits: limits)
    var log = DiagnosticLog(limit: limits.faults)
    folder = NetworkFolder(directory, limits: limits, log: &log)
    self.limits = limits
  }

  public var directory: String { folder.path }

  /// Path of a file as the user would write it.
  func shown(_ name: String) -> String { folder.shown(name) }

  /// The file of a table as it was read; empty where the network has none.
  func bytes(of name: String) -> [UInt8] { folder.tables[name]?.bytes ?? [] }

  /// Every table of the format, in its order.
  public static var names: [String] { TableSpec.all.map(\.name) }

  /// A table of the format; empty where the network has no such file.
  ///
  /// - Complexity: O(size of the table), once.
  public subscript(name: String) -> TextTable {
    mutating get {
      if let known = opened[name] { return known }
      let table = TextTable(named: name, bytes: folder.tables[name]?.bytes ?? [], limits: limits)
      opened[name] = table
      return table
    }
    _modify {
      // In place: a copy of the whole table for every cell would make many changes slow.
      yield &opened[
        name,
        default: TextTable(
          named: name, bytes: folder.tables[name]?.bytes ?? [], limits: limits)]
    }
  }

  /// Tables with edits, in the order of the format.
  public var edited: [TextTable] {
    Self.names.compactMap { opened[$0] }.filter(\.isEdited)
  }

  /// Reads and checks the network that the edited tables make.
  ///
  /// - Throws: `InvalidInput`; faults of edited cells stand where their edits were asked for.
  public func read() throws(InvalidInput) -> ReadNetwork {
    var places: [String: [Int: TextTable.Row]] = [:]
    var bytes: [String: [UInt8]] = [:]
    for table in edited {
      let written = table.written()
      bytes[table.name] = written.bytes
      places[folder.shown(table.name + ".csv")] = written.rows
    }
    do throws(InvalidInput) {
      return try NetworkReader.read(folder, edited: bytes, limits: limits)
    } catch {
      throw InvalidInput(
        errors: error.errors.map { moved($0, places) },
        warnings: error.warnings.map { moved($0, places) })
    }
  }

  private func moved(
    _ diagnostic: Diagnostic, _ places: [String: [Int: TextTable.Row]]
  ) -> Diagnostic {
    guard let row = places[diagnostic.file]?[diagnostic.line], let mark = row.mark else {
      return diagnostic
    }
    var diagnostic = diagnostic
    (diagnostic.file, diagnostic.line, diagnostic.column) = (mark.file, mark.line, mark.column)
    return diagnostic
  }
}
