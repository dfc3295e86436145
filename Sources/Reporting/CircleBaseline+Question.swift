// SPDX-License-Identifier: GPL-3.0-or-later
public import Catalogue
import Coverage
public import JSONText

/// What an earlier circle was asked, and how that differs from what is asked now.
public struct QuestionDifference: Sendable, Hashable {
  /// Member of the written question, such as `week`.
  public var field: String
  /// Texts of both; “?” where the earlier file does not say.
  public var earlier, now: String
  /// The answers to the two questions cannot be held against each other; else only what may be used
  /// differs, which is a comparison that one may want.
  public var isAnother: Bool

  /// “week 2026-12-28, here 2026-03-02”.
  public func words(in language: Language) -> String {
    let key = "column.\(field)"
    let name = Messages.contains(key) ? Messages.text(key, in: language) : field
    return Messages.text("compare.differs", [name, earlier, now], in: language)
  }
}

extension CoverageReport {
  /// Where a written circle answers another question than this one, in the order of the question.
  ///
  /// - Parameter earlier: The file's JSON.
  /// - Returns: Empty where both were asked the same.
  public func differences(from earlier: JSONValue) -> [QuestionDifference] {
    let asked = earlier["query"]
    // What may be used or is changed is what a comparison is about.
    let free: Set = [
      "without", "live_services_only", "without_assumed_interline", "import_clearance", "changes",
    ]
    var found: [QuestionDifference] = []
    for member in questionMembers where member.key != "ready_times" {
      let before = asked?[member.key]
      // Files of before this member was written do not say it; nothing was changed then.
      if before == nil, member.key == "changes", member.value == .array([]) { continue }
      guard before.map({ !Self.isSame($0, member.value) }) ?? true else { continue }
      found.append(
        QuestionDifference(
          field: member.key, earlier: before.map(Self.text) ?? "?", now: Self.text(member.value),
          isAnother: before != nil && !free.contains(member.key)))
    }
    let samples = (earlier["reliability"].map { $0 != .null } ?? false, result.sampling != nil)
    if samples.0 != samples.1 {
      found.append(
        QuestionDifference(
          field: "samples", earlier: samples.0 ? "yes" : "no", now: samples.1 ? "yes" : "no",
          isAnother: true))
    }
    return found
  }

  private static func isSame(_ a: JSONValue, _ b: JSONValue) -> Bool {
    if let x = a.doubleValue, let y = b.doubleValue { return x == y }
    return a == b
  }

  private static func text(_ value: JSONValue) -> String {
    if value == .null { return "–" }
    if let text = value.stringValue { return text }
    if let list = value.arrayValue {
      return list.isEmpty ? "–" : list.map(text).joined(separator: ", ")
    }
    return value.text(.compact)
  }
}
