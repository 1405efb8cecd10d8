/// Russian, with the terms of the Russian version of document CTOC/COP/2010/17.
///
/// Names stand where nothing bends them: after a colon, or as the subject of a sentence of their
/// own.
struct RussianWords: Language {
  let tongue = Tongue.russian
  let decimalMark = ","
  let thousandsMark = "\u{A0}"

  func list(_ names: [Name]) -> Wording {
    guard let last = names.last, names.count > 1 else {
      return names.first.map { Wording($0) } ?? "нет"
    }
    return "\(Wording.joined(names.dropLast().map { Wording($0) }, by: ", ")) и \(last)"
  }

  func text(_ date: CivilDate) -> Wording {
    "\(date.day) \(Wording(stringLiteral: Self.months[date.month - 1])) \(date.year) года"
  }

  private static let months = [
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября",
    "октября", "ноября", "декабря",
  ]

  /// The forms after 1, 21, 31 …; after 2 to 4, 22 to 24 …; and after all other numbers.
  func count(_ number: Int, _ one: String, _ few: String, _ many: String) -> Wording {
    let form =
      switch Plural.ofRussian(number) {
      case .one: one
      case .few: few
      default: many
      }
    return "\(number) \(Wording(stringLiteral: form))"
  }

  /// `в 1-м году`; before the second the preposition has a vowel.
  func inYear(_ year: Int) -> Wording { "\(year == 2 ? "во" : "в") \(year)-м году" }

  /// `с 1-го года`, likewise.
  func fromYear(_ year: Int) -> Wording { "\(year == 2 ? "со" : "с") \(year)-го года" }

