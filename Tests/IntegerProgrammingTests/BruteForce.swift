import IntegerProgramming

/// The readable oracle: tries every point of the box.
struct BruteForce: Solver {
  enum Failure: Error, Hashable {
    /// A variable without an upper bound.
    case noBox(variable: String)
  }

  func minimise(_ program: Program) throws(Failure) -> Outcome {
    var uppers: [Int] = []
    for variable in program.variables {
      guard let upper = variable.upper else { throw .noBox(variable: variable.name) }
      uppers.append(upper)
    }
    var best: (point: [Int], objective: Int)?
    var point = program.variables.map(\.lower)
    repeat {
      if program.holds(at: point) {
        let objective = program.objectiveValue(at: point)
        if best.map({ objective < $0.objective }) ?? true { best = (point, objective) }
      }
    } while advance(&point, in: program.variables, to: uppers)
    return best.map { .optimal(values: $0.point, objective: $0.objective) } ?? .infeasible
  }

  /// Steps to the next point, like an odometer; false after the last.
  private func advance(_ point: inout [Int], in variables: [Variable], to uppers: [Int]) -> Bool {
    for index in point.indices {
      if point[index] < uppers[index] {
        point[index] += 1
        return true
      }
      point[index] = variables[index].lower
    }
    return false
  }
}
