extension ChineseWords {
  func text(_ sentence: ChanceSentence) -> Wording {
    switch sentence {
    case .oddsOfYear(let year): "第\(year)年的概率"
    case .chance: "概率"
    case .interval: "95%区间"
    case .beforeTheYear: "该年第一签之前的概率"
    case .howLikely: "此配对的概率"
    case .meanChance: "配对的平均概率（%）"
    case .groupUnderReview: "受审议缔约国所属区域组"
    case .groupOfReviewer: "审议缔约国所属区域组"
    case .byReviewer: "按审议缔约国"
    case .expectedReviews: "预期审议数"
    case .likeliestReview: "最可能的审议"
    case .notYetDrawn: "该年的审议国尚未抽出：所列为概率，不是结果。"
    case .sampled(let draws):
      "根据从该年第一签之前的周期状况出发所作的\(draws)次试抽估算。真实概率在100种情况中有95种落在区间内。"
    case .counted: "按各签所有可能的次序精确计算。"
    case .uniform: "所列为所有合规结果概率相等的抽签的概率。"
    case .repeated: "对当时的记录文件使用下列命令，可得出同样的数字："
    case .howChanceReads:
      """
      概率5%的意思是：在一百次这样的抽签中，平均有五次得出此配对。各国审议同一国家的概率相加，等于该国的\
      审议国数目。
      """
    case .howMapReads:
      """
      每格表示上方区域组的某一国家审议旁边区域组的某一国家的平均概率。颜色越深，概率越大；短横表示没有此种\
      配对。下表载有同样的数字。
      """
    case .howReviewsRead: "各国在该年预期承担的审议数，以及其中最可能的一项。"
    case .howPairsRead: "列出两个概率：该年第一签之前的概率；以及该签抽出之前的概率，此时签箱中各国的概率相同。"
    case .neverDrawn(let names): "在试抽中从未抽中：\(names)。"
    case .cannotBeDrawn(let names): "不能抽中：\(names)。"
    case .percent(let tenths): "\(decimal(tenths))%"
    case .percentBelow(let tenths): "低于\(decimal(tenths))%"
    case .between(let low, let high): "\(decimal(low))%至\(decimal(high))%"
    }
  }
}
