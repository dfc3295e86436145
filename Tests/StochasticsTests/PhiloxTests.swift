// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Stochastics

/// Known answers of Random123, the authors' own library.
@Suite struct PhiloxTests {
  @Test func `zeros give the published words`() {
    let words = philox4x32(counter: (0, 0, 0, 0), key: (0, 0))
    #expect(words == (0x6627_e8d5, 0xe169_c58d, 0xbc57_ac4c, 0x9b00_dbd8))
  }

  @Test func `ones give the published words`() {
    let m = UInt32.max
    let words = philox4x32(counter: (m, m, m, m), key: (m, m))
    #expect(words == (0x408f_276d, 0x41c8_3b0e, 0xa20b_c7c6, 0x6d54_51fd))
  }

  @Test func `digits of pi give the published words`() {
    let words = philox4x32(
      counter: (0x243f_6a88, 0x85a3_08d3, 0x1319_8a2e, 0x0370_7344),
      key: (0xa409_3822, 0x299f_31d0))
    #expect(words == (0xd16c_fe09, 0x94fd_cceb, 0x5001_e420, 0x2412_6ea1))
  }

  @Test func `a number is named by seed, entity, purpose, replication and draw`() {
    func number(
      _ seed: UInt64 = 1, _ entity: UInt64 = 2, _ purpose: UInt64 = 3, _ replication: UInt32 = 4,
      _ draw: UInt32 = 5
    ) -> Double {
      RandomStream.uniform(
        seed: seed, entity: entity, purpose: purpose, replication: replication, draw: draw)
    }
    #expect(number() == number())
    let others = [
      number(9), number(1, 9), number(1, 2, 9), number(1, 2, 3, 9), number(1, 2, 3, 4, 9),
      number(1, 2 | 1 << 40), number(1, 2 | 1 << 16),
    ]
    #expect(Set(others + [number()]).count == others.count + 1)
    #expect(others.allSatisfy { $0 > 0 && $0 < 1 })
  }
}
