// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Rehearse",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "PeerLots", path: "../../..")
  ],
  targets: [
    .executableTarget(
      name: "Rehearse",
      dependencies: [
        .product(name: "PeerLots", package: "PeerLots")
      ],
      path: "Sources")
  ]
)
