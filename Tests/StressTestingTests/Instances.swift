import Foundation
import Members
import Records

/// The folder `Instances` at the top of the package.
let instancesFolder =
  URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent().appendingPathComponent("Instances").path

/// Reads one of the memberships of `Instances`.
func instance(_ name: String) throws -> (membership: Membership, warnings: [Warning]) {
  let reading = try MembershipReader.read(path: "\(instancesFolder)/\(name)")
  return (reading.membership, reading.warnings)
}
