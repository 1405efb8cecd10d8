import Publishing

/// What a command gave: the desk runs the same functions as the command line.
public struct CommandOutcome: Sendable {
  /// The exit code of the contract.
  public let exitCode: Int
  /// What was said to the person, on standard error.
  public let said: String
  /// What was written to standard output.
  public let output: String

  /// An outcome.
  public init(exitCode: Int, said: String, output: String) {
    (self.exitCode, self.said, self.output) = (exitCode, said, output)
  }
}

/// What a hall is to be.
public struct HallPlan: Sendable {
  /// The folder of the cycle; it may be missing until the desk opens one.
  public var folder: String
  /// Where to listen; the first is on the loopback address, or is every address.
  public var places: [HallServer.Place]
  /// When lots follow one another: `key`, or seconds.
  public var pace = "key"
  /// Whether a draw already held is shown again, and nothing is ever written.
  public var isReplay = false
  /// The line at which a replay begins, from 1.
  public var line = 1
  /// The second program, `verify.py`; nil for none.
  public var verifier: String?
  /// A folder of this process alone, for what the desk uploads.
  public var uploads: String
  /// A folder that outlives this process, for what an interrupted draw was asked for; nil for none.
  public var notes: String?
  /// How likely pairs were before the first lot of each year that is drawn, and of the next; nil
  /// where nobody is to work that out.
  public var odds: (@Sendable () -> [YearOdds])?
  /// Makes a text that nobody can guess.
  public var makeKey: @Sendable () -> String
  /// Runs a command, given as the words after `peerlots`.
  public var run: @Sendable ([String]) -> CommandOutcome
  /// Says something to the person at the terminal.
  public var say: @Sendable (String) -> Void

  /// A plan.
  public init(
    folder: String, places: [HallServer.Place], uploads: String,
    makeKey: @escaping @Sendable () -> String,
    run: @escaping @Sendable ([String]) -> CommandOutcome,
    say: @escaping @Sendable (String) -> Void
  ) {
    (self.folder, self.places, self.uploads) = (folder, places, uploads)
    (self.makeKey, self.run, self.say) = (makeKey, run, say)
  }
}
