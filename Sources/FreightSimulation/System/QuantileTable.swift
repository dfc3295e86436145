// SPDX-License-Identifier: GPL-3.0-or-later
import Stochastics

/// The inverse distribution function of a gamma law with mean 1, tabulated: GSL's own takes over a microsecond.
///
/// 4,096 steps in probability, straight between them; beyond the last step GSL is asked.
struct QuantileTable: Sendable {
  private let values: [Double]
  private let shape: Double

  init(shape: Double, steps: Int = 4_096) {
    self.shape = shape
    values = (0..<steps).map {
      Distribution.gamma(mean: 1, shape: shape).quantile(Double($0) / Double(steps))
    }
  }

  subscript(u: Double) -> Double {
    let position = u * Double(values.count)
    let step = Int(position)
    guard step + 1 < values.count else {
      return Distribution.gamma(mean: 1, shape: shape).quantile(u)
    }
    return values[step] + (values[step + 1] - values[step]) * (position - Double(step))
  }
}
