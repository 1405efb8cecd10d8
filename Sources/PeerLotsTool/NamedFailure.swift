import Drawing
import Members
import Phrases
import Records

/// Why a command drew nothing, said with the names of States beside their codes.
struct NamedFailure: Error, CustomStringConvertible {
  let failure: DrawingFailure
  /// Where names are looked for, in this order.
  let memberships: [Membership]

  var description: String {
    let names = Names(memberships) { Quotation.title(of: $0) }
    return failure.description { names($0) }
  }

  /// Runs something, and gives the failures of a draw the names of these States.
  static func naming<Result>(
    _ memberships: Membership..., body: () throws -> Result
  ) throws -> Result {
    do {
      return try body()
    } catch let failure as DrawingFailure {
      throw NamedFailure(failure: failure, memberships: memberships)
    }
  }
}
