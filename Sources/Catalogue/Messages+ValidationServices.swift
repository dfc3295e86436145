// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Faults of services, rules, prices and circles.
  static let inputServiceEntries: [Entry] = [
    Entry(
      "slot.day_order",
      "“{0}” of {1} does not name each day of the week once",
      "{1} 的“{0}”没有将一周七天各列一次"),
    Entry(
      "slot.day_order.hint",
      "write all seven days: Tue;Fri;Sun;Wed;Mon;Thu;Sat",
      "请写全七天：Tue;Fri;Sun;Wed;Mon;Thu;Sat"),
    Entry(
      "slot.unused",
      "no service uses the slot rule “{0}”",
      "没有班次使用时隙规则“{0}”"),
    Entry(
      "slot.unused.hint",
      "remove it, or name it in service.csv",
      "请删除，或在 service.csv 中引用"),
    Entry(
      "service.too_few_stops",
      "{0} has {1} calls in stop_time.csv; a service needs two",
      "{0} 在 stop_time.csv 中有 {1} 个停站；班次至少需要两个"),
    Entry(
      "service.too_few_stops.hint",
      "add its stops",
      "请添加停站"),
    Entry(
      "service.no_departures",
      "{0} has no departures: neither rows in departure.csv nor a frequency with a slot rule",
      "{0} 没有出发：departure.csv 中无行，也没有频率加时隙规则"),
    Entry(
      "service.no_departures.hint",
      "add rows to departure.csv, or fill frequency_per_week and slot_rule",
      "请在 departure.csv 中添加行，或填写 frequency_per_week 和 slot_rule"),
    Entry(
      "service.no_capacity",
      "{0} takes no cargo: it has no row in capacity.csv",
      "{0} 不载货：capacity.csv 中没有它的行"),
    Entry(
      "service.no_capacity.hint",
      "add a row for each class that it takes",
      "请为它承运的每个类别添加一行"),
    Entry(
      "service.unpriced",
      "no tariff fits {0} for class {1} on {2} of its {3} pairs of stops ({4} to {5}): its cost is not known there",
      "{0} 的{1}在 {3} 对停靠站中有 {2} 对没有适用的运价（{4} 至 {5}）：费用未知"),
    Entry(
      "service.unpriced.hint",
      "add a row to tariff.csv for class {0}; what is not known stands behind every known price",
      "请在 tariff.csv 中为{0}添加一行；未知费用排在所有已知费用之后"),
    Entry(
      "service.without_factor",
      "no emission factor fits {0} for class {1}: its CO2e is not known",
      "{0} 的{1}没有适用的排放因子：CO2e未知"),
    Entry(
      "service.without_factor.hint", "add a row to emission_factor.csv for mode {0}",
      "请在 emission_factor.csv 中为{0}添加一行"),
    Entry(
      "service.validity",
      "{0} is valid from {1} to {2}: the end lies before the beginning",
      "{0} 的有效期 {1} 至 {2}：结束早于开始"),
    Entry(
      "service.validity.hint",
      "swap the two dates",
      "请交换两个日期"),
    Entry(
      "service.frequency",
      "{0} cannot run {1} times a week: no period of up to {2} weeks has just so many departures",
      "{0} 无法每周开行 {1} 班：{2} 周以内没有恰好如此多班次的周期"),
    Entry(
      "service.frequency.hint",
      "the nearest that can be had are {0} and {1}",
      "最接近的可行值为 {0} 和 {1}"),
    Entry(
      "service.too_slow",
      "{0} takes {3} h from {1} to {2}, {4} km/h: the date of the arrival is probably wrong",
      "{0} 从 {1} 到 {2} 需 {3} 小时，速度 {4} 公里/小时：到达日期很可能有误"),
    Entry(
      "service.too_slow.hint",
      "check the local date: +1 is the next day, -1 the day before (eastward over the date line)",
      "请核对当地日期：+1 为次日，-1 为前一日（向东跨越日期变更线）"),
    Entry(
      "stop.which_departure",
      "{0} leaves at {1}: to which departure do the local times of its stops belong?",
      "{0} 的出发时刻为 {1}：各站的当地时刻属于哪一班？"),
    Entry(
      "stop.which_departure.hint",
      "fill depart at the first stop, or give hours (arrive_h); the others take the same running times",
      "请在首站填写 depart，或改用小时数（arrive_h）；其余班次采用相同的运行时间"),
    Entry(
      "departure.twice",
      "{0} leaves at {1} by line {2} already: two rows name one departure",
      "第 {2} 行已列出 {0} 在 {1} 的出发：两行指同一班"),
    Entry(
      "departure.twice.hint",
      "remove the row, or its days that are in the other",
      "请删除该行，或去掉与另一行重复的日子"),
    Entry(
      "exception.leaves_already",
      "{0} leaves on {1} at {2} already",
      "{0} 在 {1} {2} 已有班次"),
    Entry(
      "exception.leaves_already.hint",
      "remove the row, or give another time",
      "请删除该行，或改用其他时刻"),
    Entry(
      "exception.contradiction",
      "{0} on {1} is cancelled and added at {2}, when it leaves anyway",
      "{0} 在 {1} 既取消又在 {2} 加开，而该时刻原本就有班次"),
    Entry(
      "exception.contradiction.hint",
      "remove both rows, or one of them",
      "请删除其中一行或两行"),
    Entry(
      "exception.nothing",
      "{0} has no departure on {1} that could be cancelled",
      "{0} 在 {1} 没有可取消的班次"),
    Entry(
      "exception.nothing.hint",
      "check the date (local, at the first stop), or remove the row",
      "请核对日期（首站当地日期），或删除该行"),
    Entry(
      "service.too_fast",
      "{0} makes {3} km/h from {1} to {2}; by {4} at most {5} are possible",
      "{0} 从 {1} 到 {2} 的速度为 {3} 公里/小时；{4} 最高为 {5}"),
    Entry(
      "service.too_fast.hint",
      "check the times (local, with +1 for the next day) and the places",
      "请检查时刻（当地时间，次日加 +1）和地点"),
    Entry(
      "stop.both_times",
      "{0} and {1} are both given",
      "{0} 与 {1} 同时给出"),
    Entry(
      "stop.both_times.hint",
      "keep the hours or the local time",
      "请只保留小时数或当地时刻"),
    Entry(
      "stop.no_time",
      "the stop at {0} has no time",
      "停站 {0} 没有时刻"),
    Entry(
      "stop.no_time.hint",
      "fill arrive_h or arrive",
      "请填写 arrive_h 或 arrive"),
    Entry(
      "stop.first_arrival",
      "“{0}” in column {1}: the first stop only departs, at hour 0",
      "列 {1} 的“{0}”：首站只有出发，为第 0 小时"),
    Entry(
      "stop.first_arrival.hint",
      "leave it empty; other stops count from this departure",
      "请留空；其他停站从此次出发起算"),
    Entry(
      "stop.not_increasing",
      "{0}: the time {2} at {1} is not after the one before",
      "{0}：{1} 的时刻 {2} 不晚于前一时刻"),
    Entry(
      "stop.not_increasing.hint",
      "check the order of stops; local times may need +1 for the next day",
      "请检查停站顺序；当地时刻次日须加 +1"),
    Entry(
      "stop.same_place",
      "{0} stops at {1} twice in a row",
      "{0} 连续两次停靠 {1}"),
    Entry(
      "stop.same_place.hint",
      "keep one stop with arrival and departure",
      "请保留一个停站并填写到达和出发"),
    Entry(
      "exception.time",
      "“{0}” does not fit the time: add needs one, cancel none",
      "“{0}”与时刻不符：add 需要时刻，cancel 不需要"),
    Entry(
      "exception.time.hint",
      "fill or clear the time",
      "请填写或清空时刻"),
    Entry(
      "rule.distance_order",
      "{0} {1} is not more than {2} {3}",
      "{0} {1} 不大于 {2} {3}"),
    Entry(
      "rule.distance_order.hint",
      "swap the two, or check them",
      "请交换或检查两个数值"),
    Entry(
      "rule.speed",
      "{0} km/h is faster than trucks drive; at most {1}",
      "{0} 公里/小时超过卡车速度；最高 {1}"),
    Entry(
      "rule.speed.hint",
      "check the speed",
      "请检查速度"),
    Entry(
      "hub.kind",
      "{0} is of kind {1}, not {2}",
      "{0} 的类型是 {1}，不是 {2}"),
    Entry(
      "hub.kind.hint",
      "name a place of kind {0}, or change its kind in place.csv",
      "请填写类型为 {0} 的地点，或修改 place.csv 中的类型"),
    Entry(
      "package.currency_rate",
      "the network is in {0}, and no parameter fx.{0} with a year says what one {0} is in yuan",
      "网络以 {0} 计价，但没有带年份的参数 fx.{0} 说明 1 {0} 折合多少人民币"),
    Entry(
      "package.currency_rate.hint", "add the parameter fx.{0}: CNY for one {0}, with its year",
      "请添加参数 fx.{0}：1 {0} 折合人民币，并注明年份"),
    Entry(
      "tariff.currency",
      "“{0}” is no currency code",
      "“{0}”不是货币代码"),
    Entry(
      "tariff.currency.hint",
      "write three capitals: CNY, USD",
      "请写三个大写字母：CNY、USD"),
    Entry(
      "tariff.exchange_rate",
      "there is no exchange rate for {0}",
      "没有 {0} 的汇率"),
    Entry(
      "tariff.exchange_rate.hint",
      "add the parameter fx.{0}: CNY for one {0}",
      "请添加参数 fx.{0}：1 {0} 折合人民币"),
    Entry(
      "tier.order",
      "tier {1} of {0} has {2} h, not more than the tier before it ({3} h)",
      "{0} 的第 {1} 层为 {2} 小时，不大于前一层（{3} 小时）"),
    Entry(
      "tier.order.hint",
      "give outer tiers more hours",
      "外层的小时数应更大"),
    Entry(
      "target.tier",
      "tier {0} is not in tier.csv",
      "tier.csv 中没有第 {0} 层"),
    Entry(
      "target.tier.hint",
      "use one of {0}; 0 for districts",
      "请使用 {0} 之一；区县用 0"),
    Entry(
      "target.kind",
      "{0} is a {1}; only cities and demand zones are targets",
      "{0} 的类型是 {1}；只有城市和需求区可作为目标"),
    Entry(
      "target.kind.hint",
      "name the city instead",
      "请改为填写城市"),
    Entry(
      "basket.size",
      "{0} gives {1}, which class {2} does not go by",
      "{0} 给出了 {1}，但类别 {2} 不按它计算"),
    Entry(
      "basket.size.hint",
      "give teu for fcl, mass_kg for the other classes",
      "fcl 填 teu，其他类别填 mass_kg"),
    Entry(
      "parameter.value",
      "{0} has neither value nor text",
      "{0} 既没有 value 也没有 text"),
    Entry(
      "parameter.range",
      "{0} is {1}; allowed is {2}",
      "{0} 为 {1}；应为 {2}"),
    Entry(
      "parameter.range.hint",
      "correct the value, or leave the row out: the tool has one of its own",
      "请改正该值，或删去该行以采用默认值"),
    Entry(
      "parameter.value.hint",
      "fill one of them",
      "请填写其中一项"),
  ]
}
