// SPDX-License-Identifier: GPL-3.0-or-later

/// What is carried, and what may not carry it.
public struct CargoRequest: RequestPart {
  /// `parcel`, `air`, `lcl` or `fcl`; nil is parcel.
  public var cargoClass: String?
  /// Such as `30kg`, `2t`.
  public var mass: String?
  /// Such as `0.5m3`.
  public var volume: String?
  public var teu: String?
  /// `9610`, `9710`, `9810`, `1210` or `0110`; nil is the class's usual one.
  public var exportMode: String?
  /// Modes, places, services and passages that may not be used.
  public var without: [String] = []
  /// Such as `21d`.
  public var horizon: String?
  /// Only services that are live.
  public var liveOnly = false

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .text("class", \.cargoClass), .text("mass", \.mass), .text("volume", \.volume),
      .number("teu", \.teu), .text("export_mode", \.exportMode), .list("without", \.without),
      .text("horizon", \.horizon), .flag("live_only", \.liveOnly),
    ]
  }
}

/// What is best, and what an hour and a tonne of CO2e are worth.
public struct ObjectiveRequest: RequestPart {
  /// `time`, `cost` or `generalized`; nil is the class's usual one.
  public var objective: String?
  /// CNY an hour of the consignment.
  public var valueOfTime: String?
  /// CNY a tonne of CO2e.
  public var carbonPrice: String?

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .text("objective", \.objective), .number("value_of_time", \.valueOfTime),
      .number("carbon_price", \.carbonPrice),
    ]
  }
}

/// What narrows the alternatives of a route.
public struct AlternativesRequest: RequestPart {
  /// Of `time,cost,co2e`; nil is one itinerary.
  public var criteria: String?
  /// CNY.
  public var maxCost: String?
  /// kg.
  public var maxCO2e: String?
  /// Such as `cost=0.5,co2e=0.05`.
  public var slack: String?
  public var maxLegs: String?
  public var labelBudget: String?

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .text("criteria", \.criteria), .number("max_cost", \.maxCost),
      .number("max_co2e", \.maxCO2e), .text("slack", \.slack), .number("max_legs", \.maxLegs),
      .number("label_budget", \.labelBudget),
    ]
  }
}

/// What is demanded of the way.
public struct DemandRequest: RequestPart {
  public var combination: String?
  public var via: [String] = []

  public init() {}

  public static var fields: [RequestField<Self>] {
    [.text("combination", \.combination), .list("via", \.via)]
  }
}

/// The ready times that a statistic is over.
public struct WeekRequest: RequestPart {
  /// Such as `p80`, which is the default.
  public var statistic: String?
  /// Such as `2026-W10`; nil is the network's reference week.
  public var week: String?
  /// `pickup` or `all`; nil is pickup.
  public var ready: String?

  public init() {}

  public static var fields: [RequestField<Self>] {
    [.text("statistic", \.statistic), .text("week", \.week), .text("ready", \.ready)]
  }
}

/// Which hours a city has.
public struct TargetRequest: RequestPart {
  /// Such as `123`; nil is the class's.
  public var circle: String?
  /// Such as `strict`; nil is the network's usual set.
  public var targets: String?

  public init() {}

  public static var fields: [RequestField<Self>] {
    [.text("circle", \.circle), .text("targets", \.targets)]
  }
}

/// What is to differ from the network for one run.
public struct ChangeRequest: RequestPart {
  /// Such as `cancel AF-HGH-LGG`.
  public var change: [String] = []

  public init() {}

  public static var fields: [RequestField<Self>] { [.list("change", \.change)] }
}

/// How a reliable circle is sampled.
public struct SampleRequest: RequestPart {
  /// Weeks; nil is the timetable's circle.
  public var samples: String?
  /// Among the cargo of others.
  public var queues = false
  public var demandFactor: String?
  public var seed: String?

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .number("samples", \.samples), .flag("queues", \.queues),
      .number("demand_factor", \.demandFactor), .number("seed", \.seed),
    ]
  }
}

/// How long and how often is simulated.
public struct ReplicationsRequest: RequestPart {
  public var replications: String?
  public var seed: String?
  public var days: String?
  /// Days, or `auto`.
  public var warmup: String?
  public var demandFactor: String?

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .number("replications", \.replications), .number("seed", \.seed), .number("days", \.days),
      .number("warmup", \.warmup), .number("demand_factor", \.demandFactor),
    ]
  }
}

/// Origin, targets, ready times, cargo and objective of a circle.
public struct CircleTerms: RequestPart {
  public var origin: String?
  public var target = TargetRequest()
  public var week = WeekRequest()
  public var cargo = CargoRequest()
  public var objective = ObjectiveRequest()

  public init() {}

  public static var fields: [RequestField<Self>] {
    [.text("origin", \.origin)] + RequestField.part(\.target) + RequestField.part(\.week)
      + RequestField.part(\.cargo) + RequestField.part(\.objective)
  }
}
