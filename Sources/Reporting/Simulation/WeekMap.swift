// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import FreightSimulation
import Geography
import JSONText
import Quantities

/// What waits where in each hour of the week: lots for departures, jobs at resources.
struct WeekMap {
  /// A place and its two weeks of means.
  struct Spot {
    var place: ID<Place>
    var lots: [Double]
    var jobs: [Double]
    var most: Double { max(lots.max() ?? 0, jobs.max() ?? 0) }
  }

  let report: SimulationReport
  let spots: [Spot]
  private let mostLots: Double
  private let mostJobs: Double
  private static let greatestRadius = 19.0
  private static let spotLimit = 80

  init(_ report: SimulationReport) {
    self.report = report
    var lots: [ID<Place>: [Double]] = [:]
    var jobs: [ID<Place>: [Double]] = [:]
    func add(_ values: [Double], to sums: inout [Double]?, by factor: Double) {
      var all = sums ?? [Double](repeating: 0, count: 168)
      for (hour, value) in values.prefix(168).enumerated() { all[hour] += value * factor }
      sums = all
    }
    let runs = report.result.replications
    for run in runs {
      for (place, values) in run.waitingByHour {
        add(values, to: &lots[place], by: 1 / Double(runs.count))
      }
    }
    for row in report.result.stations {
      add(row.queueByHour, to: &jobs[report.network.resources[row.resource].place], by: 1)
    }
    let none = [Double](repeating: 0, count: 168)
    let all = Set(lots.keys).union(jobs.keys).map {
      Spot(place: $0, lots: lots[$0] ?? none, jobs: jobs[$0] ?? none)
    }.filter { $0.most >= 0.05 }
    mostLots = max(1, all.compactMap { $0.lots.max() }.max() ?? 1)
    mostJobs = max(1, all.compactMap { $0.jobs.max() }.max() ?? 1)
    let weight = { [mostLots, mostJobs] (spot: Spot) in
      max((spot.lots.max() ?? 0) / mostLots, (spot.jobs.max() ?? 0) / mostJobs)
    }
    spots = Array(
      all.sorted { (weight($1), $0.place.index) < (weight($0), $1.place.index) }
        .prefix(Self.spotLimit))
  }

  /// Hour of the week when most waits: lots and jobs each as a share of their own most.
  var worstHour: Int {
    (0..<168).max { a, b in (sum(a), b) < (sum(b), a) } ?? 0
  }

  private func sum(_ hour: Int) -> Double {
    spots.reduce(0) { $0 + $1.lots[hour] / mostLots + $1.jobs[hour] / mostJobs }
  }

  /// "Mon 08:00".
  func name(ofHour hour: Int) -> String {
    "\(report.word("sim.day.\(hour / 24)")) \(hour % 24 < 10 ? "0" : "")\(hour % 24):00"
  }

  /// Areas grow with what waits.
  private func radius(_ value: Double, of most: Double) -> Double {
    value <= 0 ? 0 : Self.greatestRadius * (value / most).squareRoot()
  }

  func map(_ view: MapView) -> SVGText {
    let frame = frame(view)
    let hour = worstHour
    var svg = SVGText()
    svg.begin(
      "svg",
      [
        "xmlns": "http://www.w3.org/2000/svg", "role": "img",
        "aria-label": report.word("sim.page.map"), "font-family": MapSheet.fonts,
        "viewBox": "0 0 \(SVGText.number(frame.width)) \(SVGText.number(frame.height))",
      ])
    svg.append(CoastBase(frame: frame).svg())
    var placer = LabelPlacer(
      frame: Box(left: 4, top: 4, right: frame.width - 4, bottom: frame.height - 4))
    var labels = SVGText()
    let size = view == .world ? 14.0 : 13.0
    for (number, spot) in spots.enumerated() {
      let place = report.network.places[spot.place]
      guard frame.shows(longitude: place.longitude, latitude: place.latitude) else { continue }
      let point = frame.point(longitude: place.longitude, latitude: place.latitude)
      let (lots, jobs) = (
        radius(spot.lots[hour], of: mostLots), radius(spot.jobs[hour], of: mostJobs)
      )
      circle("jobs", number, point, jobs, "#d9730d", "#8a4300", &svg)
      circle("lots", number, point, lots, "#0b4f9e", "#062545", &svg)
      if number < (view == .world ? 22 : 30),
        let placed = placer.place(
          report.names.mapName(spot.place), size: size, at: point, radius: max(lots, jobs, 3),
          far: view == .origin)
      {
        if let leader = placed.leader { line(from: leader, to: point, &labels) }
        label(report.names.mapName(spot.place), placed, size, &labels)
      }
    }
    svg.begin("g", ["class": "names"])
    svg.append(labels)
    svg.end()
    svg.end()
    return svg
  }

  private func circle(
    _ kind: String, _ number: Int, _ at: DrawingPoint, _ radius: Double, _ fill: String,
    _ stroke: String, _ svg: inout SVGText
  ) {
    svg.element(
      "circle",
      [
        "class": kind, "data-spot": String(number), "cx": SVGText.number(at.x),
        "cy": SVGText.number(at.y), "r": SVGText.number(radius), "fill": fill,
        "fill-opacity": ".55", "stroke": stroke, "stroke-width": "1",
      ])
  }

