// SPDX-License-Identifier: GPL-3.0-or-later
import Catalogue
import FoundationEssentials
import FreightModel
import JSONText
import Testing

@testable import Studies

/// A request in which every field is given.
private func full<Request: StudyRequest>(_: Request.Type = Request.self) -> Request {
  var request = Request()
  for (number, field) in Request.fields.enumerated() {
    switch field.place {
    case .text(let path): request[keyPath: path] = "\(number) '\"字"
    case .list(let path): request[keyPath: path] = ["a \(number)", "-b", "字"]
    case .flag(let path): request[keyPath: path] = true
    }
  }
  return request
}

@Suite("Requests")
struct RequestTests {
  private func roundTrip<Request: StudyRequest>(_ type: Request.Type) throws {
    for request in [Request(), full(type)] {
      let text = request.json.text(.pretty)
      #expect(try Request(json: Array(text.utf8), file: "x.json") == request, "\(Request.verb)")
      let data = try JSONEncoder().encode(request)
      #expect(try JSONDecoder().decode(Request.self, from: data) == request, "\(Request.verb)")
      #expect(try Request(json: Array(data), file: "x.json") == request, "\(Request.verb)")
    }
    let keys = Request.fields.map(\.key)
    #expect(Set(keys).count == keys.count, "\(Request.verb)")
  }

  @Test("Every request comes back from its JSON as it was")
  func roundTrips() throws {
    try roundTrip(RouteRequest.self)
    try roundTrip(ExplainRequest.self)
    try roundTrip(CircleRequest.self)
    try roundTrip(MatrixRequest.self)
    try roundTrip(SimulationRequest.self)
    try roundTrip(ComparisonRequest.self)
    try roundTrip(ImprovementRequest.self)
    try roundTrip(FitRequest.self)
  }

  @Test("Unknown keys and wrong types are all told at once, each at its line and column")
  func wrong() throws {
    let text = """
      {
        "verb": "coverage",
        "netwrok": "n", "from": 5,
        "teu": 2,
        "without": "suez",
        "live_only": "yes"
      }
      """
    let invalid = #expect(throws: InvalidInput.self) {
      try RouteRequest(json: Array(text.utf8), file: "r.json")
    }
    let told = invalid?.errors.map { "\($0.line):\($0.column) \($0.code)" }
    #expect(
      told == [
        "2:11 request.not_this", "3:14 request.unknown_key", "3:27 request.type_text",
        "5:14 request.type_list", "6:16 request.type_flag",
      ])
    #expect(invalid?.errors[1].hintArguments == ["network"])
    #expect(invalid?.errors.allSatisfy { $0.file == "r.json" } ?? false)
  }

  @Test("A key given twice, and what is no JSON, are faults with their place")
  func noJSON() {
    for (text, place) in [("{\"from\": \"a\",\n \"from\": \"b\"}", (2, 2)), ("[1", (1, 3))] {
      let invalid = #expect(throws: InvalidInput.self) {
        try RouteRequest(json: Array(text.utf8), file: "r.json")
      }
      #expect(invalid?.errors.first?.line == place.0, "\(text)")
      #expect(invalid?.errors.first?.column == place.1, "\(text)")
    }
  }

  @Test("A bare number stands for the text of a number")
  func numbers() throws {
    let text = #"{"teu": 2, "max_cost": 900.5, "max_legs": null}"#
    let request = try RouteRequest(json: Array(text.utf8), file: "r.json")
    #expect(request.cargo.teu == "2")
    #expect(request.alternatives.maxCost == "900.5")
    #expect(request.alternatives.maxLegs == nil)
  }

  @Test("The line of a request asks it: places first, words as a shell reads them")
  func line() {
    var request = ComparisonRequest()
    (request.base, request.scenarios) = ("my net", ["a.yaml", "b.yaml"])
    request.noSwings = true
    request.circle.origin = "HZ"
    request.circle.cargo.without = ["suez", "-x"]
    #expect(
      request.command
        == "tidebore compare 'my net' a.yaml b.yaml --origin HZ --without suez --without=-x --no-swings"
    )
  }

  @Test("However a path is typed, it is one")
  func paths() throws {
    let folder = repositoryFolder
    for path in [
      "\(folder)/networks/teaching", "\(folder)//networks/./teaching/",
      "\(folder)/networks/../networks/teaching", "\(folder)/Sources/../networks/teaching/.",
    ] {
      #expect(CanonicalPath.of(path, in: folder) == "networks/teaching", "\(path)")
      #expect(CanonicalPath.of(path, in: "/nowhere") == "\(folder)/networks/teaching", "\(path)")
    }
    #expect(CanonicalPath.of("-", in: folder) == "-")
    #expect(CanonicalPath.of("no//such/./place/", in: folder) == "no/such/place")
  }

  @Test("A link names what it leads to")
  func links() throws {
    let copy = try TeachingCopy()
    let link = copy.path + "-link"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: copy.path)
    defer { try? FileManager.default.removeItem(atPath: link) }
    #expect(
      CanonicalPath.of(link, in: "/nowhere") == CanonicalPath.of(copy.path, in: "/nowhere"))
  }
}

