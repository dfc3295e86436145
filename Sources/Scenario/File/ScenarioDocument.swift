// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import FreightModel
import NetworkIO

/// A scenario file as it was read, before its base is looked at.
struct ScenarioDocument {
  static let schema = "tidebore-scenario/1"
  /// Largest file.
  static let bytes = 1 << 20

  let file: String
  let contents: [UInt8]
  var name = ""
  var title = LocalizedText(en: "", zh: "")
  var question = LocalizedText(en: "", zh: "")
  /// Path of the base, as this file's folder sees it.
  var base = ""
  var basePosition = Position.start
  var ask = ScenarioAsk()
  var changes: [(value: YAMLValue, position: Position)] = []

  private static let fields = ["schema", "name", "title", "question", "base", "ask", "changes"]

  /// - Throws: `InvalidInput` where the file cannot be read as YAML; other faults go to the log.
  init(file: String, log: inout ScenarioLog) throws(InvalidInput) {
    self.file = file
    contents = try Self.load(file, &log)
    guard let text = String(validating: contents, as: UTF8.self) else {
      log.add(.notUTF8, .start, file)
      throw InvalidInput(errors: log.errors)
    }
    let root: YAMLValue
    do throws(YAMLFault) {
      root = try YAMLValue(yaml: text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text)
    } catch {
      log.add(error)
      throw InvalidInput(errors: log.errors)
    }
    read(root, &log)
  }

  private static func load(
    _ file: String, _ log: inout ScenarioLog
  ) throws(InvalidInput) -> [UInt8] {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    let size = (attributes?[.size] as? UInt64).map { Int(clamping: $0) } ?? 0
    if attributes != nil, size > bytes {
      log.add(.fileTooLarge, .start, "\(size)", "\(bytes)")
      throw InvalidInput(errors: log.errors)
    }
    guard attributes?[.type] as? FileAttributeType != .typeDirectory,
      let data = FileManager.default.contents(atPath: file)
    else {
      log.add(.fileUnreadable, .start, file)
      throw InvalidInput(errors: log.errors)
    }
    return [UInt8](data)
  }

  private mutating func read(_ root: YAMLValue, _ log: inout ScenarioLog) {
    guard let members = root.members else {
      log.add(.wrongShape, root.position, "scenario", "schema: …, name: …, base: …, changes: …")
      return
    }
    for member in members where !Self.fields.contains(member.key) {
      log.add(
        .fieldUnknown, member.position, member.key,
        hint: NearestName.of(member.key, in: Self.fields) ?? Self.fields.joined(separator: ", "))
    }
    for field in ["schema", "name", "base", "changes"] where root[field] == nil {
      log.add(.fieldMissing, root.position, field)
    }
    if let value = root["schema"], value.text != Self.schema {
      log.add(.schema, value.position, value.text ?? "…", hint: Self.schema)
    }
    if let value = root["name"] {
      name = value.text ?? ""
      let isProper = name.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) || "-._".utf8.contains(byte)
      }
      if name.isEmpty || !isProper { log.add(.badName, value.position, value.text ?? "…") }
    }
    title = texts(root["title"], "title", &log)
    question = texts(root["question"], "question", &log)
    if title.en.isEmpty { title = LocalizedText(en: name, zh: title.zh.isEmpty ? name : title.zh) }
    if let value = root["base"] {
      base = value.text ?? ""
      basePosition = value.position
      if base.isEmpty { log.add(.wrongShape, value.position, "base", "text") }
    }
    readAsk(root["ask"], &log)
    readChanges(root["changes"], &log)
  }

  /// `{ en: …, zh: … }`, or one text for both.
  private func texts(
    _ value: YAMLValue?, _ field: String, _ log: inout ScenarioLog
  ) -> LocalizedText {
    guard let value else { return LocalizedText(en: "", zh: "") }
    if let text = value.text { return LocalizedText(en: text, zh: text) }
    guard let members = value.members,
      members.allSatisfy({ ["en", "zh"].contains($0.key) && $0.value.text != nil })
    else {
      log.add(.wrongShape, value.position, field, "{ en: …, zh: … }")
      return LocalizedText(en: "", zh: "")
    }
    let (en, zh) = (value["en"]?.text ?? "", value["zh"]?.text ?? "")
    return LocalizedText(en: en.isEmpty ? zh : en, zh: zh.isEmpty ? en : zh)
  }

  private mutating func readAsk(_ value: YAMLValue?, _ log: inout ScenarioLog) {
    guard let value else { return }
    guard let members = value.members else {
      log.add(.wrongShape, value.position, "ask", "{ origin: HZ-XS, circle: 123 }")
      return
    }
    var texts: [String: String] = [:]
    for member in members {
      guard ScenarioAsk.fields.contains(member.key) else {
        log.add(
          .fieldUnknown, member.position, member.key,
          hint: NearestName.of(member.key, in: ScenarioAsk.fields) ?? "")
        continue
      }
      guard let text = member.value.text else {
        log.add(.wrongShape, member.value.position, member.key, "text")
        continue
      }
      texts[member.key] = text
    }
    ask = ScenarioAsk(texts)
  }

  private mutating func readChanges(_ value: YAMLValue?, _ log: inout ScenarioLog) {
    guard let value else { return }
    guard case .list(let items, _) = value else {
      // `changes:` with nothing after it is a scenario without changes.
      if value.text != "" && value.text != "~" && value.text != "null" {
        log.add(.wrongShape, value.position, "changes", "list of { kind: … }")
      }
      return
    }
    changes = items.map { ($0, $0.position) }
  }
}
