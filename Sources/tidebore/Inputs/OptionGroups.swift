// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import FreightModel
import FreightRouting

/// Options of every verb.
struct GeneralOptions: ParsableArguments {
  @Flag(name: .long, help: help("quiet"))
  var quiet = false

  /// Taken out of the arguments before they are parsed; declared so that help and completion show it.
  @Option(name: .long, help: help("lang", "zh|en"))
  var lang: String?
}

/// Options of the verbs that compute.
struct ComputingOptions: ParsableArguments {
  @Option(name: .long, help: help("threads", "N"))
  var threads: String?

  /// The number of threads asked for, else 2: a fixed number, because results do not depend on it.
  func read(_ inputs: inout CommandInputs) -> Int {
    guard let threads else { return 2 }
    return inputs.wholeNumber(threads, "--threads", in: 1...256) ?? 1
  }
}

/// What is carried, and what may not carry it.
struct CargoOptions: ParsableArguments {
  @Option(name: .customLong("class"), help: help("class", "parcel|air|lcl|fcl"))
  var cargoClass: String?

  @Option(name: .long, help: help("mass", "30kg|2t"))
  var mass: String?

  @Option(name: .long, help: help("volume", "0.5m3"))
  var volume: String?

  @Option(name: .long, help: help("teu", "N"))
  var teu: String?

  @Option(name: .customLong("export-mode"), help: help("export_mode", "9610|9710|9810|1210|0110"))
  var exportMode: String?

  @Option(name: .long, help: help("without", "X"))
  var without: [String] = []

  @Option(name: .long, help: help("horizon", "21d"))
  var horizon: String?

  @Flag(name: .customLong("live-only"), help: help("live_only"))
  var liveOnly = false

  func readConsignment(_ inputs: inout CommandInputs) -> Consignment {
    let cargoClass =
      self.cargoClass.flatMap { inputs.choice($0, "--class", CargoClass.self) } ?? .parcel
    let exportMode =
      exportMode.flatMap { inputs.choice($0, "--export-mode", ExportMode.self) }
      ?? (cargoClass == .parcel ? .directParcel : .generalTrade)
    let volume = volume.flatMap {
      inputs.quantity($0, "--volume", units: ["m3": 1, "l": 0.001], example: "0.5m3")
    }
    if cargoClass == .fcl {
      if mass != nil { inputs.add("usage.mass_of_fcl") }
      let teu = teu.flatMap { inputs.positiveNumber($0, "--teu", example: "2") } ?? 1
      return Consignment(
        cargoClass: .fcl, volumeM3: volume, teu: teu, exportMode: exportMode)
    }
    if teu != nil { inputs.add("usage.teu_of", cargoClass.rawValue) }
    let mass = mass.flatMap {
      inputs.quantity($0, "--mass", units: ["kg": 1, "t": 1_000], example: "30kg")
    }
    return Consignment(
      cargoClass: cargoClass, massKG: mass ?? Self.usualMass(cargoClass), volumeM3: volume,
      exportMode: exportMode)
  }

  func readOptions(_ inputs: inout CommandInputs) -> RoutingOptions {
    var options = RoutingOptions()
    if let horizon {
      let days = inputs.quantity(
        horizon, "--horizon", units: ["d": 86_400, "h": 3_600], example: "21d")
      if let days, days > 366 * 86_400 {
        inputs.add("usage.horizon", horizon)
      } else {
        options.horizonSeconds = days.map { Int64($0) }
      }
    }
    options.liveServicesOnly = liveOnly
    options.without = Set(without)
    return options
  }

  /// Kilograms where the command line names none; lcl goes by the tonne.
  private static func usualMass(_ cargoClass: CargoClass) -> Double {
    switch cargoClass {
    case .parcel: 30
    case .air: 300
    case .lcl, .fcl: 1_000
    }
  }
}

/// What is demanded of the way.
struct DemandOptions: ParsableArguments {
  @Option(name: .long, help: help("combination", "C"))
  var combination: String?

  @Option(name: .long, help: help("via", "ID"))
  var via: [String] = []
}

/// Where results go.
struct OutputOptions: ParsableArguments {
  @Option(name: .long, help: help("format", "F"))
  var format: String?

  @Option(name: [.customShort("o"), .long], help: help("output", "FILE"))
  var output: [String] = []

  func read(_ inputs: inout CommandInputs, _ verb: OutputFormat.Choice) -> OutputPlan {
    OutputPlan.read(format: format, files: output, choice: verb, &inputs)
  }
}
