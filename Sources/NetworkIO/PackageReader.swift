// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import JSONText
import Quantities

/// Reads datapackage.json: the network's header, and what it says of the tables.
struct PackageReader {
  private let file: String
  private var document: JSONDocument?
  private(set) var header: NetworkHeader?

  init(_ bytes: [UInt8], file: String, folder: NetworkFolder, log: inout DiagnosticLog) {
    self.file = file
    do throws(JSONError) {
      document = try JSONDocument(parsing: bytes)
    } catch {
      log.add(
        FaultCode(json: error.reason), table: 0, file: file, line: error.line,
        column: error.column, [error.detail])
      return
    }
    readHeader(&log)
    readResources(folder, &log)
  }

  private func fault(
    _ code: FaultCode, at path: [JSONDocument.Step], _ arguments: [String], hint: [String] = [],
    _ log: inout DiagnosticLog
  ) {
    let position = document?.position(of: path) ?? TextPosition(line: 0, column: 0)
    log.add(
      code, table: 0, file: file, line: position.line, column: position.column, arguments,
      hint: hint)
  }

  /// A text member, its default where it is absent, nil after a fault.
  private func text(
    _ key: String, of object: JSONValue, at path: [JSONDocument.Step], default fallback: String?,
    _ log: inout DiagnosticLog
  ) -> String? {
    switch object[key] {
    case .string(let text)?: return text
    case nil:
      if fallback == nil { fault(.packageField, at: path, [key], hint: [key], &log) }
      return fallback
    default:
      fault(.packageType, at: path + [.key(key)], [key, "text"], &log)
      return nil
    }
  }

  private mutating func readHeader(_ log: inout DiagnosticLog) {
    guard let root = document?.root else { return }
    let name = text("name", of: root, at: [], default: nil, &log)
    let title = text("title", of: root, at: [], default: "", &log)
    let version = text("version", of: root, at: [], default: "", &log)
    let path: [JSONDocument.Step] = [.key("tidebore")]
    guard let own = root["tidebore"], own.members != nil else {
      fault(.packageField, at: [], ["tidebore"], hint: ["tidebore"], &log)
      return
    }
    if own["format"] != .integer(1) {
      fault(.packageFormat, at: path + [.key("format")], [own["format"]?.text() ?? ""], &log)
    }
    let zone = text("home_time_zone", of: own, at: path, default: nil, &log)
    let weekText = text("reference_week", of: own, at: path, default: nil, &log)
    let week = weekText.flatMap(Self.week)
    if let zone, let known = ZoneKnowledge.countries?.zones,
      (try? TimeZoneRules.load(zone)) == nil
    {
      fault(
        .packageZone, at: path + [.key("home_time_zone")], [zone],
        hint: [NearestName.offer(zone, in: known)], &log)
    }
    if let weekText, week == nil {
      fault(.packageWeek, at: path + [.key("reference_week")], [weekText], &log)
    }
    let titleZH = text("title_zh", of: own, at: path, default: title, &log)
    let state = text("state_date", of: own, at: path, default: "", &log)
    let currency = text("currency", of: own, at: path, default: "CNY", &log)
    let city = text("home_city", of: own, at: path, default: "", &log)
    let notices = own["notices"]?.arrayValue ?? []
    if let other = notices.firstIndex(where: { $0.stringValue == nil }) {
      fault(.packageType, at: path + [.key("notices"), .index(other)], ["notices", "text"], &log)
    }
    guard let name, let title, let version, let zone, let week, let state, let currency, let city
    else { return }
    header = NetworkHeader(
      name: name, titleEN: title, titleZH: titleZH ?? title, version: version,
      homeTimeZone: zone, referenceWeek: week, stateDate: state, currency: currency,
      homeCity: city.isEmpty ? nil : city, notices: notices.compactMap(\.stringValue))
  }

  /// The home city must be a place.
  func checkHomeCity(_ places: IDIndex, log: inout DiagnosticLog) {
    guard let city = header?.homeCity, places.isComplete, places.position[city] == nil
    else { return }
    fault(
      .packageHomeCity, at: [.key("tidebore"), .key("home_city")], [city],
      hint: [NearestName.offer(city, in: places.ids)], &log)
  }

