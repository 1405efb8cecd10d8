extension ChineseWords {
  func text(_ sentence: EvidenceSentence) -> Wording {
    switch sentence {
    case .governmentalExperts: "政府专家"
    case .expert: "专家"
    case .fields: "专门领域"
    case .languages: "语文"
    case .noneNamedYet: "尚未指定"
    case .expertsNamed(let experts, let states):
      "\(states)个国家共指定\(experts)名专家（第21段）。"
    case .withoutExperts(let names): "尚未指定专家的国家：\(names)。"
    case .everyStateHasExperts: "各国均已指定专家。"
    case .listHash(let hash): "此处所用专家名单的散列值：\(hash)。"
    case .listAnnounced(let line): "这是在第\(line)行公告的名单。"
    case .listNotAnnounced: "这不是记录文件中最后公告的名单。"
    case .ledgerHere: "本出版物附有记录文件："
    case .ledgerFile: "记录文件，每一事项占一行"
    case .inABrowser: "用浏览器核查"
    case .withAProgram: "用程序核查"
    case .verifierPage: "打开核查抽签的网页"
    case .howVerifierWorks:
      """
      该网页载有记录文件和每个签箱的证明。浏览器无需联网即可核查；网页为英文。最后显示RIGHT AND PROVEN\
      （正确并已证明），或指出第一个错误的行。
      """
    case .compareTheHash:
      """
      请将网页显示的散列值与上文的散列值相比较；后者应得自向您提供本文件夹者以外的人，这样就没有人能同时\
      替换两者。
      """
    }
  }
}
