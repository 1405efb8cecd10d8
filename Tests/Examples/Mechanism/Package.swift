// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Mechanism",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "PeerLots", path: "../../..")
  ],
  targets: [
    .executableTarget(
      name: "Mechanism",
      dependencies: [
        .product(name: "PeerLots", package: "PeerLots")
      ],
      path: "Sources")
  ]
)
