/// Which of some items belong together (Tarjan 1975, J ACM 22:215–225; paths are halved).
struct DisjointSets {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ item: Int) -> Int {
    var item = item
    while parents[item] != item {
      parents[item] = parents[parents[item]]
      item = parents[item]
    }
    return item
  }

  /// The smaller root becomes the root of both.
  mutating func join(_ one: Int, _ other: Int) {
    let (first, second) = (root(one), root(other))
    if first != second { parents[max(first, second)] = min(first, second) }
  }

  /// All sets, each in rising order, in the order of their first items.
  var groups: [[Int]] {
    var copy = self
    var places = [Int](repeating: -1, count: parents.count)
    var groups: [[Int]] = []
    for item in parents.indices {
      let root = copy.root(item)
      if places[root] < 0 {
        places[root] = groups.count
        groups.append([])
      }
      groups[places[root]].append(item)
    }
    return groups
  }
}
