// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import FreightModel
import Testing

@testable import NetworkIO

@Suite("A table of delivery points") struct PointsReaderTests {
  private func read(_ text: String, limits: ReadLimits = .default) throws -> ReadPoints {
    let path = "\(FileManager.default.temporaryDirectory.path)/points-\(UUID().uuidString).csv"
    try Data(text.utf8).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try PointsReader.read(file: path, limits: limits)
  }

  private func faults(_ text: String, limits: ReadLimits = .default) -> [String] {
    do {
      _ = try read(text, limits: limits)
      return []
    } catch let invalid as InvalidInput {
      return invalid.errors.map { "\($0.code):\($0.line):\($0.column)" }
    } catch {
      return ["\(error)"]
    }
  }

  @Test("Points keep the order of the file, whatever the order of columns, with or without a mark")
  func order() throws {
    let points = try read(
      "\u{FEFF}longitude,id,name,latitude,population\r\n120.5,B,\"Shop, 1\",30.25,12\r\n-3,A,,40,\r\n"
    ).points
    #expect(
      points == [
        DeliveryPoint(id: "B", name: "Shop, 1", latitude: 30.25, longitude: 120.5, population: 12),
        DeliveryPoint(id: "A", latitude: 40, longitude: -3),
      ])
  }

  @Test("All faults are named at once, with line and column")
  func allFaults() {
    #expect(
      faults("id,latitude,longitude\nA,91,3\nB,1,x\nC,1\n,1,2\nD,1,2\nD,2,3\n") == [
        "value.out_of_range:2:3", "value.not_number:3:5", "csv.field_count:4:0",
        "value.missing:5:1", "id.twice:7:1",
      ])
    #expect(faults("id,lat,longitude\nA,1,3\n") == ["column.unknown:1:4"])
    #expect(faults("id,longitude\nA,3\n") == ["column.missing:1:0"])
    #expect(faults("") == ["file.empty:0:0"])
    var limits = ReadLimits.default
    limits.rows = 2
    #expect(
      faults("id,latitude,longitude\nA,1,2\nB,1,2\nC,1,2\n", limits: limits) == [
        "csv.too_many_rows:4:1"
      ])
  }

  @Test("Coordinates of Chinese maps are converted, and each is a warning")
  func shifted() throws {
    let read = try read("id,latitude,longitude,crs\nA,30.25,120.16,gcj02\nB,30.25,120.16,wgs84\n")
    #expect(read.points[1].longitude == 120.16)
    #expect(abs(read.points[0].longitude - 120.16) > 0.003)
    #expect(read.warnings.map(\.code) == ["place.converted"])
  }
}
