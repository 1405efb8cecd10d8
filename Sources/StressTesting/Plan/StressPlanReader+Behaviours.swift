import Members
import Records
import Yams

extension StressPlanReader {
  /// The behaviours of a plan: every combination of what each of them varies.
  mutating func readBehaviours(of top: YAMLNodes.Section) -> [Behaviour] {
    let keys = ["name"] + Behaviour.rates.map(\.key) + ["worse", "groups"]
    guard top.values["behaviours"] != nil else { return [Behaviour()] }
    var behaviours: [Behaviour] = []
    for (node, section) in nodes.mappings("behaviours", of: top, keys: keys) ?? [] {
      var behaviour = Behaviour()
      if let name = nodes.text("name", of: section) { behaviour.name = name }
      var variants = [behaviour]
      for (key, path) in Behaviour.rates {
        let rates = nodes.values(key, of: section, allowed: .rate) { node in
          YAMLNodes.plainText(of: node).flatMap(Rate.init)
        }
        vary(&variants, path, rates)
      }
      let allowed = Behaviour.Worse.allCases.map(\.rawValue)
      let worse = nodes.values("worse", of: section, allowed: .word(allowed)) { node in
        YAMLNodes.text(of: node).flatMap(Behaviour.Worse.init)
      }
      vary(&variants, \.worse, worse)
      let groups = readGroups(of: section)
      for place in variants.indices { variants[place].groups = groups }
      behaviours += variants
      if behaviours.count > StressPlan.cellLimit {
        nodes.report(.tooManyValues(limit: StressPlan.cellLimit), at: node, "behaviours")
        return []
      }
    }
    return behaviours
  }

  /// What the States of some groups do otherwise, groups in canonical order.
  private mutating func readGroups(of section: YAMLNodes.Section) -> [Behaviour.Group] {
    var groups: [Behaviour.Group] = []
    let keys = ["group"] + Behaviour.rates.map(\.key)
    for (node, section) in nodes.mappings("groups", of: section, keys: keys) ?? [] {
      nodes.require(["group"], in: section, at: node)
      guard let name = nodes.text("group", of: section) else { continue }
      var group = Behaviour.Group(region: Label(name))
      for (key, _) in Behaviour.rates {
        group.rates[key] = nodes.read(key, of: section, allowed: .rate) { node in
          YAMLNodes.plainText(of: node).flatMap(Rate.init)
        }
      }
      groups.append(group)
    }
    return groups.sorted { $0.region < $1.region }
  }

  /// Every variant with every value.
  private func vary<Value>(
    _ variants: inout [Behaviour], _ path: WritableKeyPath<Behaviour, Value>, _ values: [Value]?
  ) {
    guard let values, variants.count <= StressPlan.cellLimit else { return }
    variants = variants.flatMap { variant in
      values.map { value in
        var changed = variant
        changed[keyPath: path] = value
        return changed
      }
    }
  }
}
