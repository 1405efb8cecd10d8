import Drawing
import Members
import Rules

/// One line for each event and purpose, written by hand from the contract's table: format 2.
///
/// These bytes may not change without a new `Opened.currentFormat`: ledgers kept elsewhere have them.
struct GoldenLine {
  let event: Event
  let text: String

  /// The line before, as every golden line names it.
  static let previous = "00ff" + String(repeating: "5", count: 60)

  /// Makes the line with sequence 7.
  init(_ event: Event, _ name: String, _ fields: String) {
    self.event = event
    text =
      #"{"sequence":7,"event":""# + name + #"","previous":""# + Self.previous + #"","# + fields
      + "}"
  }

  static let membership = Membership([
    State(
      code: "NOR", name: "Norway", region: "WEOG", protocols: ["TIP", "FA"],
      legalSystems: ["civil"], languages: ["E"]),
    State(code: "KEN", name: "Ke\"n\\ya", region: "African", legalSystems: ["common", "civil"]),
    State(code: "cote_d-1", name: "Co\u{302}te", isReviewed: false, isReviewer: false),
  ])
  static let membershipText =
    #"[{"state":"KEN","name":"Ke\"n\\ya","region":"African","protocols":[],"#
    + #""legal_systems":["civil","common"],"languages":[],"reviewed":true,"reviewer":true},"#
    + #"{"state":"NOR","name":"Norway","region":"WEOG","protocols":["FA","TIP"],"#
    + #""legal_systems":["civil"],"languages":["E"],"reviewed":true,"reviewer":true},"#
    + "{\"state\":\"cote_d-1\",\"name\":\"Co\u{302}te\","
    + #""region":"","protocols":[],"legal_systems":[],"languages":[],"#
    + #""reviewed":false,"reviewer":false}]"#

  static let rulebook = Rulebook()
  static let rulebookText =
    #"{"name":"UNTOC terms of reference 2010","#
    + #""source":"CTOC/COP/2010/17, resolution 5/5, annex I","#
    + #""cycle":{"years":5,"selected":5},"joining":"by_lot","#
    + #""reviewers":{"seats":[{"name":"regional","count":1,"group":"same","#
    + #""legal_system":"preferred"},{"name":"open","count":1,"group":"any","#
    + #""legal_system":"ignored"}],"distinct_groups":false,"protocols":"all","#
    + #""mutual_reviews":"forbidden"},"#
    + #""loads":{"minimum":1,"target":0,"maximum":3,"per_year":1000},"#
    + #""selection":{"method":"lots","proportional":true},"#
    + #""redraws":{"limit":2,"scope":"review","exclude_previous":true},"#
    + #""waivers":["seat","supplement","same_region","minimum_load","legal_system","target_load"]}"#

  static let best = WaiverVector(rules: rulebook.waivers, counts: [0, 0, 1, 0, 12, 0])
  static let bestText =
    #"{"seat":0,"supplement":0,"same_region":1,"minimum_load":0,"legal_system":12,"#
    + #""target_load":0}"#

