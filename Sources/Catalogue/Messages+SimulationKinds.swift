// SPDX-License-Identifier: GPL-3.0-or-later

/// Names of resources.
extension Messages {
  static let simulationKinds: [Entry] = [
    Entry("kind.anchorage", "anchorage", "锚地"),
    Entry("kind.pilot", "pilots", "引航"),
    Entry("kind.tide_window", "tide window", "潮汐窗口"),
    Entry("kind.berth", "berths", "泊位"),
    Entry("kind.crane", "quay cranes", "岸桥"),
    Entry("kind.yard", "yard", "堆场"),
    Entry("kind.reefer_plug", "reefer plugs", "冷藏箱插座"),
    Entry("kind.gate_lane", "gate lanes", "闸口车道"),
    Entry("kind.inspection", "customs inspection", "海关查验"),
    Entry("kind.siding", "sidings", "装卸线"),
    Entry("kind.gantry_crane", "gantry cranes", "门吊"),
    Entry("kind.reach_stacker", "reach-stackers", "正面吊"),
    Entry("kind.train_slot", "train paths", "列车运行线"),
    Entry("kind.acceptance", "acceptance counters", "收货柜台"),
    Entry("kind.xray", "security scanners", "安检机"),
    Entry("kind.uld_station", "ULD build-up", "集装器打板"),
    Entry("kind.stand", "aircraft stands", "机位"),
    Entry("kind.dock_door", "dock doors", "月台"),
    Entry("kind.sorter", "sorting lines", "分拣线"),
    Entry("kind.truck_fleet", "truck fleet", "货车车队"),
    Entry("kind.lock_chamber", "lock chambers", "船闸闸室"),
    Entry("kind.gauge_change", "gauge change", "换轨"),
    Entry("kind.customs_lane", "border lanes", "口岸车道"),
  ]
}
