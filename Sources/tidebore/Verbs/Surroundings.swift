// SPDX-License-Identifier: GPL-3.0-or-later
import FoundationEssentials
import FreightModel
import GeoPackageExport
import JSONText
import NetworkIO
import Quantities
import Stochastics

/// One thing that Tidebore needs, and how it stands with it.
struct Finding {
  /// The stable name in JSON.
  var name: String
  var label: String
  /// Version, place, or what to do.
  var detail: String
  var isHealthy: Bool

  static func json(_ findings: [Finding]) -> JSONValue {
    .object([
      JSONValue.Member(
        "findings",
        .array(
          findings.map {
            ["name": .string($0.name), "detail": .string($0.detail), "ok": .bool($0.isHealthy)]
          }))
    ])
  }

  static func table(_ findings: [Finding], _ session: Session) -> String {
    findings.map { finding in
      let state = session.text(finding.isHealthy ? "doctor.ok" : "doctor.missing")
      return "[\(state)] \(finding.label): \(finding.detail)\n"
    }.joined()
  }
}

/// The libraries, tools and files around the command.
struct Surroundings {
  let session: Session

  var findings: [Finding] { [tool, swift, gsl, sqlite, timeZones, font, converter, networks] }

  private var tool: Finding { found("tool", Tidebore.toolVersion) }

  private var swift: Finding {
    #if compiler(>=6.4)
      found("swift", "6.4 or newer")
    #else
      found("swift", "6.3")
    #endif
  }

  private var gsl: Finding { found("gsl", gslVersion()) }

  private var sqlite: Finding {
    do {
      return found("sqlite", try sqliteVersion())
    } catch {
      return missing("sqlite", "libsqlite3-0")
    }
  }

  private var timeZones: Finding {
    let folder = TimeZoneRules.systemDirectory
    guard let version = tzdataVersion() else { return missing("tzdata", "tzdata") }
    guard version >= "2024a" else {
      return Finding(
        name: "tzdata", label: session.text("doctor.tzdata"),
        detail: session.text("doctor.tzdata_old", version, folder), isHealthy: false)
    }
    return found("tzdata", session.text("doctor.at", version, folder))
  }

  private var font: Finding {
    let folders = [
      "/usr/share/fonts/opentype/noto", "/usr/share/fonts/noto-cjk", "/usr/local/share/fonts",
    ]
    for folder in folders {
      let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
      if let font = files.sorted().first(where: { $0.contains("CJK") }) {
        return found("fonts", "\(folder)/\(font)")
      }
    }
    return missing("fonts", "fonts-noto-cjk")
  }

  private var converter: Finding {
    PictureConverter.find(session).map { found("rsvg", $0) } ?? missing("rsvg", "librsvg2-bin")
  }

  private var networks: Finding {
    let names = ShippedNetworks(session: session).names
    guard !names.isEmpty else {
      return Finding(
        name: "networks", label: session.text("doctor.networks"),
        detail: session.text("doctor.no_networks"), isHealthy: false)
    }
    return found("networks", names.joined(separator: ", "))
  }

  /// Whether a network can be read, and how big it is.
  func network(_ folder: String) -> Finding {
    let label = session.text("doctor.network", folder)
    do {
      let network = try NetworkReader.read(directory: folder).network
      let size = session.text(
        "validate.size", String(network.places.count), String(network.links.count),
        String(network.services.count), String(network.targets.count))
      return Finding(name: "network", label: label, detail: size, isHealthy: true)
    } catch {
      let detail = session.text("doctor.errors", String(error.errors.count), folder)
      return Finding(name: "network", label: label, detail: detail, isHealthy: false)
    }
  }

  private func found(_ name: String, _ detail: String) -> Finding {
    Finding(
      name: name, label: session.text("doctor.\(name)"), detail: detail, isHealthy: true)
  }

  private func missing(_ name: String, _ package: String) -> Finding {
    Finding(
      name: name, label: session.text("doctor.\(name)"),
      detail: session.text("doctor.install", "apt-get install \(package)"), isHealthy: false)
  }
}
