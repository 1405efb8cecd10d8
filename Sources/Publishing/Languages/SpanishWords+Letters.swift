extension SpanishWords {
  func text(_ sentence: LetterSentence) -> Wording {
    switch sentence {
    case .subject(let name): "Examen de la aplicación de la Convención y sus Protocolos: \(name)"
    case .toStateUnderReview(let year):
      """
      La secretaría le notifica que su Estado es objeto de examen en el año \(year) del ciclo \
      (directrices, párr. 12).
      """
    case .toReviewingState(let name, let year):
      """
      La secretaría le notifica que su Estado ha sido elegido por sorteo como Estado examinador \
      (directrices, párr. 12). Estado objeto de examen en el año \(year): \(name).
      """
    case .reviewersAre(let names):
      names.isOne ? "El Estado examinador es: \(names)." : "Los Estados examinadores son: \(names)."
    case .otherReviewersAre(let names):
      names.isOne
        ? "El otro Estado examinador es: \(names)."
        : "Los demás Estados examinadores son: \(names)."
    case .noOtherReviewers: "No hay otro Estado examinador."
    case .drawnUnder:
      "El sorteo se realizó con arreglo al párrafo 19 de los términos de referencia."
    case .focalPoint:
      """
      Sírvase designar un punto de contacto que coordine la participación de su Estado (términos \
      de referencia, párr. 17; directrices, párr. 13).
      """
    case .experts(let most):
      """
      Sírvase designar a los expertos gubernamentales de su Estado, \(most) como máximo, indicando \
      su formación, cargos, actividades pertinentes y esferas de especialización (párr. 21).
      """
    case .training:
      """
      Capacitación de los puntos de contacto y expertos: la secretaría comunicará las fechas \
      (párr. 31).
      """
    case .timetableIs: "Este es el calendario provisional, en días naturales:"
    case .timetableFollows:
      "Este es el calendario provisional; los plazos se cuentan desde el día de la notificación:"
    case .language:
      """
      Sírvase indicar a la secretaría el idioma de trabajo que prefiere para este examen (párr. \
      24).
      """
    case .mayAskRedraw(let limit):
      """
      Su Estado puede pedir que se repita el sorteo, como máximo \(count(limit, "vez", "veces")); \
      más solo en circunstancias excepcionales (párr. 19).
      """
    case .mayDefer:
      """
      Con una justificación razonable, su Estado puede aplazar su examen al año siguiente (párr. \
      14).
      """
    case .mayStandDown:
      """
      En el año en que es objeto de examen, su Estado puede renunciar a examinar a otros (párr. \
      20).
      """
    case .reviewsTogether(let reviews):
      """
      En total, su Estado realiza hasta ahora \(count(reviews, "examen", "exámenes")) en este \
      ciclo (párr. 20).
      """
    case .allowancesExceed(let step, let days, let next):
      """
      Si se agotan todos los plazos, la etapa «\(step)» cae \(count(days, "día", "días")) después \
      de «\(next)», que debería seguirla: acuerden plazos más cortos.
      """
    case .afterStep(let step): "después de: \(step)"
    case .movedToWorkday:
      "Los vencimientos que caen en fin de semana o festivo pasan al siguiente día hábil."
    case .weeksAfter(let weeks): count(weeks, "semana", "semanas")
    case .monthsAfter(let months): count(months, "mes", "meses")
    case .daysAfter(let days): count(days, "día", "días")
    case .blueprintTitle(let reviewers, let state):
      """
      Examen, por \(reviewers), de la aplicación de la Convención y sus Protocolos. Estado objeto \
      de examen: \(state)
      """
    case .blueprintCycle(let name): "Ciclo de examen: \(name)"
    case .blueprintIntroduction:
      """
      La Conferencia de las Partes estableció el mecanismo de examen de la aplicación de la \
      Convención y sus Protocolos. Este examen se basa en las respuestas a la autoevaluación y en \
      un diálogo constructivo entre los expertos de los Estados examinadores y del Estado objeto \
      de examen.
      """
    case .blueprintProcess(let reviewers, let state, let year):
      reviewers.isOne
        ? "Estado objeto de examen en el año \(year): \(state). Estado examinador: \(reviewers)."
        : "Estado objeto de examen en el año \(year): \(state). Estados examinadores: \(reviewers)."
    case .blueprintParties(let protocols):
      protocols.isOne
        ? "Parte en la Convención y en el Protocolo: \(protocols)."
        : "Parte en la Convención y en los Protocolos: \(protocols)."
    case .blueprintGroup(let name): "Grupo regional: \(name)."
    case .blueprintLegalSystems(let systems):
      systems.isOne
        ? "Sistema jurídico, según la lista de Estados: \(systems)."
        : "Sistemas jurídicos, según la lista de Estados: \(systems)."
    case .blueprintConfidential:
      """
      El informe sobre el examen del país es confidencial, salvo que lo publique el Estado objeto \
      de examen (párr. 36).
      """
    case .calendarTitle(let step, let state): "\(step): \(state)"
    case .calendarName(let name): "Exámenes: \(name)"
    }
  }
}
