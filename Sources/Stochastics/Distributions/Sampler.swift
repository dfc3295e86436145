// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Draws from a law with one uniform number each, through the inverse distribution function: what common random numbers
/// rest on, because the same number is the same luck whatever the law.
///
/// Gamma, Erlang and mixtures, whose inverse costs a microsecond and more, are tabulated; every other law is exact.
public struct Sampler: Sendable {
  public let distribution: Distribution
  private let table: InverseTable?

  /// - Parameters:
  ///   - distribution: Without faults.
  ///   - tolerance: Relative error that a tabulated value may have.
  /// - Complexity: O(1) quantiles, some 10 ms for a table.
  public init(_ distribution: Distribution, tolerance: Double = 1e-6) {
    precondition(distribution.isProper, "a law without faults")
    self.distribution = distribution
    switch distribution {
    case .gamma, .erlang, .mixture:
      table = distribution.point == nil ? InverseTable(distribution, tolerance) : nil
    default: table = nil
    }
  }

  /// The value whose luck is `u`, between 0 and 1.
  public func value(at u: Double) -> Double {
    table?.value(at: u) ?? distribution.quantile(u)
  }

  /// The largest relative error found at three points inside each piece of the table; 0 where nothing is tabulated.
  public var errorBound: Double { table?.errorBound ?? 0 }
}

/// The inverse distribution function by cubic pieces, finer towards both ends.
///
/// Each side of the median has octaves of the tail's probability, from ½ to 2⁻³¹, each cut into equal pieces with the
/// exact value and slope at their ends; what lies further out is asked of the law itself. So a place in the table is
/// found from the bits of the number, and a power law at the end costs no accuracy. A piece that misses the tolerance, as
/// between two far components of a mixture, is left to the law too.
private struct InverseTable: Sendable {
  private static let octaves = 30
  private let pieces: Int
  /// Value and slope at the ends of the pieces: of the lower side, then of the upper, each from the median outwards.
  private let nodes: [SIMD2<Double>]
  /// Piece, in the same order → it keeps the tolerance.
  private let isSound: [Bool]
  let errorBound: Double

  /// Nil where one draw in ten would miss the finest table, or the law has no density.
  init?(_ law: Distribution, _ tolerance: Double) {
    for (pieces, mostLeft) in [(32, 0.0), (64, 0.01), (128, 0.02), (256, 0.1)] {
      guard let nodes = Self.nodes(law, pieces) else { continue }
      let errors = Self.errors(law, nodes, pieces)
      let isSound = errors.map { $0 <= tolerance }
      let left = isSound.indices.reduce(0.0) { sum, number in
        let width = Self.tail(number / pieces % Self.octaves + 1) / Double(pieces)
        return isSound[number] ? sum : sum + width
      }
      guard left <= mostLeft else { continue }
      (self.pieces, self.nodes, self.isSound) = (pieces, nodes, isSound)
      errorBound = zip(errors, isSound).reduce(0) { $1.1 ? max($0, $1.0) : $0 }
      return
    }
    return nil
  }

  func value(at u: Double) -> Double? {
    let isUpper = u > 0.5
    let tail = isUpper ? 1 - u : u
    // ½ is the end of the first octave, which ends at 2⁻¹ and begins at 2⁻².
    guard tail > Self.tail(Self.octaves) else { return nil }
    let octave = tail == 0.5 ? 0 : -2 - Int(tail.exponent)
    let start = Self.tail(octave + 1)
    let position = (tail / start - 1) * Double(pieces)
    let piece = min(Int(position), pieces - 1)
    let side = (isUpper ? Self.octaves : 0) + octave
    guard isSound[side * pieces + piece] else { return nil }
    return Self.piece(
      nodes, side, piece, position - Double(piece), pieces, width: start / Double(pieces))
  }

  /// 2⁻¹⁻ⁿ: where octave n ends, and octave n − 1 begins.
  private static func tail(_ n: Int) -> Double {
    Double(sign: .plus, exponent: -1 - n, significand: 1)
  }

  /// Cubic Hermite interpolation in one piece.
  private static func piece(
    _ nodes: [SIMD2<Double>], _ octave: Int, _ piece: Int, _ t: Double, _ pieces: Int,
    width: Double
  ) -> Double {
    let first = octave * (pieces + 1) + piece
    let (a, b) = (nodes[first], nodes[first + 1])
    let s = 1 - t
    return a.x * s * s * (1 + 2 * t) + b.x * t * t * (1 + 2 * s)
      + width * (a.y * t * s * s - b.y * t * t * s)
  }

  /// Nil where the law has no finite slope somewhere.
  private static func nodes(_ law: Distribution, _ pieces: Int) -> [SIMD2<Double>]? {
    var nodes: [SIMD2<Double>] = []
    nodes.reserveCapacity(2 * octaves * (pieces + 1))
    for side in 0..<2 * octaves {
      let start = tail(side % octaves + 1)
      for node in 0...pieces {
        let tail = start * (1 + Double(node) / Double(pieces))
        let value = law.quantile(side < octaves ? tail : 1 - tail)
        guard value > 0, let density = law.logDensity(value) else { return nil }
        let slope = exp(-density) * (side < octaves ? 1 : -1)
        guard slope.isFinite else { return nil }
        nodes.append([value, slope])
      }
    }
    return nodes
  }

  /// Piece → its largest relative error at a quarter, half and three quarters of it.
  private static func errors(
    _ law: Distribution, _ nodes: [SIMD2<Double>], _ pieces: Int
  ) -> [Double] {
    (0..<2 * octaves * pieces).map { number in
      let (side, piece) = (number / pieces, number % pieces)
      let start = tail(side % octaves + 1)
      var most = 0.0
      for t in [0.25, 0.5, 0.75] {
        let tail = start * (1 + (Double(piece) + t) / Double(pieces))
        let exact = law.quantile(side < octaves ? tail : 1 - tail)
        let value = Self.piece(nodes, side, piece, t, pieces, width: start / Double(pieces))
        most = max(most, abs(value - exact) / exact)
      }
      return most
    }
  }
}
