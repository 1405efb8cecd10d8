/// An array for GLPK, which counts rows, columns and the elements of arrays from 1.
///
/// That is hidden in this file: the rest of the target counts from 0.
struct CountedFromOne<Element> {
  /// The elements, behind one that GLPK does not read; given to GLPK as they are.
  var storage: [Element]

  /// Makes an empty array.
  ///
  /// - Parameters:
  ///   - unused: Any value: it fills the place GLPK does not read.
  ///   - capacity: How many elements will come.
  init(unused: Element, capacity: Int) {
    storage = [unused]
    storage.reserveCapacity(capacity + 1)
  }

  /// Makes an array for GLPK to write into.
  init(room count: Int, filledWith element: Element) {
    storage = [Element](repeating: element, count: count + 1)
  }

  /// The element at a position.
  subscript(position: Int) -> Element { storage[position + 1] }

  /// How many elements GLPK is to read.
  var count: Int32 { Int32(storage.count - 1) }

  mutating func append(_ element: Element) { storage.append(element) }
}

/// The number GLPK gives to the row or column at a position.
func glpkNumber(_ position: Int) -> Int32 { Int32(position + 1) }

/// The position of the row or column GLPK gives a number.
func position(_ glpkNumber: Int32) -> Int { Int(glpkNumber) - 1 }
