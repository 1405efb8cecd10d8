import Members
import Records
import Rules

/// A change to a golden line that makes one field wrong; the first golden line that holds `from` is
/// changed.
struct FieldFaultCase: Sendable {
  let from: String
  let to: String
  let field: String
  let fault: FieldFault

  init(_ from: String, _ to: String, _ field: String, _ fault: FieldFault) {
    self.from = from
    self.to = to
    self.field = field
    self.fault = fault
  }

  static let all: [FieldFaultCase] = frame + opened + memberships + others

  private static let frame: [FieldFaultCase] = [
    .init(
      #""event":"waiver""#, #""event":"wavier""#, "event",
      .unknownValue(
        "wavier",
        allowed: [
          "opened", "announced", "withdrawn", "seeded", "lot", "waiver", "redraw", "deferred",
          "stood down",
          "amended", "uniform", "tickets", "ticket",
        ])),
    .init(#""previous":"00ff"#, #""previous":"00FF"#, "previous", .notAHash(hash("00FF"))),
    .init(#""previous":"00ff"#, #""previous":"00f"#, "previous", .notAHash(hash("00f"))),
  ]

  private static func hash(_ start: String) -> Label {
    Label(start + String(repeating: "5", count: 60))
  }

  private static func hash2(_ start: String) -> Label {
    Label(start + String(repeating: "0", count: 62))
  }

  private static let opened: [FieldFaultCase] = [
    .init(
      #""software":"peerlots"#, #""software":"peerlots\n"#, "software",
      .unfitCharacter(0x0A, position: 9)),
    .init(#""years":5"#, #""years":0"#, "rulebook.cycle.years", range(0, 1, 50)),
    .init(#""years":5"#, #""years":51"#, "rulebook.cycle.years", range(51, 1, 50)),
    .init(#"{"years":5,"#, #"{"#, "rulebook.cycle.years", .missing),
    .init(#"{"years":5,"#, #"{"years":5,"days":1,"#, "rulebook.cycle.days", .unknown),
    .init(#""selected":5"#, #""selected":6"#, "rulebook.cycle.selected", range(6, 1, 5)),
    .init(
      #""joining":"by_lot""#, #""joining":"never""#, "rulebook.joining",
      .unknownValue("never", allowed: ["by_lot", "last_year"])),
    .init(
      #""count":1,"group":"same""#, #""count":9,"group":"same""#,
      "rulebook.reviewers.seats[1].count", range(9, 0, 8)),
    .init(
      #""count":1,"group":"same""#, #""count":8,"group":"same""#, "rulebook.reviewers.seats",
      .seatsDoNotFit),
    .init(
      #""group":"any""#, #""group":"same""#, "rulebook.reviewers.seats", .seatsDoNotFit),
    .init(
      #""legal_system":"ignored""#, #""legal_system":"preferred""#, "rulebook.reviewers.seats",
      .seatsDoNotFit),
    .init(
      #""name":"open""#, #""name":"regional""#, "rulebook.reviewers.seats", .repeated("regional")),
    .init(
      #""name":"open""#, #""name":"Open""#, "rulebook.reviewers.seats[2].name", .notAKind("Open")),
    .init(
      #""protocols":"all""#, #""protocols":"some""#, "rulebook.reviewers.protocols",
      .unknownValue("some", allowed: ["all", "any", "supplement"])),
    .init(
      #""mutual_reviews":"forbidden""#, #""mutual_reviews":"""#,
      "rulebook.reviewers.mutual_reviews", .unknownValue("", allowed: ["forbidden", "allowed"])),
    .init(
      #""group":"any""#, #""group":"Any""#, "rulebook.reviewers.seats[2].group",
      .unknownValue("Any", allowed: ["same", "other", "any"])),
    .init(
      #""legal_system":"preferred""#, #""legal_system":"no""#,
      "rulebook.reviewers.seats[1].legal_system",
      .unknownValue("no", allowed: ["preferred", "ignored"])),
    .init(#""target":0"#, #""target":4"#, "rulebook.loads.maximum", range(3, 4, 1000)),
    .init(
      #""minimum":1,"target":0"#, #""minimum":2,"target":1"#, "rulebook.loads.target",
      range(1, 2, 3)),
    .init(#""minimum":1"#, #""minimum":-1"#, "rulebook.loads.minimum", range(-1, 0, 1000)),
    .init(#""maximum":3"#, #""maximum":0"#, "rulebook.loads.maximum", range(0, 1, 1000)),
    .init(#""maximum":3"#, #""maximum":1001"#, "rulebook.loads.maximum", range(1001, 1, 1000)),
    .init(
      #""proportional":true"#, #""proportional":1"#, "rulebook.selection.proportional",
      .wrongKind(.integer, expected: .bool)),
    .init(
      #""limit":2"#, #""limit":-1"#, "rulebook.redraws.limit", range(-1, 0, 1000)),
    .init(
      #""waivers":["seat","#, #""waivers":["legal_system","#, "rulebook.waivers",
      .repeated("legal_system")),
    .init(
      #""waivers":["seat","#, #""waivers":["maximum_load","#, "rulebook.waivers",
      .unknownValue(
        "maximum_load", allowed: WaivableRule.allCases.map(\.rawValue))),
    .init(
      #""waivers":["seat","#, #""waivers":[null,"#, "rulebook.waivers[1]",
      .wrongKind(.null, expected: .text)),
  ]

  private static let memberships: [FieldFaultCase] = [
    .init(#""state":"NOR""#, #""state":"KEN""#, "membership", .repeated("KEN")),
    .init(
      #""state":"NOR""#, #""state":"AAA""#, "membership", .outOfOrder("AAA", after: "KEN")),
    .init(#""state":"NOR""#, #""state":"""#, "membership[2].state", .notACode("")),
    .init(#""state":"NOR""#, #""state":"-N""#, "membership[2].state", .notACode("-N")),
    .init(#""state":"NOR""#, #""state":"N R""#, "membership[2].state", .notACode("N R")),
    .init(#""state":"NOR""#, #""state":"Né""#, "membership[2].state", .notACode("Né")),
    .init(#""languages":["E"],"#, "", "membership[2].languages", .missing),
    .init(
      #""reviewer":false}]"#, #""reviewer":false,"seats":9}]"#, "membership[3].seats",
      .outOfRange(9, lower: 1, upper: 8)),
    .init(
      #""reviewer":false}]"#, #""reviewer":false,"minimum":3,"maximum":2}]"#,
      "membership[3].maximum", .outOfRange(2, lower: 3, upper: 1_000)),
    .init(
      #""reviewer":false}]"#, #""reviewer":false,"minimum":"3"}]"#, "membership[3].minimum",
      .wrongKind(.text, expected: .integer)),
    .init(
      #""languages":["E"],"#, #""languages":["E"],"iso":1,"#, "membership[2].iso", .unknown),
    .init(
      #"["civil","common"]"#, #"["common","civil"]"#, "membership[1].legal_systems",
      .outOfOrder("civil", after: "common")),
    .init(#"["FA","TIP"]"#, #"["FA","FA"]"#, "membership[2].protocols", .repeated("FA")),
    .init(#"["FA","TIP"]"#, #"["","TIP"]"#, "membership[2].protocols", .notAListCode("")),
    .init(#"["FA","TIP"]"#, #"["FA","T P"]"#, "membership[2].protocols", .notAListCode("T P")),
    .init(#"["FA","TIP"]"#, #"["-FA","TIP"]"#, "membership[2].protocols", .notAListCode("-FA")),
    .init(
      #""name":"Norway""#, #""name":"N\u001b""#, "membership[2].name",
      .unfitCharacter(0x1B, position: 2)),
    .init(
      #"["FA","TIP"]"#, #"["FA",[]]"#, "membership[2].protocols[2]",
      .wrongKind(.array, expected: .text)),
    .init(
      #""conflicts":[{"under_review":"KEN","reviewer":"NOR"}"#,
      #""conflicts":[{"under_review":"NOR","reviewer":"KEN"}"#, "conflicts",
      .repeated("NOR,KEN")),
    .init(
      #""conflicts":[{"under_review":"KEN","reviewer":"NOR"}"#,
      #""conflicts":[{"under_review":"NOR","reviewer":"NOR"}"#, "conflicts",
      .outOfOrder("NOR,KEN", after: "NOR,NOR")),
    .init(
      #""conflicts":[{"under_review":"KEN","#, #""conflicts":[{"under":"KEN","#,
      "conflicts[1].under_review", .missing),
    .init(
      #"{"reviewer":"KEN","other":"NOR"}"#, #"{"reviewer":"NOR","other":"KEN"}"#, "exclusions",
      .outOfOrder("KEN", after: "NOR")),
    .init(
      #"{"reviewer":"KEN","other":"NOR"}"#, #"{"reviewer":"NOR","other":"NOR"}"#, "exclusions",
      .repeated("NOR")),
    .init(
      #"{"reviewer":"NOR","other":"cote_d-1"}"#, #"{"reviewer":"KEN","other":"NOR"}"#,
      "exclusions", .repeated("KEN,NOR")),
    .init(
      #"{"reviewer":"NOR","other":"cote_d-1"}"#, #"{"reviewer":"NOR","other":"xx"}"#,
      "exclusions", .notACode("xx")),
    .init(#""after":"ab"#, #""after":"xy"#, "after", .notAHash(hash2("xy"))),
    .init(#""carried":["KEN","NOR"]"#, #""carried":["KEN","KEN"]"#, "carried", .repeated("KEN")),
    .init(#""carried":["KEN","NOR"]"#, #""carried":["XXX"]"#, "carried", .notACode("XXX")),
    .init(
      #""imported":[{"year":1"#, #""imported":[{"year":6"#, "imported[1].year", range(6, 1, 5)),
    .init(#""reviewer":"NOR","source""#, #""reviewer":"X","source""#, "imported", .notACode("X")),
    .init(
      #""best":{"seat":0,"supplement":0,"#, #""best":{"supplement":0,"#, "best.seat", .missing),
    .init(
      #""best":{"seat":0,"#, #""best":{"seat":0,"pairs":0,"#, "best.pairs", .unknown),
    .init(
      #""best":{"seat":0,"#, #""best":{"seat":-1,"#, "best.seat", range(-1, 0, Int128(Int.max))),
  ]

  private static let others: [FieldFaultCase] = [
    .init(#""draw":"year 5""#, #""draw":"year 6""#, "draw", range(6, 1, 5)),
    .init(#""draw":"year 5""#, #""draw":"year 05""#, "draw", .notADraw("year 05")),
    .init(#""draw":"year 5""#, #""draw":"year 0""#, "draw", .notADraw("year 0")),
    .init(#""draw":"selection","#, #""draw":"Selection","#, "draw", .notADraw("Selection")),
    .init(
      #""draw":"selection","seed":"2010-10-22""#,
      #""draw":"selection","seed":"2010-10-22","public":"""#, "commitment", .missing),
    .init(
      #""method":"bowls""#, #""method":"lots""#, "method",
      .unknownValue("lots", allowed: ["bowls", "uniform", "tickets"])),
    .init(#""source":"lottery","#, "", "source", .missing),
    .init(
      #""experts":"ab"#, #""experts":"x"#, "experts",
      .notAHash(Label("x" + String(repeating: "0", count: 62)))),
    .init(
      #""draw":"tickets year 4""#, #""draw":"tickets year 6""#, "draw", range(6, 1, 5)),
    .init(
      #""commitment":"ab"#, #""commitment":"AB"#, "commitment",
      .notAHash(Label("AB" + String(repeating: "0", count: 62)))),
    .init(
      #""purpose":"turn""#, #""purpose":"return""#, "purpose",
      .unknownValue(
        "return",
        allowed: [
          "extra place", "first", "year", "turn", "replacement", "joining", "regional reviewer",
          "open reviewer",
        ])),
    .init(#""purpose":"turn""#, #""purpose":"year""#, "region", .missing),
    .init(#""region":"WEOG","year":3"#, #""region":"WEOG","year":6"#, "year", range(6, 1, 5)),
    .init(#""region":"WEOG","year":3"#, #""region":"WEOG","year":0"#, "year", range(0, 1, 5)),
    .init(
      #""counter":18446744073709551615"#, #""counter":-1"#, "counter",
      range(-1, 0, Int128(UInt64.max))),
    .init(#""index":0"#, #""index":-1"#, "index", range(-1, 0, Int128(Int.max))),
    .init(#""bowl":["KEN"]"#, #""bowl":[1]"#, "bowl[1]", .wrongKind(.integer, expected: .text)),
    .init(
      #""rule":"same_region""#, #""rule":"region""#, "rule",
      .unknownValue("region", allowed: WaivableRule.allCases.map(\.rawValue))),
    .init(#""request":3"#, #""request":0"#, "request", .requestDoesNotFit(0)),
    .init(
      #""exclusion":false,"reason":"it has left""#, #""exclusion":false"#, "request",
      .requestDoesNotFit(0)),
    .init(
      #""only":"NOR","released":["NOR"],"exclusion":false,"reason""#,
      #""released":["NOR"],"exclusion":false,"reason""#, "request", .requestDoesNotFit(0)),
    .init(
      #""exclusion":true,"exceptional""#, #""exclusion":true,"reason":"none","exceptional""#,
      "request", .requestDoesNotFit(3)),
    .init(
      #""left":["ROM","XKX"]"#, #""left":["XKX","ROM"]"#, "left", .outOfOrder("ROM", after: "XKX")),
    .init(
      #"{"from":"SWZ","to":"KEN"}"#, #"{"from":"SWZ","to":"KEN"},{"from":"SWZ","to":"KEN"}"#,
      "renamed", .repeated("SWZ")),
    .init(#"{"from":"SWZ","to":"KEN"}"#, #"{"from":"SWZ"}"#, "renamed[1].to", .missing),
    .init(
      #"["FRA","NOR"],"exclusion""#, #"["NOR","FRA"],"exclusion""#, "released",
      .outOfOrder("FRA", after: "NOR")),
    .init(#""from":1"#, #""from":0"#, "from", range(0, 1, 5)),
    .init(#""to":2"#, #""to":6"#, "to", range(6, 0, 5)),
    .init(
      #""method":"uniform""#, #""method":"bowls""#, "method",
      .unknownValue("bowls", allowed: ["uniform", "tickets"])),
    .init(
      #""method":"uniform""#, #""method":"fair""#, "method",
      .unknownValue("fair", allowed: ["bowls", "uniform", "tickets"])),
    .init(#""year":2,"lawful"#, #""year":0,"lawful"#, "year", range(0, 1, 5)),
    .init(
      #""lawful_sweeps":2048"#, #""lawful_sweeps":0"#, "lawful_sweeps",
      range(0, 1, Int128(Int.max))),
    .init(
      #""blocks":18446744073709551615"#, #""blocks":-1"#, "blocks",
      range(-1, 0, Int128(UInt64.max))),
    .init(#""number":"0""#, #""number":"00""#, "number", .notANumber("00")),
    .init(#""number":"0""#, #""number":"-1""#, "number", .notANumber("-1")),
    .init(#""number":"0""#, #""number":0"#, "number", .wrongKind(.integer, expected: .text)),
    .init(#""number":"0","#, #""lawful_sweeps":1,"#, "number", .missing),
    .init(#""number":"0","#, #""number":"0","sweeps":1,"#, "sweeps", .unknown),
    .init(#""outcomes":"6""#, #""outcomes":"""#, "outcomes", .notANumber("")),
    .init(#""outcomes":"6""#, #""outcomes":"٦""#, "outcomes", .notANumber("٦")),
    .init(
      #""reviewers":["FRA","NOR"]}"#, #""reviewers":["NOR","FRA"]}"#, "outcome[1].reviewers",
      .outOfOrder("FRA", after: "NOR")),
    .init(
      #""reviewers":["FRA","NOR"]}"#, #""reviewers":["FRA","FRA"]}"#, "outcome[1].reviewers",
      .repeated("FRA")),
    .init(
      #""reviewers":["FRA","NOR"]}"#, #""reviewers":["FRA"],"seat":1}"#, "outcome[1].seat",
      .unknown),
    .init(#""count":1000"#, #""count":1"#, "count", range(1, 2, 10_000)),
    .init(#""count":1000"#, #""count":10001"#, "count", range(10_001, 2, 10_000)),
    .init(#""ticket":437"#, #""ticket":-1"#, "ticket", range(-1, 0, 9999)),
    .init(
      #""year":5,"released""#, #""year":"5","released""#, "year",
      .wrongKind(.text, expected: .integer)),
  ]

  private static func range(_ value: Int128, _ lower: Int128, _ upper: Int128) -> FieldFault {
    .outOfRange(value, lower: lower, upper: upper)
  }
}
