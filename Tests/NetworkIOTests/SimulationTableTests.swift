// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Quantities
import Testing

@Suite struct `Tables of the simulation` {
  private static let tables = [
    "profile": "id,kind,position,factor,quality,source,note",
    "background":
      "id,resource,per_year,work,work_cv,units,arrival_stages,profile,quality,source,note",
    "load": "id,mode,service_type,place,class,share,low,high,quality,source,note",
    "inspection": "export_mode,side,area,probability,hold_h,low_h,high_h,quality,source,note",
  ]

  /// Adds a table of the simulation to the network, and to its package.
  private func add(_ table: String, _ rows: [String], to trial: borrowing TrialNetwork) throws {
    let head = try #require(Self.tables[table])
    try trial.write("\(table).csv", ([head] + rows).joined(separator: "\n") + "\n")
    let package = try trial.text("datapackage.json")
    let list = "\"resources\": ["
    #expect(package.contains(list))
    let entry = "{\"name\": \"\(table)\", \"path\": \"\(table).csv\"},"
    try trial.write("datapackage.json", package.replacing(list, with: list + entry))
  }

  /// Lists further columns in the package, before one that a single table has.
  private func declare(
    _ columns: [String], before column: String, in trial: borrowing TrialNetwork
  ) throws {
    let new = columns.map { "\"name\": \"\($0)\"}, {" }.joined()
    let old = "\"name\": \"\(column)\""
    try trial.edit("datapackage.json", old, new + old)
  }

  private func withTables(_ rows: [String: [String]]) throws -> TrialNetwork {
    let trial = try TrialNetwork()
    for (table, rows) in rows.sorted(by: { $0.key < $1.key }) { try add(table, rows, to: trial) }
    return trial
  }

  @Test func `are read`() throws {
    let trial = try withTables([
      "profile": [
        "gate,hour_of_day,8,2.5,assumed,,", "gate,weekday,7,0,published,page,",
        "gate,week_of_year,53,0.5,assumed,,",
      ],
      "background": [
        "trucks,crane-bln,1000,20,1.5,3,4,gate,derived,page,why",
        "ships,crane-bln,10,300,,,,,assumed,,",
      ],
      "load": ["b,air,,HGH,,0.6,0.5,0.9,assumed,,", "a,air,,,parcel,0.8,,,assumed,,"],
      "inspection": [
        "9610,export,CN,0.02,12,4,48,assumed,,", ",import,*,0.03,24,,,assumed,,",
      ],
    ])
    try trial.edit("demand.csv", "tonnes_per_year,", "tonnes_per_year,profile,")
    try trial.edit("demand.csv", "5000,", "5000,gate,")
    try declare(["profile"], before: "tonnes_per_year", in: trial)
    let network = try NetworkReader.read(directory: trial.path).network
    let profile = try #require(network.profiles.first)
    #expect(profile.hourOfDay[8] == 2.5 && profile.hourOfDay[7] == 1)
    #expect(profile.weekday == [1, 1, 1, 1, 1, 1, 0])
    #expect(profile.weekOfYear[52] == 0.5 && profile.peak == 2.5)
    #expect(profile.factor(hour: 8, weekday: 1, week: 53) == 1.25)
    #expect(profile.provenance.quality == .assumed)
    #expect(network.backgrounds.map(\.id) == ["ships", "trucks"])
    let trucks = network.backgrounds[1]
    #expect(network.resources[trucks.resource].id == "crane-bln")
    #expect(trucks.arrivalsPerYear == 1_000 && trucks.meanWork == 20 && trucks.workCV == 1.5)
    #expect(trucks.units == 3 && trucks.arrivalStages == 4 && trucks.profile == ID(0))
    let ships = network.backgrounds[0]
    #expect(ships.workCV == 0.5 && ships.units == 1 && ships.arrivalStages == 1)
    #expect(ships.profile == nil && network.demands[0].profile == ID(0))
    #expect(network.loads.map(\.id) == ["a", "b"])
    #expect(network.loads[0].low == 0.8 && network.loads[1].high == 0.9)
    #expect(network.inspections.map(\.area) == ["", "CN"])
    #expect(network.inspections[1].exportMode == .directParcel)
    #expect(network.inspections[1].hold.highSeconds == 172_800)
  }

