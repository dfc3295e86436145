// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import JSONText
import Testing

@testable import tidebore

@Suite("coverage --points") struct PointsTests {
  private let folder = "\(FileManager.default.temporaryDirectory.path)/points-\(UUID().uuidString)"
  private let network = "\(repositoryFolder)/networks/teaching"

  private func run(_ table: String, _ more: String...) throws -> CommandRun {
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Data(table.utf8).write(to: URL(filePath: folder + "/shops.csv"))
    return CommandRun(
      ["coverage", network, "--origin", "HZ", "--points", folder + "/shops.csv", "--quiet"] + more)
  }

  private func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(name)")), as: UTF8.self)
  }

  private let table = """
    id,latitude,longitude,name
    far,0,-140,ocean
    near,30.3,120.2,=1+1
    """

  @Test("Each point has a row, in the order of the input, in CSV, JSON and GeoJSON")
  func rows() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try run(
      table, "-o", folder + "/points.csv", "-o", folder + "/a.points.json", "-o",
      folder + "/a.points.geojson", "-o", folder + "/a.csv")
    #expect(run.status == .done, "\(run.messages)")
    let lines = try text("points.csv").split(separator: "\r\n").map(String.init)
    #expect(
      lines[0]
        == "id,name,latitude,longitude,population,nearest_place,nearest_name,customs_area,p50_h,"
        + "p80_h,p95_h,share_24h,share_48h,share_72h,served_by,status,reason")
    #expect(lines.count == 3)
    #expect(lines[1].hasPrefix("far,ocean,0,-140,,,,,,,,0,0,0,,unreachable,"))
    #expect(lines[2].hasPrefix("near,=1+1,30.3,120.2,,HZ,"))
    #expect(lines[2].contains(",reached,"))
    #expect(try text("a.points.json").contains("\"id\":\"near\",\"name\":\"=1+1\""))
    #expect(try text("a.points.geojson").contains("\"coordinates\":[120.2,30.3]"))
    #expect(try text("a.csv").hasPrefix("city_id,"))
    _ = try JSONDocument(parsing: try text("a.points.json"))
    _ = try JSONDocument(parsing: try text("a.points.geojson"))
  }

  @Test("For Excel a name that it would run is inert")
  func excel() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    #expect(try run(table, "--excel", "-o", folder + "/points.csv").status == .done)
    #expect(try text("points.csv").hasPrefix("\u{FEFF}id,"))
    #expect(try text("points.csv").contains("near,'=1+1,"))
  }

  @Test("The number of threads changes no byte")
  func threads() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    for threads in ["1", "2", "8"] {
      let run = try run(
        table, "--threads", threads, "-o", "\(folder)/\(threads).points.csv", "-o",
        "\(folder)/\(threads).points.json")
      #expect(run.status == .done)
    }
    for threads in ["2", "8"] {
      #expect(try text("\(threads).points.csv") == text("1.points.csv"))
      #expect(try text("\(threads).points.json") == text("1.points.json"))
    }
  }

  @Test("Points and the file for their rows go together")
  func together() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let alone = try run(table, "-o", folder + "/circle.csv")
    #expect(alone.status == .usage && alone.messages.contains("shops.points.csv"))
    let unasked = CommandRun(
      "coverage", network, "--origin", "HZ", "-o", folder + "/x.points.csv")
    #expect(unasked.status == .usage && unasked.messages.contains("--points FILE.csv"))
  }

  @Test("Faults of the table end the run with all of them")
  func faults() throws {
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let run = try run("id,latitude,longitude\nA,91,3\nB,1,x\n", "-o", folder + "/points.csv")
    #expect(run.status == .invalidInput)
    #expect(run.messages.contains("shops.csv:2:3: error [value.out_of_range]"))
    #expect(run.messages.contains("shops.csv:3:5: error [value.not_number]"))
    #expect(!FileManager.default.fileExists(atPath: folder + "/points.csv"))
  }
}
