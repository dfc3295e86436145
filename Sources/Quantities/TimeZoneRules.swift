// SPDX-License-Identifier: GPL-3.0-or-later

/// Why a time zone cannot be had.
public enum TimeZoneFault: Error, Sendable, Hashable {
  /// No time zone data in the folder: on Debian, package tzdata is missing.
  case noData(directory: String)
  /// No zone has this name.
  case unknown(name: String)
  /// The file of the zone is damaged, or counts leap seconds, which an `Instant` does not.
  case unreadable(name: String)
}

/// The offsets of one IANA time zone through time.
///
/// Read from a TZif file of versions 1 to 4 (RFC 9636, formerly 8536), which lists transitions up to
/// some year, and after the last one follows the POSIX rule in its footer. Looking up an offset is
/// O(log transitions).
public struct TimeZoneRules: Sendable {
  public let name: String
  /// UTC seconds, rising.
  private let transitions: [Int64]
  /// `offsets[i]` holds before `transitions[i]`, `offsets[i + 1]` from it on; seconds east of UTC.
  private let offsets: [Int]
  /// Local seconds at which transition i is over for a reader of fold 0 (see `instant`).
  private let turns: [Int64]
  /// Holds after the last transition.
  private let footer: PosixZone?

  /// Where Linux systems keep the data.
  public static let systemDirectory = "/usr/share/zoneinfo"

  /// Reads the zone `name`, such as `Asia/Shanghai`, from a folder of TZif files.
  ///
  /// Names that could lead out of the folder are unknown like any other wrong name. Each call
  /// reads the file again.
  public static func load(
    _ name: String, directory: String = systemDirectory
  ) throws(TimeZoneFault) -> TimeZoneRules {
    guard isProper(name) else { throw .unknown(name: name) }
    guard let bytes = FileBytes.read("\(directory)/\(name)") else {
      let marks = ["tzdata.zi", "zone1970.tab", "UTC", "Etc/UTC"]
      if marks.contains(where: { FileBytes.read("\(directory)/\($0)") != nil }) {
        throw .unknown(name: name)
      }
      throw .noData(directory: directory)
    }
    guard let rules = TimeZoneRules(name: name, tzif: bytes) else {
      throw .unreadable(name: name)
    }
    return rules
  }

  init?(name: String, tzif bytes: [UInt8]) {
    guard let file = TZifFile(bytes) else { return nil }
    self.init(
      name: name, transitions: file.transitions, offsets: file.offsets, footer: file.footer)
  }

  init(name: String, transitions: [Int64], offsets: [Int], footer: PosixZone?) {
    self.name = name
    self.transitions = transitions
    self.offsets = offsets
    self.footer = footer
    turns = transitions.indices.map {
      transitions[$0] + Int64(max(offsets[$0], offsets[$0 + 1]))
    }
  }

  /// Seconds east of UTC.
  public func offsetSeconds(at instant: Instant) -> Int {
    let passed = transitions.countNotAfter(instant.seconds)
    guard let footer, passed == transitions.count else { return offsets[passed] }
    return footer.offset(at: instant.seconds)
  }

  /// The instant at which clocks of the zone show a wall time.
  ///
  /// A wall time that occurs twice is its first occurrence; one that does not exist is read with
  /// the offset before the gap (02:30 in a gap from 02:00 to 03:00 is 03:30): Python's `fold=0`, PEP 495.
  /// `secondOfDay` counts on into the following days when it exceeds 86,400.
  public func instant(date: CivilDate, secondOfDay: Int) -> Instant {
    let wall = date.dayNumber * secondsPerDay + Int64(secondOfDay)
    let passed = turns.countNotAfter(wall)
    guard let footer, passed == transitions.count else {
      return Instant(seconds: wall - Int64(offsets[passed]))
    }
    return Instant(seconds: wall - Int64(footer.offset(atWall: wall)))
  }

  /// What clocks and calendars of the zone show at an instant.
  public func local(_ instant: Instant) -> (date: CivilDate, secondOfDay: Int) {
    let wall = instant.seconds + Int64(offsetSeconds(at: instant))
    let second = ((wall % secondsPerDay) + secondsPerDay) % secondsPerDay
    return (CivilDate(dayNumber: (wall - second) / secondsPerDay), Int(second))
  }

  /// Letters, digits, `_`, `+`, `-`, in parts joined by `/`: all that IANA names are made of.
  private static func isProper(_ name: String) -> Bool {
    name.utf8.count <= 64
      && name.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        .allSatisfy { part in
          !part.isEmpty
            && part.allSatisfy { byte in
              switch byte {
              case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "+"),
                UInt8(ascii: "-"):
                true
              default: false
              }
            }
        }
  }
}

extension [Int64] {
  /// How many of the rising values are at most `value`.
  fileprivate func countNotAfter(_ value: Int64) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if self[middle] <= value { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
