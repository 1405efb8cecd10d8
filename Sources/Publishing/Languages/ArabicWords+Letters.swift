extension ArabicWords {
  func text(_ sentence: LetterSentence) -> Wording {
    switch sentence {
    case .subject(let name): "استعراض تنفيذ الاتفاقية وبروتوكولاتها: \(name)"
    case .toStateUnderReview(let year):
      "تشعركم الأمانة بأن دولتكم تُستعرض في السنة \(year) من الدورة (المبادئ التوجيهية، الفقرة 12)."
    case .toReviewingState(let name, let year):
      """
      تشعركم الأمانة بأن دولتكم اختيرت بالقرعة دولة طرفا مستعرِضة (المبادئ التوجيهية، الفقرة 12). \
      الدولة الطرف المستعرَضة في السنة \(year): \(name).
      """
    case .reviewersAre(let names):
      switch names.count {
      case 1: "الدولة الطرف المستعرِضة هي: \(names)."
      case 2: "الدولتان الطرفان المستعرِضتان هما: \(names)."
      default: "الدول الأطراف المستعرِضة هي: \(names)."
      }
    case .otherReviewersAre(let names):
      switch names.count {
      case 1: "الدولة الطرف المستعرِضة الأخرى هي: \(names)."
      case 2: "الدولتان الطرفان المستعرِضتان الأخريان هما: \(names)."
      default: "الدول الأطراف المستعرِضة الأخرى هي: \(names)."
      }
    case .noOtherReviewers: "ليست هناك دولة طرف مستعرِضة أخرى."
    case .drawnUnder: "سُحبت القرعة وفقا للفقرة 19 من الإطار المرجعي."
    case .focalPoint:
      """
      يرجى تسمية جهة اتصال لتنسيق مشاركة دولتكم (الإطار المرجعي، الفقرة 17؛ المبادئ التوجيهية، \
      الفقرة 13).
      """
    case .experts(let most):
      """
      يرجى تسمية الخبراء الحكوميين من دولتكم، وعددهم الأقصى \(most)، مع بيان خلفياتهم ومناصبهم \
      وأنشطتهم ذات الصلة ومجالات خبرتهم (الفقرة 21).
      """
    case .training: "تدريب جهات الاتصال والخبراء: تعلن الأمانة المواعيد لاحقا (الفقرة 31)."
    case .timetableIs: "فيما يلي الجدول الزمني المؤقت، بالأيام التقويمية:"
    case .timetableFollows: "فيما يلي الجدول الزمني المؤقت، وتحتسب المدد من يوم الإشعار:"
    case .language: "يرجى إبلاغ الأمانة بلغة العمل التي تفضلونها لهذا الاستعراض (الفقرة 24)."
    case .mayAskRedraw(let limit):
      """
      لدولتكم أن تطلب إعادة سحب القرعة، والحد الأقصى: \(count(limit, Self.time))؛ ولا يجوز أكثر من \
      ذلك إلا في ظروف استثنائية (الفقرة 19).
      """
    case .mayDefer: "لدولتكم أن تؤجل استعراضها إلى السنة التالية لمبرر معقول (الفقرة 14)."
    case .mayStandDown:
      "لدولتكم أن تعتذر عن استعراض دول أخرى في السنة التي تُستعرض فيها (الفقرة 20)."
    case .reviewsTogether(let reviews):
      "مجموع ما تجريه دولتكم حتى الآن في هذه الدورة: \(count(reviews, Self.review)) (الفقرة 20)."
    case .allowancesExceed(let step, let days, let next):
      """
      إذا استُنفدت جميع المدد وقعت خطوة «\(step)» بعد خطوة «\(next)» التي ينبغي أن تليها، والفارق: \
      \(count(days, Self.day)). فاتفقوا على مدد أقصر.
      """
    case .afterStep(let step): "بعد: \(step)"
    case .movedToWorkday:
      "تُنقل المواعيد التي تقع في عطلة نهاية الأسبوع أو في يوم عطلة إلى يوم العمل التالي."
    case .weeksAfter(let weeks): count(weeks, Self.week)
    case .monthsAfter(let months): count(months, Self.month)
    case .daysAfter(let days): count(days, Self.day)
    case .blueprintTitle(let reviewers, let state):
      switch reviewers.count {
      case 1:
        """
        استعراض تنفيذ الاتفاقية وبروتوكولاتها. الدولة الطرف المستعرِضة: \(reviewers). الدولة الطرف \
        المستعرَضة: \(state)
        """
      case 2:
        """
        استعراض تنفيذ الاتفاقية وبروتوكولاتها. الدولتان الطرفان المستعرِضتان: \(reviewers). الدولة \
        الطرف المستعرَضة: \(state)
        """
      default:
        """
        استعراض تنفيذ الاتفاقية وبروتوكولاتها. الدول الأطراف المستعرِضة: \(reviewers). الدولة \
        الطرف المستعرَضة: \(state)
        """
      }
    case .blueprintCycle(let name): "دورة الاستعراض: \(name)"
    case .blueprintIntroduction:
      """
      أنشأ مؤتمر الأطراف آلية استعراض تنفيذ الاتفاقية وبروتوكولاتها. ويستند هذا الاستعراض إلى \
      الردود على التقييم الذاتي وإلى حوار بناء بين خبراء الدول الأطراف المستعرِضة والدولة الطرف \
      المستعرَضة.
      """
    case .blueprintProcess(let reviewers, let state, let year):
      switch reviewers.count {
      case 1:
        "الدولة الطرف المستعرَضة في السنة \(year): \(state). الدولة الطرف المستعرِضة: \(reviewers)."
      case 2:
        """
        الدولة الطرف المستعرَضة في السنة \(year): \(state). الدولتان الطرفان المستعرِضتان: \
        \(reviewers).
        """
      default:
        """
        الدولة الطرف المستعرَضة في السنة \(year): \(state). الدول الأطراف المستعرِضة: \
        \(reviewers).
        """
      }
    case .blueprintParties(let protocols):
      switch protocols.count {
      case 1: "طرف في الاتفاقية وفي البروتوكول التالي: \(protocols)."
      case 2: "طرف في الاتفاقية وفي البروتوكولين التاليين: \(protocols)."
      default: "طرف في الاتفاقية وفي البروتوكولات: \(protocols)."
      }
    case .blueprintGroup(let name): "المجموعة الإقليمية: \(name)."
    case .blueprintLegalSystems(let systems):
      switch systems.count {
      case 1: "النظام القانوني بحسب قائمة الدول: \(systems)."
      case 2: "النظامان القانونيان بحسب قائمة الدول: \(systems)."
      default: "النظم القانونية بحسب قائمة الدول: \(systems)."
      }
    case .blueprintConfidential:
      "تقرير الاستعراض القطري سري ما لم تنشره الدولة الطرف المستعرَضة (الفقرة 36)."
    case .calendarTitle(let step, let state): "\(step): \(state)"
    case .calendarName(let name): "الاستعراضات: \(name)"
    }
  }
}
