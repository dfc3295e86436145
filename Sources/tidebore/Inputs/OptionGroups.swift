// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser
import Studies

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

  var request: CargoRequest {
    var request = CargoRequest()
    (request.cargoClass, request.mass, request.volume) = (cargoClass, mass, volume)
    (request.teu, request.exportMode, request.without) = (teu, exportMode, without)
    (request.horizon, request.liveOnly) = (horizon, liveOnly)
    return request
  }
}

/// What is best where there are many ways, and what an hour and a tonne of CO2e are worth.
struct ObjectiveOptions: ParsableArguments {
  @Option(name: .long, help: help("objective", "time|cost|generalized"))
  var objective: String?

  @Option(name: .customLong("value-of-time"), help: help("value_of_time", "CNY"))
  var valueOfTime: String?

  @Option(name: .customLong("carbon-price"), help: help("carbon_price", "CNY"))
  var carbonPrice: String?

  var request: ObjectiveRequest {
    var request = ObjectiveRequest()
    (request.objective, request.valueOfTime, request.carbonPrice) =
      (objective, valueOfTime, carbonPrice)
    return request
  }
}

/// What is demanded of the way.
struct DemandOptions: ParsableArguments {
  @Option(name: .long, help: help("combination", "C"))
  var combination: String?

  @Option(name: .long, help: help("via", "ID"))
  var via: [String] = []

  var request: DemandRequest {
    var request = DemandRequest()
    (request.combination, request.via) = (combination, via)
    return request
  }
}

/// What is to differ from the network for this run.
struct ChangeOptions: ParsableArguments {
  @Option(name: .long, help: help("change", "TEXT"))
  var change: [String] = []

  var request: ChangeRequest {
    var request = ChangeRequest()
    request.change = change
    return request
  }
}
