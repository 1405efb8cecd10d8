import Lots
import Members
import Records
import Rules
import SystemPackage
import Yams

/// Reads plans of the laboratory.
public struct StressPlanReader {
  /// The most bytes a plan has.
  public static let limitInBytes = 1 << 16

  private static let keys = ["name", "seed", "cycles", "memberships", "rulebook", "behaviours"]

  private let path: String
  private var nodes: YAMLNodes
  private var faults: [Fault] = []
  private var warnings: [Warning] = []
  private var tables: [(file: String, columns: Set<MembershipReader.Column>)] = []

  /// Reads a plan and the files that it names, relative to its folder.
  ///
  /// - Throws: `RecordsFailure` with every fault of the plan and of its files.
  public static func read(
    path: String
  ) throws(RecordsFailure) -> (plan: StressPlan, warnings: [Warning]) {
    try read(InputFile.read(path: path, limitInBytes: limitInBytes), path: path)
  }

  /// Reads a plan from the bytes of its file, and the files that it names, relative to the folder of
  /// `path`.
  ///
  /// - Throws: `RecordsFailure` with every fault of the plan and of its files.
  public static func read(
    _ bytes: [UInt8], path: String
  ) throws(RecordsFailure) -> (plan: StressPlan, warnings: [Warning]) {
    var document = YAMLDocument(file: path)
    let root = document.compose(bytes)
    var reader = StressPlanReader(path: path, maskedKeys: document.maskedKeys)
    var plan: StressPlan?
    if let root { plan = reader.read(root) }
    let faults = document.faults + reader.nodes.faults
    if root == nil && faults.isEmpty {
      throw .data(faults: [Fault(.empty, at: Place(file: path))], warnings: [])
    }
    // A value that stands in many combinations is wrong in each of them, and named once.
    var known: Set<Fault> = []
    let own = faults.filter { known.insert($0).inserted }.enumerated().sorted {
      ($0.element.place.line ?? 0, $0.offset) < ($1.element.place.line ?? 0, $1.offset)
    }
    guard let plan, own.isEmpty, reader.faults.isEmpty else {
      throw .data(faults: own.map(\.element) + reader.faults, warnings: reader.warnings)
    }
    return (plan, reader.warnings)
  }

  private init(path: String, maskedKeys: [String: String]) {
    self.path = path
    nodes = YAMLNodes(file: path, maskedKeys: maskedKeys)
  }

  /// Reads the whole; nil where something is missing, which is a fault.
  private mutating func read(_ root: Node) -> StressPlan? {
    let top = nodes.top(root, keys: Self.keys)
    guard case .mapping = root else { return nil }
    nodes.require(["seed", "cycles", "memberships"], in: top, at: root)
    let name = nodes.text("name", of: top) ?? FilePath(path).stem ?? ""
    let seed = nodes.text("seed", of: top)
    if let seed, let fault = SeedText.fault(inSeed: seed, limit: 900) {
      nodes.report(.unfitSeed(fault), at: root, "seed")
    }
    let cycles = nodes.number("cycles", of: top, in: 1...StressPlan.cycleLimit)
    let memberships = readMemberships(of: top, seed: seed ?? "")
    let rulebooks = readRulebooks(of: top)
    let behaviours = readBehaviours(of: top)
    warnOfMissingColumns(for: rulebooks)
    guard let seed, let cycles, !memberships.isEmpty, !rulebooks.isEmpty, !behaviours.isEmpty
    else { return nil }
    guard memberships.count * rulebooks.count * behaviours.count <= StressPlan.cellLimit else {
      nodes.report(.tooManyValues(limit: StressPlan.cellLimit), at: root, nil)
      return nil
    }
    return StressPlan(
      name: name, seed: Label(seed), cycles: cycles, memberships: memberships,
      rulebooks: rulebooks, behaviours: behaviours)
  }

