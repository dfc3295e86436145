// SPDX-License-Identifier: GPL-3.0-or-later

// Why unsafe: the loops over connections read four arrays at random per connection. Checked access costs
// a scan of one lane 29 % more, lanes 17 % (docs/guides/scans.md has the figures). All raw memory of the kernel is in this
// file; every access is checked in debug builds, in which all tests run.

/// Memory that one search writes: `count` elements, none of them checked in release builds.
///
/// A trivial value, so that a loop may hold it in a register; whoever allocates it deallocates it.
@safe struct Cells<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    unsafe base = .allocate(capacity: max(count, 1))
    unsafe base.initialize(repeating: value, count: max(count, 1))
    self.count = count
  }

  init(viewing base: UnsafeMutablePointer<Element>, count: Int) {
    unsafe self.base = unsafe base
    self.count = count
  }

  init(copying array: FixedArray<Element>) where Element: Sendable {
    unsafe base = .allocate(capacity: max(array.count, 1))
    unsafe base.update(from: array.cells.base, count: array.count)
    count = array.count
  }

  func deallocate() { unsafe base.deallocate() }

  @inline(__always)
  subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < count, "cell \(index) of \(count)")
      return unsafe base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count, "cell \(index) of \(count)")
      unsafe base[index] = newValue
    }
  }

  @inline(__always)
  subscript(index: Int32) -> Element {
    get { self[Int(index)] }
    nonmutating set { self[Int(index)] = newValue }
  }

  func map<Other>(_ transform: (Element) -> Other) -> [Other] {
    (0..<count).map { transform(self[$0]) }
  }

  func fill(_ value: Element) { unsafe base.update(repeating: value, count: count) }

  func fill(_ value: Element, upTo end: Int) {
    precondition(end <= count, "more cells than there are")
    unsafe base.update(repeating: value, count: end)
  }

  /// The same elements in memory of at least `count` elements, the rest being `value`; frees the old.
  func grown(to count: Int, with value: Element) -> Cells {
    let larger = Cells(repeating: value, count: count)
    unsafe larger.base.update(from: base, count: self.count)
    deallocate()
    return larger
  }
}

/// Elements that never change, shared by all searches on them.
@safe final class FixedArray<Element: BitwiseCopyable & Sendable>: Sendable {
  /// Freed with the last reference; nobody writes after `init`.
  nonisolated(unsafe) private let base: UnsafeMutablePointer<Element>
  let count: Int

  init(_ elements: some Collection<Element>) {
    count = elements.count
    unsafe base = .allocate(capacity: max(elements.count, 1))
    var next = 0
    for element in elements {
      unsafe (base + next).initialize(to: element)
      next += 1
    }
  }

  deinit { unsafe base.deallocate() }

  /// For loops; valid while this object lives.
  var cells: Cells<Element> { unsafe Cells(viewing: base, count: count) }

  subscript(index: Int) -> Element { cells[index] }
}
