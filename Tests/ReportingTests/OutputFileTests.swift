// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import Testing

@testable import Reporting

/// A folder of its own for each test, removed afterwards.
private func inFolder(_ body: (String) throws -> Void) throws {
  let folder = FileManager.default.temporaryDirectory.path + "/tidebore-\(UUID().uuidString)"
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  try body(folder)
}

private func names(_ folder: String) throws -> [String] {
  try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
}

private func text(_ path: String) -> String? {
  FileManager.default.contents(atPath: path).map { String(decoding: $0, as: UTF8.self) }
}

private struct Broken: Error {}

private func writeAndBreak(_ path: String) throws {
  try FileSet.together {
    try AtomicFile.write(Array("new".utf8), to: path)
    throw Broken()
  }
}

/// - Returns: What the first file holds while the set is not whole.
private func writeTogether(_ names: [String], in folder: String) throws -> String? {
  var seen: String?
  try FileSet.together {
    for name in names { try AtomicFile.write(Array("new".utf8), to: folder + "/" + name) }
    seen = text(folder + "/" + names[0])
  }
  return seen
}

/// Three files of one set; in the place of the second a folder appears, which no file replaces.
private func writeBesideFolder(_ folder: String) throws {
  try FileSet.together {
    for name in ["a", "b", "c"] { try AtomicFile.write([1], to: folder + "/" + name) }
    try FileManager.default.createDirectory(
      atPath: folder + "/b", withIntermediateDirectories: false)
  }
}

@Suite struct `Output files` {
  @Test func `a link is followed, and the mode of an old file is kept`() throws {
    try inFolder { folder in
      try AtomicFile.write(Array("old".utf8), to: folder + "/real.json")
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o640], ofItemAtPath: folder + "/real.json")
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/name.json", withDestinationPath: "real.json")
      try AtomicFile.write(Array("new".utf8), to: folder + "/name.json")
      #expect(text(folder + "/real.json") == "new")
      #expect(FileFacts(ofLink: folder + "/name.json")?.kind == .link)
      #expect(FileFacts(folder + "/real.json")?.mode == 0o640)
      #expect(try names(folder) == ["name.json", "real.json"])
    }
  }

  @Test func `a link that leads to nothing yet makes the file it names`() throws {
    try inFolder { folder in
      try FileManager.default.createSymbolicLink(
        atPath: folder + "/name.json", withDestinationPath: "real.json")
      try AtomicFile.write(Array("new".utf8), to: folder + "/name.json")
      #expect(text(folder + "/real.json") == "new")
    }
  }

  @Test func `links in a circle are an error`() throws {
    try inFolder { folder in
      for (a, b) in [("a", "b"), ("b", "a")] {
        try FileManager.default.createSymbolicLink(
          atPath: folder + "/" + a, withDestinationPath: b)
      }
      let failure = #expect(throws: FileFailure.self) {
        try AtomicFile.write([1], to: folder + "/a")
      }
      #expect(failure?.key == "output.link_loop")
    }
  }

  @Test func `the files of a set appear together, or none of them`() throws {
    try inFolder { folder in
      try AtomicFile.write(Array("old".utf8), to: folder + "/a")
      #expect(throws: Broken.self) { try writeAndBreak(folder + "/a") }
      #expect(text(folder + "/a") == "old")
      #expect(try names(folder) == ["a"])
      #expect(try writeTogether(["a", "b"], in: folder) == "old")
      #expect(text(folder + "/a") == "new")
      #expect(text(folder + "/b") == "new")
      #expect(try names(folder) == ["a", "b"])
    }
  }

  @Test func `an error in the middle of a set names the files that are new`() throws {
    try inFolder { folder in
      let failure = #expect(throws: FileFailure.self) { try writeBesideFolder(folder) }
      #expect(failure?.path == folder + "/b")
      #expect(failure?.published == [folder + "/a"])
      let left = try names(folder)
      #expect(left == ["a", "b"])
    }
  }

  @Test func `what a dead run left is swept, what a living one writes is not`() throws {
    try inFolder { folder in
      let dead = folder + "/.a.json.0123456789abcdef.part"
      let other = folder + "/.b.json.0123456789abcdef.part"
      for path in [dead, other] {
        #expect(FileManager.default.createFile(atPath: path, contents: Data("half".utf8)))
      }
      let living = try OutputFile(folder + "/a.json")
      try living.write(Array("whole".utf8))
      try AtomicFile.write(Array("quick".utf8), to: folder + "/a.json")
      #expect(FileFacts(dead) == nil)
      #expect(FileFacts(other) != nil)
      try living.finish()
      #expect(text(folder + "/a.json") == "whole")
      #expect(try names(folder) == [".b.json.0123456789abcdef.part", "a.json"])
    }
  }

  @Test func `a file left without its end leaves nothing`() throws {
    try inFolder { folder in
      do {
        let file = try OutputFile(folder + "/a.json")
        try file.write([1, 2, 3])
        #expect(try names(folder).count == 1)
      }
      #expect(try names(folder) == [])
    }
  }

  @Test func `a name of the greatest length can be written`() throws {
    try inFolder { folder in
      let name = String(repeating: "长", count: 84) + ".js"
      try AtomicFile.write([1], to: folder + "/" + name)
      #expect(try names(folder) == [name])
    }
  }

  @Test func `a pipe's place is not taken by a database`() {
    let failure = #expect(throws: FileFailure.self) {
      _ = try OutputFile("/dev/null", needsFile: true)
    }
    #expect(failure?.key == "output.needs_file")
  }

  @Test func `an update of a table that changed since it was read is refused`() throws {
    try inFolder { folder in
      let path = folder + "/t.csv"
      try AtomicFile.write(Array("1".utf8), to: path)
      try TableUpdate.write(Array("2".utf8), over: Array("1".utf8), at: path)
      let failure = #expect(throws: FileFailure.self) {
        try TableUpdate.write(Array("3".utf8), over: Array("1".utf8), at: path)
      }
      #expect(failure?.key == "output.changed_meanwhile")
      #expect(text(path) == "2")
    }
  }
}
