import Members

/// How often regional groups, Protocols, legal systems and languages occurred together among the 192
/// States of `Instances/untoc-2024-estimate.csv`: the model of synthetic memberships.
///
/// The group is drawn first; then, given the group, the Protocols, the legal systems and the
/// languages, each set as a whole. Sets as wholes, because Protocols hang together (whoever is party
/// to the Firearms Protocol is nearly always party to the other two); given the group, because the
/// groups differ most (`civil` nearly alone in EEG, all mixtures in APG).
///
/// The weights are counts of States, so the shares are exactly those of the file.
struct WeightTables {
  /// Sets of labels with the number of States that have them.
  struct Choices: Sendable {
    let sets: [[Label]]
    /// The sum of the weights up to and with each set.
    let sums: [Int]

    init(_ weights: [(labels: String, weight: Int)]) {
      sets = weights.map { $0.labels.split(separator: " ").map { Label(String($0)) } }
      var sum = 0
      sums = weights.map {
        sum += $0.weight
        return sum
      }
    }
  }

  /// One regional group, or the States without one.
  struct Group: Sendable {
    let region: RegionalGroup
    let weight: Int
    let protocols: Choices
    let legalSystems: Choices
    let languages: Choices

    init(
      region: RegionalGroup, weight: Int, protocols: [(String, Int)],
      legalSystems: [(String, Int)], languages: [(String, Int)]
    ) {
      self.region = region
      self.weight = weight
      self.protocols = Choices(protocols)
      self.legalSystems = Choices(legalSystems)
      self.languages = Choices(languages)
    }
  }

  /// The five regional groups by name, then the States without one.
  static let groups = [
    Group(
      region: "AFR", weight: 52,
      protocols: [
        ("FA SOM TIP", 34), ("SOM TIP", 9), ("TIP", 4), ("FA TIP", 3), ("", 1), ("FA", 1),
      ],
      legalSystems: [
        ("civil customary", 14), ("civil", 7), ("civil common customary", 6),
        ("common customary", 6), ("civil islamic", 5), ("civil customary islamic", 4),
        ("common customary islamic", 3), ("", 2), ("civil common", 2), ("common", 1),
        ("common islamic", 1), ("customary", 1),
      ],
      languages: [
        ("en", 17), ("fr", 13), ("", 6), ("ar", 6), ("en fr", 4), ("ar fr", 3), ("ar en", 2),
        ("es fr", 1),
      ]),
    Group(
      region: "APG", weight: 50,
      protocols: [
        ("FA SOM TIP", 16), ("TIP", 16), ("SOM TIP", 11), ("", 6), ("FA TIP", 1),
      ],
      legalSystems: [
        ("civil", 12), ("civil islamic", 6), ("common customary", 6), ("common", 5),
        ("common islamic", 5), ("civil common customary islamic", 4), ("civil common", 3),
        ("civil common customary", 3), ("civil common islamic", 2), ("civil customary", 1),
        ("common customary islamic", 1), ("customary islamic", 1), ("islamic", 1),
      ],
      languages: [
        ("", 19), ("en", 12), ("ar", 10), ("ru", 5), ("ar fr", 1), ("en fr", 1), ("en zh", 1),
        ("zh", 1),
      ]),
    Group(
      region: "EEG", weight: 23,
      protocols: [
        ("FA SOM TIP", 21), ("SOM TIP", 2),
      ],
      legalSystems: [
        ("civil", 22), ("civil customary", 1),
      ],
      languages: [
        ("", 20), ("ru", 3),
      ]),
    Group(
      region: "GRULAC", weight: 33,
      protocols: [
        ("FA SOM TIP", 28), ("SOM TIP", 2), ("TIP", 2), ("FA TIP", 1),
      ],
      legalSystems: [
        ("civil", 19), ("common", 11), ("civil common", 2), ("civil customary", 1),
      ],
      languages: [
        ("es", 18), ("en", 11), ("", 2), ("en es", 1), ("fr", 1),
      ]),
    Group(
      region: "WEOG", weight: 29,
      protocols: [
        ("FA SOM TIP", 16), ("SOM TIP", 9), ("TIP", 4),
      ],
      legalSystems: [
        ("civil", 18), ("civil common", 3), ("common", 3), ("civil customary", 2),
        ("civil common customary", 1), ("common customary", 1), ("common islamic", 1),
      ],
      languages: [
        ("", 15), ("en", 6), ("fr", 5), ("ar", 1), ("en fr", 1), ("es", 1),
      ]),
    Group(
      region: "", weight: 5,
      protocols: [
        ("", 3), ("FA SOM TIP", 1), ("TIP", 1),
      ],
      legalSystems: [
        ("", 3), ("common", 2),
      ],
      languages: [
        ("", 2), ("en", 2), ("ar", 1),
      ]),
  ]
}
