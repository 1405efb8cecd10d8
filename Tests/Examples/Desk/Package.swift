// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Desk",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "PeerLots", path: "../../.."),
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .executableTarget(
      name: "Desk",
      dependencies: [
        .product(name: "PeerLots", package: "PeerLots"),
        .product(name: "FlyingFox", package: "FlyingFox"),
      ],
      path: "Sources")
  ]
)
