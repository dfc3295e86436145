// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel

extension NetworkTables {
  /// A file of the network as it would be after the edits.
  public struct EditedFile: Sendable, Hashable {
    public var path: String
    public var bytes: [UInt8]
    /// As it was when it was read.
    public var original: [UInt8]
  }

  /// The files of edited tables: rows that were not edited keep every byte, the others keep their place.
  ///
  /// - Returns: In the order of the format.
  /// - Throws: `InvalidInput` where the network would no longer be valid.
  public func files() throws(InvalidInput) -> [EditedFile] {
    _ = try read()
    return edited.map { table in
      let original = bytes(of: table.name)
      return EditedFile(
        path: shown(table.name + ".csv"), bytes: table.spliced(into: original), original: original)
    }
  }
}

extension TextTable {
  /// The file with the edited rows put where they stood.
  func spliced(into bytes: [UInt8]) -> [UInt8] {
    let document = CSVDocument(bytes: bytes, limits: .default)
    let isSame = document.rowCount > 0 && document.fieldCount(row: 0) == columns.count
    guard isSame, rows.allSatisfy({ !$0.isRemoved && $0.original != nil }) else {
      return written().bytes
    }
    var out: [UInt8] = []
    var at = 0
    for (number, row) in rows.enumerated() where row.original.map({ $0 != row.cells }) ?? false {
      let start = document.rowStart[number + 1]
      out += bytes[at..<start]
      out += row.cells.map(Self.quoted).joined(separator: ",").utf8
      let last = document.fieldCount(row: number + 1) - 1
      at = document.range(row: number + 1, field: last).range.upperBound
      if at < bytes.count, bytes[at] == UInt8(ascii: "\"") { at += 1 }
    }
    return out + bytes[at...]
  }
}
