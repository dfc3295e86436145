// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FreightModel
import NetworkIO
import Testing

@Suite struct `Random damage` {
  /// Bytes changed, removed, doubled and cut off at random: faults may be many, a crash is none.
  @Test(arguments: 1...24 as ClosedRange<UInt64>)
  func `ends in faults or in a network`(seed: UInt64) throws {
    let trial = try TrialNetwork()
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % max(count, 1)
    }
    let interesting = Array("\",\n\r;-+:.0919*eE|\u{0}\u{FF}中".utf8)
    for file in try trial.tableFiles() + ["datapackage.json"] where next(3) == 0 {
      var bytes = Array(try trial.text(file).utf8)
      for _ in 0...next(4) where !bytes.isEmpty {
        let at = next(bytes.count)
        switch next(5) {
        case 0: bytes[at] = interesting[next(interesting.count)]
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(interesting[next(interesting.count)], at: at)
        case 3: bytes.replaceSubrange(at..<at, with: bytes[at...].prefix(next(200)))
        default: if next(4) == 0 { bytes.removeSubrange(at...) }
        }
      }
      try trial.write(file, bytes)
    }
    let (errors, warnings) = trial.validate()
    let all = errors + warnings
    #expect(Set(all).count == all.count, "seed \(seed): a fault is reported twice")
    for diagnostic in all {
      #expect(diagnostic.file.hasPrefix(trial.path), "seed \(seed)")
      let sentences = diagnostic.message(in: .zh) + (diagnostic.hint(in: .en) ?? "{0}")
      let holes = (0...5).filter { sentences.contains("{\($0)}") }
      #expect(holes.isEmpty, "seed \(seed): \(diagnostic)")
    }
    if errors.isEmpty {
      #expect(throws: Never.self, "seed \(seed)") { try NetworkReader.read(directory: trial.path) }
    }
  }
}
