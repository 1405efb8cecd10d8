import ArgumentParser
import Foundation
import Phrases
import Rules
import StressTesting

/// `peerlots stress run`: draws the cycles of a plan.
struct StressRunCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Draws all cycles of a plan and writes what was measured to a folder.",
    discussion: """
      The same command goes on after an interruption: Ctrl-C stops at once and keeps what is done, \
      and so does a kill. The results depend on the plan alone: not on the number of threads, not \
      on interruptions, not on the machine; only times.csv differs.

      With --shard k/n every n-th cycle is drawn, from the k-th. `peerlots stress merge` makes of \
      all n folders what one run gives, byte for byte.
      """)

  @Argument(
    help: "The plan: a YAML file.", completion: .file(extensions: ["yaml", "yml"]))
  var plan: String

  @Option(help: "A folder for the results; made if it is not there.", completion: .directory)
  var output: String

  @Option(help: "Which part of the cycles: k/n, with k from 1.")
  var shard: Shard?

  @Option(help: "How many threads draw; without it, one for each core.")
  var threads: Int?

  @OptionGroup var trial: DryRunOption

  func validate() throws {
    if let threads, !(1...1024).contains(threads) {
      throw ValidationError("--threads is a whole number from 1 to 1024.")
    }
  }

  func run() throws {
    try Exit.reporting {
      let (plan, warnings) = try StressPlanReader.read(path: plan)
      for warning in warnings { Console.say("\(warning)") }
      let run = StressRun(
        plan, shard: shard ?? .whole, folder: output, software: Software.name,
        threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
      if trial.dryRun { return try tellTrial(run) }
      let stop = StopFlag()
      let signals = StopSignals { stop.raise() }
      defer { signals.end() }
      var line = ProgressLine()
      let end: StressProgress
      do {
        var told = false
        end = try run.run(stop: stop) { progress in
          if progress.lost > 0 && !told {
            Console.say(
              "warning: the results had lost their ends, as by a power cut; "
                + "\(Words.count(progress.lost, "cycle")) are drawn again")
            told = true
          }
          line.show(progress)
        }
      } catch {
        line.end()
        throw error
      }
      line.end()
      let cells = Words.count(plan.cellCount, "cell")
      if end.done < end.total {
        Console.say(
          "stopped: \(end.done) of \(Words.count(end.total, "cycle")) of \(cells) are drawn\n"
            + "help: the same command goes on")
        throw ExitCode(Exit.no)
      }
      let all = "\(Words.count(end.total, "cycle")) of \(cells)"
      Console.say(
        end.now == 0
          ? "\(all), all there are, stood there already; nothing was changed"
          : "\(all) are drawn; the results are in \(output)")
    }
  }

  private func tellTrial(_ run: StressRun) throws {
    let (done, total) = try run.wouldDraw()
    let all = "\(Words.count(total, "cycle")) of \(Words.count(run.plan.cellCount, "cell"))"
    Console.say(
      done == total
        ? "All \(all) are drawn already; the results are in \(output)."
        : "\(all) would be drawn\(done > 0 ? ", of which \(done) are drawn already" : ""); the "
          + "results would be in \(output).")
    if done < total { try tellCells(run, cycles: total - done) }
    Console.say(English(.conditional, Rulebook()).nothingWritten)
  }

  /// Lists the cells by what they differ in, with how long a cycle of each takes.
  private func tellCells(_ run: StressRun, cycles: Int) throws {
    Patience.note("drawing one cycle of each cell, for the estimate")
    let stop = StopFlag()
    let signals = StopSignals { stop.raise() }
    defer { signals.end() }
    let cells = try run.tryCells(for: Self.secondsOfTrial, stop: stop)
    let first = cells.first?.settings ?? []
    let varied = first.indices.filter { place in
      cells.contains { $0.settings[place] != first[place] }
    }
    var table = TextTable(["cell"] + varied.map { first[$0].name } + ["seconds a cycle"])
    for cell in cells {
      table.append(
        [String(cell.number)] + varied.map { cell.settings[$0].value }
          + [cell.secondsACycle.map { Thousandths.text(Int(($0 * 1000).rounded())) } ?? ""])
    }
    try table.write()
    let tried = cells.compactMap(\.secondsACycle)
    if tried.isEmpty { return }
    let mean = tried.reduce(0, +) / Double(tried.count)
    let seconds = mean * Double(cycles) / Double(run.threads)
    Console.say(
      "By one cycle of \(tried.count == cells.count ? "each" : "the first \(tried.count)"), they "
        + "take about \(ProgressLine.duration(Int(seconds.rounded(.up)))) with "
        + "\(Words.count(run.threads, "thread")).")
  }

  /// Once so many seconds have passed, no further cell is tried.
  private static let secondsOfTrial = 20.0
}

extension Shard: ExpressibleByArgument {
  /// Reads `2/7`.
  public init?(argument: String) { self.init(argument) }
}

/// Ends a run cleanly on Ctrl-C and on the signal TERM; the second time the process ends at once.
final class StopSignals {
  private var sources: [any DispatchSourceSignal] = []

  init(_ stop: @escaping @Sendable () -> Void) {
    for number in [SIGINT, SIGTERM] {
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler {
        signal(number, SIG_DFL)
        stop()
      }
      source.resume()
      sources.append(source)
    }
  }

  func end() {
    for source in sources { source.cancel() }
    for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
  }
}
