// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials

let repositoryFolder = {
  var parts = #filePath.split(separator: "/")
  parts.removeLast(3)
  return "/" + parts.joined(separator: "/")
}()

let teaching = "\(repositoryFolder)/networks/teaching"

/// A copy of the teaching network, some of its tables in other words; it goes away with the test.
final class TeachingCopy {
  let path: String

  init(_ edits: [String: (String) -> String] = [:]) throws {
    path = "\(FileManager.default.temporaryDirectory.path)/studies-\(UUID().uuidString)"
    try FileManager.default.copyItem(atPath: teaching, toPath: path)
    for (file, edit) in edits {
      let data = try Data(contentsOf: URL(filePath: "\(path)/\(file)"))
      let text = edit(String(decoding: data, as: UTF8.self))
      try Data(text.utf8).write(to: URL(filePath: "\(path)/\(file)"))
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}
