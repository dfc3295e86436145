// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Faults of resources and of the tables that only the simulation reads.
  static let inputSimulationEntries: [Entry] = [
    Entry(
      "resource.unit",
      "“{0}” is no unit of the work of a {1}",
      "“{0}”不是 {1} 的作业单位"),
    Entry(
      "resource.unit.hint",
      "did you mean “{0}”? Possible: {1}",
      "是否应为“{0}”？可用：{1}"),
    Entry(
      "resource.places",
      "a {1} is a place and has no rate, but {0} is given",
      "{1} 是位置，没有速率，却填写了 {0}"),
    Entry(
      "resource.places.hint",
      "write 0: its servers are places, held for hours",
      "请写 0：其服务台为位置，按小时占用"),
    Entry(
      "resource.rate",
      "the servers of a {1} need a rate above {0}",
      "{1} 的服务台需要大于 {0} 的速率"),
    Entry(
      "resource.rate.hint",
      "write the units of work that one server does in an hour",
      "请填写单个服务台每小时的作业量"),
    Entry(
      "resource.breakdown",
      "{0} gives only one of mtbf_h and mttr_h",
      "{0} 只给出了 mtbf_h 和 mttr_h 之一"),
    Entry(
      "resource.breakdown.hint",
      "give both, or none where servers do not fail",
      "请两项都填，或都不填表示不会故障"),
    Entry(
      "profile.position",
      "{1} has no position {0}, only {2}",
      "{1} 没有位置 {0}，只有 {2}"),
    Entry(
      "profile.position.hint",
      "hours count from 0, weekdays from 1 (Monday), weeks of the year from 1",
      "小时从 0 起，星期从 1（星期一）起，周数从 1 起"),
    Entry(
      "profile.zero",
      "every factor of {1} in profile {0} is 0: nothing would ever come",
      "曲线 {0} 中 {1} 的系数全为 0：永远不会有到达"),
    Entry(
      "profile.zero.hint",
      "give at least one factor above 0",
      "请至少给出一个大于 0 的系数"),
    Entry(
      "background.units",
      "an arrival that takes {0} at once never fits {1}, which has {2}",
      "一次占用 {0} 的到达永远无法进入仅有 {2} 的 {1}"),
    Entry(
      "background.units.hint",
      "lower units, or raise the servers of the resource",
      "请减小 units，或增加该资源的 servers"),
    Entry(
      "load.service_type",
      "no service has the type “{0}”",
      "没有班次的类型为“{0}”"),
    Entry(
      "load.service_type.hint",
      "did you mean “{0}”? Leave it empty for every type",
      "是否应为“{0}”？留空表示所有类型"),
    Entry(
      "capacity.unit",
      "“{0}” is no unit of capacity for {1}",
      "“{0}”不能作为 {1} 的运力单位"),
    Entry(
      "capacity.unit.hint",
      "fcl has TEU; parcel, air and lcl have t, kg or m3",
      "fcl 用 TEU；parcel、air、lcl 用 t、kg 或 m3"),
    Entry(
      "handling.resource",
      "{0} stands at {1}, where this row does not hold",
      "{0} 位于 {1}，本行不适用于该处"),
    Entry(
      "handling.resource.hint",
      "name a resource of the place, or of a place of the kind",
      "请填写该地点的资源，或该类地点之一的资源"),
    Entry(
      "resource.cv_places",
      "nothing reads the cv of {0}: how long a {1} is held is said by who takes it",
      "{0} 的 cv 不会被读取：{1} 的占用时间由占用者决定"),
    Entry(
      "resource.cv_places.hint",
      "leave it empty; see work_cv of background.csv and the parameters port_stay…",
      "请留空；参见 background.csv 的 work_cv 与参数 port_stay…"),
    Entry(
      "resource.idle",
      "nothing uses {0}: a {1} serves others’ traffic alone, and background.csv has none for it",
      "{0} 不会被使用：{1} 只服务其他货流，而 background.csv 中没有它的行"),
    Entry(
      "resource.idle.hint",
      "add its traffic to background.csv, or leave the row out",
      "请在 background.csv 中加入其货流，或删去本行"),
    Entry(
      "demand.nowhere",
      "“{0}” has no place of demand other than the origin to spread this cargo over",
      "“{0}”除起点外没有可分摊该货量的需求地点"),
    Entry(
      "demand.nowhere.hint",
      "name a place, or a territory or market with cities or demand zones",
      "请填写地点，或填写含城市或需求区的地区或市场"),
    Entry(
      "demand.spread",
      "“{0}” is spread over {1} places by population; {2} of them have none given and get nothing",
      "“{0}”按人口分摊到 {1} 个地点；其中 {2} 个未给出人口，不分得货量"),
    Entry(
      "demand.spread.hint",
      "give their population in place.csv, or name the places one by one",
      "请在 place.csv 中给出人口，或逐一列出地点"),
    Entry(
      "disruption.event_rate",
      "a rate of {0} for the event “{1}”, which line {3} gives {2}",
      "事件“{1}”的频率为 {0}，而第 {3} 行给出 {2}"),
    Entry(
      "disruption.event_rate.hint",
      "what strikes together has one rate: write the same in all its rows",
      "同时发生的中断频率相同：请在其所有行中填写同一数值"),
  ]
}
