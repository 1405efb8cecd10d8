/// A step of a review.
public enum ReviewStep: String, CaseIterable, Hashable, Sendable {
  case lots
  case notification
  case training
  case focalPoint = "focal_point"
  case experts
  case firstCall = "first_call"
  case answers
  case circulation
  case deskReview = "desk_review"
  case dialogue
  case visit
  case draftReport = "draft_report"
  case end

  /// What it is called.
  var term: Term {
    switch self {
    case .lots: .lots
    case .notification: .notification
    case .training: .training
    case .focalPoint: .focalPoint
    case .experts: .experts
    case .firstCall: .firstCall
    case .answers: .answers
    case .circulation: .circulation
    case .deskReview: .deskReview
    case .dialogue: .dialogue
    case .visit: .visit
    case .draftReport: .draftReport
    case .end: .endOfReview
    }
  }
}

/// How long a step may take, in calendar days.
public enum Allowance: Hashable, Sendable {
  case days(Int)
  case weeks(Int)
  case months(Int)

  /// The day so long after another; nil after the year 9999.
  func after(_ day: CivilDate) -> CivilDate? {
    switch self {
    case .days(let count): day.adding(days: count)
    case .weeks(let count): day.adding(days: 7 * count)
    case .months(let count): day.adding(months: count)
    }
  }

  /// The allowance in words.
  var sentence: LetterSentence {
    switch self {
    case .days(let count): .daysAfter(count)
    case .weeks(let count): .weeksAfter(count)
    case .months(let count): .monthsAfter(count)
    }
  }
}

/// What has to be done in a review, and how long after what.
///
/// The first step is the notification, from which all is counted.
public struct Timetable: Hashable, Sendable {
  /// A step and when it is due.
  public struct Entry: Hashable, Sendable {
    /// The step.
    public let step: ReviewStep
    /// The step after which it is due; nil for the notification itself.
    public let after: ReviewStep?
    /// How long after it.
    public let allowance: Allowance
    /// The paragraph that says so; may be empty.
    public let paragraph: String

    /// A step.
    public init(
      _ step: ReviewStep, after: ReviewStep?, _ allowance: Allowance, paragraph: String = ""
    ) {
      self.step = step
      self.after = after
      self.allowance = allowance
      self.paragraph = paragraph
    }
  }

  /// A step with its day.
  public struct DatedStep: Hashable, Sendable {
    /// The step.
    public let entry: Entry
    /// The day, moved off weekends and holidays.
    public let day: CivilDate
  }

  /// Two steps whose days stand in the wrong order when every allowance is used.
  public struct Excess: Hashable, Sendable {
    /// The step that comes first.
    public let step: ReviewStep
    /// The step that should come after it.
    public let next: ReviewStep
    /// How many days too late the first one is.
    public let days: Int
  }

  /// The name of the rules it is from.
  public var name: String
  /// The steps, in the order in which they are done; each names an earlier one.
  public var entries: [Entry]

  /// A timetable.
  public init(name: String, entries: [Entry]) {
    self.name = name
    self.entries = entries
  }

  /// The guidelines of 2010 (CTOC/COP/2010/17, resolution 5/5, appendix I).
  public static let guidelines = Timetable(
    name: "Guidelines of 2010",
    entries: [
      Entry(.notification, after: nil, .days(0), paragraph: "12"),
      Entry(.focalPoint, after: .notification, .weeks(3), paragraph: "13"),
      Entry(.firstCall, after: .notification, .months(1), paragraph: "16"),
      Entry(.answers, after: .notification, .months(2), paragraph: "15"),
      Entry(.circulation, after: .answers, .months(1), paragraph: "15"),
      Entry(.deskReview, after: .circulation, .months(1), paragraph: "21"),
      Entry(.dialogue, after: .deskReview, .months(2), paragraph: "23"),
      Entry(.draftReport, after: .notification, .months(5), paragraph: "30"),
      Entry(.end, after: .notification, .months(6), paragraph: "24"),
    ])

  /// The steps with their days, in their own order; nil where a day is after the year 9999.
  ///
  /// Each allowance counts from the day of the step before it as it is, moved off weekends and
  /// holidays; the day of a notification is not moved.
  ///
  /// - Parameters:
  ///   - start: The day of the notification.
  ///   - holidays: Days on which no work is done, besides Saturdays and Sundays.
  public func days(from start: CivilDate, holidays: Set<CivilDate> = []) -> [DatedStep]? {
    var days: [ReviewStep: CivilDate] = [:]
    var dated: [DatedStep] = []
    for entry in entries {
      let base = entry.after.flatMap { days[$0] } ?? start
      guard var day = entry.allowance.after(base) else { return nil }
      if entry.after != nil {
        while day.weekday >= 5 || holidays.contains(day) {
          guard let next = day.adding(days: 1) else { return nil }
          day = next
        }
      }
      days[entry.step] = day
      dated.append(DatedStep(entry: entry, day: day))
    }
    return dated
  }

  /// The first two steps, one right after the other, that stand in the wrong order when every
  /// allowance is used, counted from a day; nil where there are none.
  public func excess(from start: CivilDate) -> Excess? {
    guard let dated = days(from: start) else { return nil }
    for (one, next) in zip(dated, dated.dropFirst()) where next.day < one.day {
      return Excess(
        step: one.entry.step, next: next.entry.step, days: one.day.number - next.day.number)
    }
    return nil
  }
}
