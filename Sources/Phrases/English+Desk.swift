import Drawing

extension English {
  // MARK: Announcements

  func announces(
    _ draw: String, method: String, source: String, commitment: String?, experts: String?
  ) -> String {
    var text =
      "The draw \(quote(draw)) \(be()) announced: by the method \(method), from \(quote(source))"
    if let commitment { text += ", bound to the secret with the SHA-256 \(commitment)" }
    if let experts { text += ", with the list of experts with the SHA-256 \(experts)" }
    return text + "."
  }

  func freezes(_ draw: String) -> String {
    "Until \(quote(draw)) has ended or is withdrawn, nothing else may happen in the cycle."
  }

  /// That an announcement is taken back.
  public func withdraws(_ draw: String, reason: String) -> String {
    "The announcement of \(quote(draw)) \(be()) withdrawn. The reason: \(quote(reason))."
  }

  // MARK: Headings

  /// What a command was, as a heading.
  public func heading(_ draw: DrawName, _ names: Names) -> String {
    switch draw {
    case .selection: "The selection"
    case .year(let year): "Year \(year)"
    case .tickets(let year): "The tickets of year \(year)"
    case .redraw(let state, let number): "Redraw \(number) for \(names(state))"
    case .deferral(let state, let number): "Deferral \(number) of \(names(state))"
    case .standDown(let state, let number): "Stand-down \(number) of \(names(state))"
    case .amendment(let number): "Amendment \(number)"
    }
  }

  func opening() -> String { "The opening" }

  func announcement(_ draw: DrawName, _ names: Names) -> String {
    "Announcement: \(heading(draw, names))"
  }

  func withdrawal(_ draw: DrawName, _ names: Names) -> String {
    "Withdrawal: \(heading(draw, names))"
  }

  /// Where a command stands in the ledger.
  public func lines(_ lines: ClosedRange<Int>) -> String {
    lines.count == 1
      ? "Line \(lines.lowerBound) of the ledger."
      : "Lines \(lines.lowerBound) to \(lines.upperBound) of the ledger."
  }

  /// Whether a draw was announced, and where.
  public func wasAnnounced(atLine line: Int?) -> String {
    line.map { "It was announced at line \($0)." } ?? "It was not announced."
  }

  /// Where a draw that was announced takes its text from, and what stood between the two.
  public func source(_ source: String, bound commitment: String?, between: [String]) -> String {
    "Its source: \(quote(source))."
      + (commitment.map { " It was bound to the secret with the SHA-256 \($0)." } ?? "")
      + (between.isEmpty
        ? " Nothing stood between." : " Between stood \(list(between)).")
  }

  /// By what a draw was made, after its heading: the method, and how much there was to draw.
  public func means(_ method: DrawMethod, lots: Int, tickets: Int?, ticket: Int?) -> String {
    if let ticket { return byTicket(ticket, of: nil) }
    if let tickets { return "\(count(tickets, "ticket")) by the method uniform" }
    return lots > 0
      ? "\(count(lots, "lot")) by the method \(method.rawValue)"
      : "by the method \(method.rawValue)"
  }

  // MARK: At the end of a command

  /// The seed said back.
  public func seed(_ seed: String, of draw: String) -> String {
    "The seed of \(quote(draw)) is \(quote(seed))."
  }

  /// What the officer gives to the public after a command; the hash of the last line follows on a
  /// line of its own.
  public func publish(_ things: [String]) -> String {
    "Publish now \(list(things + ["the hash of the ledger's last line"])):"
  }

  /// That nothing was written.
  public var nothingWritten: String { "Nothing was written: this is a dry run." }

  /// What a trial without a seed cannot say.
  public var seedDecides: String {
    "What the lots give depends on the seed: a dry run with the seed says it."
  }
}
