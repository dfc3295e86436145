// SPDX-License-Identifier: GPL-3.0-or-later

/// What an input may hold before it is refused; above it there is one clear error.
public struct ReadLimits: Sendable, Hashable {
  /// Size of one file.
  public var fileBytes: Int
  /// Rows of one table.
  public var rows: Int
  /// Length of one field.
  public var fieldBytes: Int
  /// Faults reported; the rest is counted.
  public var faults: Int

  public init(
    fileBytes: Int = 64 << 20, rows: Int = 1_000_000, fieldBytes: Int = 16_384, faults: Int = 1_000
  ) {
    self.fileBytes = fileBytes
    self.rows = rows
    self.fieldBytes = fieldBytes
    self.faults = faults
  }

  public static let `default` = ReadLimits()
}
