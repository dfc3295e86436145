// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import Quantities

/// The files of a network's folder that the format knows, and their bytes.
struct NetworkFolder {
  struct File {
    var name: String
    var bytes: [UInt8]
  }

  let path: String
  private(set) var package: File?
  /// Spec name → file.
  private(set) var tables: [String: File] = [:]
  /// Tables whose file is there but cannot be used: their ids are unknown.
  private(set) var unreadable: Set<String> = []
  /// Names in the folder and in `osm/`, sorted.
  private(set) var names: [String] = []

  static let packageName = "datapackage.json"

  /// Path of a file as the user would write it.
  func shown(_ name: String) -> String {
    var folder = Substring(path)
    while folder.count > 1, folder.hasSuffix("/") { folder = folder.dropLast() }
    return folder == "/" ? "/" + name : folder + "/" + name
  }

  /// Reads every table; files that cannot be used are reported and left out.
  init(_ path: String, limits: ReadLimits, log: inout DiagnosticLog) {
    self.path = path
    var isFolder = false
    guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder else {
      log.add(.folderMissing, table: 0, file: path, [path])
      return
    }
    let last = TableSpec.all.count + 1
    names = Self.names(in: path)
    if names.contains(Self.packageName) {
      package = load(Self.packageName, order: 0, limits, &log)
    } else {
      log.add(.fileMissing, table: 0, file: shown(Self.packageName), [Self.packageName])
    }
    for name in names where name.hasSuffix(".csv") {
      guard !TableSpec.all.contains(where: { $0.file == name }) else { continue }
      let known = TableSpec.all.map(\.file)
      log.add(
        .fileUnknown, table: last, file: shown(name), [name],
        hint: [NearestName.offer(name, in: known), known.joined(separator: ", ")])
    }
    for (order, spec) in TableSpec.all.enumerated() {
      guard names.contains(spec.file) else {
        if spec.isRequired {
          log.add(.fileMissing, table: order + 1, file: shown(spec.file), [spec.file])
        }
        continue
      }
      if let file = load(spec.file, order: order + 1, limits, &log) {
        tables[spec.name] = file
      } else {
        unreadable.insert(spec.name)
      }
    }
  }

  /// A folder that cannot be listed is empty: its required tables are then reported missing.
  private static func names(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
    let inner = (try? FileManager.default.contentsOfDirectory(atPath: path + "/osm")) ?? []
    return (names + inner.map { "osm/" + $0 }).sorted()
  }

  /// The files that were read, with their hashes, sorted by path.
  var inputs: [InputFile] {
    (tables.values + [package].compactMap(\.self)).sorted { $0.name < $1.name }.map {
      InputFile(path: $0.name, sha256: SHA256.hex(of: $0.bytes))
    }
  }

  private func load(
    _ name: String, order: Int, _ limits: ReadLimits, _ log: inout DiagnosticLog
  ) -> File? {
    let full = shown(name)
    var parts = full
    // A link could lead out of the folder, and so could its parent `osm`.
    for _ in name.split(separator: "/") {
      if isLink(parts) {
        log.add(.fileOutside, table: order, file: full, [name])
        return nil
      }
      parts = String(parts[..<(parts.lastIndex(of: "/") ?? parts.startIndex)])
    }
    return Self.load(full, name: name, order: order, limits, &log).map {
      File(name: name, bytes: $0)
    }
  }

  /// The bytes of a file of UTF-8 text; nil after a fault.
  static func load(
    _ full: String, name: String, order: Int, _ limits: ReadLimits, _ log: inout DiagnosticLog
  ) -> [UInt8]? {
    guard let attributes = try? FileManager.default.attributesOfItem(atPath: full),
      attributes[.type] as? FileAttributeType == .typeRegular
    else {
      log.add(.fileUnreadable, table: order, file: full, [name])
      return nil
    }
    let size = (attributes[.size] as? UInt64).map { Int(clamping: $0) } ?? 0
    guard size <= limits.fileBytes else {
      log.add(.fileTooLarge, table: order, file: full, ["\(size)", "\(limits.fileBytes)"])
      return nil
    }
    guard let data = try? Data(contentsOf: URL(filePath: full)) else {
      log.add(.fileUnreadable, table: order, file: full, [name])
      return nil
    }
    let bytes = [UInt8](data)
    guard let fault = TextEncoding.fault(in: bytes) else { return bytes }
    let (line, column) = position(of: fault.offset, in: bytes)
    log.add(fault.code, table: order, file: full, line: line, column: column, [name])
    return nil
  }

  private func isLink(_ path: String) -> Bool {
    let attributes = try? FileManager.default.attributesOfItem(atPath: path)
    return attributes?[.type] as? FileAttributeType == .typeSymbolicLink
  }

  /// Everything before the byte is UTF-8, or the place is the file's beginning.
  private static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var (line, column) = (1, 1)
    for byte in bytes.prefix(offset) {
      if byte == UInt8(ascii: "\n") {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
    }
    return (line, column)
  }
}
