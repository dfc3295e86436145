// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

let package = Package(
  name: "tidebore-bench",
  dependencies: [.package(name: "tidebore", path: "..")],
  targets: [
    .executableTarget(
      name: "RoutingBench",
      dependencies: [.product(name: "TideboreKit", package: "tidebore")],
      swiftSettings: [
        .swiftLanguageMode(.v6),
        .strictMemorySafety(),
        .treatAllWarnings(as: .error),
        .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
        .enableUpcomingFeature("MemberImportVisibility"),
      ])
  ]
)
