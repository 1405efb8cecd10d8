import Members
import Records

/// Which plan and program results are of, and which shard: the file `stress.json`.
struct Manifest: Hashable {
  static let currentFormat = 1

  let software: String
  let name: String
  let seed: String
  let cells: Int
  let cycles: Int
  let identity: String
  let shard: Shard

  /// Describes the results of a plan.
  init(_ plan: StressPlan, software: String, shard: Shard) {
    self.software = software
    (name, seed, identity) = (plan.name, plan.seed.text, plan.identity)
    (cells, cycles) = (plan.cellCount, plan.cycles)
    self.shard = shard
  }

  private init(_ other: Manifest, shard: Shard) {
    (software, name, seed) = (other.software, other.name, other.seed)
    (cells, cycles, identity) = (other.cells, other.cycles, other.identity)
    self.shard = shard
  }

  /// The same with another shard.
  func with(_ shard: Shard) -> Manifest { Manifest(self, shard: shard) }

  /// How many cycles the plan has.
  var total: Int { cells * cycles }

  /// What is another plan, or another program; nil where both are the same.
  func difference(from other: Manifest) -> String? {
    if software != other.software { return "they were made by \(software), not \(other.software)" }
    if name != other.name { return "its name is \(Quotation(name)), not \(Quotation(other.name))" }
    if seed != other.seed { return "its seed is \(Quotation(seed)), not \(Quotation(other.seed))" }
    if (cells, cycles) != (other.cells, other.cycles) {
      return "it has \(cells) cells of \(cycles) cycles, not \(other.cells) of \(other.cycles)"
    }
    if identity != other.identity { return "its memberships, rules or behaviours differ" }
    return nil
  }

  /// The file.
  var bytes: [UInt8] {
    func number(_ value: Int) -> JSONValue { .integer(Int128(value)) }
    func text(_ value: String) -> JSONValue { .text(Label(value)) }
    var bytes: [UInt8] = []
    JSONValue.object([
      JSONField("format", number(Self.currentFormat)), JSONField("software", text(software)),
      JSONField("plan", text(identity)), JSONField("name", text(name)),
      JSONField("seed", text(seed)), JSONField("cells", number(cells)),
      JSONField("cycles", number(cycles)), JSONField("shard", number(shard.number)),
      JSONField("shards", number(shard.count)),
    ]).write(to: &bytes)
    return bytes + [UInt8(ascii: "\n")]
  }

  /// Reads the file of a folder; nil where there is none.
  init?(folder: String) throws(StressFailure) {
    let path = ResultFile.manifest.path(in: folder)
    guard ResultDisk.isThere(path) else { return nil }
    func damaged(_ why: String) -> StressFailure { .damaged(path: path, line: nil, why: why) }
    let bytes: [UInt8]
    do {
      bytes = try InputFile.read(path: path, limitInBytes: 1 << 20)
    } catch { throw damaged("\(error)") }
    guard let value = try? JSONReader.value(of: bytes), case .object(let fields) = value else {
      throw damaged("this is no JSON object")
    }
    func number(_ key: Label) -> Int? {
      guard case .integer(let value)? = fields.first(where: { $0.key == key })?.value else {
        return nil
      }
      return Int(exactly: value)
    }
    func text(_ key: Label) -> String? {
      guard case .text(let label)? = fields.first(where: { $0.key == key })?.value else {
        return nil
      }
      return label.text
    }
    guard number("format") == Self.currentFormat else {
      throw damaged("this program reads format \(Self.currentFormat) only")
    }
    guard let software = text("software"), let name = text("name"), let seed = text("seed"),
      let identity = text("plan"), let cells = number("cells"), let cycles = number("cycles"),
      let place = number("shard"), let count = number("shards"),
      let shard = Shard(place, of: count), (1...StressPlan.cellLimit).contains(cells),
      (1...StressPlan.cycleLimit).contains(cycles)
    else { throw damaged("a field is missing or wrong") }
    (self.software, self.name, self.seed, self.identity) = (software, name, seed, identity)
    (self.cells, self.cycles, self.shard) = (cells, cycles, shard)
  }
}
