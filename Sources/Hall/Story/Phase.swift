import Members
import Records

/// What is going on beside the ledger: what the desk does, what the screens are to show, and what
/// the second program says.
struct Phase: Sendable {
  /// What the desk does.
  enum Activity: String, Sendable {
    /// Nothing.
    case idle
    /// Lots are drawn, each after its time.
    case drawing
    /// Lots are drawn, each when a key is pressed.
    case waiting
    /// The draw is stopped for a while.
    case paused
    /// A draw was begun and not ended, and no desk goes on with it yet.
    case interrupted
  }

  /// What the second program found.
  struct Verdict: Sendable {
    /// Whether all is right as far as the lines go.
    var isRight: Bool
    /// How many lines it read at least.
    var lines: Int
    /// What it says.
    var words: String
  }

  /// What the screens show, where it is not what happened last.
  static let scenes = ["follow", "rules", "inputs", "table", "end"]

  var activity = Activity.idle
  var draw = ""
  var pace = ""
  var scene = "follow"
  var verdict: Verdict?
  var isReplay = false
  /// Why the ledger cannot be shown; empty where it can.
  var fault = ""
  /// A State that the hall asks about, and the line of the lot.
  var question: (state: Label, line: Int)?
  /// The years of which odds are known, and whether they were looked for.
  var oddsYears: [Int] = []
  var hasOdds = false
  /// Counts what the desk has finished, so that it looks again.
  var finished = 0

  /// The phase as the screens read it.
  func json(lines: Int, of all: Int) -> [UInt8] {
    var fields = [
      JSONField("activity", .text(Label(activity.rawValue))),
      JSONField("draw", .text(Label(draw))), JSONField("pace", .text(Label(pace))),
      JSONField("scene", .text(Label(scene))), JSONField("replay", .bool(isReplay)),
      JSONField("fault", .text(Label(fault))), JSONField("lines", .integer(Int128(lines))),
      JSONField("all", .integer(Int128(all))), JSONField("finished", .integer(Int128(finished))),
      JSONField("odds", .array(oddsYears.map { .integer(Int128($0)) })),
      JSONField("oddsKnown", .bool(hasOdds)),
    ]
    if let verdict {
      fields.append(
        JSONField(
          "verdict",
          .object([
            JSONField("right", .bool(verdict.isRight)),
            JSONField("lines", .integer(Int128(verdict.lines))),
            JSONField("words", .text(Label(verdict.words))),
          ])))
    }
    if let question {
      fields.append(
        JSONField(
          "question",
          .object([
            JSONField("state", .text(question.state)),
            JSONField("line", .integer(Int128(question.line))),
          ])))
    }
    return JSONValue.object(fields).bytes
  }
}
