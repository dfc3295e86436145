// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightRouting
import FreightSimulation
import Quantities
import Stochastics

/// The times of all places, and what the counted ready times say of them.
struct ScoreBoard {
  let network: Network
  let query: CoverageQuery
  let ready: ReadyTimes
  let times: CircleTimes
  /// Of a reliable circle; the timetable's times then only choose the itinerary.
  var sampled: SampledTimes?
  /// Place that no ready time reaches → why, proved.
  var unreachable: [ID<Place>: Unreachable] = [:]
  /// Place → its number in `times`.
  private let numbers: [ID<Place>: Int]
  private let zones: [String: TimeZoneRules]

  init(
    network: Network, query: CoverageQuery, places: [ID<Place>], ready: ReadyTimes,
    times: CircleTimes
  ) throws {
    self.network = network
    self.query = query
    self.ready = ready
    self.times = times
    numbers = Dictionary(uniqueKeysWithValues: places.enumerated().map { ($1, $0) })
    var zones: [String: TimeZoneRules] = [:]
    for place in places where zones[network.places[place].timeZone] == nil {
      zones[network.places[place].timeZone] = try TimeZoneRules.load(network.places[place].timeZone)
    }
    self.zones = zones
  }

  /// Seconds for all 168 ready times.
  func seconds(of place: ID<Place>) -> [Int64?] { numbers[place].map { times.seconds[$0] } ?? [] }

  /// Seconds for the ready times that count.
  func counted(_ place: ID<Place>) -> [Int64?] {
    if let sampled { return numbers[place].map(sampled.all) ?? [] }
    return planned(place)
  }

  /// Seconds by the timetable, for the ready times that count.
  func planned(_ place: ID<Place>) -> [Int64?] {
    let all = seconds(of: place)
    return all.isEmpty ? [] : ready.counted.map { all[$0] }
  }

  func statistic(of place: ID<Place>) -> Int64? {
    nearestRank(query.percentile, of: counted(place))
  }

  /// The earliest counted ready time whose value stands at the rank: its hour of the week.
  func readyHour(of place: ID<Place>) -> Int? {
    indexAtNearestRank(query.percentile, of: planned(place)).map { ready.counted[$0] }
  }

  func counts(_ rows: [Target], of targets: Targets) -> [TierCount] {
    targets.counts(
      rows, statistic: statistic, population: { network.places[$0].population ?? 0 })
  }

  /// Mean chance of a tier's cities, a week at a time.
  func tierReliability(_ rows: [Target], of targets: Targets) -> [TierReliability] {
    guard let sampled else { return [] }
    let tiers =
      targets.isBanded ? targets.bands.map(\.tier) : Set(rows.map(\.tier)).sorted()
    return tiers.compactMap { tier in
      let cities = targets.isBanded ? rows : rows.filter { $0.tier == tier }
      let target =
        targets.bands.first { $0.tier == tier }?.seconds
        ?? targets.band(of: tier, reachedIn: nil).seconds
      let shares = cities.compactMap { numbers[$0.place] }
        .map { sampled.shares($0, within: target) }
      guard let weeks = shares.first?.indices else { return nil }
      return TierReliability(
        tier: tier,
        reliability: Reliability(
          shares: weeks.map { week in sampleMean(shares.map { $0[week] }) },
          samples: shares.count * weeks.count * sampled.hours.count))
    }
  }

  /// The number of the source whose time stands for a place and an hour of the week.
  func source(of place: ID<Place>, hour: Int) -> Int {
    numbers[place].map { times.source[$0][hour] } ?? 0
  }

  /// What a map's cell takes over from the place that it holds.
  func statistics(of places: [ID<Place>], target: Int64) -> [(
    place: ID<Place>, statistic: PointDelivery.Statistic?
  )] {
    places.map { place in
      let values = planned(place)
      let isReached = values.contains { $0 != nil }
      let inTime = values.count { $0.map { $0 <= target } ?? false }
      return (
        place,
        isReached
          ? PointDelivery.Statistic(
            seconds: nearestRank(query.percentile, of: values), inTime: inTime) : nil
      )
    }
  }

  /// Places whose itineraries come from one search.
  private struct ItineraryJob: Sendable {
    var source: Int
    var hour: Int
    var places: [ID<Place>]
  }

  private func itineraryJobs(for places: [ID<Place>]) -> [ItineraryJob] {
    var jobs: [ItineraryJob] = []
    var jobOfKey: [[Int]: Int] = [:]
    for place in places {
      guard let hour = readyHour(of: place), let number = numbers[place] else { continue }
      let source = times.source[number][hour]
      if let known = jobOfKey[[source, hour]] {
        jobs[known].places.append(place)
      } else {
        jobOfKey[[source, hour]] = jobs.count
        jobs.append(ItineraryJob(source: source, hour: hour, places: [place]))
      }
    }
    return jobs
  }

