// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials

/// The example networks that come with Tidebore: folder `networks/` of `TIDEBORE_HOME`, else the
/// nearest one at or above the running file, else at or above the working directory.
struct ShippedNetworks {
  private let folder: String?

  init(session: Session) {
    let home = session.environment["TIDEBORE_HOME"].map { [$0] } ?? []
    let roots = home + Self.above(session.executable) + Self.above(session.workingDirectory)
    folder = roots.lazy.map { "\($0)/networks" }
      .first { FileManager.default.fileExists(atPath: "\($0)/README.md") }
  }

  func find(_ name: String) -> String? {
    guard names.contains(name), let folder else { return nil }
    return "\(folder)/\(name)"
  }

  /// Sorted.
  var names: [String] {
    guard let folder,
      let entries = try? FileManager.default.contentsOfDirectory(atPath: folder)
    else { return [] }
    return entries.sorted().filter {
      FileManager.default.fileExists(atPath: "\(folder)/\($0)/datapackage.json")
    }
  }

  /// The folder of a path and all folders above it.
  private static func above(_ path: String) -> [String] {
    var folders: [String] = []
    var rest = path[...]
    while !rest.isEmpty {
      folders.append(String(rest))
      guard let slash = rest.lastIndex(of: "/") else { break }
      rest = rest[..<slash]
    }
    return folders
  }
}
