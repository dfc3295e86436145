// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import NetworkIO
import Quantities
import Testing

/// What the simulation's tables of networks/hangzhou must hold.
@Suite struct `Hangzhou` {
  /// Read once for all tests.
  private static let network = Result {
    try NetworkReader.read(directory: repository + "/networks/hangzhou").network
  }
  private let network: Network

  init() throws { network = try Self.network.get() }

  @Test func `has resources of every kind`() {
    let kinds = Set(network.resources.map(\.kind))
    #expect(ResourceKind.allCases.filter { !kinds.contains($0) } == [])
  }

  @Test func `gives every row of the simulation a source`() {
    let rows =
      network.resources.map { ($0.id, $0.provenance) }
      + network.backgrounds.map { ($0.id, $0.provenance) }
      + network.loads.map { ($0.id, $0.provenance) }
      + network.profiles.map { ($0.id, $0.provenance) }
      + network.inspections.map { ($0.side.rawValue + $0.area, $0.provenance) }
      + network.disruptions.map { ($0.id, $0.provenance) }
      + network.demands.map { ($0.id, $0.provenance) }
    #expect(rows.filter { $0.1.source.isEmpty }.map(\.0) == [])
    #expect(rows.count > 1_000)
  }

  /// Hours in the year in which one server works.
  private func hours(of resource: Resource) -> Double {
    let week = resource.shifts.map { network.openingHours[$0].week } ?? []
    let seconds = week.joined().reduce(0) { $0 + $1.count }
    let share = resource.shifts == nil ? 1 : Double(seconds) / (7 * 86_400)
    return 8_760 * share * (resource.breakdown?.availability ?? 1)
  }

  @Test func `fills no resource with others' traffic alone, and leaves none without`() {
    var work = network.resources.map { _ in 0.0 }
    for background in network.backgrounds {
      let resource = network.resources[background.resource]
      let each =
        resource.kind.isPlaces
        ? Double(background.units) * background.meanWork : background.meanWork / resource.rate
      work[background.resource.index] += background.arrivalsPerYear * each
      #expect(background.arrivalsPerYear <= 400_000, "\(background.id)")
    }
    // The room of a terminal without a yard of its own has no others' traffic.
    for (resource, work) in zip(network.resources, work) where !resource.isStorage {
      let use = work / (Double(resource.servers) * hours(of: resource))
      #expect(use > 0 && use < 0.9, "\(resource.id): \(use)")
    }
  }

  @Test func `has profiles with a mean of one`() {
    for profile in network.profiles {
      for factors in [profile.hourOfDay, profile.weekday, profile.weekOfYear] {
        let mean = factors.reduce(0, +) / Double(factors.count)
        #expect(abs(mean - 1) < 0.001, "\(profile.id)")
      }
    }
  }

  @Test func `knows what others have booked wherever its cargo boards`() {
    for service in network.services where service.status.runs {
      for stop in service.stops where !stop.isPassage {
        for cargo in CargoClass.allCases {
          let load = network.backgroundLoad(
            mode: service.mode, serviceType: service.serviceType, from: stop.place, of: cargo)
          #expect(load != nil && (load?.share ?? 1) < 1, "\(service.id)")
        }
      }
    }
  }

  @Test func `strikes its ports and airports with one typhoon`() throws {
    let places = network.disruptions.filter { $0.event == "typhoon" }
    let named = places.compactMap { disruption in
      if case .place(let place) = disruption.element { network.places[place].id } else { nil }
    }
    for port in ["CNNBG-BLN", "CNSHA-YSN", "CNSHA-WGQ", "HGH", "PVG"] {
      #expect(named.contains(port))
    }
    #expect(places.allSatisfy { $0.recoverySeconds > 0 })
    #expect(Set(places.map(\.ratePerYear)) == [network.parameter("wx.typhoon_rate", default: 0)])
  }

  @Test func `ships boxes of under a hundredth of its ports, and by air what Hangzhou exports`() {
    func tonnes(_ classes: CargoClass...) -> Double {
      network.demands.filter { classes.contains($0.cargoClass) }.reduce(0) { $0 + $1.tonnesPerYear }
    }
    #expect((5_000_000...6_000_000).contains(tonnes(.fcl)))
    // What the lift left by others carries: capacity.md.
    #expect((120_000...160_000).contains(tonnes(.parcel, .air)))
  }
}
