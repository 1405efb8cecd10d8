import Drawing
import Foundation
import Records

/// A hall: the screen, the desk and the delegations' pages of one cycle.
public final class HallHouse: Sendable {
  private let plan: HallPlan
  private let stage: Stage
  private let pace: Pace
  private let gate: Gate
  private let faces: Faces

  /// What is wrong with a plan.
  public enum Failure: Error, CustomStringConvertible {
    /// A pace that is none.
    case unfitPace(String)

    /// What is wrong, and what to do.
    public var description: String {
      switch self {
      case .unfitPace(let text):
        "\(Quotation(text)) is no pace\nhelp: give `key`, or seconds from 0 to 3600"
      }
    }
  }

  /// Builds a hall; nothing listens yet.
  public init(_ plan: HallPlan) throws(Failure) {
    guard let rhythm = Pace.Rhythm(plan.pace) else { throw .unfitPace(plan.pace) }
    self.plan = plan
    stage = Stage(folder: plan.folder, isReplay: plan.isReplay, from: plan.line)
    pace = Pace(rhythm)
    gate = Gate(makeKey: plan.makeKey)
    let desk = Desk(plan, stage, pace)
    faces = Faces(plan, stage, gate, desk)
    stage.change { $0.pace = rhythm.text }
  }

  /// Listens and answers, until the task is cancelled or nothing can listen.
  public func open() async throws {
    let verifier = plan.verifier.map { SecondProgram($0, stage) }
    verifier?.start()
    if let odds = plan.odds { OddsKeeper(stage, odds).start() }
    if plan.isReplay { startReplay() }
    try await HallServer(faces).run(at: plan.places) { places in
      let port = places.first?.port ?? 0
      self.plan.say("The screen: http://127.0.0.1:\(port)/")
      self.plan.say("The pages: http://127.0.0.1:\(port)/pages/")
      for place in places where !place.isLoopback {
        self.plan.say("Both, to be read only, at \(place.address), port \(port).")
      }
      self.faces.saysLink { key in
        self.plan.say("The desk, once: http://127.0.0.1:\(port)/desk#\(key)")
      }
    }
  }

  // MARK: What a command that draws calls

  /// Called before a line is written: waits until a lot is due.
  public func lotIsDue(_ event: Event) {
    guard case .lot = event else { return }
    pace.wait()
  }

  /// Called when a line has been written and saved.
  public func wrote(_ entry: Ledger.Entry) { stage.append(entry) }

  // MARK: Replays

  private func startReplay() {
    let thread = Thread { [stage, pace] in
      while true {
        let now = stage.now
        guard now.shown < now.entries.count else {
          Thread.sleep(forTimeInterval: 0.1)
          continue
        }
        switch now.entries[now.shown].event {
        case .waiver: break
        default: pace.wait(while: { stage.now.shown == now.shown })
        }
        if stage.now.shown == now.shown { stage.show(lines: now.shown + 1) }
      }
    }
    thread.start()
  }
}
