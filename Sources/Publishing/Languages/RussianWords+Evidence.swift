extension RussianWords {
  func text(_ sentence: EvidenceSentence) -> Wording {
    switch sentence {
    case .governmentalExperts: "Правительственные эксперты"
    case .expert: "Эксперт"
    case .fields: "Области специализации"
    case .languages: "Языки"
    case .noneNamedYet: "пока никто не назначен"
    case .expertsNamed(let experts, let states):
      "Назначено экспертов: \(experts); назначивших их государств: \(states) (пункт 21)."
    case .withoutExperts(let names):
      names.isOne
        ? "Единственное государство, пока не назначившее экспертов: \(names)."
        : "Государства, пока не назначившие экспертов: \(names)."
    case .everyStateHasExperts: "Экспертов назначили все государства."
    case .listHash(let hash): "Хеш использованного здесь списка экспертов: \(hash)."
    case .listAnnounced(let line): "Это список, объявленный в строке \(line)."
    case .listNotAnnounced: "Это не тот список, который объявлен в журнале последним."
    case .ledgerHere: "Журнал входит в эту публикацию:"
    case .ledgerFile: "Журнал — файл, в котором каждому событию соответствует одна строка"
    case .inABrowser: "В браузере"
    case .withAProgram: "С помощью программы"
    case .verifierPage: "Открыть страницу, которая проверяет жеребьевку"
    case .howVerifierWorks:
      """
      Эта страница содержит журнал и доказательство для каждой урны. Браузер проверяет их без \
      доступа к сети; страница на английском языке. В конце она сообщает RIGHT AND PROVEN (верно и \
      доказано) или указывает первую неверную строку.
      """
    case .compareTheHash:
      """
      Сравните хеш, который показывает страница, с приведенным выше хешем, полученным не от того, \
      кто передал вам эту папку: тогда никто не мог подменить и то и другое.
      """
    }
  }
}