  /// Monday of a week written `2026-W10`.
  static func week(_ text: String) -> CivilDate? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 3,
      parts[1].hasPrefix("W"), let year = CellDecoder.integer(ArraySlice(parts[0].utf8)),
      let week = CellDecoder.integer(ArraySlice(parts[1].dropFirst().utf8)), week > 0,
      Limits.calendarYears.contains(Int(year))
    else { return nil }
    return CivilDate(isoYear: Int(year), week: Int(week))
  }

  /// Checks that package and folder name the same tables with the same columns.
  private func readResources(_ folder: NetworkFolder, _ log: inout DiagnosticLog) {
    guard let root = document?.root else { return }
    guard let resources = root["resources"]?.arrayValue else {
      fault(.packageField, at: [], ["resources"], hint: ["resources"], &log)
      return
    }
    var declared: Set<String> = []
    for (index, resource) in resources.enumerated() {
      let step: [JSONDocument.Step] = [.key("resources"), .index(index)]
      guard let path = text("path", of: resource, at: step, default: nil, &log) else { continue }
      let place = step + [.key("path")]
      if !Self.isInside(path) {
        fault(.packagePath, at: place, [path], &log)
        continue
      }
      guard let spec = TableSpec.all.first(where: { $0.file == path }) else {
        let known = TableSpec.all.map(\.file)
        // A file of that name in the folder is reported there.
        if !path.hasSuffix(".csv") || !folder.names.contains(path) {
          fault(
            .packageTableUnknown, at: place, [path],
            hint: [NearestName.offer(path, in: known)], &log)
        }
        continue
      }
      guard declared.insert(spec.name).inserted else {
        fault(.packageTableTwice, at: place, [path], &log)
        continue
      }
      guard folder.names.contains(path) else {
        if !spec.isRequired { fault(.packageFileMissing, at: place, [path], &log) }
        continue
      }
      checkColumns(of: resource, spec, folder, at: step, &log)
    }
    for spec in TableSpec.all
    where folder.names.contains(spec.file) && !declared.contains(spec.name) {
      fault(.packageNotDeclared, at: [.key("resources")], [spec.file], &log)
    }
  }

  /// Relative, without `..`, drive letters or backslashes.
  static func isInside(_ path: String) -> Bool {
    let parts = path.split(separator: "/", omittingEmptySubsequences: false)
    return !path.isEmpty && !path.contains("\\") && !path.contains(":")
      && !path.utf8.contains(0) && parts.allSatisfy { !$0.isEmpty && $0 != ".." && $0 != "." }
  }

  private func checkColumns(
    of resource: JSONValue, _ spec: TableSpec, _ folder: NetworkFolder,
    at step: [JSONDocument.Step], _ log: inout DiagnosticLog
  ) {
    guard let fields = resource["schema"]?["fields"]?.arrayValue,
      let file = folder.tables[spec.name]
    else { return }
    let table = CSVDocument(bytes: file.bytes, limits: ReadLimits(rows: 0))
    guard table.rowCount > 0 else { return }
    let inFile = (0..<table.fieldCount(row: 0)).map { table.text(row: 0, field: $0) }
    let inPackage = fields.compactMap { $0["name"]?.stringValue }
    // A column that the format does not know is reported in the table, and may be a misspelt one.
    let hasUnknown = inFile.contains { spec.column($0) == nil }
    let extra = hasUnknown ? [] : inPackage.filter { !inFile.contains($0) }
    let missing = inFile.filter { !inPackage.contains($0) && spec.column($0) != nil }
    guard !extra.isEmpty || !missing.isEmpty else { return }
    fault(
      .packageColumns, at: step + [.key("schema"), .key("fields")],
      [spec.file, (missing + extra).joined(separator: ", ")], &log)
  }
}

extension FaultCode {
  init(json reason: JSONError.Reason) {
    self =
      switch reason {
      case .unexpectedEnd: .jsonEnd
      case .unexpectedCharacter: .jsonCharacter
      case .trailingText: .jsonTrailing
      case .duplicateKey: .jsonKeyTwice
      case .badNumber: .jsonNumber
      case .numberTooLarge: .jsonNumberTooLarge
      case .badString: .jsonString
      case .invalidUTF8: .jsonUTF8
      case .tooDeep: .jsonTooDeep
      case .tooLarge: .jsonTooLarge
      }
  }
}
