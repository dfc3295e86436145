// SPDX-License-Identifier: GPL-3.0-or-later
import FreightTestSupport

/// The teaching network with random services, places, hours, rules and closures, written as a folder.
extension TrialScenario {
  /// Terminals by mode; those with a 2 are drawn.
  private static let ports: [String: [String]] = [
    "air": ["HGH", "ICN", "PVG", "PUA"], "sea": ["BLN", "INC", "PUP"], "river": ["XSH", "BLN"],
    "rail": ["YIW", "BLN"],
  ]
  private static let carriers = [
    "air": ["korea-air", "america-air"], "sea": ["yellow-sea"], "river": ["bay-barge"],
    "rail": ["china-rail"],
  ]
  private static let week = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]

  static func drawn(_ seed: Int) throws -> TrialScenario {
    let trial = try TrialScenario()
    try trial.draw(seed)
    return trial
  }

  private func draw(_ seed: Int) throws {
    var random = SplitMix64(seed: seed)
    try append(
      "place", "SHA,Shanghai,上海,city,31.2304,121.4737,CN,Asia/Shanghai,24000000,,,assumed,,",
      "PUS,Busan,釜山,city,35.1796,129.0756,KR,Asia/Seoul,3300000,,,assumed,,",
      "PVG,Pudong,浦东机场,airport,31.1443,121.8083,CN,Asia/Shanghai,,PVG,,assumed,,",
      "PUA,Gimhae,金海机场,airport,35.1795,128.9382,KR,Asia/Seoul,,PUS,,assumed,,",
      "PUP,Busan port,釜山港,seaport,35.1030,129.0403,KR,Asia/Seoul,,,,assumed,,")
    let hours = ["", "day", "office", "canal"]
    try append(
      "terminal", "PVG,air;road,\(random.pick(hours)),yes,,,,,,assumed,,",
      "PUA,air;road,\(random.pick(hours)),yes,\(random.pick(hours)),,,,,assumed,,",
      "PUP,sea;road,,yes,\(random.pick(hours)),,,,,assumed,,")
    try append("slot_rule", "late,Sun;Sat;Fri;Thu;Wed;Tue;Mon,23:30;06:15,assumed,,")
    try append("mode_rule", "air,air-freighter,no,\(random.integer(2..<9)),3,assumed,,")
    for (old, new) in [
      ("office,Mon-Fri,09:00,18:00", "office,Mon-Fri,0\(random.integer(5..<10)):00,18:00"),
      ("day,daily,08:00,20:00", "day,daily,08:00,\(random.integer(15..<24)):30"),
    ] { try replace("opening_hours", old, new) }
    try replace(
      "clearance", "kr-parcel,import,KR,,,parcel,,12",
      "kr-parcel,import,KR,,,parcel,,\(random.integer(6..<40))")
    if random.chance(40) {
      try replace(
        "link", "RV-XSH-BLN,river,XSH,BLN,210,21,no,,", "RV-XSH-BLN,river,XSH,BLN,210,21,no,,lock")
    }
    if random.chance(40) {
      try replace(
        "link", "RO-ICN-SEL,road,ICN,SEL,58,1.1,yes,,", "RO-ICN-SEL,road,ICN,SEL,58,1.1,yes,,bridge"
      )
    }
    for number in 0..<random.integer(3..<9) { try addService("S\(number)", &random) }
    if random.chance(50) {
      let place = random.pick(["HGH", "ICN", "BLN", "PVG"])
      let day = random.integer(2..<7)
      try append(
        "closure",
        "drawn,place,\(place),2026-03-0\(day)T00:00:00+08:00,2026-03-0\(day + 2)T00:00:00+08:00,,,,assumed,,"
      )
    }
  }

  private func addService(_ id: String, _ random: inout SplitMix64) throws {
    let mode = random.pick(["air", "air", "air", "sea", "sea", "river", "rail"])
    var calls = Self.ports[mode] ?? []
    while calls.count > 3 || (calls.count > 2 && random.chance(60)) {
      calls.remove(at: random.integer(0..<calls.count))
    }
    if random.chance(40) { calls.reverse() }
    let carrier = random.pick(Self.carriers[mode] ?? [])
    let status = random.pick(["live", "live", "live", "unconfirmed", "suspended"])
    let published = random.chance(50)
    let frequency = ["0.25", "0.5", "1", "1.5", "2", "3", "4.5", "7", "9"]
    let rule =
      published
      ? ",," : "\(random.pick(frequency)),\(random.pick(["even", "late"])),\(random.integer(0..<7))"
    let cutOff = random.chance(30) ? "\(random.integer(1..<20))" : ""
    let passages = mode == "sea" && random.chance(50) ? "strait" : ""
    try append(
      "service",
      "\(id),\(id),\(mode),,\(carrier),,\(status),\(rule),\(cutOff),,\(passages),\(random.pick(["", "yes"])),,,assumed,,"
    )
    var hour = 0.0
    for (number, place) in calls.enumerated() {
      let last = number == calls.count - 1
      let arrive = number == 0 ? "" : "\(hour)"
      if number > 0 { hour += Double(random.integer(1..<5)) }
      let depart = number == 0 ? "0" : last ? "" : "\(hour)"
      try append("stop_time", "\(id),\(number + 1),\(place),,\(arrive),\(depart),,,assumed,,")
      let hours = ["air": 2..<5, "sea": 20..<50, "river": 5..<30, "rail": 4..<12]
      hour += Double(random.integer(hours[mode] ?? 2..<5))
    }
    if published {
      for _ in 0..<random.integer(1..<3) {
        let time = "\(random.integer(10..<24)):\(random.pick(["00", "40"]))"
        let period = random.chance(25) ? "2,\(random.integer(0..<2))" : ","
        let day = random.pick(Self.week)
        let rows = try text("departure")
        if !rows.contains("\(id),\(day),") {
          try append("departure", "\(id),\(day),,\(time),\(period),assumed,,")
        }
      }
      if random.chance(50) {
        try append("departure", "\(id),,2026-03-0\(random.integer(2..<9)),05:10,,,assumed,,")
      }
    }
    if random.chance(30) {
      try append("service_exception", "\(id),2026-03-0\(random.integer(2..<9)),add,15:20,assumed,,")
    }
    let classes = mode == "air" ? ["parcel", "air"] : ["fcl", "lcl", "parcel"]
    for name in classes {
      try append("capacity", "\(id),\(name),90,\(name == "fcl" ? "TEU" : "t"),assumed,,")
    }
  }
}

/// Ids of a network's tables, to draw from.
struct DrawnIDs {
  var services, places, links, passages: [String]
  var published, ruled: [String]

  init(_ trial: borrowing TrialScenario) throws {
    func column(_ table: String, _ number: Int) throws -> [String] {
      try trial.text(table).split(separator: "\n").dropFirst().map {
        String($0.split(separator: ",", omittingEmptySubsequences: false)[number])
      }
    }
    services = try column("service", 0)
    places = try column("terminal", 0)
    links = try column("link", 0)
    passages = Set(
      try (column("link", 8) + column("service", 12)).filter { !$0.isEmpty }
    ).sorted()
    let rules = try column("service", 8)
    ruled = zip(services, rules).filter { !$0.1.isEmpty }.map(\.0)
    published = zip(services, rules).filter { $0.1.isEmpty }.map(\.0)
  }
}
