// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import Testing

@testable import NetworkIO

private func bytes(_ text: String) -> ArraySlice<UInt8> { ArraySlice(Array(text.utf8)) }

@Suite struct `Numbers in cells` {
  @Test(
    arguments: [
      ("0", 0), ("12", 12), ("-0.5", -0.5), (".5", 0.5), ("-.25", -0.25), ("007", 7), ("1.50", 1.5),
      ("3.141592653589793", 3.141592653589793), ("0.1", 0.1),
      ("123456789012345678", 1.2345678901234568e17),
      ("9007199254740993", 9_007_199_254_740_992), ("0.000000000000000001", 1e-18), ("-0", 0),
      ("-0.0", 0), ("120.1551", 120.1551), ("99999999999999999999999", 1e23), ("1.0", 1),
      ("0.30000000000000004", 0.30000000000000004), ("179.99999999999997", 179.99999999999997),
      ("2.2250738585072014", 2.2250738585072014),
    ] as [(String, Double)])
  func `that are plain decimals are read as the nearest double`(text: String, value: Double) {
    #expect(CellDecoder.number(bytes(text)) == value)
    #expect(CellDecoder.number(bytes(text))?.sign == value.sign)
  }

  @Test(arguments: [
    "nan", "NaN", "-nan", "inf", "-inf", "Infinity", "1e999", "1e5", "1E5", "1e-3", "0x1p3", "0x10",
    "1,5", "1.000,5", "1 000", "1_000", "+1", "--1", "-", ".", "-.", "5.", "1.2.3", "1.5 ", " 1.5",
    "１２", "١٢", "½", "1²", "12km", "12 h", "%", "1%", "$5", "#N/A", "1/2", "=1+1", "'12", "1.5f",
    "0b1", "0o7", "一", "1\u{A0}", "1\u{0}", "1\n", "−5", "1‚5", "∞",
    String(repeating: "9", count: 400),
  ])
  func `that are anything else are refused`(text: String) {
    #expect(CellDecoder.number(bytes(text)) == nil, "\(text)")
  }

  @Test(arguments: ["1.0", "1.5", "", "-", "1e3", "9999999999999999", "+1", "0x1"])
  func `whole numbers have digits only`(text: String) {
    #expect(CellDecoder.integer(bytes(text)) == nil)
  }
}

@Suite struct `Times and days in cells` {
  @Test(
    arguments: [
      ("00:00", 0), ("08:30", 30_600), ("23:59", 86_340), ("24:00", nil), ("8:30", nil),
      ("08:60", nil), ("25:00", nil), ("08.30", nil), ("0830", nil), ("08:30:00", nil),
      ("-1:00", nil),
      ("", nil), ("ab:cd", nil),
    ] as [(String, Int64?)])
  func `a time of day has two digits each`(text: String, seconds: Int64?) {
    #expect(CellDecoder.time(bytes(text)) == seconds)
  }

  @Test func `a day may close at midnight and no later`() {
    #expect(CellDecoder.time(bytes("24:00"), upToMidnight: true) == 86_400)
    #expect(CellDecoder.time(bytes("24:01"), upToMidnight: true) == nil)
  }

  @Test(
    arguments: [
      ("01:10+1", 90_600), ("23:40", 85_200), ("00:00+35", 3_024_000), ("01:10+0", nil),
      ("01:10+", nil), ("01:10-1", -82_200), ("01:10-", nil), ("01:10+1000", nil),
      ("01:10 +1", nil), ("1:10+1", nil),
    ] as [(String, Int64?)])
  func `a stop time counts days after the first departure`(text: String, seconds: Int64?) {
    #expect(CellDecoder.stopTime(bytes(text)) == seconds)
  }

  @Test(
    arguments: [
      ("daily", 0x7F), ("Mon", 1), ("Mon;Wed;Sun", 0b1000101), ("Mon-Fri", 0b11111),
      ("Sat-Mon", 0b1100001), ("Mon-Wed;Fri", 0b10111), ("Mon;Mon", nil), ("Mon-Wed;Tue", nil),
      ("mon", nil), ("Mon,Wed", nil), ("Mon;", nil), ("", nil), ("Mon-", nil), ("Monday", nil),
      ("Daily", nil), ("Mon - Fri", nil),
    ] as [(String, Int64?)])
  func `days are written one way`(text: String, bits: Int64?) {
    #expect(CellDecoder.days(bytes(text)) == bits)
  }

  @Test(arguments: ["2026-02-30", "2026-13-01", "2025-02-29", "2026-00-10", "2026-04-31"])
  func `days that no calendar has are impossible`(text: String) {
    #expect { try CellDecoder.date(bytes(text)) } throws: {
      ($0 as? CellFault)?.code == .impossibleDate
    }
  }

  @Test(arguments: ["2/3/2026", "2026-3-2", "20260302", "2026-03-02T00:00", "02-03-2026", ""])
  func `dates are written one way`(text: String) {
    #expect { try CellDecoder.date(bytes(text)) } throws: { ($0 as? CellFault)?.code == .notDate }
  }

  @Test func `29 February is a day of leap years`() throws {
    #expect(try CellDecoder.date(bytes("2024-02-29")) == 19_782)
  }
}

@Suite struct `SHA-256` {
  /// The examples of FIPS 180-4 and the million letters of its predecessor.
  @Test(arguments: [
    ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
  ])
  func `gives the published digests`(text: String, count: Int, digest: String) {
    let bytes = Array(String(repeating: text, count: count).utf8)
    #expect(SHA256.hex(of: bytes) == digest)
  }
}

@Suite struct `Did you mean` {
  @Test(arguments: [
    ("Asia/Shangai", "Asia/Shanghai"), ("plcae", "place"), ("HGh", "HGH"), ("tiers", "tier"),
    ("sevice", "service"),
  ])
  func `finds the nearest name`(name: String, meant: String) {
    let known = ["Asia/Shanghai", "Asia/Seoul", "place", "HGH", "tier", "service", "target"]
    #expect(NearestName.of(name, in: known) == meant)
  }
}
