// SPDX-License-Identifier: GPL-3.0-or-later
public import FreightModel
public import Quantities

/// What one replication measured after its warm-up; counts are of lots unless the name says else.
public struct ReplicationResult: Sendable {
  /// Cargo at the end of the run, warm-up included: conservation holds to the lot.
  public struct Conservation: Sendable, Hashable {
    public var generated = 0
    public var delivered = 0
    public var inSystem = 0
    public var holds: Bool { generated == delivered + inSystem }
  }

  /// Lots of one class to one destination that became ready after the warm-up.
  public struct Lane: Sendable, Hashable {
    public var destination: ID<Place>
    public var cargoClass: CargoClass
    /// Time of the destination's tier of the circle; 0 for none.
    public var tierSeconds: Int64 = 0
    /// Seconds of the longest way planned for it; 0 where there is none.
    public var plannedSeconds: Int64 = 0
    /// Ready after the warm-up, whether or not delivered by the end; and those of them that were delivered.
    public var ready = 0
    public var delivered = 0
    /// Of the ready, those whose time is counted: ready so early that twice the longest way ends before the run, or all where
    /// the run is too short for that.
    public var timed = 0
    /// Door-to-door seconds of the timed that were delivered, in order of delivery; those of the others are infinite.
    public var seconds: [Int32] = []
    /// Of these, ready so early that the tier's time ended before the run.
    public var judged = 0
    public var withinTier = 0
  }

  /// One resource of a terminal.
  public struct StationRecord: Sendable, Hashable {
    /// Row of the network's resources.
    public var resource: Int
    /// Share of the server time on duty that is in use, broken servers on duty and what they hold included.
    public var utilisation = 0.0
    /// Share of the time measured in which servers are on duty: their shift, less closures and recovery.
    public var onDutyShare = 0.0
    public var meanQueue = 0.0
    public var greatestQueue = 0
    /// Hours, over all jobs, background included.
    public var meanWaitHours = 0.0
    public var jobs = 0
    /// Work done, in what the resource's rate counts (moves, tonnes …); 0 where places are held.
    public var work = 0.0
    /// Others' arrivals for which a full store had no room: they go elsewhere.
    public var turnedAway = 0
    /// Hours that Hangzhou's lots waited here, times their tonnes.
    public var lotTonneHours = 0.0
    /// Hour of the week → mean number waiting, 168 values from Monday 00:00 of the home zone.
    public var queueByHour: [Double] = []
    /// Little's law: integral of the number present = sum of the times spent, to the second.
    public var littleHolds = true
  }

  public struct ServiceRecord: Sendable, Hashable {
    public var service: ID<Service>
    public var departures = 0
    public var blank = 0
    public var holds: [HoldRecord] = []
    /// Lots left behind, each time counted.
    public var rollovers = 0
    /// Mean over departures.
    public var latenessHours = 0.0

    /// What left on each section of the way, over all departures that ran: tonnes, or TEU.
    public struct HoldRecord: Sendable, Hashable {
      public var unit: String
      /// `air` (parcels too), `lcl` or `fcl`.
      public var name: String
      public var sections: [SectionRecord]

      /// Summed over sections: a departure offers its capacity on each of them.
      public var offered: Double { sections.reduce(0) { $0 + $1.offered } }
      public var lots: Double { sections.reduce(0) { $0 + $1.lots } }
      public var others: Double { sections.reduce(0) { $0 + $1.others } }
      public var loadFactor: Double { offered > 0 ? (lots + others) / offered : 0 }
    }

    /// From one stop to the next, counted as the vehicle leaves, loaded.
    public struct SectionRecord: Sendable, Hashable {
      public var from, to: ID<Place>
      public var offered: Double
      public var lots: Double
      public var others: Double
      public var loadFactor: Double { offered > 0 ? (lots + others) / offered : 0 }
    }
  }

  public struct Owner: Sendable, Hashable, Comparable {
    public var place: ID<Place>
    public var cause: DelayCause
    /// The resource waited for, where it is one.
    public var resource: Int?
    /// The service waited for, where it is one.
    public var service: ID<Service>?

    public static func < (a: Self, b: Self) -> Bool {
      (a.place.index, a.cause, a.resource ?? -1, a.service?.index ?? -1)
        < (b.place.index, b.cause, b.resource ?? -1, b.service?.index ?? -1)
    }
  }

  /// Cargo that took another gateway than its objective's choice, by day after the warm-up; nil is by road alone.
  public struct Diversion: Sendable, Hashable {
    public var from, to: ID<Place>?
    public var day: Int32
  }

  /// Queues are noted so often, seconds.
  public static let seriesSeconds: Int64 = 6 * secondsPerHour