  /// Warns of columns that some rulebook of the plan needs.
  private mutating func warnOfMissingColumns(for rulebooks: [Rulebook]) {
    for (file, columns) in tables {
      let missing = Set(rulebooks.flatMap { MissingColumn.among(columns, for: $0) })
      let ordered = missing.sorted { $0.column.rawValue < $1.column.rawValue }
      warnings += MissingColumn.warnings(ordered, in: file)
    }
  }

  /// A path relative to the plan.
  private func place(_ file: String) -> String {
    FilePath(path).removingLastComponent().pushing(FilePath(file)).string
  }

  /// Reads another file; its faults are collected.
  private mutating func collect<Value>(_ read: () throws(RecordsFailure) -> Value) -> Value? {
    do {
      return try read()
    } catch {
      faults += error.faults
      warnings += error.warnings
      return nil
    }
  }

  // MARK: Memberships

  private mutating func readMemberships(
    of top: YAMLNodes.Section, seed: String
  ) -> [PlannedMembership] {
    let keys = ["file", "conflicts", "generate", "name"]
    var memberships: [PlannedMembership] = []
    for (node, section) in nodes.mappings("memberships", of: top, keys: keys) ?? [] {
      let isFile = section.values["file"] != nil
      if isFile == (section.values["generate"] != nil) {
        if case .mapping = node {
          nodes.report(.eitherKey("file", "generate"), at: node, "memberships")
        }
        continue
      }
      memberships += isFile ? readFile(of: section) : generate(section, seed: seed)
      if memberships.count > StressPlan.cellLimit {
        nodes.report(.tooManyValues(limit: StressPlan.cellLimit), at: node, "memberships")
        return []
      }
    }
    return memberships
  }

  private mutating func readFile(of section: YAMLNodes.Section) -> [PlannedMembership] {
    let file = nodes.text("file", of: section)
    let conflictsFile = nodes.text("conflicts", of: section)
    let name = nodes.text("name", of: section)
    guard let file else { return [] }
    let path = place(file)
    guard
      let read = collect({ () throws(RecordsFailure) in try MembershipReader.read(path: path) })
    else { return [] }
    warnings += read.warnings
    tables.append((path, read.columns))
    var conflicts: [Conflict] = []
    var exclusions: [Exclusion] = []
    if let conflictsFile {
      let path = place(conflictsFile)
      let pairs = collect { () throws(RecordsFailure) in
        try ConflictsReader.read(path: path, membership: read.membership)
      }
      guard let pairs else { return [] }
      warnings += pairs.warnings
      (conflicts, exclusions) = (pairs.conflicts, pairs.exclusions)
    }
    return [
      PlannedMembership(
        name: name ?? FilePath(file).stem ?? file, source: .file(read.membership),
        conflicts: conflicts, exclusions: exclusions)
    ]
  }

  private mutating func generate(
    _ section: YAMLNodes.Section, seed: String
  ) -> [PlannedMembership] {
    let name = nodes.text("name", of: section) ?? "synthetic"
    if section.values["conflicts"] != nil {
      nodes.report(
        .eitherKey("conflicts", "generate"), at: section.values["conflicts"],
        section.prefix + "conflicts")
    }
    let generate = nodes.section(
      "generate", of: section, keys: SyntheticMembership.Option.allCases.map(\.rawValue) + ["seed"])
    nodes.require(["states"], in: generate, at: section.values["generate"])
    func numbers(_ option: SyntheticMembership.Option) -> [Int?] {
      nodes.numbers(option.rawValue, of: generate, in: option.range) ?? [nil]
    }
    let (states, groups) = (numbers(.states), numbers(.groups))
    let (signatories, coverage) = (numbers(.signatories), numbers(.coverage))
    let seeds =
      nodes.values("seed", of: generate, allowed: .text, YAMLNodes.text) ?? ["\(seed)/membership"]
    let count = [states, groups, signatories, coverage].reduce(seeds.count) {
      let (product, overflow) = $0.multipliedReportingOverflow(by: $1.count)
      return overflow ? Int.max : product
    }
    guard count <= StressPlan.cellLimit else {
      nodes.report(
        .tooManyValues(limit: StressPlan.cellLimit), at: section.values["generate"],
        section.prefix + "generate")
      return []
    }
    var memberships: [PlannedMembership] = []
    for stateCount in states.compactMap(\.self) {
      for group in groups {
        for signatory in signatories {
          for percent in coverage {
            for seed in seeds {
              let synthetic = SyntheticMembership(
                stateCount: stateCount, seed: Seed(seed), groupCount: group,
                signatoryPercent: signatory ?? 0, coveragePercent: percent)
              memberships.append(PlannedMembership(name: name, source: .generated(synthetic)))
            }
          }
        }
      }
    }
    return memberships
  }

