import Members

/// The days on which the steps of reviews are due.
extension Publication {
  /// The day of the notification of the reviews of a year; nil where the first is not known.
  func start(ofYear year: Int) -> CivilDate? { start?.adding(months: 12 * (year - 1)) }

  /// The steps of the reviews of a year with their days; nil where no day is known.
  func days(ofYear year: Int) -> [Timetable.DatedStep]? {
    start(ofYear: year).flatMap { timetable.days(from: $0, holidays: holidays) }
  }

  /// Two steps that cannot both be kept when every allowance is used; nil for none.
  ///
  /// Without a day of its own the timetable is tried on one of 2027.
  public var excess: Timetable.Excess? {
    (start ?? CivilDate(year: 2_027, month: 1, day: 4)).flatMap { timetable.excess(from: $0) }
  }
}
