extension ArabicWords {
  func text(_ sentence: ChanceSentence) -> Wording {
    switch sentence {
    case .oddsOfYear(let year): "احتمالات السنة \(year)"
    case .chance: "الاحتمال"
    case .interval: "فترة الثقة 95%"
    case .beforeTheYear: "الاحتمال قبل أول سحبة في السنة"
    case .howLikely: "احتمال هذا الاختيار"
    case .meanChance: "متوسط احتمال الاختيار (%)"
    case .groupUnderReview: "مجموعة الدولة الطرف المستعرَضة"
    case .groupOfReviewer: "مجموعة الدولة الطرف المستعرِضة"
    case .byReviewer: "بحسب الدولة الطرف المستعرِضة"
    case .expectedReviews: "العدد المتوقع من الاستعراضات"
    case .likeliestReview: "الاستعراض الأرجح"
    case .notYetDrawn:
      "لم تُختر بعد أي دولة مستعرِضة لهذه السنة: هذه احتمالات وليست نتائج."
    case .sampled(let draws):
      """
      تقدير من قرعات تجريبية عددها \(draws)، انطلاقا من وضع الدورة قبل أول سحبة في السنة. ويقع \
      الاحتمال الحقيقي داخل الفترة في 95 حالة من كل 100 حالة.
      """
    case .counted: "حساب دقيق لجميع الترتيبات الممكنة للسحبات."
    case .uniform: "هذه احتمالات قرعة تتساوى فيها جميع النتائج الجائزة."
    case .repeated: "هذا الأمر، إذا طُبق على السجل كما كان حينئذ، يعطي الأرقام نفسها:"
    case .howChanceReads:
      """
      احتمال 5% يعني أن خمس قرعات في المتوسط من كل مائة قرعة مماثلة تفضي إلى هذا الاختيار. ومجموع \
      احتمالات استعراض الدول المختلفة لدولة واحدة يساوي عدد الدول المستعرِضة لها.
      """
    case .howMapReads:
      """
      تبين كل خانة متوسط احتمال أن تستعرض دولة معينة من المجموعة المذكورة أعلاها دولة معينة من \
      المجموعة المذكورة إلى جانبها. وكلما كان اللون أغمق كان الاحتمال أكبر؛ والشرطة تعني أنه لا \
      وجود لهذه الحالة. ويتضمن الجدول التالي الأرقام نفسها.
      """
    case .howReviewsRead:
      "عدد استعراضات هذه السنة الذي يمكن أن تتوقعه كل دولة، وأرجحها."
    case .howPairsRead:
      """
      يُذكر احتمالان: قبل أول سحبة في السنة، وقبيل السحبة نفسها حين كان لجميع الدول التي في الوعاء \
      الاحتمال نفسه.
      """
    case .neverDrawn(let names):
      switch names.count {
      case 1: "دولة لم تُختر في أي قرعة تجريبية: \(names)."
      case 2: "دولتان لم تُختارا في أي قرعة تجريبية: \(names)."
      default: "دول لم تُختر في أي قرعة تجريبية: \(names)."
      }
    case .cannotBeDrawn(let names):
      switch names.count {
      case 1: "دولة لا يمكن اختيارها: \(names)."
      case 2: "دولتان لا يمكن اختيارهما: \(names)."
      default: "دول لا يمكن اختيارها: \(names)."
      }
    case .percent(let tenths): "\(decimal(tenths))%"
    case .percentBelow(let tenths): "أقل من \(decimal(tenths))%"
    case .between(let low, let high): "من \(decimal(low))% إلى \(decimal(high))%"
    }
  }
}
