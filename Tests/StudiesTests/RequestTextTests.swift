// SPDX-License-Identifier: GPL-3.0-or-later
import Quantities
import Testing

@testable import Studies

@Suite("Texts of a request")
struct RequestTextTests {
  @Test("A week is a Monday; 2026 has 53 weeks, 2025 has not")
  func weeks() {
    #expect(CalendarWeek.monday("2026-W10") == CivilDate(year: 2026, month: 3, day: 2))
    #expect(CalendarWeek.monday("2026-W53") == CivilDate(year: 2026, month: 12, day: 28))
    for text in ["2025-W53", "2026-W00", "2026W10", "2026-W1", "2026-10", "W10"] {
      #expect(CalendarWeek.monday(text) == nil, "\(text)")
    }
  }

  @Test(
    "A mass is a finite decimal with its unit",
    arguments: [("30kg", 30.0), ("2t", 2_000), ("0.5kg", 0.5), ("1.25t", 1_250)])
  func masses(_ text: String, _ kilograms: Double) {
    var inputs = RequestReading()
    let mass = inputs.quantity(text, "--mass", units: ["kg": 1, "t": 1_000], example: "30kg")
    #expect(mass == kilograms)
    #expect(inputs.faults.isEmpty)
  }

  @Test(
    "What is no finite decimal with a unit is refused",
    arguments: [
      "30", "kg", "-1kg", "0kg", "nankg", "infkg", "1e3kg", "0x1p3kg", "1,5kg", "30 kg", "1.2.3kg",
      ".5kg", "5.kg", "30lb", "99999999999999999999kg",
    ])
  func noMasses(_ text: String) {
    var inputs = RequestReading()
    let mass = inputs.quantity(text, "--mass", units: ["kg": 1, "t": 1_000], example: "30kg")
    #expect(mass == nil)
    #expect(inputs.faults.count == 1)
  }

  @Test("A requirement is a tier and a share")
  func requirements() {
    #expect(Requirement("tier3>=0.8")?.tier == 3)
    #expect(Requirement("tier3>=0.8")?.share == 0.8)
    for text in ["tier3>0.8", "3>=0.8", "tier3>=80%", "tier3>=1.1", "tier>=0.8", "tier-1>=0.5"] {
      #expect(Requirement(text) == nil, "\(text)")
    }
  }

  @Test("A percentile is p1 to p99")
  func percentiles() {
    #expect(Percentile.read("p80") == 80)
    for text in ["80", "p0", "p100", "P80", "p8.5", "p"] {
      #expect(Percentile.read(text) == nil, "\(text)")
    }
  }
}
