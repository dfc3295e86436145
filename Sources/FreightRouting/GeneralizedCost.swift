// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities
import RoutingCore

/// What an hour and a tonne of CO2e are worth: it makes one number of money, time and CO2e.
///
/// Generalized cost = money + value of time × hours from door to door + price of CO2e. The price of
/// CO2e is rounded half up to whole fen for each move (decision record 0005); the rest is
/// compared without rounding, in 3,600ths of a fen.
public struct GeneralizedCost: Sendable, Hashable {
  /// An hour of the whole consignment.
  public var valueOfTime: Money
  /// A tonne of CO2e.
  public var carbonPrice: Money

  public init(valueOfTime: Money, carbonPrice: Money) {
    self.valueOfTime = valueOfTime
    self.carbonPrice = carbonPrice
  }

  /// What a network's parameters say for a consignment.
  ///
  /// `objective.value_of_time_cny_h_<class>` is for a TEU of fcl, a gross tonne of the others,
  /// `objective.carbon_price_cny_t` for a tonne of CO2e; zero where the network has none.
  public init(of consignment: Consignment, in network: Network) {
    let cargoClass = consignment.cargoClass
    let size = cargoClass == .fcl ? consignment.teu : consignment.massKG / 1_000
    let hour = network.parameter(
      "objective.value_of_time_cny_h_" + cargoClass.rawValue, default: 0)
    self.init(
      valueOfTime: Money(rounding: hour * size * 100),
      carbonPrice: Money(
        rounding: network.parameter("objective.carbon_price_cny_t", default: 0) * 100))
  }

  /// The price of one move's CO2e in whole fen.
  public func carbon(of co2e: Emission) -> Money {
    Money(ArcCharge.price(of: co2e.count, perMillion: carbonPrice.count))
  }
}

extension Objective {
  /// The word of the command line and of JSON.
  public var name: String {
    switch self {
    case .time: "time"
    case .cost: "cost"
    case .generalized: "generalized"
    }
  }

  /// What an hour and a tonne weigh against money; nil where time comes before all.
  var prices: GeneralizedCost? {
    switch self {
    case .time: nil
    case .cost: GeneralizedCost(valueOfTime: .zero, carbonPrice: .zero)
    case .generalized(let prices): prices
    }
  }
}

extension Objective {
  /// What a consignment goes by unless asked otherwise: time for parcel and air, else generalized cost.
  public static func usual(for consignment: Consignment, in network: Network) -> Objective {
    isUsuallyTime(consignment.cargoClass)
      ? .time : .generalized(GeneralizedCost(of: consignment, in: network))
  }

  /// Whether a class goes by time unless asked otherwise.
  public static func isUsuallyTime(_ cargoClass: CargoClass) -> Bool {
    switch cargoClass {
    case .parcel, .air: true
    case .lcl, .fcl: false
    }
  }
}
