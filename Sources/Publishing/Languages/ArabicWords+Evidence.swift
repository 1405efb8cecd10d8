extension ArabicWords {
  func text(_ sentence: EvidenceSentence) -> Wording {
    switch sentence {
    case .governmentalExperts: "الخبراء الحكوميون"
    case .expert: "الخبير"
    case .fields: "مجالات الخبرة"
    case .languages: "اللغات"
    case .noneNamedYet: "لم يُسمَّ أحد بعد"
    case .expertsNamed(let experts, let states):
      "عدد الخبراء المسمَّين: \(experts)؛ وعدد الدول التي سمّتهم: \(states) (الفقرة 21)."
    case .withoutExperts(let names):
      switch names.count {
      case 1: "الدولة التي لم تسمّ خبراء بعد: \(names)."
      case 2: "الدولتان اللتان لم تسميا خبراء بعد: \(names)."
      default: "الدول التي لم تسمّ خبراء بعد: \(names)."
      }
    case .everyStateHasExperts: "سمّت جميع الدول خبراءها."
    case .listHash(let hash): "بصمة قائمة الخبراء المستخدمة هنا: \(hash)."
    case .listAnnounced(let line): "وهي القائمة المعلنة في السطر \(line)."
    case .listNotAnnounced: "وهي ليست آخر قائمة أُعلنت في السجل."
    case .ledgerHere: "السجل جزء من هذا المنشور:"
    case .ledgerFile: "السجل، وهو ملف فيه سطر لكل حدث"
    case .inABrowser: "في متصفح"
    case .withAProgram: "باستخدام برنامج"
    case .verifierPage: "فتح الصفحة التي تتحقق من القرعة"
    case .howVerifierWorks:
      """
      تتضمن هذه الصفحة السجل وبرهانا لكل وعاء. ويتحقق منهما متصفحكم دون أي شبكة؛ والصفحة \
      بالإنكليزية. وفي النهاية تعرض عبارة RIGHT AND PROVEN (صحيح ومبرهن عليه) أو تبين أول سطر غير \
      صحيح.
      """
    case .compareTheHash:
      """
      قارنوا البصمة التي تعرضها الصفحة بالبصمة الواردة أعلاه كما حصلتم عليها من شخص غير الذي سلمكم \
      هذا المجلد: فلا يمكن عندئذ لأحد أن يكون قد بدلهما معا.
      """
    }
  }
}