  public var number: Int
  public var conservation = Conservation()
  public var lanes: [Lane] = []
  public var stations: [StationRecord] = []
  public var services: [ServiceRecord] = []
  /// Tonne-hours of delay by owner, largest first.
  public var delays: [(owner: Owner, tonneHours: Double)] = []
  /// Exit gateway (nil: by road alone) and class → tonnes delivered.
  public var gateways: [GatewayKey: Double] = [:]
  public struct GatewayKey: Sendable, Hashable {
    public var gateway: ID<Place>?
    public var cargoClass: CargoClass
  }
  public var tonnesDelivered = 0.0
  /// Made ready, where a way leads to their destination: what delay and storage are divided by, so that neither hangs on what
  /// happens to be delivered by the end.
  public var tonnesReady = 0.0
  /// Set off on a way: whose money and CO2e are counted.
  public var tonnesSent = 0.0
  /// Of these, those on ways whose cost, or CO2e, is not known; they are in no mean.
  public var tonnesUnpriced = 0.0
  public var tonnesWithoutFactor = 0.0
  public var costYuan = 0.0
  public var storageYuan = 0.0
  public var co2eTonnes = 0.0
  /// Lots left behind by full departures, each time counted.
  public var rollovers = 0
  /// Lots ready after the warm-up that a full departure left behind, or that no departure had room for, each counted once.
  public var leftBehind = 0
  /// Of the lots without a way, those that were ready after the warm-up.
  public var measuredWithoutWay = 0
  /// Times that a lot boarded, and that one came too late for the departure it had booked.
  public var boardings = 0
  public var missed = 0
  public var replanned = 0
  /// Lots that took another way than the first because it was full or closed.
  public var diverted = 0
  /// Mean and greatest tonnes of lots in the system.
  public var meanInSystem = 0.0
  /// Kilograms diverted.
  public var diversions: [(key: Diversion, kilograms: Int64)] = []
  /// Lots that no way leads to their destination; they stay in the system.
  public var withoutWay = 0
  /// Hours of a row of demand in which no more than 1,000 lots were made, where more would have been.
  public var cutHours = 0
  /// Lots that do not move at the end of the run, warm-up included, by what they wait for; most first.
  ///
  /// At a resource, those that it serves are counted too. What is under way and what no way leads to
  /// is not among them.
  public var remaining: [(owner: Owner, lots: Int)] = []
  /// Row of `resources` → number waiting, every `seriesSeconds` from the end of the warm-up.
  public var series: [Int: [Int32]] = [:]
  /// Place → lots that wait there for a departure, 168 means over the hours of the week from Monday 00:00 of the home zone.
  public var waitingByHour: [(place: ID<Place>, lots: [Double])] = []
  /// Row of `resources` → jobs waiting or holding a place, every hour from the end of the warm-up; of those the query names.
  public var hourly: [Int: [Int32]] = [:]
  /// What became of every lot that was ready after the warm-up, by its name; where the query asks for it.
  public var fates: [UInt64: LotFate] = [:]

  /// How a lot went.
  public struct LotFate: Sendable, Hashable {
    /// Row of demand.
    public var demand: Int32
    /// Place of the gateway; -1 by road alone, -2 no way taken yet.
    public var gateway: Int32
    /// Door-to-door seconds; nil where it is still on its way at the end.
    public var seconds: Int32?
    /// Seconds after the warm-up at which it became ready.
    public var ready: Int64

    public init(demand: Int32, gateway: Int32, seconds: Int32?, ready: Int64) {
      (self.demand, self.gateway, self.seconds, self.ready) = (demand, gateway, seconds, ready)
    }
  }

  /// What happened to every lot, where the query asks for it; in order of time.
  public var events: [EventRecord] = []

  /// A milestone of a lot.
  public struct EventRecord: Sendable, Hashable {
    public var at: Instant
    /// Row of demand, and the name of the lot's luck.
    public var demand: Int
    public var lot: UInt64
    /// Hour of the run in which the lot became ready, and its number among those of its row in that hour.
    public var hour: Int
    public var serial: Int
    public var milestone: Milestone
    public var place: ID<Place>
    public var service: ID<Service>?
  }

  /// Codes of the air cargo industry's status updates (IATA FSU), used for every mode.
  public enum Milestone: String, Sendable, CaseIterable {
    /// Received from the shipper, at the terminal it leaves from, ready for carriage.
    case received = "RCS"
    /// Departed on board.
    case departed = "DEP"
    /// The vehicle arrived.
    case arrived = "ARR"
    /// Received from the vehicle, sorted and free to go on.
    case unloaded = "RCF"
    /// Import papers done: the consignee is told.
    case notified = "NFD"
    case delivered = "DLV"
  }

  /// Tonnes delivered in each day from the start, warm-up included; what warm-up is judged by.
  public var deliveredByDay: [Double] = []
  /// Tonnes made ready in each day from the start, where a way leads to their destination.
  public var readyByDay: [Double] = []
  /// Whole days from ready to delivered → tonnes; of what was ready after the warm-up, and so early that the end cuts off little.
  public var tonnesByDaysTaken: [Double] = []
  /// What services loaded and unloaded, by month: kilograms, or thousandths of a TEU.
  public var throughput: [ThroughputKey: Int64] = [:]

  /// One cell of the throughput.
  public struct ThroughputKey: Sendable, Hashable, Comparable {
    public enum Direction: String, Sendable, CaseIterable { case loaded, unloaded }

    public var place: ID<Place>
    public var service: ID<Service>
    /// Months since year 0: 12 · year + month − 1, of the home zone's calendar.
    public var month: Int
    public var cargoClass: CargoClass
    public var direction: Direction
    /// Of the network's demand; else others'.
    public var isOwn: Bool

    private var order: [Int] {
      [
        place.index, service.index, month, CargoClass.allCases.firstIndex(of: cargoClass) ?? 0,
        direction == .loaded ? 0 : 1, isOwn ? 0 : 1,
      ]
    }
    public static func < (a: Self, b: Self) -> Bool { a.order.lexicographicallyPrecedes(b.order) }
  }

  public var eventCount = 0
  /// Seconds of each probe and week; -1 where it was not delivered.
  var probeSeconds: [Int32] = []
  /// Why the run ended: true where the model went round without time passing.
  public var isStuck = false

  init(number: Int) { self.number = number }
}
