// swift-tools-version: 6.2
// PeerLots: lot-drawn peer review that never dead-ends and that anyone can check.
// Copyright (C) 2026 the PeerLots authors. GPL-3.0-or-later, see LICENSE.

import PackageDescription

let settings: [SwiftSetting] = [
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

// Each target may import only targets that stand above it; ImportOrderTests enforces the order.
let package = Package(
  name: "PeerLots",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "peerlots", targets: ["PeerLotsTool"]),
    .library(name: "PeerLots", targets: ["PeerLots"]),
    .library(
      name: "PeerLotsLibrary",
      targets: [
        "IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing", "Explanations", "Lots",
        "Chances", "Drawing", "Proofs", "Phrases", "Records", "StressTesting", "Reports",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
    .package(url: "https://github.com/attaswift/BigInt", exact: "6.0.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    .package(url: "https://github.com/swiftlang/swift-docc-plugin", exact: "1.5.0"),
  ],
  targets: [
    .systemLibrary(name: "CGLPK", providers: [.apt(["libglpk-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CQREncode", providers: [.apt(["libqrencode-dev"])]),
    .target(name: "IntegerProgramming", swiftSettings: settings),
    .target(
      name: "GLPKSolver", dependencies: ["CGLPK", "IntegerProgramming"], swiftSettings: settings),
    .target(name: "Members", swiftSettings: settings),
    .target(
      name: "Rules", dependencies: ["IntegerProgramming", "Members"], swiftSettings: settings),
    .target(
      name: "Pairing", dependencies: ["IntegerProgramming", "GLPKSolver", "Members", "Rules"],
      swiftSettings: settings),
    .target(
      name: "Explanations",
      dependencies: ["IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing"],
      swiftSettings: settings),
    .target(
      name: "Lots", dependencies: [.product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: settings),
    .target(
      name: "Chances",
      dependencies: [
        "Members", "Rules", "Pairing", "Lots", .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: settings),
    .target(
      name: "Drawing",
      dependencies: [
        "Members", "Rules", "Pairing", "Lots", "Chances",
        .product(name: "BigInt", package: "BigInt"),
      ],
      swiftSettings: settings),
    .target(
      name: "Proofs", dependencies: ["Members", "Rules", "Drawing"], swiftSettings: settings),
    .target(
      name: "Phrases", dependencies: ["Members", "Rules", "Drawing"], swiftSettings: settings),
    .target(
      name: "Records",
      dependencies: [
        "Members", "Rules", "Drawing", "Lots",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "SystemPackage", package: "swift-system"),
        .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "StressTesting",
      dependencies: [
        "Members", "Rules", "Pairing", "Explanations", "Lots", "Chances", "Drawing", "Records",
        .product(name: "Yams", package: "Yams"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .target(
      name: "Reports", resources: [.embedInCode("Verifier")], swiftSettings: settings),
    .target(name: "Workbooks", dependencies: ["CXLSXWriter"], swiftSettings: settings),
    .target(name: "QRCodes", dependencies: ["CQREncode"], swiftSettings: settings),
    .target(
      name: "Publishing",
      dependencies: [
        "Members", "Rules", "Pairing", "Explanations", "Drawing", "Phrases", "Records", "Reports",
        "QRCodes", .product(name: "Yams", package: "Yams"),
      ],
      swiftSettings: settings),
    .target(
      name: "PeerLots",
      dependencies: [
        "IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing", "Explanations", "Lots",
        "Chances", "Drawing", "Proofs", "Records",
      ],
      swiftSettings: settings),
    .target(
      name: "Hall",
      dependencies: [
        "Members", "Rules", "Lots", "Drawing", "Phrases", "Records", "Reports", "QRCodes",
        "Publishing",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
        .product(name: "Mustache", package: "swift-mustache"),
      ],
      resources: [.embedInCode("Web")], swiftSettings: settings),
    .executableTarget(
      name: "PeerLotsTool",
      dependencies: [
        "IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing", "Explanations", "Lots",
        "Chances", "Drawing", "Proofs", "Phrases", "Records", "StressTesting", "Reports",
        "Workbooks", "Publishing", "Hall",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      exclude: ["Makefile", "make-package"], swiftSettings: settings),
    // What several test targets share.
    .target(
      name: "TestingTools", dependencies: ["Members", "Rules", "Pairing", "Explanations"],
      path: "Tests/TestingTools", swiftSettings: settings),
    .testTarget(
      name: "IntegerProgrammingTests", dependencies: ["IntegerProgramming", "GLPKSolver"],
      swiftSettings: settings),
    .testTarget(
      name: "RulesTests", dependencies: ["TestingTools", "IntegerProgramming", "Members", "Rules"],
      swiftSettings: settings),
    .testTarget(
      name: "RecordsTests",
      dependencies: ["Members", "Rules", "Lots", "Drawing", "Records", "StressTesting"],
      swiftSettings: settings),
    .testTarget(
      name: "PairingTests",
      dependencies: [
        "TestingTools", "IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ExplanationsTests",
      dependencies: [
        "TestingTools",
        "IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing", "Explanations",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ChancesTests",
      dependencies: [
        "TestingTools",
        "Members", "Rules", "Pairing", "Lots", "Chances", "Drawing", "Records",
        .product(name: "BigInt", package: "BigInt"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: settings),
    .testTarget(
      name: "StressTestingTests",
      dependencies: [
        "Members", "Rules", "Pairing", "Lots", "Drawing", "Records", "StressTesting", "Reports",
      ],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports"], resources: [.copy("Golden")],
      swiftSettings: settings),
    .testTarget(
      name: "DrawingTests",
      dependencies: [
        "TestingTools",
        "IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing", "Explanations", "Lots",
        "Drawing", "Proofs", "Records", "StressTesting",
      ],
      resources: [.copy("Examples")],
      swiftSettings: settings),
    .testTarget(
      name: "PhrasesTests", dependencies: ["Members", "Rules", "Drawing", "Phrases"],
      swiftSettings: settings),
    .testTarget(
      name: "PublishingTests",
      dependencies: [
        "Members", "Rules", "Drawing", "Records", "Reports", "QRCodes", "Publishing",
      ],
      swiftSettings: settings),
    .testTarget(name: "PeerLotsTests", dependencies: ["PeerLots"], swiftSettings: settings),
    .testTarget(
      name: "CommandTests", dependencies: [], exclude: ["Golden"], swiftSettings: settings),
  ]
)
