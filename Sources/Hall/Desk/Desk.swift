import Dispatch
import Drawing
import Members
import Records
import Synchronization

/// The desk: it says what a command would do, and does it once that was confirmed. One command runs
/// at a time.
final class Desk: Sendable {
  /// The most bytes of a form.
  static let mostFormBytes = 65_536

  /// A command that was said and waits to be confirmed.
  private struct Trial {
    let number: String
    let words: [String]
    let title: String
    /// The form; nil where an interrupted draw goes on without one.
    let form: DeskForm?
    /// What must be typed.
    let confirmation: String
    /// The last line when it was said: if another stands there now, it must be said anew.
    let head: String
  }

  private struct Book {
    var trial: Trial?
    var running: String?
    /// The number of what was done last, so that a second click on the same does nothing.
    var done: String?
    /// The files that commands made.
    var made: [String] = []
    /// What the last command gave.
    var last: (title: String, outcome: CommandOutcome)?
    var trials = 0
  }

  let files: DeskFiles
  let pace: Pace
  private let plan: HallPlan
  private let stage: Stage
  private let book = Mutex(Book())
  private let queue = DispatchQueue(label: "desk")

  init(_ plan: HallPlan, _ stage: Stage, _ pace: Pace) {
    (self.plan, self.stage, self.pace) = (plan, stage, pace)
    files = DeskFiles(folder: plan.uploads)
    // A server that was killed after the last line of its draw has left a note of what is done.
    let now = stage.now
    if !plan.isReplay, now.pending.isEmpty { note(now)?.remove() }
  }

  // MARK: Saying

  /// Says what a form would do.
  func say(_ form: DeskForm) async throws(DeskForm.Fault) -> Answer {
    try checkRest()
    let words = try form.words(folder: plan.folder, files)
    let trial = form.command == "check" ? [] : ["--dry-run"]
    var outcome = await run(words + trial)
    // With the seed the lots would be known before they are drawn: they are tried, and not told.
    // Tickets are made known before one is drawn.
    if outcome.exitCode == 0, form.command != "check",
      let draw = DrawInterruption(stage.now.pending)
    {
      // With another seed, as without any, it would be another draw, and refused.
      outcome = goesOn(draw, stage.now)
    } else if outcome.exitCode == 0 && form.hasSeed && form.command != "tickets" {
      let told = try form.words(folder: plan.folder, files, hasSeed: false)
      outcome = await run(told + trial)
    }
    guard outcome.exitCode == 0, form.command != "check" else { return answer(outcome, nil) }
    let now = stage.now
    return answer(
      outcome, keep(words, form, form.confirmation(in: now.writer?.cycle.roster), now.head))
  }

  /// Says how an interrupted draw goes on.
  func sayHowToGoOn() throws(DeskForm.Fault) -> Answer {
    try checkRest()
    let now = stage.now
    guard let draw = DrawInterruption(now.pending) else {
      throw DeskForm.Fault(words: "no draw is interrupted")
    }
    let form = note(now)?.form(after: now.start, files)
    let words = try draw.words(folder: plan.folder, files, noted: form) { year in
      now.writer?.cycle.hasBegun(year: year) ?? false
    }
    return answer(goesOn(draw, now), keep(words, form, draw.confirmation, now.head))
  }

  private func goesOn(_ draw: DrawInterruption, _ now: Stage.Act) -> CommandOutcome {
    let said =
      "The draw \"\(draw.name.text)\" goes on at line \(now.entries.count + 1) with the seed that "
      + "stands in the ledger."
    return CommandOutcome(exitCode: 0, said: said, output: "")
  }

  /// The note of what draws in this cycle; nil where none is kept.
  private func note(_ now: Stage.Act) -> DeskNote? {
    guard let base = plan.notes, let first = now.entries.first else { return nil }
    return DeskNote(base: base, opening: first.hash.text)
  }

  private func keep(
    _ words: [String], _ form: DeskForm?, _ confirmation: String, _ head: String
  ) -> Trial {
    book.withLock { book in
      book.trials += 1
      let trial = Trial(
        number: String(book.trials), words: words, title: words[0], form: form,
        confirmation: confirmation, head: head)
      book.trial = trial
      return trial
    }
  }

  private func checkRest() throws(DeskForm.Fault) {
    if plan.isReplay { throw DeskForm.Fault(words: "this is a replay; nothing is written") }
    if let running = book.withLock({ $0.running }) {
      throw DeskForm.Fault(words: "\(running) is going on; wait until it has ended")
    }
  }

  private func run(_ words: [String]) async -> CommandOutcome {
    await withCheckedContinuation { done in
      queue.async {
        done.resume(returning: self.files.withSecrets(of: words) { self.plan.run(words) })
      }
    }
  }

  private func answer(_ outcome: CommandOutcome, _ trial: Trial?) -> Answer {
    var fields = self.fields(of: outcome)
    if let trial {
      fields += [
        JSONField("trial", .text(Label(trial.number))),
        JSONField("confirmation", .text(Label(trial.confirmation))),
      ]
    }
    return .json(JSONValue.object(fields).bytes)
  }

