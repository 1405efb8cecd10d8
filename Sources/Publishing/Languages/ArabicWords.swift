/// Arabic, with the terms of the Arabic version of document CTOC/COP/2010/17.
///
/// Numbers stand in the digits of the ledger, so that they can be compared with it.
struct ArabicWords: Language {
  let tongue = Tongue.arabic
  let decimalMark = ","
  let thousandsMark = "\u{A0}"

  func list(_ names: [Name]) -> Wording {
    guard let first = names.first else { return "لا شيء" }
    // The conjunction is joined to a word in Arabic letters, and stands apart before any other.
    return names.dropFirst().reduce(Wording(first)) { list, name in
      let isArabic = name.text.unicodeScalars.first.map { Self.letters.contains($0) } ?? false
      return isArabic ? "\(list)، و\(name)" : "\(list)، و \(name)"
    }
  }

  private static let letters: ClosedRange<Unicode.Scalar> = "\u{0620}"..."\u{064A}"

  func text(_ date: CivilDate) -> Wording {
    "\(date.day) \(Wording(stringLiteral: Self.months[date.month - 1])) \(date.year)"
  }

  /// The two names that documents of the United Nations give each month.
  private static let months = [
    "كانون الثاني/يناير", "شباط/فبراير", "آذار/مارس", "نيسان/أبريل", "أيار/مايو",
    "حزيران/يونيه", "تموز/يوليه", "آب/أغسطس", "أيلول/سبتمبر", "تشرين الأول/أكتوبر",
    "تشرين الثاني/نوفمبر", "كانون الأول/ديسمبر",
  ]

  /// The noun with its number: none, one and two are said without a digit, 3 to 10 take the plural,
  /// 11 to 99 the accusative singular, and hundreds the genitive singular.
  struct Noun {
    let zero: String
    let one: String
    let two: String
    let few: String
    let many: String
    let other: String
  }

  static let state = Noun(
    zero: "صفر من الدول", one: "دولة واحدة", two: "دولتان", few: "دول", many: "دولة",
    other: "دولة")
  static let year = Noun(
    zero: "صفر من السنوات", one: "سنة واحدة", two: "سنتان", few: "سنوات", many: "سنة",
    other: "سنة")
  static let lot = Noun(
    zero: "صفر من السحبات", one: "سحبة واحدة", two: "سحبتان", few: "سحبات", many: "سحبة",
    other: "سحبة")
  static let review = Noun(
    zero: "صفر من الاستعراضات", one: "استعراض واحد", two: "استعراضان", few: "استعراضات",
    many: "استعراضا", other: "استعراض")
  static let line = Noun(
    zero: "صفر من الأسطر", one: "سطر واحد", two: "سطران", few: "أسطر", many: "سطرا",
    other: "سطر")
  static let time = Noun(
    zero: "صفر من المرات", one: "مرة واحدة", two: "مرتان", few: "مرات", many: "مرة",
    other: "مرة")
  static let day = Noun(
    zero: "صفر من الأيام", one: "يوم واحد", two: "يومان", few: "أيام", many: "يوما",
    other: "يوم")
  static let week = Noun(
    zero: "صفر من الأسابيع", one: "أسبوع واحد", two: "أسبوعان", few: "أسابيع",
    many: "أسبوعا", other: "أسبوع")
  static let month = Noun(
    zero: "صفر من الأشهر", one: "شهر واحد", two: "شهران", few: "أشهر", many: "شهرا",
    other: "شهر")

  /// A number of things.
  func count(_ number: Int, _ noun: Noun) -> Wording {
    switch Plural.ofArabic(number) {
    case .zero: Wording(stringLiteral: noun.zero)
    case .one: Wording(stringLiteral: noun.one)
    case .two: Wording(stringLiteral: noun.two)
    case .few: "\(number) \(Wording(stringLiteral: noun.few))"
    case .many: "\(number) \(Wording(stringLiteral: noun.many))"
    case .other: "\(number) \(Wording(stringLiteral: noun.other))"
    }
  }

