// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials

/// One spelling for every way of typing a path.
public enum CanonicalPath {
  /// A path as outputs show it.
  ///
  /// What exists is shown without links, doubled slashes, `.` and `..`: relative where it lies in
  /// `folder`, else absolute. Of what does not exist only the slashes and `.` are taken out.
  ///
  /// - Parameters:
  ///   - path: As it was typed; `-` and the empty text stay.
  ///   - folder: The working directory.
  /// - Returns: The one spelling.
  /// - Complexity: Asks the file system once for each part of the path.
  public static func of(_ path: String, in folder: String) -> String {
    guard !path.isEmpty, path != "-" else { return path }
    guard FileManager.default.fileExists(atPath: path) else { return tidy(path) }
    let real = resolved(path.hasPrefix("/") ? path : "\(folder)/\(path)") ?? tidy(path)
    let root = resolved(folder) ?? folder
    if real == root { return "." }
    let prefix = root.hasSuffix("/") ? root : root + "/"
    return real.hasPrefix(prefix) ? String(real.dropFirst(prefix.count)) : real
  }

  /// Absolute and without links; nil where it does not exist.
  private static func resolved(_ path: String) -> String? {
    guard FileManager.default.fileExists(atPath: path) else { return nil }
    var parts: [Substring] = []
    var rest = Array(path.split(separator: "/").reversed())
    var links = 0
    while let part = rest.popLast() {
      if part == "." { continue }
      if part == ".." {
        _ = parts.popLast()
        continue
      }
      let here = "/" + (parts + [part]).joined(separator: "/")
      guard links < 40,
        let target = try? FileManager.default.destinationOfSymbolicLink(atPath: here)
      else {
        parts.append(part)
        continue
      }
      links += 1
      if target.hasPrefix("/") { parts = [] }
      rest += target.split(separator: "/").reversed()
    }
    return "/" + parts.joined(separator: "/")
  }

  private static func tidy(_ path: String) -> String {
    let parts = path.split(separator: "/").filter { $0 != "." }
    let joined = parts.joined(separator: "/")
    if path.hasPrefix("/") { return "/" + joined }
    return joined.isEmpty ? "." : joined
  }
}
