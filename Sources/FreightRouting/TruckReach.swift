// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities

/// How trucks go from each place to a point that has no listed links: the one rule of derived legs
/// that the map's cells and delivery points share.
struct TruckReach: Sendable {
  /// A truck that leaves at once (lane 2*p* of place *p*) or line-haul (lane 2*p* + 1).
  struct Arrival: Sendable, Hashable {
    var lane: Int32
    /// Driving with rests, and the release of line-haul.
    var seconds: Int32
  }

  /// What the rules say of one place, without texts.
  struct Yard: Sendable, Hashable {
    var territory: ID<Territory>
    /// Ends of the line-haul band in road kilometres; nil where every load takes the whole truck.
    var minKM, maxKM: Double?
    var releaseSeconds: Int32 = 0
    var isPassage: Bool
  }

  let yards: [Yard]
  /// Place → trucks may leave it.
  let isUsable: [Bool]
  let drayageKM: Double
  let trucking: Trucking

  init(_ router: Router, lineHauls: [LineHaulRule?]) {
    let network = router.network
    trucking = Trucking(network)
    drayageKM = network.parameter("drayage.max_km", default: 300)
    isUsable = network.places.map {
      $0.kind != .lock && !router.options.without.contains($0.id)
        && !router.options.without.contains(Mode.road.rawValue)
    }
    yards = zip(network.places, lineHauls).map { place, rule in
      Yard(
        territory: place.territory, minKM: rule?.minDistanceKM, maxKM: rule?.maxDistanceKM,
        releaseSeconds: Int32(rule?.releaseSeconds ?? 0), isPassage: place.kind.isPassage)
    }
  }

  /// Kilometres over land that trucks of a place go at most.
  func reachKM(of place: Int) -> Double { max(drayageKM, yards[place].maxKM ?? 0) }

  /// The arrival at the end of a way; nil where no truck goes that far.
  func arrival(from place: Int, overlandKM: Double) -> Arrival? {
    seconds(yards[place], overlandKM: overlandKM).map {
      Arrival(lane: Int32(2 * place + ($0.isLineHaul ? 1 : 0)), seconds: $0.seconds)
    }
  }

  func seconds(_ yard: Yard, overlandKM: Double) -> (isLineHaul: Bool, seconds: Int32)? {
    let km = overlandKM * trucking.circuity(in: yard.territory, overlandKM: overlandKM)
    if let minKM = yard.minKM, let maxKM = yard.maxKM {
      guard km > minKM else { return (false, driving(yard, km)) }
      guard km <= maxKM, !yard.isPassage else { return nil }
      return (true, driving(yard, km) + yard.releaseSeconds)
    }
    return km <= drayageKM ? (false, driving(yard, km)) : nil
  }

  private func driving(_ yard: Yard, _ roadKM: Double) -> Int32 {
    Int32(trucking.seconds(in: yard.territory, roadKM: roadKM))
  }
}

/// Bounds of a yard's arrivals over distances, in bins of a kilometre over land.
///
/// Circuity and speed change by bands and two drivers rest less than one, so that farther may be
/// sooner; between those breaks time only grows, and the bounds rest on the values beside them.
struct TruckProfile: Sendable {
  /// Bin → the least seconds at its distance or farther, a truck at once and line-haul.
  private(set) var leastDirect: [Int32]
  private(set) var leastLineHaul: [Int32]
  /// Bin → the most seconds of line-haul or of a truck, whichever goes, at its distance or nearer.
  private var most: [Int32]
  /// Bin → the bin after the stretch in which one of the two surely goes.
  private var stretchEnd: [Int]
  private var isLineHaul: [Bool]

  init(_ yard: TruckReach.Yard, of reach: TruckReach, upToKM: Double) {
    let bins = Int(upToKM) + 2
    var samples = (0...bins).map(Double.init)
    var breaks = reach.trucking.breaks(in: yard.territory)
    let circuities = reach.trucking.circuities(in: yard.territory)
    for edge in [yard.minKM, yard.maxKM, reach.drayageKM] {
      if let edge { breaks += circuities.map { edge / $0 } }
    }
    for value in breaks where value > 0 && value < Double(bins) {
      samples += [value - 1e-6, value, value + 1e-6]
    }
    samples.sort()
    leastDirect = Array(repeating: PointDelivery.never, count: bins + 1)
    leastLineHaul = leastDirect
    most = Array(repeating: 0, count: bins + 1)
    isLineHaul = Array(repeating: false, count: bins + 1)
    var isSure = Array(repeating: true, count: bins + 1)
    var hasSample = Array(repeating: false, count: bins + 1)
    for sample in samples where sample >= 0 {
      let found = reach.seconds(yard, overlandKM: sample)
      // A whole number ends one bin and begins the next.
      let bin = min(bins, Int(sample))
      for bin in sample == Double(bin) && bin > 0 ? [bin - 1, bin] : [bin] {
        guard let found else {
          isSure[bin] = false
          continue
        }
        if hasSample[bin], isLineHaul[bin] != found.isLineHaul { isSure[bin] = false }
        hasSample[bin] = true
        isLineHaul[bin] = found.isLineHaul
        most[bin] = max(most[bin], found.seconds + 1)
        let least = max(0, found.seconds - 1)
        if found.isLineHaul {
          leastLineHaul[bin] = min(leastLineHaul[bin], least)
        } else {
          leastDirect[bin] = min(leastDirect[bin], least)
        }
      }
    }
    stretchEnd = Array(repeating: 0, count: bins + 1)
    for bin in (0..<bins).reversed() {
      leastDirect[bin] = min(leastDirect[bin], leastDirect[bin + 1])
      leastLineHaul[bin] = min(leastLineHaul[bin], leastLineHaul[bin + 1])
      let goesOn = isSure[bin + 1] && isLineHaul[bin] == isLineHaul[bin + 1]
      stretchEnd[bin] = isSure[bin] ? (goesOn ? max(bin + 1, stretchEnd[bin + 1]) : bin + 1) : bin
    }
    for bin in 1...bins { most[bin] = max(most[bin], most[bin - 1]) }
  }

  /// The most seconds over a range of distances, where one kind of truck surely goes all over it.
  func sure(from lowKM: Double, to highKM: Double) -> (isLineHaul: Bool, seconds: Int32)? {
    let bin = Int(lowKM)
    let last = Int(highKM)
    guard last < most.count, bin < stretchEnd.count, last < stretchEnd[bin] else { return nil }
    return (isLineHaul[bin], most[last])
  }
}
