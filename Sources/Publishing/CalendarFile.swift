import Members
import Reports

/// Days on which steps of reviews are due, as a calendar of RFC 5545 (iCalendar).
struct CalendarFile {
  /// What is due on a day.
  struct Entry {
    /// A name that no other entry of the calendar has.
    let identifier: String
    let day: CivilDate
    let title: String
    let description: String
  }

  let name: String
  let language: String
  /// When the calendar was made: midnight of the first notification, so that it repeats exactly.
  let stamp: CivilDate
  var entries: [Entry] = []

  /// The file: lines end in CR and LF, and none has more than 75 bytes.
  var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//PeerLots//Reviews//EN", "CALSCALE:GREGORIAN",
      "METHOD:PUBLISH", "NAME;LANGUAGE=\(language):\(Self.escaped(name))",
      "X-WR-CALNAME:\(Self.escaped(name))",
    ]
    for entry in entries {
      lines += [
        "BEGIN:VEVENT", "UID:\(entry.identifier)", "DTSTAMP:\(stamp.compact)T000000Z",
        "DTSTART;VALUE=DATE:\(entry.day.compact)",
        "SUMMARY;LANGUAGE=\(language):\(Self.escaped(entry.title))",
        "DESCRIPTION:\(Self.escaped(entry.description))",
        "TRANSP:TRANSPARENT", "END:VEVENT",
      ]
    }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  /// A text as a value of the type TEXT (section 3.3.11).
  static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "\\": result += "\\\\"
      case ";": result += "\\;"
      case ",": result += "\\,"
      case "\n": result += "\\n"
      case _ where character.isSteering: result += "\\\\u{\(String(character.value, radix: 16))}"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }

  /// A line broken where it has 75 bytes, never inside a character (section 3.1).
  static func folded(_ line: String) -> String {
    var result = ""
    var width = 0
    for character in line.unicodeScalars {
      let bytes = UTF8.width(character)
      if width + bytes > 75 {
        result += "\r\n "
        width = 1
      }
      result.unicodeScalars.append(character)
      width += bytes
    }
    return result
  }
}

extension PageWriter {
  /// The calendar of a State: its own review, and those it does; nil where no day is known.
  func calendar(of state: Int) -> CalendarFile? {
    let own = cycle.reviews[state].isPlanned && cycle.reviews[state].year > 0 ? [state] : []
    return calendar(
      language.text(LetterSentence.calendarName(names[state])), own + record.reviewed[state])
  }

  /// The calendar of all reviews; nil where no day is known.
  var secretariatCalendar: CalendarFile? {
    let reviews = cycle.reviews.indices.filter {
      cycle.reviews[$0].isPlanned && cycle.reviews[$0].year > 0
    }
    return calendar(
      language.text(LetterSentence.calendarName(Name(cycle.rulebook.name))), reviews)
  }

  private func calendar(_ name: Wording, _ reviews: [Int]) -> CalendarFile? {
    guard let start = publication.start else { return nil }
    var file = CalendarFile(name: name.plain, language: tongue.rawValue, stamp: start)
    for state in reviews {
      for step in publication.days(ofYear: cycle.reviews[state].year) ?? [] {
        let title = language.text(
          .calendarTitle(step: language.word(step.entry.step.term), state: names[state]))
        let code = record.states[state].code.text
        let year = language.text(Sentence.stateInYear(cycle.reviews[state].year)).plain
        let paragraph = step.entry.paragraph
        file.entries.append(
          CalendarFile.Entry(
            identifier: "\(code)-\(step.entry.step.rawValue)-\(record.head.prefix(16))@peerlots",
            day: step.day, title: title.plain,
            description: paragraph.isEmpty
              ? year : "\(year) \(language.text(.paragraph)): \(Wording(Name(paragraph)).plain)"))
      }
    }
    return file
  }
}