  @Test func `of resources say the kind, the unit, the variation and the failures`() throws {
    let trial = try TrialNetwork()
    try trial.edit("resource.csv", "shifts,", "shifts,cv,mtbf_h,mttr_h,")
    try trial.edit("resource.csv", "moves/h,,", "moves/h,,0.3,200,4,")
    try declare(["cv", "mtbf_h", "mttr_h"], before: "rate_unit", in: trial)
    let crane = try #require(try NetworkReader.read(directory: trial.path).network.resources.first)
    #expect(crane.kind == .crane && crane.rateUnit == "moves/h" && crane.serviceCV == 0.3)
    #expect(crane.breakdown == Resource.Breakdown(meanUpHours: 200, meanRepairHours: 4))
    let plain = try NetworkReader.read(directory: teachingFolder).network.resources[0]
    #expect(plain.serviceCV == 0.5 && plain.breakdown == nil)
    #expect(
      ResourceKind.allCases.filter(\.isPlaces).map(\.rawValue) == [
        "anchorage", "berth", "yard", "reefer_plug", "siding", "stand", "truck_fleet",
      ])
  }

  @Test(arguments: [
    ("crane,4,25,moves/h", "crane,4,25,movs/h", "resource.unit", "moves/h"),
    ("crane,4,25,moves/h", "yard,4,25,places", "resource.places", nil),
    ("crane,4,25,moves/h", "crane,4,0,moves/h", "resource.rate", nil),
    ("crane,4,25,moves/h", "krane,4,25,moves/h", "value.unknown_word", "crane"),
    ("crane,4,25,moves/h", "crane,0,25,moves/h", "value.out_of_range", nil),
    ("crane,4,25,moves/h", "inspection,4,25,box/h", "resource.unit", "TEU/h"),
  ])
  func `of resources are checked`(old: String, new: String, code: String, offer: String?) throws {
    let trial = try TrialNetwork()
    try trial.edit("resource.csv", old, new)
    let errors = trial.validate().errors
    #expect(errors.map(brief) == ["resource.csv:2 \(code)"], "\(listing(errors))")
    if let offer { #expect(errors.first?.hintArguments?.first == offer, "\(listing(errors))") }
  }

  @Test(arguments: [
    ("profile", "p,hour_of_day,24,1,assumed,,", "profile.position"),
    ("profile", "p,weekday,0,1,assumed,,", "profile.position"),
    ("profile", "p,weekday,8,1,assumed,,", "profile.position"),
    ("profile", "p,weekday,1,-1,assumed,,", "value.negative"),
    ("profile", "p,month,1,1,assumed,,", "value.unknown_word"),
    ("background", "b,crane-bnl,1,1,,,,,assumed,,", "reference.unknown"),
    ("background", "b,crane-bln,0,1,,,,,assumed,,", "value.out_of_range"),
    ("background", "b,crane-bln,1,,,,,,assumed,,", "value.missing"),
    ("background", "b,crane-bln,1,1,,5,,,assumed,,", "background.units"),
    ("background", "b,crane-bln,1,1,,,0,,assumed,,", "value.out_of_range"),
    ("background", "b,crane-bln,1,1,nan,,,,assumed,,", "value.not_number"),
    ("load", "l,air,,,,1.5,,,assumed,,", "value.out_of_range"),
    ("load", "l,air,,,,0.5,0.6,,assumed,,", "range.order"),
    ("load", "l,air,,,,0.5,,0.4,assumed,,", "range.order"),
    ("load", "l,air,fredighter,,,0.5,,,assumed,,", "load.service_type"),
    ("load", "l,plane,,,,0.5,,,assumed,,", "value.unknown_word"),
    ("load", "l,air,,HGG,,0.5,,,assumed,,", "reference.unknown"),
    ("inspection", ",export,CHN,0.5,1,,,assumed,,", "scope.unknown"),
    ("inspection", ",exprot,CN,0.5,1,,,assumed,,", "value.unknown_word"),
    ("inspection", ",export,CN,0.5,4,5,,assumed,,", "range.order"),
    ("inspection", "9999,export,CN,0.5,4,,,assumed,,", "value.unknown_word"),
  ])
  func `are checked`(table: String, row: String, code: String) throws {
    let trial = try withTables([table: [row]])
    let (errors, warnings) = trial.validate()
    #expect(errors.map(brief) == ["\(table).csv:2 \(code)"], "\(listing(errors))")
    #expect(warnings.isEmpty, "\(listing(warnings))")
  }

  @Test(arguments: [
    ("lot.fcl_teu", "0", "0.01…100000"), ("teu_per_move", "-1", "0.1…100"),
    ("call.cranes.sea", "0.5", "1…100"),
    ("blank.air", "1.5", "0…1"), ("late.rail", "-2", "0…1440"), ("tide.share", "-0.1", "0…1"),
  ])
  func `and parameters that it divides by or counts with are checked`(
    id: String, value: String, rule: String
  ) throws {
    let trial = try TrialNetwork()
    try trial.edit(
      "parameter.csv", "fx.USD,", "\(id),simulation,,\(value),,,,x,,,,assumed,,\nfx.USD,")
    let errors = trial.validate().errors
    #expect(errors.map(brief) == ["parameter.csv:3 parameter.range"], "\(listing(errors))")
    #expect(errors.first?.arguments == [id, value, rule])
  }

  @Test func `with faults tell all of them at once`() throws {
    let trial = try withTables([
      "profile": (1...7).map { "p,weekday,\($0),0,assumed,," } + [
        "q,weekday,1,2,assumed,,", "q,weekday,1,1,assumed,,",
      ],
      "background": [
        "b,crane-bln,1,1,,,,o,assumed,,", "c,crane-bln,2,1,,,,,assumed,,",
        "c,crane-bln,2,1,,,,,assumed,,",
      ],
      "load": ["a,air,,HGH,,0.5,,,assumed,,", "b,air,,HGH,,0.6,,,assumed,,"],
      "inspection": [",export,,0.5,4,,,assumed,,", ",export,*,0.6,4,,,assumed,,"],
    ])
    #expect(
      trial.faults() == [
        "profile.csv:2 profile.zero", "profile.csv:10 row.twice",
        "background.csv:2 reference.unknown",
        "background.csv:4 id.twice", "load.csv:3 row.twice", "inspection.csv:3 row.twice",
      ])
  }

  @Test func `of disruptions hold events of one rate and ramps`() throws {
    let trial = try TrialNetwork()
    try trial.write(
      "disruption.csv",
      """
      id,kind,target,rate_per_year,median_h,low_h,high_h,event,recovery_h,quality,source,note
      a,place,HGH,2,12,6,24,typhoon,12,assumed,,
      b,place,BLN,2,48,24,96,typhoon,,assumed,,
      c,place,XSH,5,3,,,,,assumed,,

      """)
    try declare(["event", "recovery_h"], before: "rate_per_year", in: trial)
    let read = try NetworkReader.read(directory: trial.path).network.disruptions
    #expect(read.map(\.event) == ["typhoon", "typhoon", ""])
    #expect(read.map(\.recoverySeconds) == [43_200, 0, 0])
    try trial.edit("disruption.csv", "b,place,BLN,2", "b,place,BLN,3")
    #expect(trial.faults() == ["disruption.csv:3 disruption.event_rate"])
    try trial.edit("disruption.csv", "typhoon,,assumed", "typhoon,-1,assumed")
    #expect(trial.faults() == ["disruption.csv:3 value.negative"])
  }
}

