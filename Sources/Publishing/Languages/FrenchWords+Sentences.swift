extension FrenchWords {
  func text(_ sentence: Sentence) -> Wording {
    switch sentence {
    case .cycleHas(let states, let reviewed, let years):
      """
      Le cycle compte \(count(states, "État", "États")), dont \(reviewed) \
      \(Plural.ofFrench(reviewed) == .one ? "est examiné" : "sont examinés") en \
      \(count(years, "an", "ans")).
      """
    case .reviewsDrawn(let drawn, let all):
      "Examens dont tous les examinateurs sont désignés\u{A0}: \(drawn) sur \(all)."
    case .underRules(let name, let source): "Règles\u{A0}: \(name), d’après \(source)."
    case .drawInterrupted:
      "Un tirage a été commencé et n’est pas achevé\u{A0}; ses résultats ne figurent pas ici."
    case .year(let year): "Année \(year)"
    case .yearHas(let states, let reviewers):
      """
      \(count(states, "État est examiné", "États sont examinés"))\u{A0}; \
      \(count(reviewers, "siège est occupé", "sièges sont occupés")) par des examinateurs.
      """
    case .yearNotDrawn: "Les examinateurs de cette année ne sont pas encore tirés au sort."
    case .yearWithoutStates: "Aucun État n’est examiné cette année-là."
    case .drawnByLots(let lots):
      "Désignés par \(count(lots, "tirage", "tirages")), l’un après l’autre (par. 19)."
    case .drawnUniformly(let number, let all):
      """
      Tirage dans lequel tous les résultats licites du reste du cycle étaient également \
      probables\u{A0}: numéro \(number) sur \(all), en comptant à partir de 0.
      """
    case .drawnByChain:
      "Tirage dans lequel tous les résultats licites du reste du cycle étaient également probables."
    case .drawnByTicket(let ticket): "Désignés par le billet \(ticket) d’une liste publiée."
    case .oneIn(let size): "une chance sur \(size)"
    case .bowlOfTurns(let size): "tiré parmi \(count(size, "État restant", "États restants"))"
    case .yearsFromLots:
      "Le sort a décidé de l’année pendant laquelle chaque État est examiné (par. 14)."
    case .yearsFromLists:
      "La liste de chaque groupe est suivie à partir de l’État désigné par le sort (par. 14)."
    case .yearsGiven: "L’année de chaque État a été fixée sans tirage au sort."
    case .takenOver(let source): "Désigné avant l’ouverture de ce cycle\u{A0}: \(source)"
    case .carriedOver:
      """
      Reporté du cycle précédent\u{A0}: examiné pendant l’année 1 sans tirage au sort.
      """
    case .stateInYear(let year): "Examiné pendant l’année \(year)."
    case .stateNotReviewed: "Cet État n’est pas examiné pendant ce cycle."
    case .stateNotSelected: "Les années d’examen ne sont pas encore tirées au sort."
    case .stateInNextCycle: "Son examen est reporté au cycle suivant."
    case .stateReviewsNobody: "Il n’examine aucun État jusqu’ici."
    case .stateLeft: "Il ne fait plus partie des États du cycle."
    case .howWhyReads:
      """
      États de son groupe régional, cinq au plus, qui n’étaient pas dans l’urne lors de la \
      désignation du premier examinateur. Pour tout autre État, la commande «\u{A0}peerlots \
      why\u{A0}» donne la même réponse.
      """
    case .howBowlReads:
      """
      L’urne contient exactement les États avec lesquels tout le cycle pouvait encore être achevé \
      aussi bien qu’avant ce tirage. Chacun d’eux avait la même chance.
      """
    case .whyReviewsNobody: "Il ne mène aucun examen."
    case .whyHoldsAnotherSeat: "Il occupait un autre siège de cet examen."
    case .whyOtherGroup: "Il appartient à un autre groupe régional (par. 19)."
    case .whySameGroup: "Il appartient au même groupe régional, et le siège est destiné aux autres."
    case .whyConflict: "Le tableau des incompatibilités sépare les deux États."
    case .whyLacksProtocols(let codes):
      codes.isOne
        ? """
        Il n’est pas partie à un Protocole auquel l’État examiné est partie (par. 18 bis)\u{A0}: \
        \(codes).
        """
        : """
        Il n’est pas partie à des Protocoles auxquels l’État examiné est partie (par. 18 \
        bis)\u{A0}: \(codes).
        """
    case .whyAtMaximum(let done):
      """
      Il était déjà désigné pour \(count(done, "examen", "examens")), le maximum qu’il puisse \
      mener (par. 20).
      """
    case .whyApart:
      "Le tableau des exclusions l’empêche de siéger avec un État examinateur déjà désigné."
    case .whyGroupTaken: "Un État de son groupe régional était déjà désigné pour cet examen."
    case .whyFullYear:
      "Il était déjà désigné pour autant d’examens qu’un État peut en mener en une année."
    case .whyMutual:
      "L’État examiné est son examinateur, et deux États ne s’examinent pas mutuellement (par. 19)."
    case .whyExcluded:
      "Il a été libéré de cet examen, ou a renoncé à examiner cette année-là (par. 19 et 20)."
    case .whyDissimilar: "Il n’a aucun système juridique en commun avec l’État examiné (par. 19)."
    case .whyLater:
      """
      S’il avait occupé ce siège, un examen ultérieur ou un nombre minimal d’examens aurait fait \
      défaut.
      """
    case .waivedNobody:
      "Aucun État ne pouvait occuper le siège sans une dérogation aussi grave ailleurs."
    case .waivedNobodyOfGroup:
      "Aucun État du groupe ne pouvait occuper le siège sans une dérogation aussi grave ailleurs."
    case .waivedRegionalSeat: "Son siège réservé au groupe régional a été abandonné."
    case .waivedOutcomeEmpty: "Le résultat tiré au sort laisse le siège vacant."
    case .waivedOutcomeNoGroup: "Le résultat tiré au sort ne comporte aucun examinateur du groupe."
    case .waivedSharesNoLegalSystem(let name):
      "Il n’a aucun système juridique en commun avec son examinateur\u{A0}: \(name)."
    case .waivedLoad(let done, let due):
      "Examens menés\u{A0}: \(done) sur \(due)."
    case .nothingWaived: "Il n’a été dérogé à aucune règle."
    case .waivedInAll(let waivers): "Dérogations jusqu’ici\u{A0}: \(waivers)."
    case .nothingChanged: "Il n’y en a pas eu."
    case .redraw(let request, let limit):
      """
      À sa demande n°\u{A0}\(request) (limite\u{A0}: \(limit)), le tirage au sort a été répété (par. \
      19).
      """
    case .redrawByRule:
      "Le tirage au sort a été répété sans que cela compte comme une demande (par. 19)."
    case .deferral(let from, let to):
      "Son examen est reporté de l’année \(from) à l’année \(to) (par. 14)."
    case .deferralToNextCycle(let from):
      "Son examen est reporté de l’année \(from) au cycle suivant (par. 14)."
    case .standDown(let year):
      "Il ne mène aucun examen pendant l’année \(year), où il est lui-même examiné (par. 20)."
    case .amendment(let number): "Modification \(number)."
    case .released(let names):
      names.isOne ? "État libéré\u{A0}: \(names)." : "États libérés\u{A0}: \(names)."
    case .releasedStandsDown(let year):
      "L’État libéré ne mène aucun examen pendant l’année \(year) (par. 20)."
    case .releasedNoLongerFits:
      """
      Selon la liste des États, les règles et les incompatibilités en vigueur, l’État libéré \
      ne peut plus mener cet examen.
      """
    case .drawnAnew(let names):
      names.isOne
        ? "État désigné par le sort\u{A0}: \(names)."
        : "États désignés par le sort\u{A0}: \(names)."
    case .takesPlace(let name): "Sa place a été prise, par tirage au sort, par\u{A0}: \(name)."
    case .reasonGiven(let reason): "Motif indiqué\u{A0}: \(reason)"
    case .joined(let names):
      names.isOne
        ? "État entré dans le cycle\u{A0}: \(names)."
        : "États entrés dans le cycle\u{A0}: \(names)."
    case .left(let names):
      names.isOne
        ? "État sorti du cycle\u{A0}: \(names)." : "États sortis du cycle\u{A0}: \(names)."
    case .renamed(let from, let to): "Le code \(from) est devenu \(to)."
    case .membershipChanged: "Une nouvelle liste des États est en vigueur."
    case .rulebookChanged: "Un nouveau recueil des règles est en vigueur."
    case .conflictsChanged: "Un nouveau tableau des incompatibilités est en vigueur."
    case .exclusionsChanged:
      "Un nouveau tableau des États qui ne siègent pas ensemble est en vigueur."
    case .withdrawn(let draw, let reason): "Annonce retirée\u{A0}: \(draw). Motif\u{A0}: \(reason)"
    case .drawOfYear(let year): "Examinateurs de l’année \(year)"
    case .drawOfTickets(let year): "Liste des billets de l’année \(year)"
    case .drawOfRedraw(let name, let number): "Nouveau tirage \(number)\u{A0}: \(name)"
    case .drawOfDeferral(let name, let number): "Report \(number)\u{A0}: \(name)"
    case .drawOfStandDown(let name, let number): "Renonciation \(number)\u{A0}: \(name)"
    case .drawOfAmendment(let number): "Modification \(number)"
    case .howShareReads:
      """
      La part d’un groupe est le nombre de ses États divisé par le nombre d’années de la \
      répartition (par. 14).
      """
    case .chancesOfPairs:
      "Nombre d’États dans les urnes\u{A0}: chacun d’eux avait une chance sur ce nombre."
    case .checkNeeds:
      """
      Chacun peut refaire ce tirage à partir du registre, le fichier qui contient chaque tirage \
      sur une ligne. Les graines étaient publiques, et chaque résultat découle de la graine et de \
      l’urne seules.
      """
    case .checkWithProgram: "Avec PeerLots, qui refait chaque tirage\u{A0}:"
    case .checkApart: "Avec un second programme, qui n’a aucun code en commun avec lui\u{A0}:"
    case .checkByHand:
      """
      La clef est le SHA-256 de la graine. Le bloc n est le SHA-256 de la clef suivie de n sur \
      huit octets. Les huit premiers octets du bloc, lus comme un nombre et divisés par la taille \
      de l’urne, laissent pour reste la place de l’État désigné, en comptant à partir de 0.
      """
    case .headIs:
      """
      Quiconque possède cette empreinte et le registre sait qu’aucune ligne n’a été modifiée ni \
      supprimée\u{A0}:
      """
    case .qrHolds: "L’image contient la même empreinte, pour l’appareil photo d’un téléphone."
    case .linesOfLedger(let lines): "Le registre compte \(count(lines, "ligne", "lignes"))."
    case .announcedInLine(let line, let source): "Annoncé à la ligne \(line)\u{A0}: \(source)"
    case .notAnnounced: "Non annoncé dans le registre."
    case .commitment(let hash): "Empreinte du secret\u{A0}: \(hash)"
    case .experts(let hash): "Empreinte de la liste des experts (par. 21)\u{A0}: \(hash)"
    case .textsAsWritten:
      "Les textes entre guillemets sont dans la langue dans laquelle ils ont été écrits."
    case .costsAreEstimates:
      "Estimations aux taux des notes financières du rapport\u{A0}; ce n’est pas un budget."
    case .sharedByNone: "aucune n’est commune à tous"
    case .languagesUnknown: "La liste des États n’indique aucune langue de travail."
    case .ratesFrom: "Taux\u{A0}: CTOC/COP/2010/17, notes financières."
    }
  }
}
