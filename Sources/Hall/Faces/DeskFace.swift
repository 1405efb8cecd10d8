import Drawing
import Members
import Publishing
import Records

/// What the desk's page asks for; whoever asks has the desk's key.
struct DeskFace: Sendable {
  private let plan: HallPlan
  private let stage: Stage
  private let desk: Desk
  private let pages: PagesFace

  init(_ plan: HallPlan, _ stage: Stage, _ desk: Desk, _ pages: PagesFace) {
    (self.plan, self.stage, self.desk, self.pages) = (plan, stage, desk, pages)
  }

  /// The page itself, which holds nothing.
  ///
  /// - Parameter tongue: Its language, where the window has chosen no other.
  func frame(in tongue: Tongue) -> Answer {
    Templates.desk([
      "folder": plan.folder.split(separator: "/").last.map(String.init) ?? plan.folder,
      "language": tongue.rawValue, "direction": tongue.isRightToLeft ? "rtl" : "ltr",
    ])
  }

  /// The answer to a request of the page.
  func answer(_ request: Request) async -> Answer {
    do throws(DeskForm.Fault) {
      return request.method == "POST" ? try await posted(request) : try await got(request)
    } catch {
      return .json(
        JSONValue.object([JSONField("error", .text(Label(error.words)))]).bytes, status: 409)
    }
  }

  private func got(_ request: Request) async throws(DeskForm.Fault) -> Answer {
    switch request.path {
    case "/desk/state": return await desk.state()
    case "/desk/publication.tar":
      let tongues = (request.query["language"] ?? "en").split(separator: ",")
        .compactMap { Tongue(rawValue: String($0)) }
      guard !tongues.isEmpty, Set(tongues).count == tongues.count,
        let bytes = await pages.archive(of: tongues)
      else { return .notFound }
      return Answer(bytes, type: "application/x-tar")
    case "/desk/made":
      guard
        let bytes = try? InputFile.read(path: desk.files.output(request.query["name"] ?? ""))
      else { return .notFound }
      return Answer(bytes, type: "text/csv; charset=utf-8")
    default: return .notFound
    }
  }

  private func posted(_ request: Request) async throws(DeskForm.Fault) -> Answer {
    if request.path == "/desk/upload" { return try upload(request) }
    if request.path == "/desk/say" { return try await desk.say(try DeskForm(request.body)) }
    if request.path == "/desk/go-on" { return try desk.sayHowToGoOn() }
    guard let form = try? JSONReader.value(of: request.body, in: request.body.indices) else {
      throw DeskForm.Fault(words: "the form cannot be read")
    }
    switch request.path {
    case "/desk/act":
      return try desk.act(form.text("trial") ?? "", typed: form.text("typed") ?? "")
    case "/desk/pace": try desk.press(form.text("key") ?? "")
    case "/desk/show":
      let scene = form.text("scene") ?? ""
      guard Phase.scenes.contains(scene) else { throw DeskForm.Fault(words: "no such scene") }
      stage.change { ($0.scene, $0.question) = (scene, nil) }
    case "/desk/ask": try ask(form)
    case "/desk/line":
      guard plan.isReplay, case .integer(let line)? = form["line"],
        let line = Int(exactly: line)
      else { throw DeskForm.Fault(words: "only a replay goes to a line") }
      stage.show(lines: line)
    default: return .notFound
    }
    return .json(Array("{}".utf8))
  }

  /// Puts the question onto the screens why a State is not in the last bowl.
  private func ask(_ form: JSONValue) throws(DeskForm.Fault) {
    let now = stage.now
    let word = (form.text("state") ?? "").lowercased()
    let state = now.writer?.cycle.roster.states.first {
      $0.code.text.lowercased() == word || (!$0.name.isEmpty && $0.name.lowercased() == word)
    }
    let line = now.entries[..<now.shown].lastIndex { entry in
      if case .lot(let lot) = entry.event { lot.purpose.reviewed != nil } else { false }
    }
    guard let state, let line else {
      throw DeskForm.Fault(words: "\(Quotation(word)) is no State, or no seat was drawn yet")
    }
    stage.change { $0.question = (state.code, line + 1) }
  }

  // MARK: Uploads

  /// Keeps a file, and says at once what is wrong with it if it is a membership.
  private func upload(_ request: Request) throws(DeskForm.Fault) -> Answer {
    let name = request.query["name"] ?? "file"
    guard let kept = desk.files.keep(request.body, as: name) else {
      throw DeskForm.Fault(
        words: "the file cannot be kept: the disk is full, or there are too many")
    }
    var fields = [JSONField("file", .text(Label(kept.number)))]
    if request.query["kind"] == "membership" {
      let (faults, warnings) = Self.faults(of: kept.path)
      fields += [
        JSONField("faults", .array(faults.map(place))),
        JSONField("warnings", .texts(warnings.map { Label(desk.files.named($0)) })),
      ]
    }
    return .json(JSONValue.object(fields).bytes)
  }

  private static func faults(of path: String) -> ([Fault], [String]) {
    do throws(RecordsFailure) {
      return ([], try MembershipReader.read(path: path).warnings.map { "\($0)" })
    } catch {
      return (error.faults, error.warnings.map { "\($0)" })
    }
  }

  private func place(_ fault: Fault) -> JSONValue {
    var column = ""
    if case .column(let name)? = fault.place.field { column = name }
    return .object([
      JSONField("line", fault.place.line.map { .integer(Int128($0)) } ?? .null),
      JSONField("column", .text(Label(column))),
      JSONField("words", .text(Label(desk.files.named("\(fault)")))),
    ])
  }
}

extension DrawnLot.Purpose {
  /// The State under review whose seat the lot is for; nil where it is for none.
  var reviewed: Label? {
    switch self {
    case .regionalReviewer(_, let state, _), .openReviewer(_, let state, _),
      .supplementaryReviewer(_, let state, _):
      state
    case .extraPlace, .first, .year, .turn, .replacement, .joining: nil
    }
  }
}
