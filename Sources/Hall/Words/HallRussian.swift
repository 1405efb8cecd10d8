/// The hall's words in Russian.
enum HallRussian {
  static func text(_ term: HallTerm) -> String {
    switch term {
    case .screen: "Жеребьёвка"
    case .willBeDrawn: "Что будет разыграно"
    case .rules: "Правила"
    case .ruleOnce: "Каждое государство проходит обзор один раз за цикл (пп. 12 и 13)."
    case .ruleYears:
      """
      Год каждого обзора определяется по жребию, для каждой группы по её доле (п. 14).
      """
    case .ruleReviewers: "Государств, проводящих обзор, на каждое государство (п. 18)"
    case .ruleProtocols:
      """
      Проводящее обзор государство участвует во всех протоколах, в которых участвует объект \
      обзора (п. 18 бис).
      """
    case .ruleGroup:
      """
      Одно из проводящих обзор государств принадлежит к той же региональной группе, по \
      возможности с похожей правовой системой (п. 19).
      """
    case .ruleMutual: "Никакие два государства не проводят обзор друг друга (п. 19)."
    case .ruleLoads: "Обзоров, проводимых каждым государством за цикл (п. 20)"
    case .inputs: "Исходные данные, зафиксированы"
    case .inputsHash: "Хэш исходных данных: первая строка журнала"
    case .readAloud: "Он зачитывается вслух и сверяется с опубликованным."
    case .states: "Государства"
    case .barredPairs: "Пары, которые не могут выпасть"
    case .waitsForOpening: "Цикл ещё не открыт."
    case .announced: "Объявлено"
    case .source: "Источник открытого текста"
    case .secretHash: "Хэш секрета"
    case .expertsHash: "Хэш списка экспертов"
    case .withdrawn: "Объявление отозвано"
    case .seedIs: "Исходный текст, как он введён"
    case .publicText: "Открытый текст"
    case .theMethod: "Способ"
    case .inTheBowl: "В чаше"
    case .chance: "Шанс каждого"
    case .blockNumber: "Число блока"
    case .dividedBy: "при делении на размер чаши даёт остаток"
    case .remainder: "Остаток"
    case .placeInBowl: "место в чаше, считая от 0"
    case .passedOver: "пропущено, чтобы никому не дать преимущества"
    case .nextUp: "Следующее государство — объект обзора"
    case .whyMissing: "Почему государства нет в чаше?"
    case .codeOfState: "Код государства"
    case .wasInBowl: "Оно было в чаше."
    case .takesItsPlace: "Занимает место"
    case .itsYear: "Год присоединившегося государства"
    case .waived: "Правило, которое не удалось соблюсти"
    case .redrawn: "Проводящие обзор государства разыгрываются заново"
    case .deferred: "Её обзор переносится на другой год"
    case .stoodDown: "В этом году обзоров не проводит"
    case .amended: "Исходные данные изменены"
    case .drawnAsAWhole: "Разыграно целиком"
    case .listPublished: "Опубликован список билетов"
    case .table: "Кто проводит обзор кого"
    case .reviewsByGroup: "Разыгранные обзоры по группам"
    case .reviewsDone: "Государства по числу обзоров"
    case .drawing: "Идёт жеребьёвка."
    case .waiting: "Следующий жребий ждёт сотрудника."
    case .paused: "Жеребьёвка приостановлена."
    case .interrupted: "Жеребьёвка была прервана и продолжится со следующего жребия."
    case .ended: "Каждая показанная строка записана в журнале."
    case .replay: "Показ по журналу"
    case .lostConnection: "Связь потеряна; разыгранное остаётся в силе. Новая попытка."
    case .secondProgram: "Вторая, независимая программа"
    case .rightUpTo: "говорит то же до строки"
    case .wrong: "сообщает об ошибке"
    case .smallestBowls: "Размеры чаш: наименьший, срединный, наибольший"
    case .latest: "Последний жребий"
    case .newPage: "Эта страница актуальна."
    }
  }
}
