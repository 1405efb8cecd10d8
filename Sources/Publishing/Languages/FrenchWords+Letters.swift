extension FrenchWords {
  func text(_ sentence: LetterSentence) -> Wording {
    switch sentence {
    case .subject(let name):
      """
      Examen de l’application de la Convention et de ses Protocoles\u{A0}: \(name)
      """
    case .toStateUnderReview(let year):
      """
      Le secrétariat vous informe que votre État est examiné pendant l’année \(year) du cycle \
      (lignes directrices, par. 12).
      """
    case .toReviewingState(let name, let year):
      """
      Le secrétariat vous informe que votre État a été désigné par tirage au sort comme État \
      examinateur (lignes directrices, par. 12). État examiné pendant l’année \(year)\u{A0}: \
      \(name).
      """
    case .reviewersAre(let names):
      names.isOne
        ? "L’État examinateur est\u{A0}: \(names)."
        : "Les États examinateurs sont\u{A0}: \(names)."
    case .otherReviewersAre(let names):
      names.isOne
        ? "L’autre État examinateur est\u{A0}: \(names)."
        : "Les autres États examinateurs sont\u{A0}: \(names)."
    case .noOtherReviewers: "Il n’y a pas d’autre État examinateur."
    case .drawnUnder:
      """
      Le tirage au sort a eu lieu en vertu du paragraphe 19 des termes de référence.
      """
    case .focalPoint:
      """
      Veuillez désigner un point de contact chargé de coordonner la participation de votre État \
      (termes de référence, par. 17\u{A0}; lignes directrices, par. 13).
      """
    case .experts(let most):
      """
      Veuillez désigner les experts gouvernementaux de votre État, \(most) au plus, en indiquant \
      leur parcours, leurs fonctions, leurs activités pertinentes et leurs domaines de compétence \
      (par. 21).
      """
    case .training:
      """
      Formation des points de contact et des experts\u{A0}: le secrétariat communiquera les dates \
      (par. 31).
      """
    case .timetableIs: "Voici le calendrier provisoire, en jours civils\u{A0}:"
    case .timetableFollows:
      """
      Voici le calendrier provisoire\u{A0}; les délais courent à compter du jour de la \
      notification\u{A0}:
      """
    case .language:
      """
      Veuillez indiquer au secrétariat la langue de travail que vous préférez pour cet examen \
      (par. 24).
      """
    case .mayAskRedraw(let limit):
      """
      Votre État peut demander que le tirage au sort soit répété, au plus \
      \(count(limit, "fois", "fois"))\u{A0}; davantage dans des circonstances exceptionnelles \
      seulement (par. 19).
      """
    case .mayDefer:
      """
      Votre État peut, pour un motif raisonnable, reporter son examen à l’année suivante (par. 14).
      """
    case .mayStandDown:
      "L’année où il est examiné, votre État peut renoncer à examiner d’autres États (par. 20)."
    case .reviewsTogether(let reviews):
      """
      Au total, votre État mène jusqu’ici \(count(reviews, "examen", "examens")) pendant ce cycle \
      (par. 20).
      """
    case .allowancesExceed(let step, let days, let next):
      """
      Si tous les délais sont utilisés en entier, l’étape «\u{A0}\(step)\u{A0}» tombe \
      \(count(days, "jour", "jours")) après l’étape «\u{A0}\(next)\u{A0}», qui devrait la \
      suivre\u{A0}: convenez de délais plus courts.
      """
    case .afterStep(let step): "après\u{A0}: \(step)"
    case .movedToWorkday:
      """
      Les échéances qui tombent un week-end ou un jour férié sont reportées au jour ouvrable \
      suivant.
      """
    case .weeksAfter(let weeks): count(weeks, "semaine", "semaines")
    case .monthsAfter(let months): count(months, "mois", "mois")
    case .daysAfter(let days): count(days, "jour", "jours")
    case .blueprintTitle(let reviewers, let state):
      reviewers.isOne
        ? """
        Examen de l’application de la Convention et de ses Protocoles. État examinateur\u{A0}: \
        \(reviewers). État examiné\u{A0}: \(state)
        """
        : """
        Examen de l’application de la Convention et de ses Protocoles. États examinateurs\u{A0}: \
        \(reviewers). État examiné\u{A0}: \(state)
        """
    case .blueprintCycle(let name): "Cycle d’examen\u{A0}: \(name)"
    case .blueprintIntroduction:
      """
      La Conférence des Parties a établi le mécanisme d’examen de l’application de la Convention \
      et de ses Protocoles. Cet examen repose sur les réponses à l’auto-évaluation et sur un \
      dialogue constructif entre les experts des États examinateurs et de l’État examiné.
      """
    case .blueprintProcess(let reviewers, let state, let year):
      reviewers.isOne
        ? """
        État examiné pendant l’année \(year)\u{A0}: \(state). État examinateur\u{A0}: \
        \(reviewers).
        """
        : """
        État examiné pendant l’année \(year)\u{A0}: \(state). États examinateurs\u{A0}: \
        \(reviewers).
        """
    case .blueprintParties(let protocols):
      protocols.isOne
        ? "Partie à la Convention et au Protocole suivant\u{A0}: \(protocols)."
        : "Partie à la Convention et aux Protocoles\u{A0}: \(protocols)."
    case .blueprintGroup(let name): "Groupe régional\u{A0}: \(name)."
    case .blueprintLegalSystems(let systems):
      systems.isOne
        ? "Système juridique, selon la liste des États\u{A0}: \(systems)."
        : "Systèmes juridiques, selon la liste des États\u{A0}: \(systems)."
    case .blueprintConfidential:
      "Le rapport d’examen de pays est confidentiel, sauf si l’État examiné le publie (par. 36)."
    case .calendarTitle(let step, let state): "\(step)\u{A0}: \(state)"
    case .calendarName(let name): "Examens\u{A0}: \(name)"
    }
  }
}