  func text(_ term: Term) -> String {
    switch term {
    case .endonym: "Русский"
    case .contents: "Содержание"
    case .otherLanguages: "Другие языки"
    case .overview: "Общие сведения"
    case .selection: "Годы проведения обзора"
    case .changes: "Отступления от правил и изменения"
    case .statistics: "Статистика"
    case .howToCheck: "Как проверить жеребьевку"
    case .costs: "Языки и расходы"
    case .letters: "Письма"
    case .blueprint: "Типовая форма доклада"
    case .calendar: "Календарь"
    case .state: "Государство"
    case .code: "Код"
    case .regionalGroup: "Региональная группа"
    case .noGroup: "Вне региональных групп"
    case .protocols: "Протоколы"
    case .legalSystems: "Правовые системы"
    case .workingLanguages: "Рабочие языки"
    case .year: "Год"
    case .stateUnderReview: "Государство — объект обзора"
    case .reviewingStates: "Государства, проводящие обзор"
    case .regionalReviewer: "Проводящее обзор государство той же региональной группы"
    case .otherReviewer: "Другое проводящее обзор государство"
    case .supplementaryReviewer: "Дополнительное проводящее обзор государство"
    case .seat: "Место"
    case .drawn: "Выбрано по жребию"
    case .bowl: "Урна"
    case .statesInBowl: "В урне"
    case .turn: "Очередность"
    case .lot: "Жребий"
    case .draw: "Жеребьевка"
    case .rule: "Правило"
    case .reason: "Причина"
    case .paragraph: "Пункт"
    case .occurrences: "Изменения и отступления по пунктам"
    case .total: "Количество"
    case .extraPlace: "Еще одно место в этом году"
    case .listBegins: "Начало списка"
    case .smallest: "Минимум"
    case .median: "Медиана"
    case .largest: "Максимум"
    case .event: "Событие"
    case .line: "Строка журнала"
    case .seed: "Исходный текст жребия"
    case .announcement: "Объявление"
    case .rulebook: "Свод правил"
    case .byGroup: "По региональным группам"
    case .byState: "По государствам"
    case .inOrder: "В порядке жеребьевки"
    case .reviewsSoFar: "Сколько обзоров проводит каждое государство на данный момент"
    case .reviews: "Обзоры"
    case .itsReview: "Обзор в отношении этого государства"
    case .whomItReviews: "Государства, обзор которых оно проводит"
    case .earlierLots: "Прежние жребии, государства по которым были освобождены"
    case .whyNot: "Почему другие государства этой группы не могли быть выбраны"
    case .waivers: "Правила, от которых отступили"
    case .redraws: "Повторные жеребьевки"
    case .deferrals: "Отсрочки"
    case .standDowns: "Государства, отказавшиеся проводить обзор"
    case .amendments: "Поправки"
    case .reviewsPerState: "Государства по числу проводимых обзоров"
    case .yearsAndGroups: "Обзоры по годам и региональным группам"
    case .proportionalShare: "Доля"
    case .protocolCoverage: "Участники каждого Протокола"
    case .statesParties: "Государства-участники"
    case .statesInAll: "Государства"
    case .draws: "Жеребьевки и их исходные тексты"
    case .hashOfLastLine: "Хеш последней строки"
    case .byHand: "Один жребий вручную"
    case .none: "нет"
    case .notYetDrawn: "жребий еще не брошен"
    case .emptySeat: "место осталось свободным"
    case .onlyOneInBowl: "единственное государство в урне"
    case .ruleSeat: "Проводящее обзор государство на каждое место"
    case .ruleSupplement: "Дополнительное проводящее обзор государство"
    case .ruleSameRegion: "Проводящее обзор государство той же региональной группы"
    case .ruleMinimumLoad: "Наименьшее число обзоров"
    case .ruleLegalSystem: "Сходная правовая система"
    case .ruleTargetLoad: "Желательное число обзоров каждого государства"
    case .drawSelection: "Распределение по годам"
    case .step: "Этап"
    case .allowance: "Срок"
    case .date: "Дата"
    case .lots: "Жребии"
    case .notification: "Уведомление секретариата"
    case .focalPoint: "Назначение контактного пункта"
    case .experts: "Назначение правительственных экспертов"
    case .firstCall: "Первая телефонная конференция"
    case .answers: "Ответы на вопросы для самооценки"
    case .circulation: "Перевод и распространение ответов"
    case .deskReview: "Представление результатов кабинетного обзора"
    case .dialogue: "Завершение диалога"
    case .visit: "Посещение страны или совещание в Вене"
    case .draftReport: "Проект доклада"
    case .endOfReview: "Завершение обзора"
    case .training: "Подготовка"
    case .notice: "Уведомление"
    case .to: "Кому"
    case .reference: "Ссылка"
    case .signature: "Подпись"
    case .timetable: "Предварительное расписание"
    case .whatIsAsked: "Что требуется от государства"
    case .introduction: "Введение"
    case .process: "Процесс обзора"
    case .executiveSummary: "Резюме"
    case .implementation: "Осуществление Конвенции и протоколов к ней"
    case .ratification: "Ратификация"
    case .legalSystem: "Правовая система"
    case .articles: "Осуществление отдельных статей"
    case .summaryOfArticle: "Краткое изложение"
    case .observations: "Замечания относительно осуществления"
    case .goodPractices: "Успехи и успешные виды практики"
    case .challenges: "Трудности"
    case .needs: "Потребности в технической помощи"
    case .toBeFilledIn: "подлежит заполнению"
    case .successes: "Успехи"
    case .officialLanguages: "Необходимые официальные языки"
    case .sharedLanguage: "Общий для всех государств обзора"
    case .noOfficialLanguage: "ни одного официального языка"
    case .languagesNotGiven: "не указаны в списке государств"
    case .dollars: "Доллары США"
    case .quantity: "Объем"
    case .rate: "Ставка"
    case .amount: "Сумма"
    case .documentsOfReviews: "Резюме на шести языках, страниц"
    case .meetings: "Заседания с устным переводом, половин рабочего дня"
    case .staff: "Сотрудники уровня С-3, месяцев"
    case .reviewsByLanguages: "Обзоры по числу необходимых официальных языков"
    case .africanGroup: "Государства Африки"
    case .asiaPacificGroup: "Государства Азиатско-Тихоокеанского региона"
    case .easternEuropeanGroup: "Государства Восточной Европы"
    case .latinAmericanGroup: "Государства Латинской Америки и Карибского бассейна"
    // A column of a telephone is narrower than the word: it may be parted.
    case .westernGroup: "Западно\u{AD}европейские и другие государства"
    case .traffickingProtocol: "Протокол о торговле людьми"
    case .migrantsProtocol: "Протокол о незаконном ввозе мигрантов"
    case .firearmsProtocol: "Протокол об огнестрельном оружии"
    case .civilLaw: "романо-германское право"
    case .commonLaw: "общее право"
    case .customaryLaw: "обычное право"
    case .islamicLaw: "исламское право"
    case .arabic: "Арабский"
    case .chinese: "Китайский"
    case .english: "Английский"
    case .french: "Французский"
    case .russian: "Русский"
    case .spanish: "Испанский"
    }
  }
}
