extension EnglishWords {
  func text(_ sentence: EvidenceSentence) -> Wording {
    switch sentence {
    case .governmentalExperts: "Governmental experts"
    case .expert: "Expert"
    case .fields: "Fields of expertise"
    case .languages: "Languages"
    case .noneNamedYet: "none named yet"
    case .expertsNamed(let experts, let states):
      """
      \(count(experts, "expert", "experts")) named by \(count(states, "State", "States")) (para. \
      21).
      """
    case .withoutExperts(let names):
      names.isOne
        ? "The only State that has named no expert yet: \(names)."
        : "States that have named no expert yet: \(names)."
    case .everyStateHasExperts: "Every State has named experts."
    case .listHash(let hash): "The list of experts used here has the hash \(hash)."
    case .listAnnounced(let line): "It is the list that was announced in line \(line)."
    case .listNotAnnounced: "It is not the list announced last in the ledger."
    case .ledgerHere: "The ledger is in this publication:"
    case .ledgerFile: "Ledger, a file with one line for each event"
    case .inABrowser: "In a browser"
    case .withAProgram: "With a program"
    case .verifierPage: "Open the page that checks the draw"
    case .howVerifierWorks:
      """
      This page holds the ledger and a proof of every bowl. Your browser checks them, without any \
      network; the page is in English. At the end it says RIGHT AND PROVEN, or names the first \
      line that is wrong.
      """
    case .compareTheHash:
      """
      Compare the hash that the page shows with the one above, as you had it from somebody else \
      than whoever gave you this folder: then nobody can have exchanged both.
      """
    }
  }
}
