import Foundation
import Testing

/// The order of the targets (design, section 2): each may import only what stands above it, and
/// not all of that.
@Suite struct `The order of imports` {
  struct Target {
    let name: String
    /// Targets of the package it may know.
    var knows: [String] = []
    /// Modules from outside it may know; nobody else may read files or the clock.
    var outside: [String] = []
    /// What it must not know although no import would show it.
    var silentOn: [String] = []
  }

  /// From the top: the first knows nothing.
  static let targets = [
    Target(name: "CGLPK"),
    Target(name: "CXLSXWriter"),
    Target(name: "CQREncode"),
    Target(name: "IntegerProgramming", silentOn: ["glp_", "State", "Seed"]),
    Target(
      name: "GLPKSolver", knows: ["CGLPK", "IntegerProgramming"], silentOn: ["State", "Seed"]),
    Target(name: "Members", silentOn: ["Solver", "Program"]),
    Target(
      name: "Rules", knows: ["IntegerProgramming", "Members"], silentOn: ["GLPK", "Seed", "Lot"]),
    Target(
      name: "Pairing", knows: ["IntegerProgramming", "GLPKSolver", "Members", "Rules"],
      silentOn: ["RandomNumberGenerator", "Seed", "Lot"]),
    Target(
      name: "Explanations",
      knows: ["IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing"],
      silentOn: ["Seed", "FileManager", "print"]),
    Target(
      name: "Lots", outside: ["Crypto", "CCryptoBoringSSL"],
      silentOn: ["State", "Solver", "Program"]),
    Target(
      name: "Chances", knows: ["Members", "Rules", "Pairing", "Lots"],
      outside: ["BigInt", "Dispatch", "Synchronization"],
      silentOn: ["FileManager", "FileHandle", "print", "readLine"]),
    Target(
      name: "Drawing", knows: ["Members", "Rules", "Pairing", "Lots", "Chances"],
      outside: ["BigInt"],
      silentOn: ["FileManager", "FileHandle", "print", "readLine"]),
    Target(
      name: "Proofs", knows: ["Members", "Rules", "Drawing"],
      silentOn: ["Solver", "Lookahead", "Drawer", "PairingProblem", "FileManager", "print"]),
    Target(
      name: "Phrases", knows: ["Members", "Rules", "Drawing"],
      silentOn: ["Solver", "Lookahead", "Drawer", "FileManager", "FileHandle", "print"]),
    Target(
      name: "Records", knows: ["Members", "Rules", "Pairing", "Lots", "Drawing"],
      outside: ["Foundation", "Crypto", "SystemPackage", "Yams", "Glibc", "Musl", "Darwin"],
      silentOn: ["print", "readLine", "standardOutput", "standardError", "stdout", "stderr"]),
    Target(
      name: "StressTesting",
      knows: [
        "Members", "Rules", "Pairing", "Explanations", "Lots", "Chances", "Drawing", "Records",
      ],
      outside: [
        "Foundation", "SystemPackage", "Yams", "Synchronization", "Glibc", "Musl", "Darwin",
      ],
      silentOn: ["print", "readLine", "standardOutput", "standardError", "stdout", "stderr"]),
    Target(name: "Reports", silentOn: ["State", "Solver", "FileManager", "print"]),
    Target(
      name: "Workbooks", knows: ["CXLSXWriter"],
      silentOn: ["State", "Solver", "FileManager", "print"]),
    Target(
      name: "QRCodes", knows: ["CQREncode"],
      silentOn: ["State", "Solver", "FileManager", "print"]),
    Target(
      name: "Publishing",
      knows: [
        "Members", "Rules", "Pairing", "Explanations", "Drawing", "Phrases", "Records", "Reports",
        "QRCodes",
      ],
      outside: ["Yams"],
      silentOn: ["Solver", "Lookahead", "Drawer", "FileManager", "FileHandle", "print", "Date"]),
    Target(
      name: "PeerLots",
      knows: [
        "IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing", "Explanations", "Lots",
        "Chances", "Drawing", "Proofs", "Records",
      ],
      silentOn: ["print", "readLine"]),
    Target(
      name: "Hall",
      knows: [
        "Members", "Rules", "Lots", "Drawing", "Phrases", "Records", "Reports", "QRCodes",
        "Publishing",
      ],
      outside: [
        "Dispatch", "FlyingFox", "FlyingSocks", "Foundation", "Mustache", "Synchronization",
      ],
      silentOn: ["Solver", "Lookahead", "Drawer", "print", "readLine"]),
    Target(
      name: "PeerLotsTool",
      knows: [
        "IntegerProgramming", "GLPKSolver", "Members", "Rules", "Pairing", "Explanations", "Lots",
        "Chances", "Drawing", "Proofs", "Phrases", "Records", "StressTesting", "Reports",
        "Workbooks", "Publishing", "Hall",
      ],
      outside: [
        "ArgumentParser", "Dispatch", "Foundation", "Synchronization", "Glibc", "Musl", "Darwin",
      ],
      silentOn: ["addRows", "Encoding", "Block"]),
  ]

  static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// A Swift file of a target, comments left out.
  struct Source {
    let target: String
    let path: String
    let lines: [Substring]