@Suite struct `What others have booked` {
  @Test func `is told by the row for the terminal, then for the type, then for the class`() throws {
    let unknown = Provenance(quality: .assumed)
    func row(_ id: String, _ type: String, _ place: Int?, _ cargo: CargoClass?) -> BackgroundLoad {
      BackgroundLoad(
        id: id, mode: .air, serviceType: type, place: place.map { ID($0) }, cargoClass: cargo,
        share: 0.5, provenance: unknown)
    }
    let monday = try #require(CivilDate(year: 2026, month: 3, day: 2))
    var network = Network(
      header: NetworkHeader(name: "n", homeTimeZone: "Asia/Shanghai", referenceWeek: monday))
    network.loads = [
      row("all", "", nil, nil), row("class", "", nil, .parcel), row("type", "belly", nil, nil),
      row("place", "", 3, nil),
    ]
    func booked(_ type: String, _ place: Int, _ cargo: CargoClass) -> String? {
      network.backgroundLoad(mode: .air, serviceType: type, from: ID(place), of: cargo)?.id
    }
    #expect(booked("freighter", 1, .air) == "all" && booked("freighter", 1, .parcel) == "class")
    #expect(booked("belly", 1, .parcel) == "type" && booked("belly", 3, .parcel) == "place")
    #expect(
      network.backgroundLoad(mode: .sea, serviceType: "", from: ID(3), of: .fcl) == nil)
  }

  @Test(arguments: [
    ("40,t", 40.0, nil), ("40000,kg", 40, nil), ("40,m3", 8, nil),
    ("40,TEU", 0, "capacity.unit"),
  ])
  func `of capacity are read in their unit, or refused`(
    cell: String, tonnes: Double, code: String?
  ) throws {
    let trial = try TrialNetwork()
    try trial.edit("capacity.csv", "AF-KR,parcel,40,t,", "AF-KR,parcel,\(cell),")
    if let code {
      #expect(trial.validate().errors.map(brief) == ["capacity.csv:2 \(code)"])
      return
    }
    let network = try NetworkReader.read(directory: trial.path).network
    let service = try #require(network.services.first { $0.id == "AF-KR" })
    #expect(service.capacity[.parcel]?.amount == tonnes)
    #expect(service.capacity[.parcel]?.unit == "t")
  }

  @Test func `of demand to a territory, a market or anywhere go to its places by population`()
    throws
  {
    let trial = try TrialNetwork()
    try trial.edit("demand.csv", "hz-seoul,HZ,SEL,", "hz-seoul,HZ,KR,")
    let korea = try NetworkReader.read(directory: trial.path).network.demands
    #expect(korea.map(\.destination) == ["SEL"] && korea[0].id == "hz-seoul/SEL")
    #expect(korea[0].tonnesPerYear == 5_000)
    try trial.edit("demand.csv", "hz-seoul,HZ,KR,", "hz-seoul,HZ,*,")
    let all = try NetworkReader.read(directory: trial.path).network
    #expect(all.demands.count > 1 && !all.demands.contains { $0.destination == "HZ" })
    #expect(abs(all.demands.reduce(0) { $0 + $1.tonnesPerYear } - 5_000) < 1e-6)
    let people = Dictionary(uniqueKeysWithValues: all.places.map { ($0.id, $0.population ?? 0) })
    let (one, other) = (all.demands[0], all.demands[all.demands.count - 1])
    #expect(
      abs(
        one.tonnesPerYear * Double(people[other.destination] ?? 0)
          - other.tonnesPerYear * Double(people[one.destination] ?? 0)) < 1)
  }

  @Test func `of terminals give a place without a yard its storage, and of handling their law`()
    throws
  {
    let trial = try TrialNetwork()
    let network = try NetworkReader.read(directory: trial.path).network
    let store = try #require(network.resources.first { $0.id == "XSH/storage" })
    #expect(store.kind == .yard && store.servers == 3_000 && store.isStorage)
    #expect(network.resources.first { $0.id == "HGH/storage" }?.servers == 4_000)
    try trial.edit(
      "handling.csv", ",airport,air,road,,2,1,4,lognormal,", ",airport,air,road,,2,1,4,normal,")
    #expect(trial.validate().errors.map(brief) == ["handling.csv:2 value.unknown_word"])
    try trial.edit(
      "handling.csv", ",airport,air,road,,2,1,4,normal,", ",airport,air,road,,2,1,4,gamma,")
    #expect(trial.validate().errors.isEmpty)
    try trial.edit(
      "handling.csv", ",gamma,0,0.3,,,1,,assumed", ",gamma,0,0.3,,,1,crane-bln,assumed")
    #expect(trial.validate().errors.map(brief).first?.hasSuffix("handling.resource") == true)
  }
}
