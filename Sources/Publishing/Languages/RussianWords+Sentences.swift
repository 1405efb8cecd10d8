extension RussianWords {
  func text(_ sentence: Sentence) -> Wording {
    switch sentence {
    case .cycleHas(let states, let reviewed, let years):
      """
      Государств в цикле: \(states); государств, в отношении которых проводится обзор: \
      \(reviewed); продолжительность цикла: \(count(years, "год", "года", "лет")).
      """
    case .reviewsDrawn(let drawn, let all):
      "Обзоры, для которых выбраны все проводящие обзор государства: \(drawn) из \(all)."
    case .underRules(let name, let source): "Правила: \(name); источник: \(source)."
    case .drawInterrupted: "Одна жеребьевка начата, но не завершена; ее жребии здесь не показаны."
    case .year(let year): "Год \(year)"
    case .yearHas(let states, let reviewers):
      """
      Государств — объектов обзора: \(states); занятых мест проводящих обзор государств: \
      \(reviewers).
      """
    case .yearNotDrawn: "Государства, проводящие обзор в этом году, по жребию еще не выбраны."
    case .yearWithoutStates: "В этом году обзоры не проводятся."
    case .drawnByLots(let lots):
      """
      Выбраны по жребию, который бросали последовательно \
      \(count(lots, "раз", "раза", "раз")) (пункт 19).
      """
    case .drawnUniformly(let number, let all):
      """
      При этой жеребьевке все допустимые исходы остатка цикла были равновероятны: номер \
      \(number) из \(all), считая с 0.
      """
    case .drawnByChain:
      "При этой жеребьевке все допустимые исходы остатка цикла были равновероятны."
    case .drawnByTicket(let ticket): "Выбраны билетом \(ticket) из опубликованного списка."
    case .oneIn(let size): "1 шанс из \(size)"
    case .bowlOfTurns(let size): "выбрано из оставшихся государств, которых было \(size)"
    case .yearsFromLots:
      "Год обзора каждого государства определен по жребию (пункт 14)."
    case .yearsFromLists:
      "Список каждой группы берется по порядку с государства, выбранного по жребию (пункт 14)."
    case .yearsGiven: "Год каждого государства был установлен без жеребьевки."
    case .takenOver(let source): "Выбрано до открытия этого цикла: \(source)"
    case .carriedOver: "Перенесено из предыдущего цикла: обзор \(inYear(1)) без жребия."
    case .stateInYear(let year): "Является объектом обзора \(inYear(year))."
    case .stateNotReviewed: "В этом цикле обзор в отношении этого государства не проводится."
    case .stateNotSelected: "Годы проведения обзора по жребию еще не распределены."
    case .stateInNextCycle: "Обзор перенесен на следующий цикл."
    case .stateReviewsNobody: "Пока не проводит обзор ни в отношении одного государства."
    case .stateLeft: "Больше не входит в число государств цикла."
    case .howWhyReads:
      """
      Государства той же региональной группы, не более пяти, которых не было в урне, когда \
      выбирали первое проводящее обзор государство. О любом другом государстве то же сообщает \
      команда «peerlots why».
      """
    case .howBowlReads:
      """
      В урне находятся именно те государства, с которыми весь цикл еще можно завершить не хуже, \
      чем до жребия. Шансы у всех одинаковы.
      """
    case .whyReviewsNobody: "Не проводит обзоров."
    case .whyHoldsAnotherSeat: "Занимало другое место в этом обзоре."
    case .whyOtherGroup: "Относится к другой региональной группе (пункт 19)."
    case .whySameGroup: "Относится к той же региональной группе, а место предназначено для других."
    case .whyConflict: "Сочетание этих двух государств исключено таблицей несовместимостей."
    case .whyLacksProtocols(let codes):
      codes.isOne
        ? """
        Не является участником Протокола, участником которого является государство — объект \
        обзора (пункт 18-бис): \(codes).
        """
        : """
        Не является участником Протоколов, участником которых является государство — объект \
        обзора (пункт 18-бис): \(codes).
        """
    case .whyAtMaximum(let done):
      """
      Уже было выбрано для проведения обзоров; их число (\(done)) — наибольшее допустимое для \
      него (пункт 20).
      """
    case .whyApart:
      "Таблица исключений не допускает его участия вместе с уже выбранным государством."
    case .whyGroupTaken: "Для этого обзора уже было выбрано государство его региональной группы."
    case .whyFullYear:
      "Уже было выбрано для наибольшего числа обзоров, допустимого в течение одного года."
    case .whyMutual:
      """
      Государство — объект обзора само проводит обзор в отношении этого государства, а взаимные \
      обзоры не допускаются (пункт 19).
      """
    case .whyExcluded:
      """
      Было освобождено от этого обзора или отказалось проводить обзоры в этом году (пункты 19 и \
      20).
      """
    case .whyDissimilar:
      "Не имеет общей правовой системы с государством — объектом обзора (пункт 19)."
    case .whyLater:
      """
      Если бы оно заняло это место, не хватило бы участников для последующего обзора или до \
      наименьшего числа обзоров.
      """
    case .waivedNobody:
      """
      Ни одно государство не могло занять место без столь же серьезного отступления от правил в \
      другом случае.
      """
    case .waivedNobodyOfGroup:
      """
      Ни одно государство группы не могло занять место без столь же серьезного отступления от \
      правил в другом случае.
      """
    case .waivedRegionalSeat: "От места для региональной группы отказались."
    case .waivedOutcomeEmpty: "По результату жеребьевки место остается свободным."
    case .waivedOutcomeNoGroup:
      "В результате жеребьевки нет проводящего обзор государства этой группы."
    case .waivedSharesNoLegalSystem(let name):
      "Не имеет общей правовой системы с проводящим обзор государством: \(name)."
    case .waivedLoad(let done, let due): "Проводит обзоров: \(done) из причитающихся \(due)."
    case .nothingWaived: "Отступлений от правил не было."
    case .waivedInAll(let waivers): "Отступлений от правил на данный момент: \(waivers)."
    case .nothingChanged: "Таких случаев не было."
    case .redraw(let request, let limit):
      "По просьбе №\u{A0}\(request) (предел: \(limit)) жеребьевка проведена повторно (пункт 19)."
    case .redrawByRule:
      "Жеребьевка проведена повторно; просьбой этого государства это не считается (пункт 19)."
    case .deferral(let from, let to):
      "Обзор перенесен \(fromYear(from)) на \(to)-й год (пункт 14)."
    case .deferralToNextCycle(let from):
      "Обзор перенесен \(fromYear(from)) на следующий цикл (пункт 14)."
    case .standDown(let year):
      """
      Не проводит обзоров \(inYear(year)), в котором само является объектом обзора (пункт 20).
      """
    case .amendment(let number): "Поправка \(number)."
    case .released(let names):
      names.isOne ? "Освобождено: \(names)." : "Освобождены: \(names)."
    case .releasedStandsDown(let year):
      "Освобожденное государство не проводит обзоров \(inYear(year)) (пункт 20)."
    case .releasedNoLongerFits:
      """
      По действующим списку государств, правилам и таблице несовместимостей освобожденное \
      государство больше не может проводить этот обзор.
      """
    case .drawnAnew(let names):
      names.isOne ? "Выбрано по жребию: \(names)." : "Выбраны по жребию: \(names)."
    case .takesPlace(let name): "Место по жребию заняло государство: \(name)."
    case .reasonGiven(let reason): "Указанная причина: \(reason)"
    case .joined(let names):
      names.isOne ? "Вошло в цикл: \(names)." : "Вошли в цикл: \(names)."
    case .left(let names):
      names.isOne ? "Вышло из цикла: \(names)." : "Вышли из цикла: \(names)."
    case .renamed(let from, let to): "Код \(from) заменен на \(to)."
    case .membershipChanged: "Действует новый список государств."
    case .rulebookChanged: "Действует новый свод правил."
    case .conflictsChanged: "Действует новая таблица несовместимостей."
    case .exclusionsChanged:
      "Действует новая таблица государств, которые не участвуют в одном обзоре вместе."
    case .withdrawn(let draw, let reason): "Объявление отозвано: \(draw). Причина: \(reason)"
    case .drawOfYear(let year): "Проводящие обзор государства, год \(year)"
    case .drawOfTickets(let year): "Список билетов, год \(year)"
    case .drawOfRedraw(let name, let number): "Повторная жеребьевка \(number): \(name)"
    case .drawOfDeferral(let name, let number): "Отсрочка \(number): \(name)"
    case .drawOfStandDown(let name, let number): "Отказ проводить обзор \(number): \(name)"
    case .drawOfAmendment(let number): "Поправка \(number)"
    case .howShareReads:
      """
      Доля группы — это число ее государств, деленное на число лет, по которым они распределены \
      (пункт 14).
      """
    case .chancesOfPairs:
      "Сколько государств было в урнах: у каждого был один шанс из этого числа."
    case .checkNeeds:
      """
      Любой может повторить эту жеребьевку по журналу — файлу, в котором каждый жребий занимает \
      одну строку. Исходные тексты были известны всем, и каждый жребий следует только из исходного \
      текста и урны.
      """
    case .checkWithProgram: "С помощью программы PeerLots, которая повторяет каждый жребий:"
    case .checkApart: "С помощью второй программы, не имеющей с ней общего кода:"
    case .checkByHand:
      """
      Ключ — это SHA-256 исходного текста. Блок n — это SHA-256 ключа, за которым следует n в \
      восьми байтах. Первые восемь байтов блока, прочитанные как число и разделенные на размер \
      урны, дают в остатке место выбранного государства, считая с 0.
      """
    case .headIs:
      "Тот, у кого есть этот хеш и журнал, знает, что ни одна строка не изменена и не удалена:"
    case .qrHolds: "Изображение содержит тот же хеш для камеры телефона."
    case .linesOfLedger(let lines):
      "В журнале \(count(lines, "строка", "строки", "строк"))."
    case .announcedInLine(let line, let source): "Объявлено в строке \(line): \(source)"
    case .notAnnounced: "В журнале не объявлено."
    case .commitment(let hash): "Хеш секрета: \(hash)"
    case .experts(let hash): "Хеш списка экспертов (пункт 21): \(hash)"
    case .textsAsWritten: "Тексты в кавычках приведены на том языке, на котором они написаны."
    case .costsAreEstimates:
      "Оценки по ставкам финансовых примечаний к докладу; бюджетом они не являются."
    case .sharedByNone: "общего для всех нет"
    case .languagesUnknown: "В списке государств рабочие языки не указаны."
    case .ratesFrom: "Ставки: CTOC/COP/2010/17, финансовые примечания."
    }
  }
}
