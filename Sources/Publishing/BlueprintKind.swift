/// A kind of document of word processors that can be made of a blueprint; its name is its ending.
public enum BlueprintKind: String, CaseIterable, Sendable {
  case docx, odt

  /// Whether it is made in a language: what makes an ODT knows no writing from right to left.
  public func isMade(in tongue: Tongue) -> Bool { self == .docx || !tongue.isRightToLeft }
}
