// SPDX-License-Identifier: GPL-3.0-or-later

/// How many values to leave out at the start of a series that fills from empty: the Marginal Standard Error Rule.
///
/// Over means of batches, the cut that makes the standard error of the mean of the rest least; the first of equals.
/// MSER-5 has batches of five. It may cut too little where a run is short (Wang and Glynn, WSC 2016): look at a second
/// figure as well.
///
/// - Parameters:
///   - series: Values in the order of time; what is left of the last batch is not looked at.
///   - batch: Values of a batch, at least one.
/// - Returns: A multiple of `batch`, at most half of the series; nil with fewer than eight batches.
/// - Complexity: O(*n*).
/// - Note: K. P. White, *Simulation* 69 (1997); batches after S. C. Spratt (1998).
public func mserTruncation(_ series: [Double], batch: Int = 5) -> Int? {
  precondition(batch > 0, "a batch has at least one value")
  let means = (0..<series.count / batch).map { number in
    series[number * batch..<(number + 1) * batch].reduce(0, +) / Double(batch)
  }
  guard means.count >= 8 else { return nil }
  var best = (cut: 0, error: Double.infinity)
  // From the end on, so that each cut adds one batch to the mean and the squares of the rest (Welford 1962).
  var (count, mean, squares) = (0.0, 0.0, 0.0)
  for cut in means.indices.reversed() {
    count += 1
    let step = means[cut] - mean
    mean += step / count
    squares += step * (means[cut] - mean)
    let error = squares / (count * count)
    if cut <= means.count / 2, error <= best.error { best = (cut, error) }
  }
  return best.cut * batch
}
