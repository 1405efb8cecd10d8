import Members

extension Drawer {
  /// Announces a draw. From here until it has ended or is withdrawn the cycle is frozen.
  ///
  /// - Parameter announced: A draw that can come, once those announced before it have come.
  public func announce(_ announced: Announced) throws {
    let draw = announced.draw
    if let standing = cycle.announcement(of: draw) {
      throw standing == announced
        ? DrawingFailure.nothingToDo("\"\(draw.text)\" is already announced in these words")
        : DrawingFailure.announcing(.standsOtherwise(draw))
    }
    if let obstacle = cycle.obstacle(to: draw) {
      throw DrawingFailure.announcing(.cannotCome(draw, obstacle, cycle.drawsThatCanCome))
    }
    try checkMethod(announced)
    guard Wording.isText(announced.source) else {
      throw DrawingFailure.announcing(.noText("the source"))
    }
    if let commitment = announced.commitment, cycle.commitments.contains(commitment) {
      throw DrawingFailure.announcing(.secretUsed)
    }
    try emit(.announced(announced))
  }

  /// Takes an announcement back, for a reason.
  public func withdraw(_ withdrawn: Withdrawn) throws {
    let draw = withdrawn.draw
    guard Wording.isText(withdrawn.reason) else {
      throw DrawingFailure.announcing(.noText("the reason"))
    }
    if cycle.announcement(of: draw) == nil {
      throw cycle.withdrawals.last(where: { $0.draw == draw }) == withdrawn
        ? DrawingFailure.nothingToDo("the announcement of \"\(draw.text)\" is already withdrawn")
        : DrawingFailure.announcing(.notAnnounced(draw, cycle.announcements.map(\.draw)))
    }
    try emit(.withdrawn(withdrawn))
  }

  private func checkMethod(_ announced: Announced) throws {
    let (draw, method) = (announced.draw, announced.method)
    let allowed: [DrawMethod] =
      switch draw {
      case .year(let year):
        cycle.tickets(year: year) != nil || cycle.announcement(of: .tickets(year)) != nil
          ? [.tickets] : [.bowls, .uniform]
      case .tickets: [.tickets]
      case .selection, .redraw, .deferral, .standDown, .amendment: [.bowls]
      }
    guard allowed.contains(method) else {
      throw DrawingFailure.announcing(.wrongMethod(draw, method, allowed: allowed))
    }
    // A ticket is named by its number: there is no seed that a secret could be part of.
    if case .year = draw, method == .tickets, announced.commitment != nil {
      throw DrawingFailure.announcing(.secretOfTicket(draw))
    }
  }

  /// Refuses what may not happen while an announcement stands: anything but the draw that was
  /// announced first, by the method announced.
  ///
  /// - Parameter draw: The draw that is to begin; nil for what draws no lot.
  func checkFreeze(_ draw: DrawName?, by method: DrawMethod) throws {
    guard let first = cycle.announcements.first else { return }
    guard first.draw == draw else {
      throw DrawingFailure.announcing(.frozen(first, draw))
    }
    if first.method != method {
      throw DrawingFailure.announcing(.otherMethod(first, method))
    }
  }

  /// Refuses a change that draws no lot while an announcement stands.
  ///
  /// - Parameter event: An event that is to be recorded next.
  func checkFreeze(_ event: Event) throws {
    let draw: DrawName
    switch event {
    case .deferred(let deferral): draw = .deferral(deferral.state, 0)
    case .stoodDown(let standDown): draw = .standDown(standDown.state, 0)
    case .amended(let amended):
      // The selection ends with it where the years drawn cost waivers.
      if !amended.changesData && cycle.begunDraws.last == .selection { return }
      draw = .amendment(0)
    default: return
    }
    // With a seed, its draw is the last that began, and was looked at when it did.
    if cycle.begunDraws.last == draw.numbered(cycle.count(draw) + 1) { return }
    try checkFreeze(nil, by: .bowls)
  }
}

/// What a text for the record must be.
public enum Wording {
  /// Whether a text says anything: it has a letter, which can be seen (Hangul has fillers that
  /// cannot), and is one line, so that it cannot pass for lines of what it is shown in.
  public static func isText(_ text: String) -> Bool {
    if text.utf8.contains(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }) {
      return false
    }
    return text.unicodeScalars.contains { scalar in
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
        !scalar.properties.isDefaultIgnorableCodePoint
      default: false
      }
    }
  }
}
