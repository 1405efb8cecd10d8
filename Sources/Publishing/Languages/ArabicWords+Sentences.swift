extension ArabicWords {
  func text(_ sentence: Sentence) -> Wording {
    switch sentence {
    case .cycleHas(let states, let reviewed, let years):
      """
      عدد الدول في الدورة: \(states)؛ وعدد الدول المستعرَضة: \(reviewed)؛ ومدة الدورة: \
      \(count(years, Self.year)).
      """
    case .reviewsDrawn(let drawn, let all):
      "الاستعراضات التي اختيرت جميع دولها المستعرِضة: \(drawn) من أصل \(all)."
    case .underRules(let name, let source): "القواعد: \(name)؛ المصدر: \(source)."
    case .drawInterrupted: "بدأت قرعة ولم تكتمل، ولا تظهر نتائجها هنا."
    case .year(let year): "السنة \(year)"
    case .yearHas(let states, let reviewers):
      "الدول المستعرَضة: \(states)؛ المقاعد التي تشغلها دول مستعرِضة: \(reviewers)."
    case .yearNotDrawn: "لم تُسحب بعد قرعة الدول المستعرِضة لهذه السنة."
    case .yearWithoutStates: "لا تُستعرض أي دولة في هذه السنة."
    case .drawnByLots(let lots):
      "جرى الاختيار بالقرعة سحبة بعد سحبة، وعددها: \(count(lots, Self.lot)) (الفقرة 19)."
    case .drawnUniformly(let number, let all):
      """
      كانت جميع النتائج الجائزة لبقية الدورة متساوية الاحتمال: الرقم \(number) من أصل \(all)، \
      بدءا من 0.
      """
    case .drawnByChain: "كانت جميع النتائج الجائزة لبقية الدورة متساوية الاحتمال."
    case .drawnByTicket(let ticket): "جرى الاختيار بالورقة رقم \(ticket) من قائمة منشورة."
    case .oneIn(let size): "احتمال 1 من \(size)"
    case .bowlOfTurns(let size): "سُحبت من بين الدول المتبقية، وعددها \(size)"
    case .yearsFromLots: "حددت القرعة السنة التي تُستعرض فيها كل دولة (الفقرة 14)."
    case .yearsFromLists:
      "تؤخذ قائمة كل مجموعة بالترتيب بدءا من الدولة التي اختارتها القرعة (الفقرة 14)."
    case .yearsGiven: "حُددت سنة كل دولة دون قرعة."
    case .takenOver(let source): "اختيرت قبل افتتاح هذه الدورة: \(source)"
    case .carriedOver: "مرحّلة من الدورة السابقة: تُستعرض في السنة 1 دون قرعة."
    case .stateInYear(let year): "تُستعرض في السنة \(year)."
    case .stateNotReviewed: "لا تُستعرض هذه الدولة في هذه الدورة."
    case .stateNotSelected: "لم تُسحب بعد قرعة سنوات الاستعراض."
    case .stateInNextCycle: "انتقل استعراضها إلى الدورة التالية."
    case .stateReviewsNobody: "لا تستعرض أي دولة حتى الآن."
    case .stateLeft: "لم تعد من دول الدورة."
    case .howWhyReads:
      """
      دول من مجموعتها الإقليمية، خمس على الأكثر، لم تكن في الوعاء عند سحب أول دولة مستعرِضة. \
      والأمر «peerlots why» يبين ذلك لأي دولة أخرى.
      """
    case .howBowlReads:
      """
      يضم الوعاء بالضبط الدول التي يمكن معها إكمال الدورة كلها كما كان ممكنا قبل السحب. ولكل منها \
      الفرصة نفسها.
      """
    case .whyReviewsNobody: "لا تجري أي استعراض."
    case .whyHoldsAnotherSeat: "كانت تشغل مقعدا آخر في هذا الاستعراض."
    case .whyOtherGroup: "تنتمي إلى مجموعة إقليمية أخرى (الفقرة 19)."
    case .whySameGroup: "تنتمي إلى المجموعة الإقليمية نفسها، والمقعد مخصص لغيرها."
    case .whyConflict: "يمنع جدول حالات التعارض الجمع بين الدولتين."
    case .whyLacksProtocols(let codes):
      switch codes.count {
      case 1:
        "ليست طرفا في بروتوكول تكون الدولة الطرف المستعرَضة طرفا فيه (الفقرة 18 مكررا): \(codes)."
      case 2:
        """
        ليست طرفا في بروتوكولين تكون الدولة الطرف المستعرَضة طرفا فيهما (الفقرة 18 مكررا): \
        \(codes).
        """
      default:
        """
        ليست طرفا في بروتوكولات تكون الدولة الطرف المستعرَضة طرفا فيها (الفقرة 18 مكررا): \
        \(codes).
        """
      }
    case .whyAtMaximum(let done):
      """
      سبق أن اختيرت للحد الأقصى الجائز لها، وهو: \(count(done, Self.review)) (الفقرة 20).
      """
    case .whyApart: "يمنع جدول الاستبعادات مشاركتها مع دولة مستعرِضة سبق اختيارها."
    case .whyGroupTaken: "سبق أن اختيرت لهذا الاستعراض دولة من مجموعتها الإقليمية."
    case .whyFullYear: "سبق أن اختيرت لأكبر عدد من الاستعراضات يجوز للدولة إجراؤه في سنة واحدة."
    case .whyMutual:
      "الدولة الطرف المستعرَضة تستعرض هذه الدولة، ولا تستعرض دولتان إحداهما الأخرى (الفقرة 19)."
    case .whyExcluded:
      "أُعفيت من هذا الاستعراض أو اعتذرت عن إجراء الاستعراض في هذه السنة (الفقرتان 19 و20)."
    case .whyDissimilar: "ليس لها نظام قانوني مشترك مع الدولة الطرف المستعرَضة (الفقرة 19)."
    case .whyLater:
      """
      لو شغلت هذا المقعد لتعذر توفير دولة مستعرِضة لاستعراض لاحق أو بلوغ الحد الأدنى من \
      الاستعراضات.
      """
    case .waivedNobody: "لم يكن بوسع أي دولة شغل المقعد دون إعفاء مماثل في خطورته في موضع آخر."
    case .waivedNobodyOfGroup:
      "لم يكن بوسع أي دولة من المجموعة شغل المقعد دون إعفاء مماثل في خطورته في موضع آخر."
    case .waivedRegionalSeat: "جرى التخلي عن مقعدها المخصص للمجموعة الإقليمية."
    case .waivedOutcomeEmpty: "نتيجة القرعة تترك المقعد شاغرا."
    case .waivedOutcomeNoGroup: "لا تتضمن نتيجة القرعة دولة مستعرِضة من المجموعة."
    case .waivedSharesNoLegalSystem(let name):
      "ليس لها نظام قانوني مشترك مع الدولة المستعرِضة لها: \(name)."
    case .waivedLoad(let done, let due): "تجري من الاستعراضات \(done) من أصل \(due) مستحقة."
    case .nothingWaived: "لم يجر الإعفاء من أي قاعدة."
    case .waivedInAll(let waivers): "عدد الإعفاءات حتى الآن: \(waivers)."
    case .nothingChanged: "لم يحدث شيء من ذلك."
    case .redraw(let request, let limit):
      "بناء على طلبها رقم \(request) (والحد هو \(limit)) أُعيد سحب القرعة (الفقرة 19)."
    case .redrawByRule: "أُعيد سحب القرعة، ولا يحتسب ذلك طلبا منها (الفقرة 19)."
    case .deferral(let from, let to):
      "انتقل استعراضها من السنة \(from) إلى السنة \(to) (الفقرة 14)."
    case .deferralToNextCycle(let from):
      "انتقل استعراضها من السنة \(from) إلى الدورة التالية (الفقرة 14)."
    case .standDown(let year):
      "لا تجري أي استعراض في السنة \(year) التي تُستعرض فيها (الفقرة 20)."
    case .amendment(let number): "التعديل \(number)."
    case .released(let names):
      switch names.count {
      case 1: "الدولة المعفاة: \(names)."
      case 2: "الدولتان المعفاتان: \(names)."
      default: "الدول المعفاة: \(names)."
      }
    case .releasedStandsDown(let year):
      "الدولة المعفاة لا تجري أي استعراض في السنة \(year) (الفقرة 20)."
    case .releasedNoLongerFits:
      """
      بموجب قائمة الدول والقواعد وحالات التعارض السارية الآن، لم يعد يجوز للدولة المعفاة \
      إجراء هذا الاستعراض.
      """
    case .drawnAnew(let names):
      switch names.count {
      case 1: "الدولة المختارة بالقرعة: \(names)."
      case 2: "الدولتان المختارتان بالقرعة: \(names)."
      default: "الدول المختارة بالقرعة: \(names)."
      }
    case .takesPlace(let name): "الدولة التي حلت محلها بالقرعة: \(name)."
    case .reasonGiven(let reason): "السبب المقدم: \(reason)"
    case .joined(let names):
      switch names.count {
      case 1: "الدولة التي انضمت إلى الدورة: \(names)."
      case 2: "الدولتان اللتان انضمتا إلى الدورة: \(names)."
      default: "الدول التي انضمت إلى الدورة: \(names)."
      }
    case .left(let names):
      switch names.count {
      case 1: "الدولة التي خرجت من الدورة: \(names)."
      case 2: "الدولتان اللتان خرجتا من الدورة: \(names)."
      default: "الدول التي خرجت من الدورة: \(names)."
      }
    case .renamed(let from, let to): "الرمز السابق: \(from)؛ الرمز الجديد: \(to)."
    case .membershipChanged: "بدأ العمل بقائمة جديدة للدول."
    case .rulebookChanged: "بدأ العمل بمجموعة جديدة من القواعد."
    case .conflictsChanged: "بدأ العمل بجدول جديد لحالات التعارض."
    case .exclusionsChanged: "بدأ العمل بجدول جديد للدول التي لا تجتمع في استعراض واحد."
    case .withdrawn(let draw, let reason): "إعلان مسحوب: \(draw). السبب: \(reason)"
    case .drawOfYear(let year): "الدول المستعرِضة للسنة \(year)"
    case .drawOfTickets(let year): "قائمة أوراق القرعة للسنة \(year)"
    case .drawOfRedraw(let name, let number): "إعادة السحب رقم \(number): \(name)"
    case .drawOfDeferral(let name, let number): "التأجيل رقم \(number): \(name)"
    case .drawOfStandDown(let name, let number): "الاعتذار رقم \(number): \(name)"
    case .drawOfAmendment(let number): "التعديل \(number)"
    case .howShareReads:
      "حصة المجموعة هي عدد دولها مقسوما على عدد السنوات التي توزع عليها (الفقرة 14)."
    case .chancesOfPairs: "عدد الدول في الأوعية: لكل منها فرصة واحدة من هذا العدد."
    case .checkNeeds:
      """
      يمكن لأي شخص أن يعيد هذه القرعة من السجل، وهو الملف الذي يتضمن كل سحبة في سطر واحد. وكانت \
      البذور معلنة، وكل سحبة تنتج من البذرة والوعاء وحدهما.
      """
    case .checkWithProgram: "ببرنامج PeerLots الذي يعيد كل سحبة:"
    case .checkApart: "ببرنامج ثان لا يشترك معه في أي شيفرة:"
    case .checkByHand:
      """
      المفتاح هو \(Name("SHA\u{2011}256")) للبذرة. والكتلة رقم n هي \(Name("SHA\u{2011}256")) للمفتاح متبوعا \
      بالعدد n في ثمانية بايتات. وتُقرأ البايتات الثمانية الأولى من الكتلة عددا يُقسم على عدد الدول \
      في الوعاء، فيكون الباقي موضع الدولة المختارة، بدءا من 0.
      """
    case .headIs: "من لديه هذه البصمة والسجل يعلم أن أي سطر لم يُغير ولم يُحذف:"
    case .qrHolds: "تتضمن الصورة البصمة نفسها لآلة تصوير الهاتف."
    case .linesOfLedger(let lines): "عدد أسطر السجل: \(count(lines, Self.line))."
    case .announcedInLine(let line, let source): "أُعلن في السطر \(line): \(source)"
    case .notAnnounced: "لم يُعلن في السجل."
    case .commitment(let hash): "بصمة السر: \(hash)"
    case .experts(let hash): "بصمة قائمة الخبراء (الفقرة 21): \(hash)"
    case .textsAsWritten: "النصوص بين علامات التنصيص واردة باللغة التي كتبت بها."
    case .costsAreEstimates: "تقديرات بأسعار الملاحظات المالية للتقرير، وليست ميزانية."
    case .sharedByNone: "لا لغة مشتركة بين الجميع"
    case .languagesUnknown: "لا تذكر قائمة الدول لغات العمل."
    case .ratesFrom: "الأسعار: CTOC/COP/2010/17، الملاحظات المالية."
    }
  }
}
