/// How the lawful sweeps between two outcomes of a chain are found.
package struct ChainSpacing: Hashable, Sendable {
  /// Trial chains.
  let chains: Int
  /// Lawful sweeps of each in the first round.
  let firstRound: Int
  /// Outcomes lie so many times the lawful sweeps apart that are worth one for the slowest pair.
  let times: Int

  /// Another spacing than the specified one.
  package init(chains: Int, firstRound: Int, times: Int) {
    (self.chains, self.firstRound, self.times) = (chains, firstRound, times)
  }

  /// The spacing of the page *Uniform*.
  ///
  /// A chain whose slow part shrinks by e^−1 in τ lawful sweeps has t = 2·τ, so four times t leave
  /// e^−8 of it, and still a hundredth where the trial finds little more than half of t. However many
  /// parts share t, the counts of a pair vary by at most 1 + 1/4 of what independent outcomes would.
  package static let specified = ChainSpacing(chains: 32, firstRound: 256, times: 4)
}
