// SPDX-License-Identifier: GPL-3.0-or-later
import FreightRouting
import Quantities
import Reporting

/// Where the rows of a matrix go: files that appear whole, or CSV on the standard output.
struct MatrixSink: ~Copyable {
  enum Form {
    case csv, binary

    init?(_ path: String) {
      switch path.split(separator: ".").last?.lowercased() {
      case "csv": self = .csv
      case "tbm": self = .binary
      default: return nil
      }
    }
  }

  private var table: MatrixTable
  private let session: Session
  private let writesOutput: Bool
  private var csv: [OutputFile] = []
  private var binary: [OutputFile] = []
  private var buffer: [UInt8] = []
  private var cells: [UInt8] = []

  private static let pieceSize = 1 << 20

  /// - Throws: `FileFailure` where a file cannot be opened.
  init(
    table: MatrixTable, files: [String], header: RunHeader, home: TimeZoneRules, session: Session
  ) throws {
    self.table = table
    self.session = session
    writesOutput = files.isEmpty
    buffer = table.csvHeader
    cells = table.binaryHeader(header, home: home)
    for path in files {
      let file = try OutputFile(path)
      if Form(path) == .binary { binary.append(file) } else { csv.append(file) }
    }
  }

  mutating func write(_ row: MatrixSearch.Row) throws {
    if writesOutput || !csv.isEmpty { table.appendCSV(row, to: &buffer) }
    if !binary.isEmpty { MatrixTable.appendBinary(row.seconds, to: &cells) }
    if buffer.count >= Self.pieceSize || cells.count >= Self.pieceSize { try flush() }
  }

  private mutating func flush() throws {
    if writesOutput { try session.output.write(buffer) }
    for file in csv { try file.write(buffer) }
    for file in binary { try file.write(cells) }
    buffer.removeAll(keepingCapacity: true)
    cells.removeAll(keepingCapacity: true)
  }

  mutating func finish() throws {
    try flush()
    let files = csv + binary
    try FileSet.together { for file in files { try file.finish() } }
  }
}
