// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

/// Settings of every Swift target: one list, so that no target is laxer than another.
let house: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

func module(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: house)
}

func tests(
  of name: String, on dependencies: [Target.Dependency] = [], exclude: [String] = []
) -> Target {
  .testTarget(
    name: "\(name)Tests", dependencies: [.byName(name: name)] + dependencies, exclude: exclude,
    swiftSettings: house)
}

let heap = Target.Dependency.product(name: "HeapModule", package: "swift-collections")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "tidebore",
  products: [
    .executable(name: "tidebore", targets: ["tidebore"]),
    .library(
      name: "TideboreKit",
      targets: [
        "Quantities", "Geography", "FreightModel", "NetworkIO", "RoutingCore", "FreightRouting",
        "Coverage", "EventSimulation", "FreightSimulation", "Scenario", "Studies", "Stochastics",
        "Reporting",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", exact: "1.6.0"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
  ],
  targets: [
    // Layer 0: no knowledge of freight.
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .target(name: "CEmbedded", exclude: ["data"]),
    module("Quantities"),
    module("JSONText"),
    module("Catalogue"),
    // Layer 1: the model and the two things that stand beside it.
    module("FreightModel", on: ["Quantities", "Catalogue"]),
    module("RoutingCore", on: ["Quantities", heap]),
    module("EventSimulation", on: ["Quantities"]),
    module("Stochastics", on: ["CGSL"]),
    module("Geography", on: ["CEmbedded"]),
    // Layer 2: files in, freight mapped onto the kernel.
    module("NetworkIO", on: ["FreightModel", "Quantities", "JSONText", "Geography"]),
    module(
      "FreightRouting",
      on: [
        "FreightModel", "Quantities", "RoutingCore", "Geography", "Stochastics", "Catalogue", heap,
      ]),
    module(
      "FreightSimulation",
      on: ["EventSimulation", "FreightRouting", "FreightModel", "Stochastics", "Quantities"]),
    // Layer 3 and above: questions, answers, the command line.
    module(
      "Coverage",
      on: [
        "FreightModel", "Quantities", "FreightRouting", "FreightSimulation", "Stochastics",
        "Geography", "Catalogue",
      ]),
    module(
      "Scenario",
      on: [
        "NetworkIO", "Coverage", "FreightModel", "FreightRouting", "Geography", "Quantities",
        "Catalogue", yams,
      ]),
    module(
      "Studies",
      on: [
        "Scenario", "Coverage", "FreightSimulation", "EventSimulation", "FreightRouting",
        "NetworkIO", "FreightModel", "Geography", "Stochastics", "Quantities", "JSONText",
        "Catalogue",
      ]),
    module(
      "Reporting",
      on: [
        "FreightSimulation", "Scenario", "NetworkIO", "Coverage", "FreightModel", "FreightRouting",
        "Quantities", "Stochastics", "JSONText", "Geography", "Catalogue", "CEmbedded",
      ]),
    module(
      "GeoPackageExport",
      on: [
        "Reporting", "FreightSimulation", "Coverage", "FreightModel", "Quantities", "Geography",
        grdb,
      ]),
    .executableTarget(
      name: "tidebore",
      dependencies: [
        "Studies", "Reporting", "GeoPackageExport", "FreightSimulation", "Scenario", "Coverage",
        "FreightRouting", "NetworkIO", "FreightModel", "Quantities", "JSONText", "Catalogue",
        "Stochastics", arguments,
      ],
      swiftSettings: house),
    .target(
      name: "FreightTestSupport",
      dependencies: ["FreightModel", "Quantities", "FreightRouting"],
      path: "Tests/FreightTestSupport", swiftSettings: house),
    tests(of: "Quantities", exclude: ["Vectors"]),
    tests(of: "JSONText"),
    tests(
      of: "NetworkIO",
      on: [
        "FreightModel", "Quantities", "JSONText", "Geography", "Catalogue", "FreightTestSupport",
      ]),
    tests(of: "Geography"),
    tests(of: "Stochastics", on: ["CGSL"]),
    tests(of: "EventSimulation", on: ["Quantities", "FreightTestSupport"]),
    tests(of: "RoutingCore", on: ["Quantities"]),
    tests(
      of: "FreightRouting",
      on: [
        "Catalogue", "FreightModel", "Geography", "Quantities", "NetworkIO", "FreightTestSupport",
      ]),
    tests(
      of: "FreightSimulation",
      on: ["FreightModel", "FreightRouting", "Quantities", "Stochastics", "FreightTestSupport"]),
    tests(
      of: "Coverage",
      on: [
        "FreightModel", "FreightRouting", "FreightSimulation", "Geography", "Quantities",
        "Catalogue", "FreightTestSupport",
      ]),
    tests(
      of: "Scenario",
      on: [
        "NetworkIO", "Coverage", "FreightModel", "FreightRouting", "Quantities", "Catalogue",
        "FreightTestSupport",
      ]),
    tests(
      of: "Reporting",
      on: [
        "FreightSimulation", "Scenario", "Coverage", "FreightModel", "FreightRouting", "Geography",
        "GeoPackageExport", "Quantities", "Stochastics", "JSONText", "Catalogue",
      ]),
    tests(
      of: "Studies",
      on: [
        "NetworkIO", "Scenario", "Coverage", "FreightSimulation", "FreightRouting", "FreightModel",
        "Quantities", "JSONText", "Catalogue",
      ]),
    .testTarget(
      name: "CommandTests", dependencies: ["tidebore", "Catalogue", "JSONText"],
      swiftSettings: house),
  ],
  cLanguageStandard: .gnu2x
)
