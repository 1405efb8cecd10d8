/// The program's name and version, as they stand in ledgers.
///
/// Without the commit, so that the same data and seed give the same bytes whatever the build; what a
/// version gives is fixed by its release.
package enum SoftwareName {
  /// The version.
  package static let version = "1.0.0"

  /// The name and the version.
  package static let text = "PeerLots \(version)"
}
