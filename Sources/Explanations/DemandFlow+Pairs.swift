import Pairing
import Rules

/// Which pairs may be drawn, and what can change about them: the tables over pairs, a word of 64
/// reviewers at a time.
extension DemandFlow {
  /// Which pairs may be drawn; what the flow has of others is taken out of it.
  ///
  /// - Complexity: O(m²) for m parties.
  mutating func layOutPairs() {
    hasBans = set.bans != .none
    let sizes = set.parties.map(\.states.count)
    for a in 0..<count {
      let under = set.parties[a]
      if set.field.seats(under.kind) == 0 {
        for b in 0..<count { (pairLeast[a * count + b], pairMost[a * count + b]) = (0, 0) }
        for word in a * words..<(a + 1) * words {
          (mayRegional[word], mayOpen[word], isSimilar[word]) = (0, 0, 0)
        }
        continue
      }
      for word in 0..<words {
        var (byGroup, byOpen, similar) = (UInt64(0), UInt64(0), UInt64(0))
        for b in word << 6..<min(count, (word + 1) << 6) {
          let bit = Self.bit(b)
          let most = a == b ? sizes[a] * (sizes[a] - 1) : sizes[a] * sizes[b]
          let reviewing = set.parties[b]
          let may = most > 0 ? set.mayReview(under, reviewing) : (regional: false, open: false)
          if may.regional { byGroup |= bit }
          if may.open { byOpen |= bit }
          if set.field.relation(under.kind, reviewer: reviewing.kind).contains(.similar) {
            similar |= bit
          }
          pairLeast[a * count + b] = 0
          pairMost[a * count + b] = may.regional || may.open ? Int32(most) : 0
        }
        let place = a * words + word
        (mayRegional[place], mayOpen[place], isSimilar[place]) = (byGroup, byOpen, similar)
      }
    }
    layOutBans(sizes)
    for a in 0..<count where seats[a].flow > 0 {
      for b in 0..<count where reviews(a, b) > 0 { clear(a, b) }
    }
    clearBans()
    updateAll()
  }

  private mutating func layOutBans(_ sizes: [Int]) {
    switch set.bans {
    case .all:
      for a in 0..<count {
        for b in 0..<count {
          banMost[a * count + b] = Int32(
            a == b ? sizes[a] * (sizes[a] - 1) / 2 : sizes[a] * sizes[b])
        }
      }
    case .none: for cell in banMost.indices { banMost[cell] = -1 }
    case .pairs(let pairs):
      for cell in banMost.indices { banMost[cell] = -1 }
      var single: [Int: Int] = [:]
      for (place, party) in set.parties.enumerated() where party.states.count == 1 {
        single[party.states[0]] = place
      }
      for pair in pairs {
        guard let a = single[pair.underReview], let b = single[pair.reviewer] else { continue }
        (banMost[a * count + b], banMost[b * count + a]) = (1, 1)
      }
    }
  }

  /// Takes out of the flow what a pair may not carry.
  private mutating func clear(_ a: Int, _ b: Int) {
    let cell = a * count + b
    if !has(mayRegional, a, b) && regional[cell] > 0 {
      add(a, b, isRegional: true, -Int(regional[cell]))
    }
    if !has(mayOpen, a, b) && open[cell] > 0 { add(a, b, isRegional: false, -Int(open[cell])) }
    let over = reviews(a, b) - Int(pairMost[cell])
    if over > 0 { takeOut(over, a, b) }
  }

  /// Takes reviews out of the flow as far as any two parties have more of each other than they may.
  mutating func clearBans() {
    if !hasBans { return }
    for a in 0..<count where seats[a].flow > 0 {
      for b in 0..<count where reviews(a, b) > 0 { clearBan(a, b) }
    }
  }

  /// Notes anew what can change about every pair.
  ///
  /// - Complexity: O(m²) for m parties.
  mutating func updateAll() {
    for place in lessRegional.indices { (lessRegional[place], lessOpen[place]) = (0, 0) }
    for a in 0..<count {
      for word in 0..<words {
        let place = a * words + word
        var (room, groups, opens) = (UInt64(0), UInt64(0), UInt64(0))
        for b in word << 6..<min(count, (word + 1) << 6) {
          let cell = a * count + b
          let (byGroup, byOpen) = (regional[cell], open[cell])
          let total = byGroup + byOpen
          if total < pairMost[cell] { room |= Self.bit(b) }
          if total == 0 { continue }
          if byGroup > 0 { groups |= Self.bit(b) }
          if byOpen > 0 { opens |= Self.bit(b) }
          if total > pairLeast[cell] {
            if byGroup > 0 { lessRegional[b * words + a >> 6] |= Self.bit(a) }
            if byOpen > 0 { lessOpen[b * words + a >> 6] |= Self.bit(a) }
          }
        }
        moreRegional[place] = mayRegional[place] & room
        moreOpen[place] = mayOpen[place] & room
        toOpen[place] = mayRegional[place] & opens
        toRegional[place] = mayOpen[place] & groups
      }
    }
    if hasBans { updateBans() }
  }

  private mutating func updateBans() {
    for a in 0..<count {
      for word in 0..<words {
        var bits: UInt64 = 0
        for b in word << 6..<min(count, (word + 1) << 6) {
          if banMost[a * count + b] >= 0 && banExcess(a, b) >= 0 { bits |= Self.bit(b) }
        }
        banned[a * words + word] = bits
      }
    }
  }

  /// Notes anew what can change about a pair.
  mutating func update(_ a: Int, _ b: Int) {
    let cell = a * count + b
    let (byGroup, byOpen) = (regional[cell], open[cell])
    let total = byGroup + byOpen
    let (row, column) = (a * words + b >> 6, b * words + a >> 6)
    let (mayGroup, mayAny) = (mayRegional[row] & Self.bit(b) != 0, mayOpen[row] & Self.bit(b) != 0)
    let hasRoom = total < pairMost[cell]
    Self.write(&moreRegional, row, b, mayGroup && hasRoom)
    Self.write(&moreOpen, row, b, mayAny && hasRoom)
    Self.write(&toOpen, row, b, mayGroup && byOpen > 0)
    Self.write(&toRegional, row, b, mayAny && byGroup > 0)
    Self.write(&lessRegional, column, a, byGroup > 0 && total > pairLeast[cell])
    Self.write(&lessOpen, column, a, byOpen > 0 && total > pairLeast[cell])
    if hasBans {
      let isBanned = banMost[cell] >= 0 && banExcess(a, b) >= 0
      Self.write(&banned, row, b, isBanned)
      Self.write(&banned, column, a, isBanned)
    }
  }
}

extension DemandSet {
  /// What two parties may review of each other in all; −1 for any number.
  func banMost(_ a: Int, _ b: Int) -> Int {
    switch bans {
    case .none: return -1
    case .all: return a == b ? pairCount(a, a) / 2 : pairCount(a, b)
    case .pairs(let pairs):
      let (i, j) = (parties[a].states, parties[b].states)
      guard a != b, i.count == 1, j.count == 1 else { return -1 }
      let pair = PairingProblem.Pair(underReview: min(i[0], j[0]), reviewer: max(i[0], j[0]))
      return pairs.contains(pair) ? 1 : -1
    }
  }
}
