// SPDX-License-Identifier: GPL-3.0-or-later
import JSONText
import Testing

@Suite struct `Random JSON` {
  /// A text made of JSON's own pieces is parsed or refused; what is parsed is written and read back.
  @Test(arguments: 1...200 as ClosedRange<UInt64>)
  func `ends in a value or in an error`(seed: UInt64) throws {
    var state = seed &* 0x9E37_79B9_7F4A_7C15
    func next(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let pieces = [
      "{", "}", "[", "]", ",", ":", "\"a\"", "\"b\"", "\"", "\\u00", "\\ud83d\\ude00", "1", "-",
      "0.5",
      "e9", "true", "null", " ", "\n", "中", "\u{0}",
    ].map { Array($0.utf8) }
    var texts = [Array(#"{"a":[1,-2.5e3,{"b":null}],"c":"x\n\u00e9"}"#.utf8)]
    texts.append((0..<next(40)).flatMap { _ in pieces[next(pieces.count)] })
    for _ in 0...next(3) { texts[0][next(texts[0].count)] = UInt8(next(256)) }
    for text in texts {
      guard let root = try? JSONDocument(parsing: text).root else { continue }
      // Whole numbers come back as integers, so the texts are compared.
      let again = try JSONDocument(parsing: root.text(.pretty)).root
      #expect(again.text() == root.text(), "seed \(seed)")
    }
  }
}
