/// A verifier for the browser: one HTML file that holds a ledger and its proofs and checks both.
///
/// It opens from the disk, asks no network (its first lines forbid that), and lets a person drop
/// another ledger and other proofs onto it. Its scripts, beside this file in `Verifier`, are written
/// from the contract and the page Proofs; they share no code with the rest of the package.
public struct VerifierPage: Hashable, Sendable {
  /// The text of a ledger; nil for a page that waits for one.
  public var ledger: String?
  /// The text of a file of proofs; nil where there is none.
  public var proofs: String?

  /// A page that holds these files.
  public init(ledger: String?, proofs: String?) {
    self.ledger = ledger
    self.proofs = proofs
  }

  /// What the page may do: nothing but its own styles and scripts.
  private static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; "
    + "base-uri 'none'; form-action 'none'"

  /// The file: the same page gives the same bytes on every machine.
  public var text: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(Self.policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Verifier</title>
    <link rel="icon" href="data:,">
    <style>
    \(Self.style)</style>
    </head>
    <body>
    <main id="verifier"><noscript>This page checks a draw by scripts: allow them.</noscript></main>
    <script type="application/json" id="ledger">\(Self.json(ledger))</script>
    <script type="application/json" id="proofs">\(Self.json(proofs))</script>
    <script>
    \(Self.script)</script>
    </body>
    </html>

    """
  }

  /// The scripts, in the order in which each rests on those before it.
  static let script = [
    PackageResources.basis_js, PackageResources.forms_js, PackageResources.lines_js,
    PackageResources.cycle_js, PackageResources.supplements_js, PackageResources.draws_js,
    PackageResources.selection_js, PackageResources.changes_js, PackageResources.outcomes_js,
    PackageResources.moment_js, PackageResources.limits_js, PackageResources.completion_js,
    PackageResources.proofs_js, PackageResources.page_js,
  ].map { String(decoding: $0, as: UTF8.self) }.joined(separator: "\n")

  static let style = String(decoding: PackageResources.style_css, as: UTF8.self)

  /// A text as JSON that ends no script element, whatever it holds; `null` for none.
  static func json(_ text: String?) -> String {
    guard let text else { return "null" }
    var result: [UInt8] = [UInt8(ascii: "\"")]
    result.reserveCapacity(text.utf8.count + text.utf8.count / 8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\n"): result += Array(#"\n"#.utf8)
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case 0..<0x20, UInt8(ascii: "<"), UInt8(ascii: "&"):
        let digits = String(byte, radix: 16)
        result += Array((byte < 16 ? #"\u000"# : #"\u00"#).utf8) + Array(digits.utf8)
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
    return String(decoding: result, as: UTF8.self)
  }
}
