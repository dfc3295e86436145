// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
public import Quantities

/// Charges in plain 64-bit sums and weights, where one that is not known stands as a penalty; decision record 0013.
///
/// For choices that add money times 3,600 and time in 64 bits: the choice of lots, and the ranking of ways that hold on any
/// calendar. A sum of fen (or grams) is known while it is below the penalty, and otherwise has something in it that is not known.
public enum WeighedCharge {
  /// Fen, or grams, in the place of a charge that is not known: 176 thousand million yuan.
  ///
  /// Three dozen of them times 3,600 stay below a quarter of what 64 bits hold, the weight of a wait that no lot takes.
  public static let unknown: Int64 = 1 << 44

  /// Fen of a charge, the penalty where it is not known.
  public static func fen(_ cost: Money?) -> Int64 { cost?.count ?? unknown }

  /// Grams of a charge, the penalty where it is not known.
  public static func grams(_ co2e: Emission?) -> Int64 { co2e?.count ?? unknown }

  /// The sum where all of it is known, else nil.
  public static func known(_ sum: Int64) -> Int64? { sum < unknown ? sum : nil }

  /// Weight of a leg by money: 3,600 times fen, the price of its CO2e with them; what is not known and has a price is the penalty.
  static func weight(_ stage: PathStage, _ prices: GeneralizedCost) -> Int64 {
    let carbon =
      prices.carbonPrice.count == 0 ? 0 : fen(stage.co2e.map { prices.carbon(of: $0) })
    return min(fen(stage.cost) + min(carbon, unknown), unknown) * 3_600
  }
}
