// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later
import PackageDescription

/// A program of its own that asks its questions through the library `TideboreKit`.
let package = Package(
  name: "library",
  dependencies: [.package(name: "tidebore", path: "../..")],
  targets: [
    .executableTarget(
      name: "library",
      dependencies: [.product(name: "TideboreKit", package: "tidebore")],
      swiftSettings: [.swiftLanguageMode(.v6)])
  ]
)
