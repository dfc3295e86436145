// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Coverage
import FreightModel
import FreightRouting
import NetworkIO
import Quantities
import Reporting

/// `tidebore matrix`: earliest deliveries from many places to many, as a table that is streamed.
struct MatrixCommand: ParsableCommand {
  static var configuration: CommandConfiguration {
    CommandConfiguration(
      commandName: "matrix", abstract: helpText("matrix"), discussion: helpText("matrix.examples"))
  }

  @Argument(help: help("network", "NETWORK"))
  var network: String?

  @Option(name: .long, help: help("matrix.origins", "ID,…"))
  var origins: String?

  @Option(name: .long, help: help("matrix.destinations", "ID,…"))
  var destinations: String?

  @Option(name: .long, help: help("depart", "TIME"))
  var depart: String?

  @Option(name: .long, help: help("matrix.week", "2026-W10"))
  var week: String?

  @Flag(name: .customLong("with-cost"), help: help("matrix.with_cost"))
  var withCost = false

  @OptionGroup var cargo: CargoOptions
  @Option(name: [.customShort("o"), .long], help: help("matrix.output", "FILE"))
  var output: [String] = []
  @OptionGroup var computing: ComputingOptions
  @OptionGroup var general: GeneralOptions

  func run() throws {
    let session = Session.current
    var inputs = CommandInputs(session: session)
    for path in output where MatrixSink.Form(path) == nil {
      inputs.add("usage.ending", path, ".csv .tbm")
    }
    let (read, search) = try readSearch(&inputs)
    let network = read.network
    let latest = (search.readyTimes.max() ?? Instant(seconds: 0)) + horizon(in: network)
    let table = MatrixTable(
      origins: try points(search.origins, network),
      destinations: try points(search.destinations, network),
      readyTimes: search.readyTimes, latest: latest, withCosts: withCost)
    let progress = Progress(
      label: session.text("cli.searching"), isQuiet: general.quiet, session: session)
    var sink = try MatrixSink(
      table: table, files: output, header: session.header(of: read),
      home: try TimeZoneRules.load(network.header.homeTimeZone), session: session)
    var done = 0
    try search.run(withCosts: withCost) { row in
      try sink.write(row)
      done += 1
      progress.reach(done, of: search.rowCount)
    }
    try sink.finish()
    progress.end()
    if !general.quiet, !output.isEmpty {
      try session.say(session.text("cli.written", output.joined(separator: ", ")))
    }
  }

  private func horizon(in network: Network) -> Int64 {
    var inputs = CommandInputs()
    return cargo.readOptions(&inputs).horizonSeconds(
      for: cargo.readConsignment(&inputs), in: network)
  }

  private func points(
    _ places: [ID<Place>], _ network: Network
  ) throws -> [MatrixTable.Point] {
    var zones: [String: TimeZoneRules] = [:]
    return try places.map { place in
      let name = network.places[place].timeZone
      let zone = try zones[name] ?? TimeZoneRules.load(name)
      zones[name] = zone
      return MatrixTable.Point(id: network.places[place].id, zoneName: name, zone: zone)
    }
  }

  /// - Throws: `CommandFailure.usage` with all faults found.
  private func readSearch(
    _ inputs: inout CommandInputs
  ) throws -> (ReadNetwork, MatrixSearch) {
    let consignment = cargo.readConsignment(&inputs)
    let options = cargo.readOptions(&inputs)
    let threads = computing.read(&inputs)
    let readyAt = Question.time(depart, "--depart", &inputs)
    let named = week == "reference" ? nil : week.flatMap(monday(ofWeek:))
    if let week, week != "reference", named == nil { inputs.add("usage.week", week) }
    switch (depart, week) {
    case (nil, nil): inputs.add("usage.matrix_when")
    case (_?, _?): inputs.add("usage.matrix_when_twice")
    default: break
    }
    let from = inputs.required(origins, "--origins", example: "HZ-XS,HZ-BJ")
    let to = inputs.required(destinations, "--destinations", example: "kind:city")
    guard let read = try inputs.network(network) else {
      try inputs.check()
      throw CommandFailure.usage([])
    }
    let network = read.network
    let folder = self.network ?? ""
    let first = from.map { inputs.places($0, "--origins", in: network, folder: folder) } ?? []
    let last = to.map { inputs.places($0, "--destinations", in: network, folder: folder) } ?? []
    inputs.checkWithout(options.without, in: network)
    try inputs.check()
    let asked =
      try readyAt.map { try network.week(of: $0) } ?? named ?? network.header.referenceWeek
    let times: [Instant]
    if let readyAt {
      times = [readyAt]
    } else {
      let home = try TimeZoneRules.load(network.header.homeTimeZone)
      let start = home.instant(date: asked, secondOfDay: 0)
      times = (0..<168).map { start + Int64($0) * secondsPerHour }
    }
    return (
      read,
      try MatrixSearch(
        network: network, consignment: consignment, options: options, origins: first,
        destinations: last, readyTimes: times, week: asked, threads: threads)
    )
  }
}

extension CommandInputs {
  /// Places by their ids, `kind:KIND`, `set:SET` of targets, or `all`; several separated by commas.
  mutating func places(
    _ text: String, _ option: String, in network: Network, folder: String
  ) -> [ID<Place>] {
    var list: [ID<Place>] = []
    for word in text.split(separator: ",").map(String.init) {
      if word == "all" {
        list += network.places.indices.map { ID($0) }.filter {
          network.places[$0].kind != .lock
        }
      } else if word.hasPrefix("kind:") {
        let kind = String(word.dropFirst(5))
        known(kind, option, among: Set(network.places.map(\.kind.rawValue)).sorted())
        list += network.places.indices.map { ID($0) }.filter {
          network.places[$0].kind.rawValue == kind
        }
      } else if word.hasPrefix("set:") {
        let set = String(word.dropFirst(4))
        known(set, option, among: Set(network.targets.map(\.set)).sorted())
        list += network.targets.filter { $0.set == set }.map(\.place).sorted()
      } else if let place = place(word, option, in: network, folder: folder) {
        list.append(place)
      }
    }
    var seen: Set<ID<Place>> = []
    return list.filter { seen.insert($0).inserted }
  }
}
