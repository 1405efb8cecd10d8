extension SpanishWords {
  func text(_ sentence: Sentence) -> Wording {
    switch sentence {
    case .cycleHas(let states, let reviewed, let years):
      """
      El ciclo tiene \(count(states, "Estado", "Estados")), de los cuales \(reviewed) \
      \(Plural.ofEnglish(reviewed) == .one ? "es examinado" : "son examinados") en \
      \(count(years, "año", "años")).
      """
    case .reviewsDrawn(let drawn, let all):
      "Exámenes con todos sus examinadores: \(drawn) de \(all)."
    case .underRules(let name, let source): "Reglas: \(name), según \(source)."
    case .drawInterrupted:
      """
      Se inició un sorteo que no ha concluido; sus resultados no figuran aquí.
      """
    case .year(let year): "Año \(year)"
    case .yearHas(let states, let reviewers):
      """
      \(count(states, "Estado es objeto", "Estados son objeto")) de examen; \
      \(count(reviewers, "puesto está ocupado", "puestos están ocupados")) por examinadores.
      """
    case .yearNotDrawn: "Los examinadores de este año aún no se han sorteado."
    case .yearWithoutStates: "Ningún Estado es objeto de examen en este año."
    case .drawnByLots(let lots):
      "Elegidos mediante \(count(lots, "extracción", "extracciones")), una tras otra (párr. 19)."
    case .drawnUniformly(let number, let all):
      """
      Sorteo en el que todos los resultados lícitos del resto del ciclo eran igualmente probables: \
      número \(number) de \(all), contados desde 0.
      """
    case .drawnByChain:
      "Sorteo en el que todos los resultados lícitos del resto del ciclo eran igualmente probables."
    case .drawnByTicket(let ticket): "Elegidos con la papeleta \(ticket) de una lista publicada."
    case .oneIn(let size): "una posibilidad entre \(size)"
    case .bowlOfTurns(let size):
      """
      elegido entre \(count(size, "Estado pendiente", "Estados pendientes"))
      """
    case .yearsFromLots:
      "El sorteo decidió en qué año cada Estado es objeto de examen (párr. 14)."
    case .yearsFromLists:
      "La lista de cada grupo se sigue desde el Estado elegido por sorteo (párr. 14)."
    case .yearsGiven: "El año de cada Estado se fijó sin sorteo."
    case .takenOver(let source): "Elegido antes de abrirse este ciclo: \(source)"
    case .carriedOver: "Aplazado desde el ciclo anterior: examinado en el año 1 sin sorteo."
    case .stateInYear(let year): "Objeto de examen en el año \(year)."
    case .stateNotReviewed: "Este Estado no es objeto de examen en este ciclo."
    case .stateNotSelected: "Los años de examen aún no se han sorteado."
    case .stateInNextCycle: "Su examen pasó al ciclo siguiente."
    case .stateReviewsNobody: "Hasta ahora no examina a ningún Estado."
    case .stateLeft: "Ya no figura entre los Estados del ciclo."
    case .howWhyReads:
      """
      Estados de su grupo regional, cinco como máximo, que no estaban en la urna cuando se eligió \
      al primer examinador. Para cualquier otro Estado, la orden «peerlots why» da la misma \
      respuesta.
      """
    case .howBowlReads:
      """
      La urna contiene exactamente los Estados con los que todo el ciclo aún podía completarse tan \
      bien como antes de la extracción. Cada uno tenía la misma posibilidad.
      """
    case .whyReviewsNobody: "No realiza exámenes."
    case .whyHoldsAnotherSeat: "Ocupaba otro puesto de este examen."
    case .whyOtherGroup: "Pertenece a otro grupo regional (párr. 19)."
    case .whySameGroup: "Pertenece al mismo grupo regional, y el puesto es para otros."
    case .whyConflict: "La tabla de incompatibilidades separa a los dos Estados."
    case .whyLacksProtocols(let codes):
      codes.isOne
        ? """
        No es parte en un Protocolo en el que lo es el Estado objeto de examen (párr. 18 bis): \
        \(codes).
        """
        : """
        No es parte en Protocolos en los que lo es el Estado objeto de examen (párr. 18 bis): \
        \(codes).
        """
    case .whyAtMaximum(let done):
      """
      Ya había sido elegido para \(count(done, "examen", "exámenes")), el máximo que puede \
      realizar (párr. 20).
      """
    case .whyApart:
      "La tabla de exclusiones le impide participar junto con un Estado examinador ya elegido."
    case .whyGroupTaken: "Un Estado de su grupo regional ya había sido elegido para este examen."
    case .whyFullYear:
      "Ya había sido elegido para tantos exámenes como un Estado puede realizar en un año."
    case .whyMutual:
      """
      El Estado objeto de examen lo examina a él, y dos Estados no se examinan mutuamente \
      (párr. 19).
      """
    case .whyExcluded:
      "Fue liberado de este examen, o renunció a examinar en este año (párrs. 19 y 20)."
    case .whyDissimilar:
      "No comparte ningún sistema jurídico con el Estado objeto de examen (párr. 19)."
    case .whyLater:
      """
      Con él en este puesto habría faltado un examinador para un examen posterior o no se habría \
      alcanzado un número mínimo de exámenes.
      """
    case .waivedNobody:
      "Ningún Estado podía ocupar el puesto sin causar una dispensa igual de grave en otra parte."
    case .waivedNobodyOfGroup:
      """
      Ningún Estado del grupo podía ocupar el puesto sin causar una dispensa igual de grave en \
      otra parte.
      """
    case .waivedRegionalSeat: "Se renunció a su puesto del grupo regional."
    case .waivedOutcomeEmpty: "El resultado del sorteo deja el puesto vacante."
    case .waivedOutcomeNoGroup: "El resultado del sorteo no incluye a ningún examinador del grupo."
    case .waivedSharesNoLegalSystem(let name):
      "No comparte ningún sistema jurídico con su examinador: \(name)."
    case .waivedLoad(let done, let due):
      "Realiza \(done) de \(count(due, "examen previsto", "exámenes previstos"))."
    case .nothingWaived: "No se concedió ninguna dispensa."
    case .waivedInAll(let waivers): "Dispensas hasta ahora: \(waivers)."
    case .nothingChanged: "No hubo casos."
    case .redraw(let request, let limit):
      "Por su petición núm.\u{A0}\(request) (límite: \(limit)) se repitió el sorteo (párr. 19)."
    case .redrawByRule: "Se repitió el sorteo sin que cuente como petición suya (párr. 19)."
    case .deferral(let from, let to):
      "Su examen pasó del año \(from) al año \(to) (párr. 14)."
    case .deferralToNextCycle(let from):
      "Su examen pasó del año \(from) al ciclo siguiente (párr. 14)."
    case .standDown(let year):
      "No realiza exámenes en el año \(year), en el que es objeto de examen (párr. 20)."
    case .amendment(let number): "Modificación \(number)."
    case .released(let names):
      names.isOne ? "Estado liberado: \(names)." : "Estados liberados: \(names)."
    case .releasedStandsDown(let year):
      "El Estado liberado no realiza exámenes en el año \(year) (párr. 20)."
    case .releasedNoLongerFits:
      """
      Según la lista de Estados, las reglas y las incompatibilidades vigentes, el Estado \
      liberado ya no puede realizar este examen.
      """
    case .drawnAnew(let names):
      names.isOne
        ? "Estado elegido por sorteo: \(names)." : "Estados elegidos por sorteo: \(names)."
    case .takesPlace(let name): "Por sorteo, ocupó su lugar: \(name)."
    case .reasonGiven(let reason): "Motivo indicado: \(reason)"
    case .joined(let names):
      names.isOne ? "Se incorporó al ciclo: \(names)." : "Se incorporaron al ciclo: \(names)."
    case .left(let names):
      names.isOne ? "Salió del ciclo: \(names)." : "Salieron del ciclo: \(names)."
    case .renamed(let from, let to): "El código \(from) pasó a ser \(to)."
    case .membershipChanged: "Rige una nueva lista de Estados."
    case .rulebookChanged: "Rige un nuevo reglamento."
    case .conflictsChanged: "Rige una nueva tabla de incompatibilidades."
    case .exclusionsChanged: "Rige una nueva tabla de Estados que no actúan juntos."
    case .withdrawn(let draw, let reason): "Anuncio retirado: \(draw). Motivo: \(reason)"
    case .drawOfYear(let year): "Examinadores del año \(year)"
    case .drawOfTickets(let year): "Lista de papeletas del año \(year)"
    case .drawOfRedraw(let name, let number): "Nuevo sorteo \(number): \(name)"
    case .drawOfDeferral(let name, let number): "Aplazamiento \(number): \(name)"
    case .drawOfStandDown(let name, let number): "Renuncia \(number): \(name)"
    case .drawOfAmendment(let number): "Modificación \(number)"
    case .howShareReads:
      """
      La parte de un grupo es el número de sus Estados dividido por los años de la distribución \
      (párr. 14).
      """
    case .chancesOfPairs:
      "Cuántos Estados había en las urnas: cada uno tenía una posibilidad entre ese número."
    case .checkNeeds:
      """
      Cualquiera puede repetir este sorteo con el registro, el archivo que contiene cada \
      extracción en una línea. Las semillas eran públicas, y cada resultado se deduce solo de la \
      semilla y la urna.
      """
    case .checkWithProgram: "Con PeerLots, que repite cada extracción:"
    case .checkApart: "Con un segundo programa que no comparte código con él:"
    case .checkByHand:
      """
      La clave es el SHA-256 de la semilla. El bloque n es el SHA-256 de la clave seguida de n en \
      ocho bytes. Los primeros ocho bytes del bloque, leídos como número y divididos por el tamaño \
      de la urna, dejan como resto el lugar del Estado elegido, contado desde 0.
      """
    case .headIs:
      """
      Quien tiene esta huella y el registro sabe que ninguna línea se ha cambiado ni suprimido:
      """
    case .qrHolds: "La imagen contiene la misma huella, para la cámara de un teléfono."
    case .linesOfLedger(let lines): "El registro tiene \(count(lines, "línea", "líneas"))."
    case .announcedInLine(let line, let source): "Anunciado en la línea \(line): \(source)"
    case .notAnnounced: "No anunciado en el registro."
    case .commitment(let hash): "Huella del secreto: \(hash)"
    case .experts(let hash): "Huella de la lista de expertos (párr. 21): \(hash)"
    case .textsAsWritten: "Los textos entre comillas están en el idioma en que se escribieron."
    case .costsAreEstimates:
      "Estimaciones según las tarifas de las notas financieras del informe; no son un presupuesto."
    case .sharedByNone: "ninguno es común a todos"
    case .languagesUnknown: "La lista de Estados no indica idiomas de trabajo."
    case .ratesFrom: "Tarifas: CTOC/COP/2010/17, notas financieras."
    }
  }
}