  private func line(from start: DrawingPoint, to end: DrawingPoint, _ svg: inout SVGText) {
    let (x, y) = (SVGText.number(end.x), SVGText.number(end.y))
    svg.element(
      "path",
      [
        "d": "M\(SVGText.number(start.x)) \(SVGText.number(start.y))L\(x) \(y)",
        "stroke": "#6c7a85", "stroke-width": ".8",
      ])
  }

  private func label(
    _ text: String, _ placed: LabelPlacer.Placed, _ size: Double, _ svg: inout SVGText
  ) {
    svg.element(
      "text",
      [
        "x": SVGText.number(placed.x), "y": SVGText.number(placed.y), "text-anchor": placed.anchor,
        "font-size": SVGText.number(size), "fill": "#1b2833", "stroke": "#ffffff",
        "stroke-width": "3", "paint-order": "stroke", "stroke-linejoin": "round",
      ], text: text)
  }

  /// The surroundings of the demand's largest origin, or the world.
  private func frame(_ view: MapView) -> MapFrame {
    guard view == .origin else { return .world(width: 1_120) }
    let network = report.network
    var tonnes: [ID<Place>: Double] = [:]
    for demand in network.demands { tonnes[demand.origin, default: 0] += demand.tonnesPerYear }
    let origin = tonnes.max { ($0.value, $1.key.index) < ($1.value, $0.key.index) }?.key ?? ID(0)
    let home = network.places[origin]
    let near =
      spots.map { network.places[$0.place] }.filter {
        greatCircleKM(home.latitude, home.longitude, $0.latitude, $0.longitude) < 190
      } + [home]
    let aspect = 2.2
    let (south, north) = (near.map(\.latitude).min() ?? 0, near.map(\.latitude).max() ?? 0)
    let (west, east) = (near.map(\.longitude).min() ?? 0, near.map(\.longitude).max() ?? 0)
    let tall = max(north - south + 0.4, (east - west + 0.6) / aspect, 0.9)
    let window = CoastBase.inside(
      (west: (west + east - tall * aspect) / 2, south: (south + north - tall) / 2),
      tall: tall, wide: tall * aspect)
    return .window(
      west: window.west, south: window.south, east: window.west + tall * aspect,
      north: window.south + tall, width: 1_120)
  }

  /// What the page's script reads: radii in tenths for each hour, names of the hours.
  var data: [UInt8] {
    func tenths(_ values: [Double], _ most: Double) -> JSONValue {
      .array(values.map { .integer(Int64((radius($0, of: most) * 10).rounded())) })
    }
    let value = JSONValue.object([
      .init("hour", .integer(Int64(worstHour))),
      .init("hours", .array((0..<168).map { .string(name(ofHour: $0)) })),
      .init("lots", .array(spots.map { tenths($0.lots, mostLots) })),
      .init("jobs", .array(spots.map { tenths($0.jobs, mostJobs) })),
      .init("play", .string(report.word("sim.page.play"))),
      .init("pause", .string(report.word("sim.page.pause"))),
    ])
    var bytes: [UInt8] = []
    value.write(into: &bytes, .html)
    return bytes
  }
}

/// Sea, graticule and coast: no border, no country.
struct CoastBase {
  let frame: MapFrame

  /// Moves a window into what the delta's coast covers, where it fits there.
  static func inside(
    _ corner: (west: Double, south: Double), tall: Double, wide: Double
  ) -> (west: Double, south: Double) {
    let coast = Coastline(.delta)
    guard tall <= coast.north - coast.south, wide <= coast.east - coast.west,
      corner.west + wide > coast.west, corner.west < coast.east,
      corner.south + tall > coast.south, corner.south < coast.north
    else { return corner }
    return (
      min(max(corner.west, coast.west), coast.east - wide),
      min(max(corner.south, coast.south), coast.north - tall)
    )
  }

  /// The fine coast where it covers the whole frame.
  private var coast: Coastline {
    let fine = Coastline(.delta)
    let covers =
      frame.centre - frame.halfWidth >= fine.west - 1e-9
      && frame.centre + frame.halfWidth <= fine.east + 1e-9 && frame.south >= fine.south - 1e-9
      && frame.north <= fine.north + 1e-9
    return covers ? fine : Coastline(.world)
  }

  func svg() -> SVGText {
    let clip = RingClip(frame: frame)
    let rings = coast.rings
    var border = PathData()
    border.add(frame.border(), closed: true)
    var land = PathData(tolerance: 4)
    var shore = PathData(tolerance: 4)
    for ring in rings {
      for area in clip.areas(of: ring.points) { land.add(area, closed: true) }
      let lines = clip.lines(of: ring.points) { a, b in
        (abs(a.longitude) > 179.99 && abs(b.longitude) > 179.99)
          || (a.latitude < -84 && b.latitude < -84)
      }
      for line in lines { shore.add(line, closed: false) }
    }
    var svg = SVGText()
    svg.begin("g", ["transform": "scale(.1)", "class": "base"])
    svg.element("path", ["d": border.data, "fill": "#edf2f5"])
    svg.element("path", ["d": land.data, "fill": "#f5f3ee", "fill-rule": "evenodd"])
    svg.element(
      "path",
      ["d": shore.data, "fill": "none", "stroke": "#8894a0", "stroke-width": "6"])
    svg.element(
      "path", ["d": border.data, "fill": "none", "stroke": "#54626d", "stroke-width": "10"])
    svg.end()
    return svg
  }
}
