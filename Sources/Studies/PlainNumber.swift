// SPDX-License-Identifier: GPL-3.0-or-later

/// Numbers as tables hold them.
public enum PlainNumber {
  /// A number above zero with at most four decimals and no exponent.
  public static func text(_ value: Double) -> String {
    let scaled = Int64(min(max(value, 0), 1e14) * 10_000 + 0.5)
    var digits = String(scaled % 10_000 + 10_000).dropFirst()
    while digits.last == "0" { digits.removeLast() }
    return digits.isEmpty ? "\(scaled / 10_000)" : "\(scaled / 10_000).\(digits)"
  }
}
