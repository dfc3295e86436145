// SPDX-License-Identifier: GPL-3.0-or-later
import Geography
import Testing

@Suite struct LandTests {
  @Test(arguments: [
    ("Hangzhou", 30.25, 120.17), ("Madrid", 40.42, -3.70), ("Honolulu", 21.32, -157.85),
    ("Nairobi", -1.29, 36.82), ("Auckland", -36.87, 174.77), ("Haikou", 20.02, 110.34),
  ])
  func `cities stand on land`(name: String, latitude: Double, longitude: Double) {
    #expect(World.shared.isLand(latitude: latitude, longitude: longitude), "\(name)")
  }
}
