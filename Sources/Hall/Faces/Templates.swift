import Mustache

/// The pages' frames, as templates, and the files that go with them.
enum Templates {
  /// A file that pages ask for; nil for none.
  static func file(_ path: String) -> Answer? {
    switch path {
    case "/hall.css": style(PackageResources.hall_css)
    case "/live.css": style(PackageResources.live_css)
    case "/desk.css": style(PackageResources.desk_css)
    case "/stream.js": script(PackageResources.stream_js)
    case "/screen.js": script(PackageResources.screen_js)
    case "/scenes.js": script(PackageResources.scenes_js)
    case "/tables.js": script(PackageResources.tables_js)
    case "/show.js": script(PackageResources.show_js)
    case "/pages.js": script(PackageResources.pages_js)
    case "/desk.js": script(PackageResources.desk_js)
    case "/asking.js": script(PackageResources.asking_js)
    case "/filling.js": script(PackageResources.filling_js)
    case "/mending.js": script(PackageResources.mending_js)
    case "/forms.js": script(PackageResources.forms_js)
    default: nil
    }
  }

  private static func style(_ bytes: [UInt8]) -> Answer {
    Answer(bytes, type: "text/css; charset=utf-8")
  }

  private static func script(_ bytes: [UInt8]) -> Answer {
    Answer(bytes, type: "text/javascript; charset=utf-8")
  }

  /// The screen, with its language and direction.
  static func screen(_ values: [String: String]) -> Answer {
    page(PackageResources.screen_html, values)
  }

  /// The desk.
  static func desk(_ values: [String: String]) -> Answer {
    page(PackageResources.desk_html, values)
  }

  private static func page(_ bytes: [UInt8], _ values: [String: String]) -> Answer {
    guard let template = try? MustacheTemplate(string: String(decoding: bytes, as: UTF8.self))
    else { return Answer(status: 500, "A template of the program is broken.\n") }
    return .html(template.render(values))
  }
}
