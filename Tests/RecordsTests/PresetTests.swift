import Foundation
import Members
import Records
import Rules
import Testing

@Suite struct `The presets` {
  /// The texts in the program, made from the files.
  static let generated = URL(
    fileURLWithPath: "\(instancesFolder)/../Sources/Records/PresetTexts.swift")

  static func source(_ preset: Preset) throws -> String {
    try String(
      contentsOfFile: "\(instancesFolder)/rulebooks/\(preset.rawValue).yaml", encoding: .utf8)
  }

  /// The file with the texts, as it should be.
  static func texts() throws -> String {
    let entries = try Preset.allCases.map { preset in
      "    \"\(preset.rawValue)\": #\"\"\"\n" + (try source(preset)) + "\n\"\"\"#,\n"
    }
    return """
      // swift-format-ignore-file
      // Made from Instances/rulebooks by PresetTests (PEERLOTS_RECORD=1). Change the files there.

      extension Preset {
        /// The text of each preset, by its name.
        static let texts: [String: String] = [
      \(entries.joined())  ]
      }

      """
  }

  /// Written anew where `PEERLOTS_RECORD` is set; such a run fails, so that none passes by recording.
  @Test func `stand in the program as they stand in their files`() throws {
    if ProcessInfo.processInfo.environment["PEERLOTS_RECORD"] != nil {
      try Self.texts().write(to: Self.generated, atomically: true, encoding: .utf8)
      Issue.record("recorded anew; build again, and run without PEERLOTS_RECORD")
    }
    #expect(try String(contentsOf: Self.generated, encoding: .utf8) == Self.texts())
    for preset in Preset.allCases { #expect(preset.text == (try Self.source(preset)), "\(preset)") }
  }

  @Test func `are all the files there are`() throws {
    let files = try FileManager.default.contentsOfDirectory(
      atPath: "\(instancesFolder)/rulebooks")
    #expect(Set(files) == Set(Preset.allCases.map { "\($0.rawValue).yaml" }))
  }

  @Test(arguments: Preset.allCases) func `leave no key to its default`(_ preset: Preset) throws {
    let text = try Self.source(preset)
    let keys = [
      "name", "source", "cycle", "joining", "reviewers", "  seats", "  distinct_groups",
      "  protocols", "  mutual_reviews", "loads", "selection", "redraws", "waivers",
    ]
    let lines = text.split(separator: "\n")
    for key in keys {
      #expect(lines.contains { $0.hasPrefix("\(key):") }, "\(preset): \(key)")
    }
    // Each line of the rules has a remark above it that says what it comes from.
    for (place, line) in lines.enumerated().dropFirst(1) where line.contains(":") {
      let isRule = !line.drop(while: { $0 == " " }).hasPrefix("#")
      let isHeading = ["name:", "source:", "reviewers:"].contains { line.hasPrefix($0) }
      let isKind = line.contains("- {")
      guard isRule, !isHeading, !isKind else { continue }
      #expect(lines[place - 1].contains("#"), "\(preset): \(line)")
    }
  }

  @Test func `of 2010 is the built-in rulebook`() throws {
    #expect(try RulebookReader.read(.untoc2010) == Rulebook())
  }

  @Test func `say what is known of each mechanism`() throws {
    let adopted = try RulebookReader.read(.untoc2018)
    #expect((adopted.years, adopted.selectedYears, adopted.protocols) == (3, 3, .supplement))
    #expect(adopted.seats.map(\.group) == [.same, .other])
    let corruption = try RulebookReader.read(.uncac)
    #expect((corruption.years, corruption.selectedYears) == (5, 4))
    #expect((corruption.joining, corruption.protocols) == (.lastYear, .any))
    let periodic = try RulebookReader.read(.upr)
    #expect((periodic.reviewersPerReview, periodic.regionalSeats) == (3, 0))
    #expect((periodic.distinctGroups, periodic.maximumPerYear) == (true, 1))
    #expect((periodic.selectionMethod, periodic.redrawScope) == (.alphabetical, .reviewer))
    let box = try RulebookReader.read(.mesicic2002)
    #expect((box.years, box.minimumLoad, box.maximumLoad) == (1, 2, 2))
    #expect(box.waivers.isEmpty && box.regionalSeats == 1)
  }

  @Test func `are named where there is no file`() throws {
    #expect(try RulebookReader.read(named: "uncac") == RulebookReader.read(.uncac))
    do {
      _ = try RulebookReader.read(named: "uncca")
      Issue.record("a rulebook of no name was read")
    } catch {
      #expect("\(error)".contains("untoc-2010, untoc-2018, uncac, upr, mesicic-2002"), "\(error)")
    }
  }
}
