// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightRouting
public import Quantities

extension [Leg] {
  /// The sum of what each leg charges; nil where that of some leg is not known.
  public func total<Unit>(_ charge: (Leg) -> Quantity<Unit>?) -> Quantity<Unit>? {
    reduce(Quantity<Unit>.zero as Quantity<Unit>?) { sum, leg in
      guard let sum, let charge = charge(leg) else { return nil }
      return sum + charge
    }
  }
}
