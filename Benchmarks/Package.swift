// swift-tools-version: 6.2
// The benchmarks of PeerLots; see README.md here.
// Copyright (C) 2026 the PeerLots authors. GPL-3.0-or-later, see LICENSE.

import PackageDescription

let settings: [SwiftSetting] = [.strictMemorySafety(), .treatAllWarnings(as: .error)]

let package = Package(
  name: "PeerLotsBenchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    // By its name, since the folder of a clone may have any.
    .package(name: "PeerLots", path: "../"),
    // Without traits: it needs no library that counts allocations.
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
  ],
  targets: [
    .target(
      name: "Fixtures", dependencies: [.product(name: "PeerLotsLibrary", package: "PeerLots")],
      path: "Benchmarks/Fixtures", swiftSettings: settings),
    .executableTarget(
      name: "Draw",
      dependencies: [
        "Fixtures",
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "PeerLotsLibrary", package: "PeerLots"),
      ],
      path: "Benchmarks/Draw", swiftSettings: settings,
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "Timings",
      dependencies: ["Fixtures", .product(name: "PeerLotsLibrary", package: "PeerLots")],
      path: "Benchmarks/Timings", swiftSettings: settings),
  ]
)