  static let opened = GoldenLine(
    .opened(
      Opened(
        software: "peerlots 0.1.0", rulebook: rulebook, membership: membership,
        conflicts: [
          Conflict(underReview: "KEN", reviewer: "NOR"),
          Conflict(underReview: "NOR", reviewer: "KEN"),
        ],
        exclusions: [Exclusion("NOR", "KEN"), Exclusion("NOR", "cote_d-1")], after: commitment,
        carried: ["KEN", "NOR"],
        imported: [
          ImportedReviewer(
            year: 1, underReview: "KEN", seat: "regional", reviewer: "NOR", source: "report of 2019"
          )
        ], best: best)),
    "opened",
    #""format":2,"software":"peerlots 0.1.0","rulebook":"# + rulebookText
      + #","membership":"# + membershipText
      + #","conflicts":[{"under_review":"KEN","reviewer":"NOR"},"#
      + #"{"under_review":"NOR","reviewer":"KEN"}],"exclusions":[{"reviewer":"KEN","other":"NOR"},"#
      + #"{"reviewer":"NOR","other":"cote_d-1"}],"after":""# + commitment
      + #"","carried":["KEN","NOR"],"imported":[{"year":1,"under_review":"KEN","#
      + #""seat":"regional","reviewer":"NOR","source":"report of 2019"}],"best":"# + bestText)

  static let commitment = "ab" + String(repeating: "0", count: 62)

  static let others = bowls + lots + outcomes

  /// A line of each event of a cycle drawn by bowls, but for its lots.
  static let bowls: [GoldenLine] =
    [
      GoldenLine(
        .announced(
          Announced(
            draw: .year(5), source: "lottery", commitment: commitment, experts: commitment)),
        "announced",
        #""draw":"year 5","method":"bowls","source":"lottery","commitment":""# + commitment
          + #"","experts":""# + commitment + #"""#),
      GoldenLine(
        .announced(Announced(draw: .tickets(4), method: .tickets, source: "dice")), "announced",
        #""draw":"tickets year 4","method":"tickets","source":"dice""#),
      GoldenLine(
        .withdrawn(Withdrawn(draw: .redraw("KEN", 2), reason: "none came")), "withdrawn",
        #""draw":"redraw KEN 2","reason":"none came""#),
      GoldenLine(
        .seeded(Seeded(draw: .selection, seed: "2010-10-22")), "seeded",
        #""draw":"selection","seed":"2010-10-22""#),
      GoldenLine(
        .seeded(
          Seeded(
            draw: .amendment(2), seed: "secret/1/2",
            revealed: .init(commitment: commitment, publicText: "1/2"))), "seeded",
        #""draw":"amendment 2","seed":"secret/1/2","commitment":""# + commitment
          + #"","public":"1/2""#),
      GoldenLine(
        .waiver(Waiver(rule: .sameRegion, state: "KEN", reason: "empty bowl")), "waiver",
        #""rule":"same_region","state":"KEN","reason":"empty bowl""#),
      GoldenLine(
        .redraw(
          Redraw(
            state: "KEN", request: 3, released: ["FRA", "NOR"], exclusion: true,
            exceptional: "by the Conference", best: best)), "redraw",
        #""state":"KEN","request":3,"released":["FRA","NOR"],"exclusion":true,"#
          + #""exceptional":"by the Conference","best":"# + bestText),
      GoldenLine(
        .redraw(
          Redraw(
            state: "KEN", request: 0, only: "NOR", released: ["NOR"], exclusion: false,
            reason: "it has left", best: best)),
        "redraw",
        #""state":"KEN","request":0,"only":"NOR","released":["NOR"],"exclusion":false,"#
          + #""reason":"it has left","best":"# + bestText),
      GoldenLine(
        .redraw(
          Redraw(
            state: "KEN", request: 2, only: "NOR", released: ["NOR"], exclusion: false, best: best)),
        "redraw",
        #""state":"KEN","request":2,"only":"NOR","released":["NOR"],"exclusion":false,"best":"#
          + bestText),
      GoldenLine(
        .deferred(
          Deferral(state: "KEN", from: 1, to: 2, reason: "elections", released: [], best: best)),
        "deferred",
        #""state":"KEN","from":1,"to":2,"reason":"elections","released":[],"best":"# + bestText),
      GoldenLine(
        .deferred(
          Deferral(state: "KEN", from: 5, to: 0, reason: "war", released: ["NOR"], best: best)),
        "deferred",
        #""state":"KEN","from":5,"to":0,"reason":"war","released":["NOR"],"best":"# + bestText),
      GoldenLine(
        .stoodDown(StandDown(state: "KEN", year: 5, released: ["FRA"], best: best)), "stood down",
        #""state":"KEN","year":5,"released":["FRA"],"best":"# + bestText),
      GoldenLine(
        .amended(
          Amended(
            membership: membership, left: ["ROM", "XKX"], joined: ["NOR"],
            renamed: [.init(from: "SWZ", to: "KEN")], best: best)), "amended",
        #""membership":"# + membershipText + #","left":["ROM","XKX"],"joined":["NOR"],"#
          + #""renamed":[{"from":"SWZ","to":"KEN"}],"best":"# + bestText),
      GoldenLine(
        .amended(
          Amended(
            rulebook: rulebook, conflicts: [Conflict(underReview: "KEN", reviewer: "NOR")],
            exclusions: [Exclusion("NOR", "KEN")], best: best)), "amended",
        #""rulebook":"# + rulebookText
          + #","conflicts":[{"under_review":"KEN","reviewer":"NOR"}],"#
          + #""exclusions":[{"reviewer":"KEN","other":"NOR"}],"left":[],"joined":[],"renamed":[],"#
          + #""best":"# + bestText),
    ]

  /// The events of outcomes drawn by the method uniform.
  static let outcomes: [GoldenLine] =
    [
      GoldenLine(
        .seeded(Seeded(draw: .year(2), seed: "s", method: .uniform)), "seeded",
        #""draw":"year 2","seed":"s","method":"uniform""#),
      GoldenLine(
        .uniform(
          UniformDraw(
            draw: .year(2), year: 2, way: .chain(lawfulSweeps: 2048, sweeps: 3000),
            blocks: UInt64.max, outcome: outcome)),
        "uniform",
        #""draw":"year 2","year":2,"lawful_sweeps":2048,"sweeps":3000,"#
          + #""blocks":18446744073709551615,"outcome":"# + outcomeText),
      GoldenLine(
        .uniform(
          UniformDraw(
            draw: .year(3), year: 3,
            way: .number(OutcomeNumber("0")!, of: OutcomeNumber("18446744073709551617")!),
            blocks: 2, outcome: outcome)),
        "uniform",
        #""draw":"year 3","year":3,"outcomes":"18446744073709551617","number":"0","#
          + #""blocks":2,"outcome":"# + outcomeText),
      GoldenLine(
        .tickets(
          TicketList(draw: .tickets(3), count: 1000, outcomes: nil, sha256: commitment)),
        "tickets",
        #""draw":"tickets year 3","count":1000,"sha256":""# + commitment + #"""#),
      GoldenLine(
        .tickets(
          TicketList(
            draw: .tickets(4), count: 10, outcomes: OutcomeNumber("6"), sha256: commitment)),
        "tickets",
        #""draw":"tickets year 4","count":10,"outcomes":"6","sha256":""# + commitment + #"""#),
      GoldenLine(
        .ticket(TicketDraw(draw: .year(3), ticket: 437, outcome: outcome)), "ticket",
        #""draw":"year 3","ticket":437,"outcome":"# + outcomeText),
    ]

  static let outcome = [
    DrawnReviewers(underReview: "KEN", reviewers: ["FRA", "NOR"]),
    DrawnReviewers(underReview: "NOR", reviewers: []),
  ]
  static let outcomeText =
    #"[{"under_review":"KEN","reviewers":["FRA","NOR"]},{"under_review":"NOR","reviewers":[]}]"#

  /// A lot of each purpose.
  static let lots: [GoldenLine] = [
    lot(.extraPlace(region: ""), "extra place", ["1", "10", "2"], .selection, #","region":"""#),
    lot(.first(region: "WEOG"), "first", ["FRA", "NOR"], .selection, #","region":"WEOG""#),
    lot(
      .year(region: "WEOG", year: 3), "year", ["FRA", "NOR"], .selection,
      #","region":"WEOG","year":3"#),
    lot(.turn(year: 1), "turn", ["KEN"], .year(1), #","year":1"#),
    lot(
      .regionalReviewer(year: 1, underReview: "KEN", kind: "regional"), "regional reviewer",
      ["GHA"],
      .redraw("KEN", 1), #","year":1,"under_review":"KEN""#),
    lot(
      .openReviewer(year: 5, underReview: "KEN", kind: "open"), "open reviewer", ["GHA"],
      .standDown("KEN", 1), #","year":5,"under_review":"KEN""#),
    lot(
      .replacement(state: "KEN"), "replacement", ["GHA"], .deferral("KEN", 1),
      #","state":"KEN""#),
    lot(.joining(state: "KEN"), "joining", ["3"], .amendment(1), #","state":"KEN""#),
  ]

  private static func lot(
    _ purpose: DrawnLot.Purpose, _ name: String, _ bowl: [Label], _ draw: DrawName,
    _ fields: String
  ) -> GoldenLine {
    GoldenLine(
      .lot(
        DrawnLot(
          draw: draw, purpose: purpose, bowl: bowl, counter: UInt64.max, index: bowl.count - 1,
          drawn: bowl[bowl.count - 1])),
      "lot",
      #""draw":""# + draw.text + #"","purpose":""# + name + #"","bowl":[""#
        + bowl.map(\.text).joined(separator: #"",""#)
        + #""],"counter":18446744073709551615,"index":\#(bowl.count - 1),"drawn":""#
        + bowl[bowl.count - 1].text + #"""# + fields)
  }
}