    /// Whether a word stands in a line as a name of its own.
    func holds(_ word: String) -> Bool {
      // `glp_` is the beginning of names, any other word a whole one.
      let end = word.hasSuffix("_") ? "" : "\\b"
      return lines.contains { line in
        // What stands in quotation marks is said, not used.
        let code = line.replacing(#/"[^"]*"/#, with: "\"\"")
        return code.range(of: "\\b\(word)\(end)", options: .regularExpression) != nil
      }
    }

    /// The modules it imports.
    var imports: [String] {
      lines.compactMap { line in
        let pattern =
          #/^\s*(?:@\w+\s+)*(?:\w+\s+)?import\s+(?:(?:struct|class|enum|func|protocol|var|let|typealias)\s+)?(\w+)/#
        return line.firstMatch(of: pattern).map { String($0.1) }
      }
    }
  }

  static let sources: [Source] = {
    let folder = root.appendingPathComponent("Sources")
    let paths = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String }
    return (paths ?? []).filter { $0.hasSuffix(".swift") }.sorted().compactMap { path in
      let file = folder.appendingPathComponent(path)
      guard let text = try? String(contentsOf: file, encoding: .utf8) else { return nil }
      let lines = text.split(separator: "\n").filter {
        !$0.drop { $0 == " " }.hasPrefix("//")
      }
      return Source(target: String(path.prefix { $0 != "/" }), path: path, lines: lines)
    }
  }()

  @Test func `is one in which a target knows only targets above it`() {
    for (place, target) in Self.targets.enumerated() {
      let above = Set(Self.targets.prefix(place).map(\.name))
      #expect(above.isSuperset(of: target.knows), "\(target.name)")
    }
  }

  @Test func `is kept by every file`() {
    #expect(Self.sources.count > 100, "the sources were found")
    for source in Self.sources {
      guard let target = Self.targets.first(where: { $0.name == source.target }) else {
        Issue.record("\(source.path) belongs to no target of the design")
        continue
      }
      let known = Set(target.knows + target.outside)
      for module in source.imports {
        #expect(known.contains(module), "\(source.path) imports \(module)")
      }
    }
  }

  @Test func `is kept in spirit: no target speaks of what it must not know`() {
    for source in Self.sources {
      let target = Self.targets.first { $0.name == source.target }
      for word in target?.silentOn ?? [] {
        #expect(!source.holds(word), "\(source.path) knows \(word)")
      }
    }
  }

  @Test func `has one file that writes to the terminal`() {
    let words = [
      "print", "debugPrint", "fputs", "printf", "putchar", "stdout", "stderr",
      "standardOutput", "standardError",
    ]
    // The hall's second program is a process of its own, whose outputs go into a pipe.
    let exempt = ["PeerLotsTool/Console.swift", "Hall/Story/SecondProgram.swift"]
    for source in Self.sources where !exempt.contains(source.path) {
      for word in words { #expect(!source.holds(word), "\(source.path) uses \(word)") }
    }
  }

  /// GLPK, libxlsxwriter, libqrencode, the compression of SHA-256 in BoringSSL, and two calls of the C
  /// library that take texts: `rename`, and the arguments as bytes.
  @Test func `keeps unsafe code in one target for each library`() {
    let unsafe = Set(Self.sources.filter { $0.holds("unsafe") }.map(\.target))
    #expect(unsafe == ["GLPKSolver", "Lots", "Workbooks", "QRCodes", "Records", "PeerLotsTool"])
  }

  /// Design, section 4: what these give may change with the version of the language.
  @Test func `keeps chance to the lots`() {
    let words = [
      "random", "shuffled", "shuffle", "randomElement", "SystemRandomNumberGenerator",
    ]
    for source in Self.sources {
      for word in words { #expect(!source.holds(word), "\(source.path) uses \(word)") }
    }
  }

  @Test func `has no module named like a type inside it`() {
    let kinds = "struct|class|enum|protocol|actor|typealias"
    for source in Self.sources {
      let pattern = "\\b(\(kinds))\\s+\(source.target)\\b"
      for line in source.lines {
        #expect(line.range(of: pattern, options: .regularExpression) == nil, "\(source.path)")
      }
    }
  }

  @Test func `stands in a repository whose top level is as the design says`() throws {
    let present = try FileManager.default.contentsOfDirectory(atPath: Self.root.path)
      // The README's commands leave a rehearsal's folder and its proofs, which git ignores.
      .filter { name in ![".", "rehearsal-", "proofs-"].contains { name.hasPrefix($0) } }
    let required: Set = ["Package.swift", "Sources", "Tests", "Instances", "README.md", "LICENSE"]
    // SwiftPM writes Package.resolved, which is not in the repository; benchmarks may come later.
    let allowed = required.union(["Benchmarks", "Package.resolved"])
    #expect(Set(present).isSuperset(of: required))
    #expect(allowed.isSuperset(of: present), "\(Set(present).subtracting(allowed))")
    let folders = try FileManager.default.contentsOfDirectory(
      atPath: Self.root.appendingPathComponent("Sources").path)
    #expect(Set(folders) == Set(Self.targets.map(\.name)))
  }
}
