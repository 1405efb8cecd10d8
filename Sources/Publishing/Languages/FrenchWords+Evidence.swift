extension FrenchWords {
  func text(_ sentence: EvidenceSentence) -> Wording {
    switch sentence {
    case .governmentalExperts: "Experts gouvernementaux"
    case .expert: "Expert"
    case .fields: "Domaines de compétence"
    case .languages: "Langues"
    case .noneNamedYet: "aucun désigné à ce jour"
    case .expertsNamed(let experts, let states):
      """
      \(count(experts, "expert désigné", "experts désignés")) par \
      \(count(states, "État", "États")) (par. 21).
      """
    case .withoutExperts(let names):
      names.isOne
        ? "Seul État qui n’a encore désigné aucun expert\u{A0}: \(names)."
        : "États qui n’ont encore désigné aucun expert\u{A0}: \(names)."
    case .everyStateHasExperts: "Tous les États ont désigné des experts."
    case .listHash(let hash): "La liste d’experts utilisée ici a pour empreinte \(hash)."
    case .listAnnounced(let line): "C’est la liste annoncée à la ligne \(line)."
    case .listNotAnnounced: "Ce n’est pas la liste annoncée en dernier dans le registre."
    case .ledgerHere: "Le registre est joint à cette publication\u{A0}:"
    case .ledgerFile: "Registre, fichier d’une ligne par événement"
    case .inABrowser: "Dans un navigateur"
    case .withAProgram: "Avec un programme"
    case .verifierPage: "Ouvrir la page qui vérifie le tirage"
    case .howVerifierWorks:
      """
      Cette page contient le registre et une preuve pour chaque urne. Votre navigateur les \
      vérifie sans aucun réseau\u{A0}; la page est en anglais. À la fin, elle affiche RIGHT AND \
      PROVEN (exact et prouvé) ou indique la première ligne inexacte.
      """
    case .compareTheHash:
      """
      Comparez l’empreinte qu’affiche la page avec celle qui figure plus haut, obtenue auprès \
      d’une autre personne que celle qui vous a remis ce dossier\u{A0}: personne n’aura alors pu \
      remplacer les deux.
      """
    }
  }
}
