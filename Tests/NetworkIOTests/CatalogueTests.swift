// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import Testing

@testable import NetworkIO

@Suite struct `The catalogue` {
  @Test(arguments: FaultCode.allCases)
  func `has a sentence and a way out for every fault, in both languages`(code: FaultCode) {
    for key in [code.rawValue, code.rawValue + ".hint"] {
      #expect(Messages.contains(key), "\(key)")
      #expect(Messages.text(key, in: .zh) != Messages.text(key, in: .en), "\(key)")
    }
  }

  @Test func `has no code twice`() {
    let codes = FaultCode.allCases.map(\.rawValue)
    #expect(Set(codes).count == codes.count)
  }
}
