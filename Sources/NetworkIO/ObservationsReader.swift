// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
public import FreightModel
import Quantities

/// Times that were observed, as they were read.
public struct ReadObservations: Sendable {
  /// Hours, in the order of the file.
  public var hours: [Double]
  /// Name of the column.
  public var column: String
  /// Path as the user gave it.
  public var input: InputFile
}

/// Reads one column of observed times from a table that may have others.
public enum ObservationsReader {
  /// Reads and checks a file.
  ///
  /// - Parameters:
  ///   - path: CSV with a header; hours above zero, no cell empty.
  ///   - column: Its name; nil where the file has one column alone.
  ///   - least: Fewest values that are enough.
  ///   - limits: As of a network's tables.
  /// - Returns: The values of the column.
  /// - Throws: `InvalidInput` with all errors at once.
  /// - Complexity: O(size of the file).
  public static func read(
    file path: String, column: String?, least: Int, limits: ReadLimits = .default
  ) throws(InvalidInput) -> ReadObservations {
    var reading = Reading(path: path, log: DiagnosticLog(limit: limits.faults))
    let name = path.split(separator: "/").last.map(String.init) ?? path
    var read = ReadObservations(hours: [], column: "", input: InputFile(path: path, sha256: ""))
    if let bytes = NetworkFolder.load(path, name: name, order: 1, limits, &reading.log) {
      let document = CSVDocument(bytes: bytes, limits: limits)
      read.input.sha256 = SHA256.hex(of: bytes)
      if let field = reading.field(named: column, in: document, name) {
        read.column = document.text(row: 0, field: field)
        read.hours = reading.values(of: field, in: document)
        reading.checkCount(read.hours, least)
      }
    }
    let (errors, warnings) = reading.log.sorted(folder: path)
    guard errors.isEmpty else { throw InvalidInput(errors: errors, warnings: warnings) }
    return read
  }

  private struct Reading {
    let path: String
    var log: DiagnosticLog
    var hasFaults = false

    mutating func add(
      _ code: FaultCode, line: Int = 0, column: Int = 0, _ arguments: [String], hint: [String] = []
    ) {
      hasFaults = true
      log.add(
        code, table: 1, file: path, line: line, column: column, arguments, hint: hint)
    }

    /// The field of the header that is meant; nil after a fault.
    mutating func field(
      named wanted: String?, in document: CSVDocument, _ file: String
    ) -> Int? {
      guard document.rowCount > 0 else {
        if document.isComplete {
          add(.fileEmpty, [file])
        } else {
          _ = values(of: 0, in: document)
        }
        return nil
      }
      let names = (0..<document.fieldCount(row: 0)).map { document.text(row: 0, field: $0) }
      let line = document.rowLine[0]
      if let number = names.firstIndex(where: { CellDecoder.number(Array($0.utf8)[...]) != nil }) {
        let position = document.position(row: 0, field: number)
        add(
          .observationNoHeader, line: position.line, column: position.column, [names[number]])
        return nil
      }
      guard let wanted else {
        if names.count == 1 { return 0 }
        add(
          .observationWhichColumn, line: line, [String(names.count)],
          hint: [names[names.count - 1], names.joined(separator: ", ")])
        return nil
      }
      let places = names.indices.filter { names[$0] == wanted }
      if places.count > 1 {
        let position = document.position(row: 0, field: places[1])
        add(.columnTwice, line: position.line, column: position.column, [wanted])
      } else if places.isEmpty {
        add(
          .observationNoColumn, line: line, [wanted],
          hint: [NearestName.offer(wanted, in: names), names.joined(separator: ", ")])
      }
      return places.count == 1 ? places[0] : nil
    }

    mutating func values(of field: Int, in document: CSVDocument) -> [Double] {
      var unsound: Set<Int> = []
      for fault in document.faults {
        let (line, column) = document.position(of: fault.offset, row: fault.row)
        unsound.insert(fault.row)
        add(fault.code, line: line, column: column, fault.arguments)
      }
      guard document.rowCount > 0 else { return [] }
      let count = document.fieldCount(row: 0)
      var values: [Double] = []
      for row in 1..<max(1, document.rowCount) where !unsound.contains(row) {
        guard document.fieldCount(row: row) == count else {
          add(
            .fieldCount, line: document.rowLine[row],
            ["\(document.fieldCount(row: row))", "\(count)"])
          continue
        }
        if let value = value(row, field, document) { values.append(value) }
      }
      return values
    }

    private mutating func value(
      _ row: Int, _ field: Int, _ document: CSVDocument
    ) -> Double? {
      let text = document.text(row: row, field: field)
      let column = document.text(row: 0, field: field)
      func fault(_ code: FaultCode, _ rule: [String] = []) {
        let position = document.position(row: row, field: field)
        add(code, line: position.line, column: position.column, [text, column] + rule)
      }
      if text.isEmpty {
        fault(.valueMissing)
      } else if text.hasPrefix(" ") || text.hasSuffix(" ") {
        fault(.valueBlanks)
      } else if let value = CellDecoder.number(Array(text.utf8)[...]) {
        if value > 0, value <= 100_000 { return value }
        if value > 0 {
          fault(.outOfRange, ["≤ 100000"])
        } else {
          fault(.observationNotPositive)
        }
      } else {
        fault(.notNumber)
      }
      return nil
    }

    /// Only where every cell was sound: else the first thing to do is to mend these.
    mutating func checkCount(_ values: [Double], _ least: Int) {
      guard !hasFaults else { return }
      if values.count < least {
        add(.observationTooFew, ["\(values.count)", "\(least)"])
      } else if let low = values.min(), let high = values.max(), high <= low * (1 + 1e-9) {
        add(.observationAllAlike, ["\(values.count)", decimal(low)])
      }
    }
  }
}
