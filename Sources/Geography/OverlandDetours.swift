// SPDX-License-Identifier: GPL-3.0-or-later

extension World {
  /// Whether a rectangle of less than 180° of longitude is quickly seen to be all land.
  ///
  /// False also where it crosses ±180° or touches a quarter of a degree that is not all land.
  ///
  /// - Complexity: O(1).
  public func isAllLand(south: Double, west: Double, north: Double, east: Double) -> Bool {
    guard south > -90, north < 90, west >= -180, east < 180, east - west < 180 else { return false }
    return dryBlocks.isDry(
      rows: row(of: south)...row(of: north), columns: column(of: west)...column(of: east))
  }
}

extension OverlandNetwork {
  /// The site of a point of the network.
  public func site(of point: Int) -> OverlandSite { sites[point] }

  /// Kilometres of the geodesic between a point of the network and a site, nil where water is in
  /// the way.
  public func straightKM(from point: Int, to site: OverlandSite) -> Double? {
    straight(sites[point], site)
  }
}

/// Detours from points of a network to other sites, whose ties to the grid are drawn once.
///
/// As `OverlandNetwork.way` between two points, without the geodesic. One per task.
public struct OverlandDetours {
  private let network: OverlandNetwork
  private let targets: [OverlandSite]
  private var search: OverlandSearch
  private var tied: [Int: OverlandSearch.TiedSite] = [:]
  private var homes: [Int: OverlandSearch.TiedSite] = [:]

  /// - Parameters:
  ///   - network: Whose points are starts.
  ///   - targets: Sites that searches may ask for, by their position here.
  public init(_ network: OverlandNetwork, targets: [OverlandSite]) {
    self.network = network
    self.targets = targets
    search = OverlandSearch(network: network)
  }

  /// The shortest detours from a point of the network.
  ///
  /// - Parameters:
  ///   - point: Of the network.
  ///   - wanted: Targets with the kilometres that are of use at most.
  ///   - maxKM: At least every limit that any call has for these targets.
  /// - Returns: For each target its kilometres, nil where it has no detour within its limit.
  public mutating func kilometres(
    from point: Int, to wanted: [(target: Int, limitKM: Double)], maxKM: Double
  ) -> [Double?] {
    let home = homes[point] ?? search.tied(network.sites[point], withinKM: maxKM)
    homes[point] = home
    var open: [Int] = []
    var sites: [OverlandSearch.TiedSite] = []
    for (number, want) in wanted.enumerated() {
      guard let mass = targets[want.target].mass, network.mayReach(point, mass: mass)
      else { continue }
      let site =
        tied[want.target] ?? search.tied(targets[want.target], withinKM: maxKM)
      tied[want.target] = site
      open.append(number)
      sites.append(site)
    }
    var found = [Double?](repeating: nil, count: wanted.count)
    guard !open.isEmpty else { return found }
    let ways = search.detours(from: home, to: sites, limits: open.map { wanted[$0].limitKM })
    for (number, way) in zip(open, ways) { found[number] = way?.kilometres }
    return found
  }
}
