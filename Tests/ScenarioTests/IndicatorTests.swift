// SPDX-License-Identifier: GPL-3.0-or-later
import Testing

@testable import Scenario

@Test func `a difference that changes its sign under a swing is not significant`() {
  let steady = Indicator(name: "n", unit: "cities", base: 3, scenario: 5, low: 1, high: 4)
  let shaky = Indicator(name: "n", unit: "cities", base: 3, scenario: 5, low: -1, high: 4)
  #expect(steady.isSignificant)
  #expect(!shaky.isSignificant)
  #expect(steady.difference == 2)
}

@Test func `what becomes reachable is significant without a difference`() {
  let gained = Indicator(name: "n", unit: "h", base: nil, scenario: 5)
  #expect(gained.difference == nil)
  #expect(gained.isSignificant)
  #expect(!Indicator(name: "n", unit: "h", base: nil, scenario: nil).isSignificant)
}
