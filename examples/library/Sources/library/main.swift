import Studies

let network = "networks/teaching"
do {
  var route = RouteRequest(network: network, from: "HZ", to: "SEL")
  route.depart = "2026-03-02T09:00:00+08:00"
  for way in try RouteStudy(route).run().itineraries {
    print("Seoul after \(way.durationSeconds / 3_600) h in \(way.legs.count) legs")
  }

  let circle = CircleRequest(network: network, origin: "HZ")
  for tier in try CircleStudy(circle).run().result.tiers {
    print("tier \(tier.tier): \(tier.within) of \(tier.of) cities in time")
  }

  var compare = ComparisonRequest(base: network, scenarios: ["examples/library/daily.yaml"])
  compare.circle.origin = "HZ"
  let answer = try ComparisonStudy(compare).run()
  for city in answer.planned?.cityChanges(of: 0) ?? [] {
    print("\(city.cityID): \(city.status.rawValue), \((city.deltaSeconds ?? 0) / 3_600) h")
  }
  print("asked again by: \(answer.command)")
} catch let faults as StudyFaults {
  for fault in faults.list { print(fault.sentence(in: .en)) }
}
