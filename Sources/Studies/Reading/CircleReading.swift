// SPDX-License-Identifier: GPL-3.0-or-later
import Coverage
import FreightModel
import FreightRouting
import NetworkIO

/// The question of a circle as it was read, before any network is.
struct CircleReading {
  let terms: CircleTerms
  let consignment: Consignment
  let options: RoutingOptions
  let objective: ObjectiveReading
  let week: WeekReading
  let origin: String?
  let threads: Int

  init(_ terms: CircleTerms, threads: Int, _ reading: inout RequestReading) {
    self.terms = terms
    self.threads = threads
    consignment = reading.consignment(terms.cargo)
    objective = reading.objective(terms.objective, of: consignment)
    options = reading.options(terms.cargo)
    week = reading.week(terms.week)
    origin = reading.required(terms.origin, "--origin", example: "HZ-XS")
  }

  /// The question put to one network; ids that it lacks are faults.
  func query(in source: NetworkSource, _ reading: inout RequestReading) -> CoverageQuery? {
    let network = source.read.network
    let place = reading.place(origin, "--origin", in: source)
    let (circle, set) = reading.target(
      terms.target, of: consignment.cargoClass, in: network)
    reading.checkWithout(options.without, in: network)
    guard let place else { return nil }
    return CoverageQuery(
      origin: place, circle: circle, targetSet: set, consignment: consignment, options: options,
      week: week.monday ?? network.header.referenceWeek, ready: week.ready,
      percentile: week.percentile, threads: threads,
      objective: objective.objective(for: consignment, in: network))
  }
}
