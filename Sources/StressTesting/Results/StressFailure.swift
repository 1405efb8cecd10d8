import Records
import SystemPackage

/// What can go wrong with a folder of results.
public enum StressFailure: Error, Hashable, Sendable {
  /// The folder holds no results.
  case noResults(folder: String)
  /// The folder holds something else.
  case notEmpty(folder: String)
  /// The folder holds the results of another plan, or of another version of the program.
  case otherPlan(folder: String, what: String)
  /// The folder holds another shard of the plan.
  case otherShard(folder: String, found: Shard, expected: Shard)
  /// Another process writes in the folder.
  case locked(folder: String)
  /// A file is not as it was written; the line from 1, nil where it is about the whole file.
  case damaged(path: String, line: Int?, why: String)
  /// A file cannot be read or written.
  case file(LedgerFailure)
  /// The operating system refused; the number of its error.
  case system(action: String, path: String, code: Int32)

  // Shards.

  /// A shard is not finished.
  case unfinished(folder: String, done: Int, of: Int)
  /// Two folders hold the same shard.
  case shardTwice(Shard, folders: [String])
  /// Shards are missing.
  case missingShards([Int], of: Int)
  /// Folders hold shards of different divisions.
  case differentDivisions([Int])
  /// The folder to write to is one of those read.
  case outputIsInput(folder: String)
}

extension StressFailure: CustomStringConvertible {
  /// What is wrong, where, and, if there is something to do, a line `help:`.
  public var description: String {
    if case .file(let failure) = self { return failure.description }
    return help.map { "\(problem)\nhelp: \($0)" } ?? problem
  }

  private var problem: String {
    switch self {
    case .noResults(let folder): "there is no \(ResultFile.manifest.rawValue) in \(folder)"
    case .notEmpty(let folder): "\(folder) holds files that are no results of the laboratory"
    case .otherPlan(let folder, let what): "\(folder) holds results of another plan: \(what)"
    case .otherShard(let folder, let found, let expected):
      "\(folder) holds the results of \(found.text), not of \(expected.text)"
    case .locked(let folder): "another process is writing in \(folder)"
    case .damaged(let path, let line, let why):
      path + (line.map { ":\($0)" } ?? "") + ": \(why)"
    case .file(let failure): failure.description
    case .system(let action, let path, let code):
      "could not \(action) \(path): \(Errno(rawValue: code))"
    case .unfinished(let folder, let done, let total):
      "\(folder) is not finished: \(done) of \(total) cycles are drawn"
    case .shardTwice(let shard, let folders):
      "\(shard.text) stands in \(folders.joined(separator: " and in "))"
    case .missingShards(let numbers, let count):
      "of \(count) shards, number "
        + numbers.prefix(20).map(String.init).joined(separator: ", ")
        + (numbers.count > 20
          ? " and \(numbers.count - 20) more are" : numbers.count == 1 ? " is" : " are")
        + " missing"
    case .differentDivisions(let counts):
      "these are shards of different divisions: "
        + counts.map { "one of \($0)" }.joined(separator: ", ")
    case .outputIsInput(let folder): "\(folder) is to be read and written to"
    }
  }

  private var help: String? {
    switch self {
    case .noResults: "name a folder that `peerlots stress run` has written"
    case .notEmpty, .otherPlan, .outputIsInput: "name a new folder with --output"
    case .otherShard: "name another folder with --output, or give the --shard of this one"
    case .locked: "wait until it has ended, then give the command again"
    case .damaged: "the file was changed by something else; remove the folder and run again"
    case .unfinished: "give its `peerlots stress run` again; it goes on where it stopped"
    case .shardTwice: "give each shard once"
    case .missingShards: "run them with --shard, then merge all"
    case .file: nil
    case .differentDivisions: "give all shards of one division"
    case .system(_, _, let code):
      switch Errno(rawValue: code) {
      case .noSpace, .diskQuotaExceeded: "make room on the disk, then give the same command again"
      case .noSuchFileOrDirectory: "make the folder above it first"
      default: "mend that, then give the same command again"
      }
    }
  }
}
