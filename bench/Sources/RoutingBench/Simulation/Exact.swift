// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Closed forms and small exact chains; rates and times in units.
enum Exact {
  /// Erlang's C: the share that waits in M/M/c, `load` = λ/μ.
  static func erlangC(servers: Int, load: Double) -> Double {
    let blocked = erlangB(servers: servers, load: load)
    let rho = load / Double(servers)
    return blocked / (1 - rho * (1 - blocked))
  }

  /// Erlang's B, by its recursion.
  static func erlangB(servers: Int, load: Double) -> Double {
    (1...servers).reduce(1.0) { load * $0 / (Double($1) + load * $0) }
  }

  /// Mean wait in M/M/c with service 1.
  static func waitMMC(servers: Int, rho: Double) -> Double {
    erlangC(servers: servers, load: rho * Double(servers)) / (Double(servers) * (1 - rho))
  }

  /// Stationary shares of a birth–death chain; rates by number present.
  static func birthDeath(
    upTo most: Int, birth: (Int) -> Double, death: (Int) -> Double
  ) -> [Double] {
    var weights = [1.0]
    for n in 1...most { weights.append(weights[n - 1] * birth(n - 1) / death(n)) }
    let sum = weights.reduce(0, +)
    return weights.map { $0 / sum }
  }

  /// Mean left behind by departures of capacity C each T: Spitzer's identity for the random walk of Poisson(λT) − C.
  ///
  /// - Note: N. T. J. Bailey, *J. R. Statist. Soc. B* 16 (1954); F. Spitzer, *Trans. AMS* 82 (1956).
  static func leftBehind(meanArrivals: Double, capacity: Int) -> Double {
    var sum = 0.0
    for n in 1...100_000 {
      let mean = meanArrivals * Double(n)
      let from = capacity * n
      // E[(A − k)⁺] = m·P(A ≥ k) − k·P(A ≥ k + 1), by summing from k + 1 on.
      var (term, excess) = (exp(-mean + Double(from) * log(mean) - lgamma(Double(from) + 1)), 0.0)
      for step in 1...100_000 {
        term *= mean / Double(from + step)
        excess += Double(step) * term
        if term * Double(step) < 1e-18 { break }
      }
      sum += excess / Double(n)
      if excess < 1e-13 { break }
    }
    return sum
  }

  /// Mean number at M/M/1 whose server breaks (rate f) and is mended (rate r), busy or not; by generating functions.
  ///
  /// - Note: H. White, L. S. Christie, *Oper. Res.* 6 (1958); B. Avi-Itzhak, P. Naor, *Oper. Res.* 11 (1963).
  static func numberWithBreakdowns(arrival l: Double, breaks f: Double, mends r: Double) -> Double {
    (l + f * l * (r + l) / (r * r)) / (1 - l * (1 + f / r)) + f * l / (r * (r + f))
  }

  /// Mean number in service at M(t)/G/∞ that is empty at 0: ∫ λ(t − u) P(S > u) du by Simpson's rule.
  static func numberAt(_ t: Double, rate: (Double) -> Double, beyond: (Double) -> Double) -> Double
  {
    let steps = 20_000
    let h = t / Double(steps)
    return (0...steps).reduce(0.0) { sum, i in
      let u = Double(i) * h
      let weight = i == 0 || i == steps ? 1.0 : i % 2 == 1 ? 4.0 : 2.0
      return sum + weight * rate(t - u) * beyond(u)
    } * h / 3
  }

  /// Throughput of N jobs on a ring of single exponential servers with these means, by mean value analysis.
  static func ringThroughput(jobs: Int, means: [Double]) -> Double {
    var present = means.map { _ in 0.0 }
    var rate = 0.0
    for n in 1...jobs {
      let stays = zip(means, present).map { $0 * (1 + $1) }
      rate = Double(n) / stays.reduce(0, +)
      present = stays.map { $0 * rate }
    }
    return rate
  }

  /// Mean number waiting at M/D[a,b]/1 with service 1: the chain of numbers left at ends of service, iterated to rest.
  ///
  /// A server that ends with fewer than a waiting starts when a wait, and takes up to b.
  static func waitingForBatches(arrival l: Double, least a: Int, most b: Int) -> Double {
    let size = 40 * b + 400
    let poisson = (0..<Int(l + 12 * l.squareRoot() + 40)).map {
      exp(-l + Double($0) * log(l) - lgamma(Double($0) + 1))
    }
    func leftAtStart(_ n: Int) -> Int { max(0, max(n, a) - b) }
    var shares = [1.0] + Array(repeating: 0.0, count: size - 1)
    for _ in 0..<20_000 {
      var next = Array(repeating: 0.0, count: size)
      for n in 0..<size where shares[n] > 1e-18 {
        for (k, p) in poisson.enumerated() {
          next[min(size - 1, leftAtStart(n) + k)] += shares[n] * p
        }
      }
      let change = zip(shares, next).reduce(0) { $0 + abs($1.0 - $1.1) }
      shares = next
      if change < 1e-14 { break }
    }
    var (waiting, time) = (0.0, 0.0)
    for (n, share) in shares.enumerated() {
      for k in n..<max(n, a) {
        waiting += share * Double(k) / l
        time += share / l
      }
      waiting += share * (Double(leftAtStart(n)) + l / 2)
      time += share
    }
    return waiting / time
  }

  /// Share lost of each class where class k takes k + 1 of the units: Kaufman's recursion.
  ///
  /// - Note: J. S. Kaufman, *IEEE Trans. Commun.* 29 (1981).
  static func lossByUnits(units: Int, loads: [Double]) -> [Double] {
    var weights = [1.0]
    for n in 1...units {
      let sum = loads.enumerated().reduce(0.0) { sum, row in
        let size = row.0 + 1
        return n < size ? sum : sum + row.1 * Double(size) * weights[n - size]
      }
      weights.append(sum / Double(n))
    }
    let total = weights.reduce(0, +)
    return loads.indices.map { k in weights.suffix(k + 1).reduce(0, +) / total }
  }
}

/// Student's t for two sides of 95 %.
enum Student {
  /// P(|t| < x) for whole degrees of freedom, by the finite series (Abramowitz and Stegun 26.7.3–4).
  static func within(_ x: Double, degrees: Int) -> Double {
    let theta = atan(x / Double(degrees).squareRoot())
    let (sine, square) = (sin(theta), cos(theta) * cos(theta))
    var (term, sum) = (degrees % 2 == 1 ? cos(theta) : 1.0, 0.0)
    var k = degrees % 2 == 1 ? 1 : 0
    while k <= degrees - 2 {
      sum += term
      term *= square * Double(k + 1) / Double(k + 2)
      k += 2
    }
    return degrees % 2 == 1 ? 2 / .pi * (theta + sine * sum) : sine * sum
  }

  static func quantile95(degrees: Int) -> Double {
    var (low, high) = (0.0, 100.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      if within(middle, degrees: degrees) < 0.95 { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}

/// Mean of independent values with its 95 % interval.
struct Interval {
  let mean, low, high: Double

  init(_ values: [Double]) {
    let n = Double(values.count)
    let mean = values.reduce(0, +) / n
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    let half =
      values.count < 2
      ? Double.infinity
      : Student.quantile95(degrees: values.count - 1) * (squares / (n - 1) / n).squareRoot()
    (self.mean, low, high) = (mean, mean - half, mean + half)
  }
}
