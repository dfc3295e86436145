// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting
public import Quantities

/// A small network read from lines that look like a timetable.
///
/// One row a line, words divided by blanks, `#` begins a remark, times are `h:mm`:
///
///     territory CN Asia/Shanghai            options: area=EU market=europe
///     place HGH airport CN customs          options: customs=HOURS gate=HOURS modes=air,road
///     hours office Mon-Fri 09:00-17:00      more rows add intervals; `hours office 2026-03-04 closed`
///     road HZ HGH 40km 0:48                 options: oneway
///     pickup CN 2:00                        options: hours=NAME cost=CNY class=CLASS; also `delivery`
///     export CN 3:00                        options: mode=9610 kind=ehub at=PLACE class=CLASS; also `import`
///     linehaul * 150km 800km 02:00,22:00    options: cutoff=2:00 release=2:00 kind=ehub
///     handling airport air road 1:00        options: cost=CNY
///     hub EH ICN 2:00
///     rule air cutoff=4:00 release=6:00     options: domestic
///     tariff main_haul 100                  options: service=ID from=X to=X type=T perkg=CNY
///     emission air 500                      options: type=T
///     service KE1 air KR Mon,Wed HGH 22:00 > ICN 01:30+1 02:30+1 > JFK 04:00+1
///
/// A stop is a place and its local times (arrival, departure; days after the first departure by
/// `+1`); `(BX 10:00)` is a passage. Options follow a `|`: cutoff, release, status, transit,
/// from, to (dates of validity), every=WEEKS, phase=WEEK, freq=PER_WEEK, class, type, passage,
/// cancel=DATE, add=DATE/TIME.
public struct TextTimetable {
  public let network: Network
  /// Monday 2 March 2026 unless the text says `week 2026-03-09`.
  public let week: CivilDate

  public init(_ text: String) {
    var reader = TimetableReader()
    for line in text.split(separator: "\n") {
      let words = line.prefix { $0 != "#" }.split(separator: " ").map(String.init)
      if !words.isEmpty { reader.read(words) }
    }
    (network, week) = reader.finish()
  }

  /// The moment of a local time such as `Mon 08:00` or, a week later, `Mon+1 08:00`.
  public func instant(_ text: String, at place: String) -> Instant {
    let words = text.split(separator: " ").map(String.init)
    let day = words[0].split(separator: "+").map(String.init)
    let weeks = day.count > 1 ? Int64(day[1]) ?? 0 : 0
    let date = week + Int64(TimetableReader.weekday(day[0]).rawValue - 1) + weeks * 7
    return clock(of: id(place)).instant(date: date, secondOfDay: TimetableReader.seconds(words[1]))
  }

  public func id(_ place: String) -> ID<Place> {
    guard let id = network.findPlace(place) else { preconditionFailure("no place \(place)") }
    return id
  }

  func clock(of place: ID<Place>) -> TimeZoneRules {
    let zone = network.places[place].timeZone
    guard let rules = try? TimeZoneRules.load(zone) else { preconditionFailure("no zone \(zone)") }
    return rules
  }

  /// The itinerary in a line: place and time, then each leg that takes time with its end.
  public func drawing(of itinerary: Itinerary) -> String {
    guard let first = itinerary.legs.first else { return "at once" }
    let start = clock(of: first.from).local(itinerary.depart)
    var day = start.date
    var line = "\(network.places[first.from].id) \(Self.name(day)) \(Self.time(start.secondOfDay))"
    for leg in itinerary.legs where leg.seconds != 0 || leg.from != leg.to {
      let end = clock(of: leg.to).local(leg.arrive)
      line += " ~ " + (leg.cause.map { "wait \($0.rawValue)" } ?? Self.word(leg))
      if leg.from != leg.to { line += " ~ \(network.places[leg.to].id)" }
      if end.date != day { line += " " + Self.name(end.date) }
      line += " " + Self.time(end.secondOfDay)
      day = end.date
    }
    return line
  }

  /// Weekday and local time, such as `Tue 04:00`.
  public func localTime(_ instant: Instant, at place: String) -> String {
    let local = clock(of: id(place)).local(instant)
    let time = Self.time(local.secondOfDay)
    return Self.name(local.date).prefix(4) + (time.utf8.count < 5 ? "0" : "") + time
  }

  private static func word(_ leg: Leg) -> String {
    switch leg.kind {
    case .mainHaul: leg.row
    case .drayage: "truck"
    default: leg.kind.rawValue
    }
  }

  private static func name(_ date: CivilDate) -> String {
    ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"][date.weekday.rawValue - 1]
      + " \(date.yearMonthDay.day)."
  }

  private static func time(_ secondOfDay: Int) -> String {
    let minutes = String(secondOfDay / 60 % 60)
    return "\(secondOfDay / 3_600):" + (minutes.count == 1 ? "0" + minutes : minutes)
  }
}
