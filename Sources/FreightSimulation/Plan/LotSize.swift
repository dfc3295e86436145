// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import FreightRouting

/// How much a lot of a class is, and the consignment by whose way it goes.
public struct LotSize: Sendable, Hashable {
  public var tonnes: Double
  public var teu: Double
  /// Consignments that make up the lot: money and CO2e of one times this are the lot's.
  public var consignments: Double
  public var consignment: Consignment

  /// Parameters `lot.parcel_t`, `lot.air_t`, `lot.lcl_t` (tonnes; 1.5, 1.5, 1) and `lot.fcl_teu` (1) of the network.
  public init(_ cargoClass: CargoClass, _ exportMode: ExportMode, in network: Network) {
    let payload = network.parameter("cap.teu_weight", default: 10)
    switch cargoClass {
    case .parcel, .air:
      tonnes = network.parameter("lot.\(cargoClass.rawValue)_t", default: 1.5)
      teu = 0
      consignment = .usual(cargoClass, exportMode)
      consignments = tonnes * 1_000 / consignment.massKG
    case .lcl:
      tonnes = network.parameter("lot.lcl_t", default: 1)
      teu = tonnes / payload
      consignment = .usual(.lcl, exportMode)
      consignments = tonnes
    case .fcl:
      teu = network.parameter("lot.fcl_teu", default: 1)
      tonnes = teu * payload
      consignment = .usual(.fcl, exportMode)
      consignments = teu
    }
  }
}
