// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import Quantities
import Testing

@testable import Studies

@Suite("What is to differ, as a text")
struct ChangeTextTests {
  @Test("A window is from a moment to another, or for a while")
  func windows() {
    let network = Network(
      header: NetworkHeader(
        name: "empty", homeTimeZone: "Asia/Shanghai",
        referenceWeek: CivilDate(dayNumber: 20_514)))
    let start = Instant(rfc3339: "2026-03-03T00:00:00+08:00")
    let expected = start.map {
      RouterChange.closePassage("suez", window: $0..<$0 + 36 * 3_600)
    }
    let forAWhile = "close suez 2026-03-03T00:00:00+08:00/36h"
    let until = "close suez 2026-03-03T00:00:00+08:00/2026-03-04T12:00:00+08:00"
    #expect(RouterChange(asked: forAWhile, in: network) == expected)
    #expect(RouterChange(asked: until, in: network) == expected)
    #expect(RouterChange(asked: "close suez 2026-03-03/36h", in: network) == nil)
    #expect(
      RouterChange(asked: "retime X -90min", in: network)
        == .retime(service: "X", seconds: -5_400, window: nil))
    #expect(RouterChange(asked: "delay X -90min", in: network) == nil)
  }
}
