extension SpanishWords {
  func text(_ sentence: EvidenceSentence) -> Wording {
    switch sentence {
    case .governmentalExperts: "Expertos gubernamentales"
    case .expert: "Experto"
    case .fields: "Esferas de especialización"
    case .languages: "Idiomas"
    case .noneNamedYet: "ninguno designado hasta ahora"
    case .expertsNamed(let experts, let states):
      """
      \(count(experts, "experto designado", "expertos designados")) por \
      \(count(states, "Estado", "Estados")) (párr. 21).
      """
    case .withoutExperts(let names):
      names.isOne
        ? "Único Estado que aún no ha designado expertos: \(names)."
        : "Estados que aún no han designado expertos: \(names)."
    case .everyStateHasExperts: "Todos los Estados han designado expertos."
    case .listHash(let hash): "La lista de expertos utilizada aquí tiene la huella \(hash)."
    case .listAnnounced(let line): "Es la lista anunciada en la línea \(line)."
    case .listNotAnnounced: "No es la última lista anunciada en el registro."
    case .ledgerHere: "El registro forma parte de esta publicación:"
    case .ledgerFile: "Registro, archivo con una línea por cada hecho"
    case .inABrowser: "En un navegador"
    case .withAProgram: "Con un programa"
    case .verifierPage: "Abrir la página que verifica el sorteo"
    case .howVerifierWorks:
      """
      Esta página contiene el registro y una prueba de cada urna. Su navegador los verifica sin \
      red alguna; la página está en inglés. Al final muestra RIGHT AND PROVEN (correcto y probado) \
      o indica la primera línea errónea.
      """
    case .compareTheHash:
      """
      Compare la huella que muestra la página con la que figura más arriba, obtenida de otra \
      persona que la que le entregó esta carpeta: así nadie puede haber cambiado las dos.
      """
    }
  }
}
