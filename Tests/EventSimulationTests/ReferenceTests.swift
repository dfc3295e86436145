// SPDX-License-Identifier: GPL-3.0-or-later
import EventSimulation
import Testing

@Suite("The engine and its slow twin")
struct ReferenceTests {
  @Test("agree on every event and sum of random networks", arguments: 0..<20)
  func agreement(block: Int) {
    for seed in block * 50..<(block + 1) * 50 {
      let script = NetworkScript(seed: seed)
      let (fast, imbalance) = ScriptModel.run(script)
      let slow = ReferenceEngine(script).run()
      #expect(imbalance == nil, "seed \(seed)")
      guard fast != slow else { continue }
      let line = zip(fast.log, slow.log).enumerated().first { $1.0 != $1.1 }
      Issue.record(
        "seed \(seed): \(line.map { "line \($0): \($1.0) ≠ \($1.1)" } ?? "sums or length") \(fast.end) \(slow.end)"
      )
      #expect(fast.sums == slow.sums, "seed \(seed)")
      return
    }
  }
}
