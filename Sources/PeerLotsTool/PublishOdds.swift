import Chances
import Drawing
import Foundation
import Lots
import Pairing
import Publishing
import Records

/// The odds that a publication shows: of each year before its first lot.
enum PublishOdds {
  /// Draws from which a chance is estimated where nothing is said.
  static let samples = 400
  /// The most States for which odds are worked out without being asked for: it takes time.
  static let mostStates = 250

  /// The odds of all moments: of those for which a file is given from the file, of the others
  /// counted where that takes no time, else estimated from samples.
  ///
  /// - Parameter samples: How many; 0 for odds from files only.
  static func all(
    _ moments: [YearMoment], samples: Int, files: [OddsFile]
  ) throws -> [YearOdds] {
    var odds: [YearOdds] = []
    for file in files {
      guard let moment = moments.first(where: { $0.year == file.odds.year }) else {
        throw OddsFile.Failure.otherYear(file.path, file.odds.year, moments.map(\.year))
      }
      guard moment.heads.contains(file.head) else {
        throw OddsFile.Failure.otherLedger(file.path, file.odds.year)
      }
      let isUniform = moment.method == .uniform
      if isUniform != file.odds.isUniform { throw OddsFile.Failure.otherMethod(file.path) }
      if odds.contains(where: { $0.year == moment.year }) {
        throw OddsFile.Failure.yearTwice(file.path, moment.year)
      }
      odds.append(file.odds)
    }
    let given = Set(odds.map(\.year))
    for moment in moments where !given.contains(moment.year) {
      if moment.method != .bowls || samples == 0 { continue }
      Patience.note("estimating the odds of year \(moment.year)")
      do {
        odds.append(try self.odds(moment, samples: samples))
      } catch let failure as OddsQuestion.Failure {
        Console.say("warning: no odds of year \(moment.year): \(failure)")
      } catch let failure as DrawingFailure {
        Console.say("warning: no odds of year \(moment.year): \(failure)")
      }
    }
    return odds
  }

  /// The odds of one moment by lots from bowls.
  private static func odds(_ moment: YearMoment, samples: Int) throws -> YearOdds {
    let question = try OddsQuestion(moment.cycle, year: moment.year)
    let lookahead: Lookahead?
    do throws(PairingFailure) {
      lookahead = try Lookahead.from(question.problem)
    } catch { throw DrawingFailure.undecided(error) }
    guard let lookahead else { throw DrawingFailure.impossible }
    if let counted = counted(question, lookahead) {
      return YearOdds(
        year: moment.year, .counted,
        options: "--year \(moment.year)",
        pairs: pairs(OddsReport(question, .bowls, counted)))
    }
    let seed = Seed("odds of year \(moment.year), \(moment.heads[0])")
    let drawn = try question.bowls(lookahead, samples: samples, seed: seed)
    return YearOdds(
      year: moment.year, .sampled(samples),
      options: "--year \(moment.year) --samples \(samples) "
        + "--seed \"\(seed.text)\"",
      pairs: pairs(OddsReport(question, .bowls, drawn)))
  }

  /// The odds counted, where that takes no time.
  private static func counted(_ question: OddsQuestion, _ lookahead: Lookahead) -> ExactOdds? {
    if question.problem.reviews.count > Self.mostStatesCounted { return nil }
    var limits = ExactOdds.Limits()
    limits.states = 20_000
    limits.edges = 100_000
    return try? question.exact(best: lookahead.best, withBowls: true, limits)
  }

  private static let mostStatesCounted = 24

  private static func pairs(_ report: OddsReport) -> [YearOdds.Pair] {
    report.rows.map { row in
      YearOdds.Pair(
        underReview: report.membership.states[row.underReview].code,
        reviewer: report.membership.states[row.reviewer].code,
        YearOdds.Chance(
          millionths(row.chance), low: millionths(row.low), high: millionths(row.high)))
    }
  }

  private static func millionths(_ chance: Rational) -> Int {
    OddsFile.millionths(chance.decimal(digits: 6)) ?? 0
  }
}
