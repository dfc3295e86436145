// SPDX-License-Identifier: GPL-3.0-or-later
@testable import Geography

/// Points that several tests speak of.
enum At {
  static let hangzhou = GeoPoint(latitude: 30.25, longitude: 120.17)
  static let zhapu = GeoPoint(latitude: 30.60, longitude: 121.08)
  static let cixi = GeoPoint(latitude: 30.17, longitude: 121.25)
  static let shanghai = GeoPoint(latitude: 31.23, longitude: 121.47)
  static let yangshan = GeoPoint(latitude: 30.62, longitude: 122.06)
  static let tokyo = GeoPoint(latitude: 35.68, longitude: 139.76)
  static let narita = GeoPoint(latitude: 35.765, longitude: 140.386)
  static let sansha = GeoPoint(latitude: 16.83, longitude: 112.34)
  static let haikou = GeoPoint(latitude: 20.02, longitude: 110.34)
  static let xuwen = GeoPoint(latitude: 20.33, longitude: 110.17)
  static let dover = GeoPoint(latitude: 51.13, longitude: 1.31)
  static let calais = GeoPoint(latitude: 50.95, longitude: 1.86)
  static let copenhagen = GeoPoint(latitude: 55.68, longitude: 12.57)
  static let malmo = GeoPoint(latitude: 55.60, longitude: 13.00)
}

/// Crossings that several tests list, their ends to a kilometre or two.
enum By {
  static let hangzhouBayBridge = Crossing(
    a: GeoPoint(latitude: 30.62, longitude: 121.10),
    b: GeoPoint(latitude: 30.32, longitude: 121.16), lengthKM: 36)
  static let donghaiBridge = Crossing(
    a: GeoPoint(latitude: 30.86, longitude: 121.92),
    b: GeoPoint(latitude: 30.64, longitude: 122.05), lengthKM: 32.5)
  static let oresund = Crossing(
    a: GeoPoint(latitude: 55.63, longitude: 12.65),
    b: GeoPoint(latitude: 55.57, longitude: 12.90), lengthKM: 16)
  static let channelTunnel = Crossing(
    a: GeoPoint(latitude: 51.095, longitude: 1.14),
    b: GeoPoint(latitude: 50.92, longitude: 1.81), lengthKM: 50.5)
}

/// Random numbers that every machine repeats (SplitMix64).
struct SeededNumbers {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next(in range: ClosedRange<Double>) -> Double {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    z ^= z >> 31
    return range.lowerBound + Double(z >> 11) / 9_007_199_254_740_992
      * (range.upperBound - range.lowerBound)
  }

  mutating func point(_ box: SearchBox) -> GeoPoint {
    GeoPoint(
      latitude: next(in: box.south...box.north), longitude: next(in: box.west...box.east))
  }
}

/// A box of coast in which tests draw points.
struct SearchBox: Sendable, CustomStringConvertible {
  var description: String
  var west: Double
  var south: Double
  var east: Double
  var north: Double

  static let coasts = [
    SearchBox(description: "Hangzhou Bay", west: 120.3, south: 29.8, east: 122.3, north: 31.2),
    SearchBox(description: "Denmark", west: 9, south: 54.8, east: 13, north: 57),
    SearchBox(description: "Pearl River", west: 112.9, south: 21.9, east: 114.5, north: 23),
    SearchBox(description: "Bothnia", west: 20, south: 63, east: 26, north: 65.8),
    SearchBox(description: "Inland Sea", west: 131.5, south: 33, east: 134.5, north: 34.8),
  ]
}
