// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Quantities
import Stochastics

extension FreightSystem {
  /// What a random number of a step decides.
  enum StepKind: UInt64 {
    case pickup = 1
    case handling, drive, lineHaul, clearance, inspection, lastMile
    case fleet, gate, dock, sorter, lane, acceptance, xray, uld, crane, handlingWork
  }

  /// The stream of a step's draws: the same at the same place whatever the way.
  func purpose(_ kind: StepKind, _ place: ID<Place>) -> UInt64 {
    RandomStream.name(placeNames[place.index], kind.rawValue)
  }

  /// Tenths of a TEU; at airports, whose sheds count tonnes, tenths of a tonne.
  func storeUnits(_ size: LotSize, at place: ID<Place>) -> UInt32 {
    let kind = network.places[place].kind
    let isShed = kind == .airport || kind == .airCargoTerminal
    let payload = network.parameter("cap.teu_weight", default: 10)
    let boxes = size.teu > 0 ? size.teu : size.tonnes / payload
    return UInt32(max(1, ((isShed ? size.tonnes : boxes) * 10).rounded()))
  }
}
