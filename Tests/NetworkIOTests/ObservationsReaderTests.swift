// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import FreightModel
import Testing

@testable import NetworkIO

@Suite("A table of observed times") struct ObservationsReaderTests {
  private func read(_ text: String, column: String? = nil, least: Int = 3) throws
    -> ReadObservations
  {
    let path = "\(FileManager.default.temporaryDirectory.path)/times-\(UUID().uuidString).csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try ObservationsReader.read(file: path, column: column, least: least)
  }

  private func faults(_ text: String, column: String? = nil) -> [String] {
    do {
      _ = try read(text, column: column)
      return []
    } catch let invalid as InvalidInput {
      return invalid.errors.map { "\($0.code):\($0.line):\($0.column)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("One column needs no name, of several one is chosen, and the file's order is kept")
  func columns() throws {
    let one = try read("\u{FEFF}dwell_h\r\n3\r\n1.5\r\n\r\n2\r\n")
    #expect(one.hours == [3, 1.5, 2] && one.column == "dwell_h")
    #expect(one.input.sha256.count == 64)
    let two = try read("box,hours\n\"A,1\",3\nB,\"4\"\nC,5\n", column: "hours")
    #expect(two.hours == [3, 4, 5])
  }

  @Test("All faults of the cells are named at once, with line and column")
  func cells() {
    #expect(
      faults("id,h\na,-1\nb,0\nc,nan\nd,\ne, 4\nf\ng,1e3\nh,100001\ni,5\n", column: "h") == [
        "observation.not_positive:2:3", "observation.not_positive:3:3", "value.not_number:4:3",
        "value.missing:5:3", "value.blanks:6:3", "csv.field_count:7:0", "value.not_number:8:3",
        "value.out_of_range:9:3",
      ])
  }

  @Test("Faults of the header, and of the sample as a whole")
  func header() {
    #expect(faults("12\n13\n14\n15\n") == ["observation.no_header:1:1"])
    #expect(faults("a,b\n1,2\n") == ["observation.which_column:1:0"])
    #expect(faults("a,b\n1,2\n", column: "c") == ["observation.no_column:1:0"])
    #expect(faults("a,a\n1,2\n", column: "a") == ["column.twice:1:3"])
    #expect(faults("") == ["file.empty:0:0"])
    #expect(faults("h\n1\n2\n") == ["observation.too_few:0:0"])
    #expect(faults("h\n2\n2.0\n2\n") == ["observation.all_alike:0:0"])
    #expect(faults("h\n\"1\n2\n3\n") == ["csv.open_quote:2:1"])
  }
}

@Suite("Files of edited tables") struct EditedFileTests {
  private let mark = TextTable.Mark(file: "test", line: 1, column: 1)

  @Test("All bytes but those of the edited row stay as they were")
  func bytes() throws {
    let text = "a,b,c\r\n1,\"x, y\",3\r\n\r\n2,\"say \"\"so\"\"\",4\r\n5,6,\"7\"\r\n"
    var table = TextTable(
      named: "tier", bytes: Array(text.utf8), limits: .default)
    #expect(table.spliced(into: Array(text.utf8)) == Array(text.utf8))
    table.set(1, "c", "an \"other\", one", mark: mark)
    let once = String(decoding: table.spliced(into: Array(text.utf8)), as: UTF8.self)
    #expect(
      once
        == "a,b,c\r\n1,\"x, y\",3\r\n\r\n2,\"say \"\"so\"\"\",\"an \"\"other\"\", one\"\r\n5,6,\"7\"\r\n"
    )
    table.set(2, "c", "8", mark: mark)
    let twice = String(decoding: table.spliced(into: Array(text.utf8)), as: UTF8.self)
    #expect(twice == once.replacing("\"7\"", with: "8"))
  }

  @Test("The file that is written is the network's, and a network that would break is refused")
  func files() throws {
    var tables = try NetworkTables(directory: teachingFolder)
    let row = try #require(tables["clearance"].present.first)
    tables["clearance"].set(row, "time_h", "5", mark: mark)
    let files = try tables.files()
    #expect(files.map(\.path) == ["\(teachingFolder)/clearance.csv"])
    #expect(
      String(decoding: files[0].bytes, as: UTF8.self).contains("cn-export,export,CN,,,,,5,2,12"))
    tables["clearance"].set(row, "low_h", "9", mark: mark)
    #expect(throws: InvalidInput.self) { try tables.files() }
  }
}
