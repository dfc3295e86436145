// SPDX-License-Identifier: GPL-3.0-or-later

/// A point that cargo is to be delivered to, as a planner hands it in.
public struct DeliveryPoint: Sendable, Hashable {
  public var id: String
  /// Empty where the file gives none.
  public var name: String
  /// WGS 84 degrees.
  public var latitude: Double
  public var longitude: Double
  public var population: Int?

  public init(
    id: String, name: String = "", latitude: Double, longitude: Double, population: Int? = nil
  ) {
    self.id = id
    self.name = name
    self.latitude = latitude
    self.longitude = longitude
    self.population = population
  }
}
