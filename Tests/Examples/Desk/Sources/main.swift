// A draw served by one's own program: the cycle of a folder, over HTTP. Arguments: FOLDER PORT.
import FlyingFox
import Foundation
import PeerLots

/// One draw at a time; each lot is on the disk before the next.
actor Desk {
  private let folder: CycleFolder

  init(_ path: String) throws {
    let membership = try Membership(contentsOf: "Instances/small/ten.csv")
    folder = try CycleFolder(
      creating: path, Cycle(opening: membership, acceptingWaivers: true))
  }

  /// Draws, and says what each lot gave.
  func perform(_ command: Command, _ request: HTTPRequest) -> HTTPResponse {
    let seed = request.query.first { $0.name == "seed" }?.value ?? ""
    var lots: [String] = []
    do {
      try folder.perform(command, seed: Seed(seed)) {
        lots.append("\($0.purpose): \($0.drawn), of \($0.bowl.count)")
      }
      return response(.ok, lots + [folder.cycle.head])
    } catch { return response(.conflict, [error.description]) }
  }

  /// The ledger as it stands, for anyone to verify.
  var ledger: String { folder.cycle.ledger }

  private func response(_ code: HTTPStatusCode, _ lines: [String]) -> HTTPResponse {
    HTTPResponse(statusCode: code, body: Data(lines.map { $0 + "\n" }.joined().utf8))
  }
}

let desk = try Desk(CommandLine.arguments[1])
let server = try HTTPServer(
  address: .inet(ip4: "127.0.0.1", port: UInt16(CommandLine.arguments[2]) ?? 0))
await server.appendRoute("POST /select") { await desk.perform(.select, $0) }
await server.appendRoute("POST /years/:year") { request in
  let year = request.routeParameters["year"].flatMap { Int($0) } ?? 0
  return await desk.perform(.draw(year: year), request)
}
await server.appendRoute("GET /ledger") { _ in
  HTTPResponse(statusCode: .ok, body: Data(await desk.ledger.utf8))
}
try await server.run()