  /// The itineraries at the rank: one search for each ready time that some place needs.
  func itineraries(of places: [ID<Place>], sources: CircleSources) -> [ID<Place>: Itinerary] {
    let jobs = itineraryJobs(for: places)
    let found: [[Itinerary?]] = spread(jobs.count, over: query.threads) { next, put in
      var searchSource = -1
      var search: RouterSearch?
      while let number = next() {
        let job = jobs[number]
        let source = sources.sources[job.source]
        if job.source != searchSource {
          search = RouterSearch(source.router, objective: sources.objective)
          searchSource = job.source
        }
        search?.run(
          from: source.origin, readyAt: ready.instants[job.hour], changes: source.changes)
        put(number, job.places.map { search?.itinerary(to: $0) })
      }
    }
    var itineraries: [ID<Place>: Itinerary] = [:]
    for (job, list) in zip(jobs, found) {
      for (place, itinerary) in zip(job.places, list) { itineraries[place] = itinerary }
    }
    return itineraries
  }

  /// All that the circle says of one city.
  func judge(
    _ row: Target, targets: Targets, itineraries: [ID<Place>: Itinerary], sources: CircleSources
  ) -> CityResult {
    let values = counted(row.place)
    let statistic = statistic(of: row.place)
    let band = targets.band(of: row.tier, reachedIn: statistic)
    var city = CityResult(
      place: row.place, tier: targets.isBanded ? band.tier : row.tier,
      targetSeconds: band.seconds, grade: row.grade)
    city.seconds = seconds(of: row.place)
    city.p50 = nearestRank(50, of: values)
    city.p80 = nearestRank(80, of: values)
    city.p95 = nearestRank(95, of: values)
    city.statistic = statistic
    if !values.isEmpty {
      let inTime = values.count { $0.map { $0 <= band.seconds } ?? false }
      city.shareInTime = Double(inTime) / Double(values.count)
      city.dayShares = (1...3).map { dayShare(row.place, day: $0) }
    }
    if let sampled, let number = numbers[row.place] {
      city.reliability = sampled.reliability(number, within: band.seconds)
    }
    city.slackSeconds = statistic.map { band.seconds - $0 }
    if let statistic {
      city.status = statistic <= band.seconds ? .within : .out
    } else {
      city.status = values.contains { $0 != nil } ? .out : .unreachable
    }
    city.readyHour = readyHour(of: row.place)
    city.itinerary = itineraries[row.place]
    if let itinerary = city.itinerary {
      let chain = MainChain(of: itinerary, network: network, homeArea: sources.homeArea)
      city.exitGateway = chain.exitGateway
      city.mainService = chain.service
      city.topWait = itinerary.bindingWaits.first.map {
        CityResult.Wait(
          place: $0.place, cause: $0.cause, seconds: $0.seconds, service: $0.service)
      }
    }
    if city.status != .within {
      city.reason = reason(of: city, values: planned(row.place), sources: sources)
      if let chance = city.reliability,
        let ideal = nearestRank(
          query.percentile, of: planned(row.place)), ideal <= band.seconds
      {
        // By the timetable it would be in.
        city.reason = ("reason.chance", [String(Int((chance.within * 100).rounded()))])
      }
    }
    return city
  }

  /// Share of the counted ready times delivered by 20:00 local of the n-th day after the ready date.
  func dayShare(_ place: ID<Place>, day: Int64) -> Double {
    if let sampled { return sampledDayShare(place, day: day, sampled) }
    let all = seconds(of: place)
    guard let zone = zones[network.places[place].timeZone], !ready.counted.isEmpty
    else { return 0 }
    let inTime = ready.counted.count { number in
      guard let seconds = all[number] else { return false }
      let deadline = zone.instant(date: ready.dates[number] + day, secondOfDay: 72_000)
      return ready.instants[number] + seconds <= deadline
    }
    return Double(inTime) / Double(ready.counted.count)
  }
}

extension ScoreBoard {
  /// Likewise over the samples of all weeks.
  private func sampledDayShare(
    _ place: ID<Place>, day: Int64, _ sampled: SampledTimes
  ) -> Double {
    guard let zone = zones[network.places[place].timeZone], let number = numbers[place] else {
      return 0
    }
    var (inTime, count) = (0, 0)
    for (week, row) in sampled.seconds[number].enumerated() {
      for (probe, seconds) in row.enumerated() {
        count += 1
        guard let seconds else { continue }
        let hour = sampled.hours[probe]
        let later = Int64(week % ProbeQuery.weeksOfRun)
        let deadline = zone.instant(
          date: ready.dates[hour] + (later * 7 + day), secondOfDay: 72_000)
        let start = ready.instants[hour] + later * secondsPerWeek
        if start + seconds <= deadline { inTime += 1 }
      }
    }
    return count == 0 ? 0 : Double(inTime) / Double(count)
  }
}

/// The main hauls of an itinerary: where they leave the home area, and the longest.
struct MainChain {
  /// The last terminal of the home area that a main haul leaves from, nil by road alone.
  ///
  /// Of a domestic itinerary it is the first.
  var exitGateway: ID<Place>?
  var service: ID<Service>?

  init(of itinerary: Itinerary, network: Network, homeArea: String) {
    let hauls = itinerary.legs.filter { $0.kind == .mainHaul }
    let isHome = { (place: ID<Place>) in network.territory(of: place).customsArea == homeArea }
    let end = itinerary.legs.last?.to
    let fromHome = hauls.filter { isHome($0.from) }
    exitGateway = (end.map(isHome) ?? true) ? fromHome.first?.from : fromHome.last?.from
    var longest: Leg?
    for haul in hauls
    where (haul.distanceKM, haul.seconds) > (longest?.distanceKM ?? -1, longest?.seconds ?? 0) {
      longest = haul
    }
    service = longest?.service
  }
}