  // MARK: Rulebooks and behaviours

  private mutating func readRulebooks(of top: YAMLNodes.Section) -> [Rulebook] {
    guard let node = top.values["rulebook"] else { return [Rulebook()] }
    var base = Rulebook()
    if case .mapping(let mapping) = node,
      let file = mapping.first(where: { YAMLNodes.text(of: $0.key) == "file" })?.value
    {
      guard let name = YAMLNodes.text(of: file) else {
        nodes.report(
          .wrongValue(YAMLNodes.found(file), allowed: .text), at: file, "rulebook.file")
        return []
      }
      let path = place(name)
      guard
        let read = collect({ () throws(RecordsFailure) in
          if let preset = Preset(rawValue: name) { return try RulebookReader.read(preset) }
          return try RulebookReader.read(path: path)
        })
      else { return [] }
      base = read
    }
    let rulebooks = RulebookReader.grid(
      node, path: "rulebook", others: ["file"], base: base, &nodes)
    for what in Set(rulebooks.compactMap(Self.notDrawn)).sorted() {
      nodes.report(.rulebook(.notDrawn(what)), at: node, "rulebook")
    }
    return rulebooks
  }

  /// What of a rulebook the laboratory does not draw; nil where it draws everything.
  private static func notDrawn(_ rulebook: Rulebook) -> String? {
    // Memberships of a plan change in the course of a cycle, and give no years.
    if rulebook.selectionMethod == .given { return "`selection.method` is given" }
    // Its measures know no supplementary seats.
    return rulebook.protocols == .supplement ? "`reviewers.protocols` is supplement" : nil
  }

  private mutating func readBehaviours(of top: YAMLNodes.Section) -> [Behaviour] {
    let keys = ["name"] + Behaviour.rates.map(\.key) + ["worse"]
    guard top.values["behaviours"] != nil else { return [Behaviour()] }
    var behaviours: [Behaviour] = []
    for (node, section) in nodes.mappings("behaviours", of: top, keys: keys) ?? [] {
      var behaviour = Behaviour()
      if let name = nodes.text("name", of: section) { behaviour.name = name }
      var variants = [behaviour]
      for (key, path) in Behaviour.rates {
        let rates = nodes.values(key, of: section, allowed: .rate) { node in
          YAMLNodes.plainText(of: node).flatMap(Rate.init)
        }
        vary(&variants, path, rates)
      }
      let allowed = Behaviour.Worse.allCases.map(\.rawValue)
      let worse = nodes.values("worse", of: section, allowed: .word(allowed)) { node in
        YAMLNodes.text(of: node).flatMap(Behaviour.Worse.init)
      }
      vary(&variants, \.worse, worse)
      behaviours += variants
      if behaviours.count > StressPlan.cellLimit {
        nodes.report(.tooManyValues(limit: StressPlan.cellLimit), at: node, "behaviours")
        return []
      }
    }
    return behaviours
  }

  /// Every variant with every value.
  private func vary<Value>(
    _ variants: inout [Behaviour], _ path: WritableKeyPath<Behaviour, Value>, _ values: [Value]?
  ) {
    guard let values, variants.count <= StressPlan.cellLimit else { return }
    variants = variants.flatMap { variant in
      values.map { value in
        var changed = variant
        changed[keyPath: path] = value
        return changed
      }
    }
  }
}
