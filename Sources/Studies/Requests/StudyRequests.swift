// SPDX-License-Identifier: GPL-3.0-or-later

/// Which way a consignment should go.
public struct RouteRequest: StudyRequest {
  public static var verb: String { "route" }

  /// A network's folder, or a scenario that stands for one.
  public var network: String?
  public var from: String?
  public var to: String?
  /// A scenario whose changes are made on top.
  public var scenario: String?
  /// RFC 3339; this or `arriveBy`.
  public var depart: String?
  public var arriveBy: String?
  public var cargo = CargoRequest()
  public var objective = ObjectiveRequest()
  public var alternatives = AlternativesRequest()
  public var demand = DemandRequest()
  public var change = ChangeRequest()

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .path("network", \.network, isPositional: true), .text("from", \.from), .text("to", \.to),
      .path("scenario", \.scenario), .text("depart", \.depart), .text("arrive_by", \.arriveBy),
    ] + RequestField.part(\.cargo) + RequestField.part(\.objective)
      + RequestField.part(\.alternatives) + RequestField.part(\.demand)
      + RequestField.part(\.change)
  }
}

/// Why a place takes so long, and what would bring it in.
public struct ExplainRequest: StudyRequest {
  public static var verb: String { "explain" }

  public var network: String?
  public var from: String?
  public var to: String?
  public var scenario: String?
  /// RFC 3339; nil is the week's ready times.
  public var depart: String?
  public var target = TargetRequest()
  public var week = WeekRequest()
  public var cargo = CargoRequest()
  public var objective = ObjectiveRequest()
  public var demand = DemandRequest()

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .path("network", \.network, isPositional: true), .text("from", \.from), .text("to", \.to),
      .path("scenario", \.scenario), .text("depart", \.depart),
    ] + RequestField.part(\.target) + RequestField.part(\.week) + RequestField.part(\.cargo)
      + RequestField.part(\.objective) + RequestField.part(\.demand)
  }
}

/// Whom an origin reaches, how fast.
public struct CircleRequest: StudyRequest {
  public static var verb: String { "coverage" }

  public var network: String?
  public var scenario: String?
  public var circle = CircleTerms()
  /// A network, a scenario or an earlier result to hold it against.
  public var compare: String?
  /// Such as `tier3>=0.8`.
  public var require: [String] = []
  /// A file of delivery points.
  public var points: String?
  public var change = ChangeRequest()
  public var sample = SampleRequest()

  public init() {}

  public static var fields: [RequestField<Self>] {
    [.path("network", \.network, isPositional: true), .path("scenario", \.scenario)]
      + RequestField.part(\.circle) + [
        .path("compare", \.compare), .list("require", \.require), .path("points", \.points),
      ] + RequestField.part(\.change) + RequestField.part(\.sample)
  }
}

/// Earliest deliveries from many places to many.
public struct MatrixRequest: StudyRequest {
  public static var verb: String { "matrix" }

  public var network: String?
  /// Ids, `kind:KIND`, `set:SET` or `all`, with commas between.
  public var origins: String?
  public var destinations: String?
  /// RFC 3339; this or `week`.
  public var depart: String?
  /// Such as `2026-W10`, or `reference`.
  public var week: String?
  public var withCost = false
  public var cargo = CargoRequest()

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .path("network", \.network, isPositional: true), .text("origins", \.origins),
      .text("destinations", \.destinations), .text("depart", \.depart), .text("week", \.week),
      .flag("with_cost", \.withCost),
    ] + RequestField.part(\.cargo)
  }
}

/// Whether a network holds when the cargo really comes.
public struct SimulationRequest: StudyRequest {
  public static var verb: String { "simulate" }

  public var network: String?
  public var scenario: String?
  public var target = TargetRequest()
  public var run = ReplicationsRequest()
  /// Such as `crane-yangshan=2`.
  public var extraServers: [String] = []
  public var relativeHalfWidth: String?
  public var maxReplications: String?
  public var valueOfServer: String?

  public init() {}

  public static var fields: [RequestField<Self>] {
    [.path("network", \.network, isPositional: true), .path("scenario", \.scenario)]
      + RequestField.part(\.target) + RequestField.part(\.run) + [
        .list("extra_servers", \.extraServers),
        .number("relative_half_width", \.relativeHalfWidth),
        .number("max_replications", \.maxReplications),
        .number("value_of_server", \.valueOfServer),
      ]
  }
}

/// What scenarios do to a base: planned, or with replications simulated.
public struct ComparisonRequest: StudyRequest {
  public static var verb: String { "compare" }

  public var base: String?
  public var scenarios: [String] = []
  public var circle = CircleTerms()
  /// Leave out the re-runs under other assumptions.
  public var noSwings = false
  public var run = ReplicationsRequest()

  public init() {}

  public static var fields: [RequestField<Self>] {
    [.path("base", \.base, isPositional: true), .paths("scenarios", \.scenarios)]
      + RequestField.part(\.circle) + [.flag("no_swings", \.noSwings)]
      + RequestField.part(\.run)
  }
}

/// What it would take to bring a city in, or to gain a tier the most cities.
public struct ImprovementRequest: StudyRequest {
  public static var verb: String { "improve" }

  public var network: String?
  /// Ids of cities; these or `tier`.
  public var city: [String] = []
  public var tier: String?
  /// Cities of a tier that are asked for candidates; nil is 12.
  public var cities: String?
  public var circle = CircleTerms()

  public init() {}

  public static var fields: [RequestField<Self>] {
    [
      .path("network", \.network, isPositional: true), .list("city", \.city),
      .number("tier", \.tier), .number("cities", \.cities),
    ] + RequestField.part(\.circle)
  }
}

// MARK: The usual questions in one line

extension RouteRequest {
  public init(network: String, from: String, to: String) {
    self.init()
    (self.network, self.from, self.to) = (network, from, to)
  }
}

extension ExplainRequest {
  public init(network: String, from: String, to: String) {
    self.init()
    (self.network, self.from, self.to) = (network, from, to)
  }
}

extension CircleRequest {
  public init(network: String, origin: String) {
    self.init()
    self.network = network
    circle.origin = origin
  }
}

extension ComparisonRequest {
  public init(base: String, scenarios: [String]) {
    self.init()
    (self.base, self.scenarios) = (base, scenarios)
  }
}