  private func fields(of outcome: CommandOutcome) -> [JSONField] {
    [
      JSONField("exitCode", .integer(Int128(outcome.exitCode))),
      JSONField("said", .text(Label(files.named(outcome.said)))),
      JSONField("output", .text(Label(files.named(outcome.output)))),
    ]
  }

  // MARK: Doing

  /// Does what was said, where it is confirmed.
  func act(_ number: String, typed: String) throws(DeskForm.Fault) -> Answer {
    let isStarted = Answer.json(Array("{\"started\":true}".utf8))
    // A second click on the same.
    if book.withLock({ $0.done == number }) { return isStarted }
    try checkRest()
    let head = stage.now.head
    let found = book.withLock { book -> Result<Trial, DeskForm.Fault> in
      guard let trial = book.trial, trial.number == number else {
        return .failure(DeskForm.Fault(words: "this was said too long ago; say it again"))
      }
      guard trial.head == head else {
        book.trial = nil
        return .failure(
          DeskForm.Fault(words: "the ledger has other lines by now; say it again first"))
      }
      guard typed.lowercased() == trial.confirmation.lowercased() else {
        return .failure(
          DeskForm.Fault(words: "to confirm, type \(trial.confirmation), not \(Quotation(typed))"))
      }
      if let running = book.running {
        return .failure(DeskForm.Fault(words: "\(running) is going on"))
      }
      (book.trial, book.running, book.done) = (nil, trial.title, number)
      return .success(trial)
    }
    let trial = try found.get()
    pace.begin()
    stage.setBusy(true)
    stage.change { phase in
      phase.activity = activity
      phase.draw = trial.title
      phase.scene = "follow"
      phase.question = nil
    }
    queue.async { self.perform(trial) }
    return isStarted
  }

  private func perform(_ trial: Trial) {
    let now = stage.now
    let note = note(now)
    if let form = trial.form, let note, form.isDrawn { note.keep(form, after: now.start, files) }
    let outcome = files.withSecrets(of: trial.words) { plan.run(trial.words) }
    files.forgetSecrets()
    // All that it did is shown before it is said to be done.
    stage.setBusy(false)
    // What was not finished, for instance because the disk is full, is gone on with by the note.
    let isOver = stage.now.pending.isEmpty
    if isOver { note?.remove() }
    book.withLock { book in
      (book.running, book.last) = (nil, (trial.title, outcome))
      guard outcome.exitCode == 0, let made = trial.form?.made else { return }
      if !book.made.contains(made) { book.made.append(made) }
    }
    stage.change { phase in
      if isOver { (phase.activity, phase.draw) = (.idle, "") }
      phase.finished += 1
    }
  }

  private var activity: Phase.Activity {
    if pace.isPaused { return .paused }
    return pace.rhythm == .byKey ? .waiting : .drawing
  }

  // MARK: The pace

  /// Does what the keys of the desk say: `next`, `pause`, `go`, `rest`, or a pace.
  func press(_ key: String) throws(DeskForm.Fault) {
    switch key {
    case "next": return pace.press()
    case "pause": pace.pause(true)
    case "go": pace.pause(false)
    case "rest": pace.set(.every(0))
    default:
      guard let rhythm = Pace.Rhythm(key) else {
        throw DeskForm.Fault(words: "\(Quotation(key)) is no pace")
      }
      pace.set(rhythm)
    }
    let isRunning = book.withLock { $0.running != nil }
    stage.change { phase in
      phase.pace = pace.rhythm.text
      if isRunning || phase.isReplay { phase.activity = activity }
    }
  }

  // MARK: Where it stands

  /// What stands beside the forms: the words of `status`, what goes on, and what the last command
  /// gave.
  func state() async -> Answer {
    let status = await withCheckedContinuation { done in
      DispatchQueue.global().async {
        done.resume(returning: self.plan.run(["status", self.plan.folder]))
      }
    }
    let now = stage.now
    let words =
      now.opened == nil && now.phase.fault.isEmpty
      ? "No cycle is open here yet." : status.output.isEmpty ? status.said : status.output
    let (running, last) = book.withLock { ($0.running, $0.last) }
    var fields = [
      JSONField("status", .text(Label(words))),
      JSONField("running", running.map { .text(Label($0)) } ?? .null),
      JSONField("lines", .integer(Int128(now.entries.count))),
      JSONField("shown", .integer(Int128(now.shown))),
      JSONField("replay", .bool(plan.isReplay)), JSONField("open", .bool(now.opened != nil)),
      JSONField("pace", .text(Label(pace.rhythm.text))),
      JSONField("paused", .bool(pace.isPaused)),
      JSONField("interrupted", .bool(running == nil && !now.pending.isEmpty)),
      JSONField("made", .texts(book.withLock { $0.made.map { Label($0) } })),
    ]
    if let last {
      fields.append(
        JSONField(
          "last",
          .object([JSONField("title", .text(Label(last.title)))] + self.fields(of: last.outcome))))
    }
    return .json(JSONValue.object(fields).bytes)
  }
}
