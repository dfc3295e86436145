// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
public import FreightRouting
import Quantities

/// The ways of a week's ready times to one city, each once.
///
/// Neighbouring ready times that are delivered at the same moment share the way of the latest of them.
public struct HourlyWays: Sendable {
  /// A way and the latest hour of the week (0…167) that takes it.
  public struct Way: Sendable {
    public var hour: Int
    /// Those that move; between them it is handled, cleared, or waits.
    public var moves: [Leg]
  }
  public var ways: [Way]
  /// Hour of the week → number in `ways`; -1 is unreachable.
  public var wayOfHour: [Int]
}

extension ScoreBoard {
  /// The ways of all ready times to each of the places.
  ///
  /// - Parameters:
  ///   - places: Of those that the board has times of.
  ///   - sources: That gave the times.
  /// - Returns: By place.
  /// - Complexity: A search for each hour, and a way for each place and distinct delivery.
  func everyHour(
    of places: [ID<Place>], sources: CircleSources
  ) -> [ID<Place>: HourlyWays] {
    var week: [ID<Place>: HourlyWays] = [:]
    var jobs: [Job] = []
    for place in places {
      var found = HourlyWays(ways: [], wayOfHour: ready.instants.map { _ in -1 })
      var latest: Int64?
      for (hour, seconds) in seconds(of: place).enumerated().reversed() {
        guard let seconds else { continue }
        let end = ready.instants[hour].seconds + seconds
        if end != latest {
          jobs.append(
            Job(
              source: source(of: place, hour: hour), hour: hour, place: place,
              way: found.ways.count))
          found.ways.append(HourlyWays.Way(hour: hour, moves: []))
          latest = end
        }
        found.wayOfHour[hour] = found.ways.count - 1
      }
      week[place] = found
    }
    jobs.sort { ($0.source, $0.hour) < ($1.source, $1.hour) }
    let starts = jobs.indices.filter {
      $0 == 0 || jobs[$0 - 1].source != jobs[$0].source || jobs[$0 - 1].hour != jobs[$0].hour
    }
    let found: [[[Leg]]] = spread(starts.count, over: query.threads) { [jobs] next, put in
      var searchSource = -1
      var search: RouterSearch?
      while let number = next() {
        let end = number + 1 < starts.count ? starts[number + 1] : jobs.count
        let job = jobs[starts[number]]
        let source = sources.sources[job.source]
        if job.source != searchSource {
          search = RouterSearch(source.router, objective: sources.objective)
          searchSource = job.source
        }
        search?.run(
          from: source.origin, readyAt: ready.instants[job.hour], changes: source.changes)
        put(
          number,
          jobs[starts[number]..<end].map { job in
            (search?.itinerary(to: job.place)?.legs ?? []).filter {
              $0.kind == .mainHaul || $0.kind == .lineHaul || $0.kind == .drayage
            }
          })
      }
    }
    for (job, moves) in zip(jobs, found.joined()) { week[job.place]?.ways[job.way].moves = moves }
    return week
  }

  /// A way that is wanted.
  private struct Job: Sendable {
    var source: Int
    var hour: Int
    var place: ID<Place>
    var way: Int
  }
}
