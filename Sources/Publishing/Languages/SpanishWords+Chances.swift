extension SpanishWords {
  func text(_ sentence: ChanceSentence) -> Wording {
    switch sentence {
    case .oddsOfYear(let year): "Probabilidades para el año \(year)"
    case .chance: "Probabilidad"
    case .interval: "Intervalo del 95\u{A0}%"
    case .beforeTheYear: "Probabilidad antes de la primera extracción del año"
    case .howLikely: "Probabilidad de esta designación"
    case .meanChance: "Probabilidad media de una designación, en\u{A0}%"
    case .groupUnderReview: "Grupo del Estado objeto de examen"
    case .groupOfReviewer: "Grupo del Estado examinador"
    case .byReviewer: "Por Estado examinador"
    case .expectedReviews: "Exámenes previsibles"
    case .likeliestReview: "Examen más probable"
    case .notYetDrawn:
      """
      Aún no se ha elegido a ningún examinador de este año: se trata de probabilidades, no de \
      resultados.
      """
    case .sampled(let draws):
      """
      Estimación a partir de \(count(draws, "sorteo de prueba", "sorteos de prueba")), desde la \
      situación del ciclo antes de la primera extracción del año. En 95 de cada 100 casos la \
      probabilidad real está dentro del intervalo.
      """
    case .counted: "Cálculo exacto, para todos los órdenes posibles de las extracciones."
    case .uniform:
      """
      Son las probabilidades de un sorteo en el que todos los resultados lícitos son igualmente \
      probables.
      """
    case .repeated:
      "Esta orden, aplicada al registro tal como estaba entonces, da los mismos números:"
    case .howChanceReads:
      """
      Una probabilidad del 5\u{A0}% significa que, de cada cien sorteos semejantes, cinco darían \
      en promedio esta designación. Las probabilidades de que los distintos Estados examinen a un \
      mismo Estado suman el número de sus examinadores.
      """
    case .howMapReads:
      """
      Cada casilla indica con qué probabilidad, en promedio, un Estado determinado del grupo que \
      figura encima examina a un Estado determinado del grupo que figura al lado. Cuanto más \
      oscura, más probable; un guion significa que no hay tal caso. La tabla siguiente contiene \
      los mismos números.
      """
    case .howReviewsRead:
      """
      Cuántos exámenes de este año puede esperar realizar cada Estado, y cuál de ellos es el más \
      probable.
      """
    case .howPairsRead:
      """
      Se indican dos probabilidades: antes de la primera extracción del año, y justo antes de la \
      propia extracción, cuando todos los Estados de la urna tenían la misma.
      """
    case .neverDrawn(let names):
      names.isOne
        ? "Estado no elegido en ninguno de los sorteos de prueba: \(names)."
        : "Estados no elegidos en ninguno de los sorteos de prueba: \(names)."
    case .cannotBeDrawn(let names):
      names.isOne
        ? "Estado que no puede ser elegido: \(names)."
        : "Estados que no pueden ser elegidos: \(names)."
    case .percent(let tenths): "\(decimal(tenths))\u{A0}%"
    case .percentBelow(let tenths): "menos del \(decimal(tenths))\u{A0}%"
    case .between(let low, let high):
      "del \(decimal(low))\u{A0}% al \(decimal(high))\u{A0}%"
    }
  }
}
