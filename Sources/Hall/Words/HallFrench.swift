/// The hall's words in French.
enum HallFrench {
  static func text(_ term: HallTerm) -> String {
    switch term {
    case .screen: "Le tirage"
    case .willBeDrawn: "Ce qui sera tiré"
    case .rules: "Règles"
    case .ruleOnce: "Chaque État est examiné une fois par cycle (par. 12 et 13)."
    case .ruleYears:
      """
      L’année de chaque examen est tirée au sort, chaque groupe selon sa part (par. 14).
      """
    case .ruleReviewers: "États examinateurs pour chaque État (par. 18)"
    case .ruleProtocols:
      """
      Un examinateur est partie à tous les Protocoles auxquels l’État examiné est partie (par. 18 \
      bis).
      """
    case .ruleGroup:
      """
      Un examinateur est du même groupe régional, si possible d’un système juridique semblable \
      (par. 19).
      """
    case .ruleMutual: "Deux États ne s’examinent jamais l’un l’autre (par. 19)."
    case .ruleLoads: "Examens que chaque État mène dans le cycle (par. 20)"
    case .inputs: "Les données, figées"
    case .inputsHash: "Empreinte des données, première ligne du registre"
    case .readAloud: "Elle est lue à haute voix et comparée à ce qui a été publié."
    case .states: "États"
    case .barredPairs: "Paires qui ne peuvent être tirées"
    case .waitsForOpening: "Aucun cycle n’est encore ouvert."
    case .announced: "Annoncé"
    case .source: "Source du texte public"
    case .secretHash: "Empreinte du secret"
    case .expertsHash: "Empreinte de la liste d’experts"
    case .withdrawn: "Annonce retirée"
    case .seedIs: "La graine, telle qu’elle a été saisie"
    case .publicText: "Texte public"
    case .theMethod: "Méthode"
    case .inTheBowl: "Dans l’urne"
    case .chance: "Chance de chacun"
    case .blockNumber: "Nombre du bloc"
    case .dividedBy: "divisé par la taille de l’urne, reste"
    case .remainder: "Reste"
    case .placeInBowl: "sa place dans l’urne, comptée à partir de 0"
    case .passedOver: "écarté, pour ne favoriser aucun État"
    case .nextUp: "Prochain État examiné"
    case .whyMissing: "Pourquoi un État n’est-il pas dans l’urne ?"
    case .codeOfState: "Code de l’État"
    case .wasInBowl: "Il était dans l’urne."
    case .takesItsPlace: "Prend la place de"
    case .itsYear: "Année de l’État qui a rejoint"
    case .waived: "Une règle qui n’a pu être respectée"
    case .redrawn: "De nouveaux examinateurs sont tirés"
    case .deferred: "Son examen passe à une autre année"
    case .stoodDown: "Il ne mène pas d’examen cette année"
    case .amended: "Les données sont modifiées"
    case .drawnAsAWhole: "Tiré d’un seul coup"
    case .listPublished: "Une liste de billets est publiée"
    case .table: "Qui examine qui"
    case .reviewsByGroup: "Examens tirés, par groupe de l’examinateur"
    case .reviewsDone: "États par nombre d’examens tirés"
    case .drawing: "Le tirage est en cours."
    case .waiting: "Le prochain tirage attend le fonctionnaire."
    case .paused: "Le tirage est suspendu."
    case .interrupted: "Le tirage a été interrompu ; il reprendra au lot suivant."
    case .ended: "Chaque ligne montrée figure au registre."
    case .replay: "Montré à nouveau d’après le registre"
    case .lostConnection: "La connexion est perdue ; ce qui est tiré demeure. Nouvel essai."
    case .secondProgram: "Un second programme, indépendant"
    case .rightUpTo: "dit la même chose jusqu’à la ligne"
    case .wrong: "dit qu’il y a une erreur"
    case .smallestBowls: "Tailles des urnes : la plus petite, la médiane, la plus grande"
    case .latest: "Le dernier lot"
    case .newPage: "Cette page est à jour."
    }
  }
}