  func text(_ term: Term) -> String {
    switch term {
    case .endonym: "العربية"
    case .contents: "المحتويات"
    case .otherLanguages: "لغات أخرى"
    case .overview: "نظرة عامة"
    case .selection: "سنوات الاستعراض"
    case .changes: "الإعفاءات والتغييرات"
    case .statistics: "إحصاءات"
    case .howToCheck: "كيفية التحقق من القرعة"
    case .costs: "اللغات والتكاليف"
    case .letters: "الرسائل"
    case .blueprint: "المخطط النموذجي للتقرير"
    case .calendar: "التقويم"
    case .state: "الدولة"
    case .code: "الرمز"
    case .regionalGroup: "المجموعة الإقليمية"
    case .noGroup: "دون مجموعة إقليمية"
    case .protocols: "البروتوكولات"
    case .legalSystems: "النظم القانونية"
    case .workingLanguages: "لغات العمل"
    case .year: "السنة"
    case .stateUnderReview: "الدولة الطرف المستعرَضة"
    case .reviewingStates: "الدول الأطراف المستعرِضة"
    case .regionalReviewer: "دولة مستعرِضة من المجموعة الإقليمية نفسها"
    case .otherReviewer: "دولة مستعرِضة أخرى"
    case .supplementaryReviewer: "دولة مستعرِضة إضافية"
    case .seat: "المقعد"
    case .drawn: "المختارة بالقرعة"
    case .bowl: "وعاء القرعة"
    case .statesInBowl: "عدد الدول في الوعاء"
    case .turn: "الدور"
    case .lot: "السحبة"
    case .draw: "القرعة"
    case .rule: "القاعدة"
    case .reason: "السبب"
    case .paragraph: "الفقرة"
    case .occurrences: "التغييرات والإعفاءات بحسب الفقرة"
    case .total: "العدد"
    case .extraPlace: "مكان إضافي في هذه السنة"
    case .listBegins: "بداية القائمة"
    case .smallest: "الأصغر"
    case .median: "الوسيط"
    case .largest: "الأكبر"
    case .event: "الواقعة"
    case .line: "السطر في السجل"
    case .seed: "البذرة"
    case .announcement: "الإعلان"
    case .rulebook: "مجموعة القواعد"
    case .byGroup: "بحسب المجموعة الإقليمية"
    case .byState: "بحسب الدولة"
    case .inOrder: "بحسب ترتيب السحب"
    case .reviewsSoFar: "الاستعراضات التي تجريها كل دولة حتى الآن"
    case .reviews: "الاستعراضات"
    case .itsReview: "استعراض هذه الدولة"
    case .whomItReviews: "الدول التي تستعرضها"
    case .earlierLots: "سحبات سابقة أُعفيت دولها"
    case .whyNot: "لماذا تعذر اختيار دول أخرى من مجموعتها"
    case .waivers: "القواعد التي جرى الإعفاء منها"
    case .redraws: "إعادة سحب القرعة"
    case .deferrals: "التأجيلات"
    case .standDowns: "الدول التي اعتذرت عن إجراء الاستعراض"
    case .amendments: "التعديلات"
    case .reviewsPerState: "الدول بحسب عدد الاستعراضات التي تجريها"
    case .yearsAndGroups: "الاستعراضات بحسب السنة والمجموعة الإقليمية"
    case .proportionalShare: "الحصة"
    case .protocolCoverage: "الأطراف في كل بروتوكول"
    case .statesParties: "الدول الأطراف"
    case .statesInAll: "الدول"
    case .draws: "القرعات وبذورها"
    case .hashOfLastLine: "بصمة السطر الأخير"
    case .byHand: "سحبة واحدة باليد"
    case .none: "لا يوجد"
    case .notYetDrawn: "لم تُسحب القرعة بعد"
    case .emptySeat: "مقعد بقي شاغرا"
    case .onlyOneInBowl: "الدولة الوحيدة في الوعاء"
    case .ruleSeat: "دولة مستعرِضة لكل مقعد"
    case .ruleSupplement: "دولة مستعرِضة إضافية"
    case .ruleSameRegion: "دولة مستعرِضة من المجموعة الإقليمية نفسها"
    case .ruleMinimumLoad: "الحد الأدنى لعدد الاستعراضات"
    case .ruleLegalSystem: "نظام قانوني مماثل"
    case .ruleTargetLoad: "عدد الاستعراضات المستصوب لكل دولة"
    case .drawSelection: "التوزيع على السنوات"
    case .step: "الخطوة"
    case .allowance: "المدة"
    case .date: "التاريخ"
    case .lots: "السحبات"
    case .notification: "إشعار من الأمانة"
    case .focalPoint: "تسمية جهة الاتصال"
    case .experts: "تسمية الخبراء الحكوميين"
    case .firstCall: "أول مؤتمر هاتفي"
    case .answers: "الردود على التقييم الذاتي"
    case .circulation: "ترجمة الردود وتعميمها"
    case .deskReview: "تقديم الاستعراض المكتبي"
    case .dialogue: "اختتام الحوار"
    case .visit: "زيارة قطرية أو اجتماع في فيينا"
    case .draftReport: "مشروع التقرير"
    case .endOfReview: "نهاية الاستعراض"
    case .training: "التدريب"
    case .notice: "إشعار"
    case .to: "إلى"
    case .reference: "المرجع"
    case .signature: "التوقيع"
    case .timetable: "الجدول الزمني المؤقت"
    case .whatIsAsked: "المطلوب من الدولة"
    case .introduction: "مقدمة"
    case .process: "عملية الاستعراض"
    case .executiveSummary: "خلاصة وافية"
    case .implementation: "تنفيذ الاتفاقية وبروتوكولاتها"
    case .ratification: "التصديق"
    case .legalSystem: "النظام القانوني"
    case .articles: "تنفيذ مواد مختارة"
    case .summaryOfArticle: "ملخص"
    case .observations: "ملاحظات بشأن التنفيذ"
    case .goodPractices: "التجارب الناجحة والممارسات الجيدة"
    case .challenges: "التحديات"
    case .needs: "الاحتياجات من المساعدة التقنية"
    case .toBeFilledIn: "يُستكمل لاحقا"
    case .successes: "التجارب الناجحة"
    case .officialLanguages: "اللغات الرسمية اللازمة"
    case .sharedLanguage: "اللغة المشتركة بين جميع دول الاستعراض"
    case .noOfficialLanguage: "لا لغة رسمية"
    case .languagesNotGiven: "غير مذكورة في قائمة الدول"
    case .dollars: "دولارات الولايات المتحدة"
    case .quantity: "الكمية"
    case .rate: "السعر"
    case .amount: "المبلغ"
    case .documentsOfReviews: "الخلاصات الوافية بست لغات، بالصفحات"
    case .meetings: "الجلسات مع الترجمة الشفوية، بأنصاف الأيام"
    case .staff: "الموظفون من الرتبة ف-3، بالأشهر"
    case .reviewsByLanguages: "الاستعراضات بحسب عدد اللغات الرسمية اللازمة"
    case .africanGroup: "الدول الأفريقية"
    case .asiaPacificGroup: "دول آسيا والمحيط الهادئ"
    case .easternEuropeanGroup: "دول أوروبا الشرقية"
    case .latinAmericanGroup: "دول أمريكا اللاتينية والكاريبي"
    case .westernGroup: "دول أوروبا الغربية ودول أخرى"
    case .traffickingProtocol: "بروتوكول الاتجار بالأشخاص"
    case .migrantsProtocol: "بروتوكول تهريب المهاجرين"
    case .firearmsProtocol: "بروتوكول الأسلحة النارية"
    case .civilLaw: "القانون المدني"
    case .commonLaw: "القانون العام الأنغلوسكسوني"
    case .customaryLaw: "القانون العرفي"
    case .islamicLaw: "الشريعة الإسلامية"
    case .arabic: "العربية"
    case .chinese: "الصينية"
    case .english: "الإنكليزية"
    case .french: "الفرنسية"
    case .russian: "الروسية"
    case .spanish: "الإسبانية"
    }
  }
}
