extension FrenchWords {
  func text(_ sentence: ChanceSentence) -> Wording {
    switch sentence {
    case .oddsOfYear(let year): "Probabilités pour l’année \(year)"
    case .chance: "Probabilité"
    case .interval: "Intervalle à 95\u{A0}%"
    case .beforeTheYear: "Probabilité avant le premier tirage de l’année"
    case .howLikely: "Probabilité de cette désignation"
    case .meanChance: "Probabilité moyenne d’une désignation, en\u{A0}%"
    case .groupUnderReview: "Groupe de l’État examiné"
    case .groupOfReviewer: "Groupe de l’État examinateur"
    case .byReviewer: "Par État examinateur"
    case .expectedReviews: "Nombre d’examens à prévoir"
    case .likeliestReview: "Examen le plus probable"
    case .notYetDrawn:
      """
      Aucun examinateur n’est encore désigné pour cette année\u{A0}: il s’agit de probabilités, \
      non de résultats.
      """
    case .sampled(let draws):
      """
      Estimation d’après \(count(draws, "tirage d’essai", "tirages d’essai")), à partir de la \
      situation du cycle avant le premier tirage de l’année. Dans 95 cas sur 100, la vraie \
      probabilité se trouve dans l’intervalle.
      """
    case .counted: "Calcul exact, pour tous les ordres possibles des tirages."
    case .uniform:
      """
      Ces probabilités sont celles d’un tirage dans lequel tous les résultats licites sont \
      également probables.
      """
    case .repeated:
      "Cette commande, appliquée au registre tel qu’il était alors, donne les mêmes nombres\u{A0}:"
    case .howChanceReads:
      """
      Une probabilité de 5\u{A0}% signifie que, sur cent tirages semblables, cinq en moyenne \
      donneraient cette désignation. La somme des probabilités de tous les États d’examiner un \
      même État est égale au nombre de ses examinateurs.
      """
    case .howMapReads:
      """
      Chaque case indique avec quelle probabilité, en moyenne, un État donné du groupe indiqué \
      au-dessus examine un État donné du groupe indiqué à côté. Plus la case est foncée, plus la \
      probabilité est grande\u{A0}; un tiret signifie que ce cas n’existe pas. Le tableau qui suit \
      donne les mêmes nombres.
      """
    case .howReviewsRead:
      """
      Nombre d’examens de cette année auquel chaque État peut s’attendre, et le plus probable \
      d’entre eux.
      """
    case .howPairsRead:
      """
      Deux probabilités sont indiquées\u{A0}: avant le premier tirage de l’année, puis juste avant \
      le tirage lui-même, quand tous les États dans l’urne avaient la même.
      """
    case .neverDrawn(let names):
      names.isOne
        ? "État qui n’a été désigné dans aucun des tirages d’essai\u{A0}: \(names)."
        : "États qui n’ont été désignés dans aucun des tirages d’essai\u{A0}: \(names)."
    case .cannotBeDrawn(let names):
      names.isOne
        ? "État qui ne peut être désigné\u{A0}: \(names)."
        : "États qui ne peuvent être désignés\u{A0}: \(names)."
    case .percent(let tenths): "\(decimal(tenths))\u{A0}%"
    case .percentBelow(let tenths): "moins de \(decimal(tenths))\u{A0}%"
    case .between(let low, let high):
      "de \(decimal(low))\u{A0}% à \(decimal(high))\u{A0}%"
    }
  }
}
