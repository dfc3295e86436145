// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel

/// Signs of the map, drawn by paths around (0, 0) so that no font is needed.
enum Glyphs {
  /// Outline of a tier's sign, about 10 wide: circle, square, diamond, and a small triangle for districts.
  static func tier(_ tier: Int) -> String {
    switch tier {
    case 0: "M0-5.2L4.8 3.6H-4.8z"
    case 1: "M-4.4 0a4.4 4.4 0 1 0 8.8 0a4.4 4.4 0 1 0-8.8 0z"
    case 2: "M-4-4H4V4H-4z"
    case 3: "M0-5.6L5.6 0L0 5.6L-5.6 0z"
    default: "M-2-5H2V-2H5V2H2V5H-2V2H-5V-2H-2z"
    }
  }

  static let cross = "M-3.4-3.4L3.4 3.4M3.4-3.4L-3.4 3.4"

  static func fill(_ status: CityResult.Status) -> String {
    switch status {
    case .within: "#ffffff"
    case .out: "#c8552b"
    case .unreachable: "#4a4a4a"
    }
  }

  static func stroke(_ status: CityResult.Status) -> String {
    status == .within ? "#0b2f57" : "#ffffff"
  }

  /// Strokes of a terminal's sign inside a badge of radius 8.
  static func terminal(_ kind: PlaceKind) -> String {
    switch kind {
    case .seaport, .seaportTerminal:
      "M0-3.2V4.6M-2.4-1.2H2.4M-4.4 1.2A4.5 4.5 0 0 0 4.4 1.2M-1.2-4.2a1.2 1.2 0 1 0 2.4 0a1.2 1.2 0 1 0-2.4 0"
    case .riverPort: "M-4.6-1.6q2.3-2.2 4.6 0t4.6 0M-4.6 2q2.3-2.2 4.6 0t4.6 0"
    case .airport, .airCargoTerminal: "M0-5V4.4M-4.8 1.2L0-2L4.8 1.2M-2 4.8L0 3.4L2 4.8"
    case .railTerminal: "M-2-4.6V4.6M2-4.6V4.6M-4-2.8H4M-4 0H4M-4 2.8H4"
    case .lock: "M-3.6-3.6L-.4 0L-3.6 3.6M.6-3.6L3.8 0L.6 3.6"
    case .ehub, .ecommercePark: "M0-4.8L4.2-2.4V2.4L0 4.8L-4.2 2.4V-2.4zM0-1.4V1.4M-1.4 0H1.4"
    case .bondedZone: "M-3.8-3.8H3.8V3.8H-3.8zM-1.4 0H1.4"
    case .overseasWarehouse: "M-4.4-.4L0-4.4L4.4-.4M-3.2-.8V4H3.2V-.8"
    case .borderCrossing: "M-4.6 0H4.6M0-4.6V4.6"
    case .roadDepot: "M-4.6 2.4V-3H.8V2.4M.8-1H3L4.6 1V2.4H-4.6"
    case .city, .demandZone: "M-2 0H2"
    }
  }
}
