extension ChineseWords {
  func text(_ sentence: LetterSentence) -> Wording {
    switch sentence {
    case .subject(let name): "公约及其议定书实施情况审议：\(name)"
    case .toStateUnderReview(let year):
      "秘书处谨通知，贵国在本周期第\(year)年接受审议（指导方针第12段）。"
    case .toReviewingState(let name, let year):
      "秘书处谨通知，贵国经抽签被选定为审议缔约国（指导方针第12段）。第\(year)年受审议缔约国：\(name)。"
    case .reviewersAre(let names): "审议缔约国为：\(names)。"
    case .otherReviewersAre(let names): "其他审议缔约国为：\(names)。"
    case .noOtherReviewers: "没有其他审议缔约国。"
    case .drawnUnder: "抽签依照职权范围第19段进行。"
    case .focalPoint: "请指定一个联络点，协调贵国的参与（职权范围第17段；指导方针第13段）。"
    case .experts(let most):
      "请指定贵国的政府专家，至多\(most)名，并说明其背景、职务、相关活动和专门领域（第21段）。"
    case .training: "联络点和专家的培训：日期由秘书处另行通知（第31段）。"
    case .timetableIs: "暂定时间表如下，按日历日计算："
    case .timetableFollows: "暂定时间表如下，自通知之日起算："
    case .language: "请告知秘书处贵国希望在本次审议中使用的工作语文（第24段）。"
    case .mayAskRedraw(let limit):
      "贵国可以请求重新抽签，至多\(limit)次；只有在特殊情况下才可超过此数（第19段）。"
    case .mayDefer: "贵国如有合理理由，可以将对本国的审议推迟到下一年（第14段）。"
    case .mayStandDown: "在接受审议的年份，贵国可以不审议其他国家（第20段）。"
    case .reviewsTogether(let reviews): "贵国在本周期内迄今共承担\(reviews)项审议（第20段）。"
    case .allowancesExceed(let step, let days, let next):
      "如用尽各项期限，“\(step)”将比本应在其后的“\(next)”晚\(days)天：请商定较短的期限。"
    case .afterStep(let step): "此前步骤：\(step)"
    case .movedToWorkday: "适逢周末或假日的日期顺延至下一工作日。"
    case .weeksAfter(let weeks): "\(weeks)周"
    case .monthsAfter(let months): "\(months)个月"
    case .daysAfter(let days): "\(days)天"
    case .blueprintTitle(let reviewers, let state):
      "公约及其议定书实施情况审议。审议缔约国：\(reviewers)。受审议缔约国：\(state)"
    case .blueprintCycle(let name): "审议周期：\(name)"
    case .blueprintIntroduction:
      """
      缔约方会议建立了公约及其议定书实施情况审议机制。本次审议以对自评清单的答复以及审议缔约国与受审议缔约国\
      专家之间的建设性对话为基础。
      """
    case .blueprintProcess(let reviewers, let state, let year):
      "第\(year)年受审议缔约国：\(state)。审议缔约国：\(reviewers)。"
    case .blueprintParties(let protocols): "公约及下列议定书的缔约国：\(protocols)。"
    case .blueprintGroup(let name): "区域组：\(name)。"
    case .blueprintLegalSystems(let systems): "国家名单所列法律制度：\(systems)。"
    case .blueprintConfidential: "除非受审议缔约国予以公布，国别审议报告应予保密（第36段）。"
    case .calendarTitle(let step, let state): "\(step)：\(state)"
    case .calendarName(let name): "审议：\(name)"
    }
  }
}
