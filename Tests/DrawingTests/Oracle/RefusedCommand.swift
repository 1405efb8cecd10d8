import Drawing

/// A command that was refused because of what it would lead to, to be judged as well.
struct RefusedCommand {
  /// How many events stood in the ledger.
  let position: Int
  /// What its event would have said, but for the best vector.
  let asked: Event
  /// The best vector that it was said to lead to; nil for none at all.
  let best: [Int]?

  /// nil where the command was refused for another reason.
  init?(_ asked: Event, _ failure: DrawingFailure, at position: Int) {
    switch failure {
    case .impossible: best = nil
    case .worsens(let vector, from: _, of: _): best = vector.counts
    default: return nil
    }
    self.position = position
    self.asked = asked
  }
}

extension LedgerJudge {
  /// Judges the commands that were refused where the ledger stands now.
  mutating func judgeRefused() throws {
    for command in refused where command.position == next { try judge(command) }
  }

  private mutating func judge(_ command: RefusedCommand) throws {
    var after = cycle
    switch command.asked {
    case .redraw(let redraw): after.redraw(redraw)
    case .deferred(let deferral): after.deferReview(deferral)
    case .stoodDown(let standDown): after.standDown(standDown)
    case .amended(let amended): after.amend(amended)
    default: return
    }
    // Lots would have given them their years, and where others stand down depends on it.
    if after.isSelected && !after.planned(0).isEmpty { return }
    after.waived.removeAll { $0.rule.isOfLoads }
    let question = PlainQuestion(after)
    let kind = command.best == nil ? "refused as impossible" : "refused for its waivers"
    verdict.commands[kind, default: 0] += 1
    if let best = command.best {
      try check(question.isBest(best), "refused: \(best) is not best after \(command.asked)")
    } else {
      try check(!question.hasCompletion, "refused, but possible: \(command.asked)")
    }
  }
}