@Suite("Studies")
struct StudyTests {
  @Test("All that is wrong with a request is told at once, with the nearest names")
  func faults() {
    var request = RouteRequest()
    request.network = teaching
    (request.from, request.to, request.depart) = ("HX", "Seoull", "soon")
    request.cargo.mass = "30"
    request.cargo.without = ["HGG"]
    let faults = #expect(throws: StudyFaults.self) { try RouteStudy(request) }
    #expect(
      faults?.list.map(\.code) == [
        "usage.time", "usage.quantity", "usage.unknown_place", "usage.unknown_place",
        "usage.unknown_row",
      ])
    let sentences = faults?.list.map { $0.sentence(in: .zh) } ?? []
    #expect(sentences.contains { $0.contains("SEL (Seoul") && $0.contains("是否指") })
  }

  @Test("A study that was cancelled before it ran throws, and does not answer")
  func cancelled() throws {
    var request = ImprovementRequest()
    (request.network, request.city, request.circle.origin) = (teaching, ["SEL"], "HZ")
    let cancellation = Cancellation()
    cancellation.cancel()
    let study = try ImprovementStudy(request)
    #expect(throws: CancelledStudy.self) { try study.run(cancellation: cancellation) }
  }

  @Test("A simulation is cancelled between its replications")
  func cancelledBetween() throws {
    var request = SimulationRequest()
    request.network = teaching
    (request.run.days, request.run.warmup, request.run.replications) = ("7", "0", "4")
    let cancellation = Cancellation()
    let study = try SimulationStudy(request, threads: 1)
    #expect(throws: CancelledStudy.self) {
      try study.run(
        progress: { _, done, _ in if done == 2 { cancellation.cancel() } },
        cancellation: cancellation)
    }
  }

  @Test("A network that was read before is not read again")
  func known() throws {
    let source = try NetworkSource(teaching)
    var request = RouteRequest()
    request.network = "no/such/folder"
    (request.from, request.to) = ("HZ", "SEL")
    request.depart = "2026-03-02T09:00:00+08:00"
    #expect(try RouteStudy(request, source: source).run().itineraries.count == 1)
  }

  @Test("The estimate of a comparison counts its networks and searches")
  func estimate() throws {
    var request = ComparisonRequest()
    (request.base, request.scenarios, request.circle.origin) = (teaching, [teaching], "HZ")
    request.noSwings = true
    let estimate = try #require(try ComparisonStudy(request).estimate())
    #expect(estimate.networks == 2)
    #expect(estimate.searches >= 2 * 168)
    #expect(estimate.megabytes > 0)
  }
}
