import Drawing
import Lots
import Members
import Records

/// Changes one field of one line of a ledger, as a forger would who then puts numbers, hashes and the
/// lot right again.
struct FieldForger {
  /// One forgery.
  struct Forgery {
    /// The line that was changed, from 1.
    let line: Int
    /// The event and the path of the field, for instance `redraw.best.seat`.
    let field: String
    /// What was changed, for a message.
    let change: String
    /// The file.
    let bytes: [UInt8]
  }

  private let lines: [JSONValue]
  private let codes: [Label]
  /// The seed in force at each line.
  private let seeds: [Label]

  init(_ bytes: [UInt8]) throws {
    lines = try bytes.split(separator: UInt8(ascii: "\n")).map {
      try JSONReader.value(of: Array($0))
    }
    codes = try Ledger(bytes: bytes).opened.membership.states.map(\.code)
    var seed: Label = ""
    seeds = lines.map { line in
      if case .text("seeded") = line["event"], case .text(let text) = line["seed"] { seed = text }
      return seed
    }
  }

  var count: Int { lines.count }

  /// Every forgery of a line: each field and each part of it in turn.
  func forgeries(ofLine number: Int) -> [Forgery] {
    guard case .object(let fields) = lines[number - 1], case .text(let event) = fields[1].value
    else { return [] }
    var forgeries: [Forgery] = []
    for (place, field) in fields.enumerated() where place == 1 || place > 2 {
      for (path, value) in variants(of: field.value, path: field.key.text) {
        var changed = fields
        changed[place] = JSONField(field.key, value)
        let line = lot(.object(changed), number, field.key)
        forgeries.append(
          Forgery(
            line: number, field: "\(event).\(path)",
            change: String(decoding: line.bytes.prefix(600), as: UTF8.self),
            bytes: chained(line, number)))
      }
    }
    return forgeries
  }

  /// A lot whose bowl was forged is drawn again from its seed.
  private func lot(_ line: JSONValue, _ number: Int, _ key: Label) -> JSONValue {
    guard key == "bowl", case .array(let bowl) = line["bowl"], !bowl.isEmpty,
      case .integer(let counter) = line["counter"], case .object(var fields) = line
    else { return line }
    var stream = LotStream(seed: Seed(seeds[number - 1].text), counter: UInt64(counter))
    let index = stream.draw(from: bowl.count).index
    for place in fields.indices {
      if fields[place].key == "index" {
        fields[place] = JSONField("index", .integer(Int128(index)))
      }
      if fields[place].key == "drawn" { fields[place] = JSONField("drawn", bowl[index]) }
    }
    return .object(fields)
  }

  private func chained(_ line: JSONValue, _ number: Int) -> [UInt8] {
    var bytes: [UInt8] = []
    var previous = LineHash.none
    for (place, value) in lines.enumerated() {
      guard case .object(var fields) = place == number - 1 ? line : value else { continue }
      fields[2] = JSONField("previous", .text(Label(previous.text)))
      let written = JSONValue.object(fields).bytes
      previous = LineHash(of: written)
      bytes += written + [UInt8(ascii: "\n")]
    }
    return bytes
  }

  /// Other values that could stand in the place of one, each with the path of what was changed.
  private func variants(of value: JSONValue, path: String) -> [(String, JSONValue)] {
    switch value {
    case .null: [(path, .integer(0))]
    case .bool(let bool): [(path, .bool(!bool))]
    case .integer(let integer): [(path, .integer(integer + 1)), (path, .integer(integer - 1))]
    case .text(let text): texts(text).map { (path, .text($0)) }
    case .array(let values): arrays(values, path)
    case .object(let fields):
      fields.indices.flatMap { place in
        variants(of: fields[place].value, path: "\(path).\(fields[place].key)").map {
          var changed = fields
          changed[place] = JSONField(fields[place].key, $0.1)
          return ($0.0, JSONValue.object(changed))
        }
      }
    }
  }

  private func texts(_ text: Label) -> [Label] {
    if let place = codes.firstIndex(of: text) { return [codes[(place + 1) % codes.count]] }
    if LineHash(text.text) != nil {
      return [Label((text.text.hasPrefix("0") ? "1" : "0") + text.text.dropFirst())]
    }
    if let number = Int(text.text) { return [Label("\(number + 1)"), Label("0\(number)"), "0"] }
    if let draw = DrawName(text: text.text) { return others(draw).map { Label($0.text) } }
    return [Label(text.text + "x"), ""].filter { $0 != text }
  }

  private func others(_ draw: DrawName) -> [DrawName] {
    func next(_ state: Label) -> Label {
      codes[((codes.firstIndex(of: state) ?? 0) + 1) % codes.count]
    }
    return switch draw {
    case .selection: [.year(1)]
    case .year(let year): [year == 1 ? .year(2) : .year(1), .tickets(year)]
    case .tickets(let year): [.year(year)]
    case .redraw(let state, let number):
      [.redraw(state, number + 1), .redraw(next(state), number), .deferral(state, number)]
    case .deferral(let state, let number):
      [.deferral(state, number + 1), .deferral(next(state), number), .redraw(state, number)]
    case .standDown(let state, let number):
      [.standDown(state, number + 1), .standDown(next(state), number)]
    case .amendment(let number): [.amendment(number + 1), .selection]
    }
  }

  private func arrays(_ values: [JSONValue], _ path: String) -> [(String, JSONValue)] {
    guard let last = values.last else { return [(path, .array([.text(codes[0])]))] }
    var changed: [(String, JSONValue)] = [(path, .array(Array(values.dropLast())))]
    if values.count > 1 {
      changed.append((path, .array(Array(values.dropFirst()))))
      changed.append((path, .array(Array(values.reversed()))))
    }
    changed.append((path, .array(values + [last])))
    for (inner, value) in variants(of: values[0], path: path) {
      changed.append((inner, .array([value] + Array(values.dropFirst()))))
    }
    return changed
  }
}

extension JSONValue {
  fileprivate subscript(key: Label) -> JSONValue? {
    guard case .object(let fields) = self else { return nil }
    return fields.first { $0.key == key }?.value
  }
}
