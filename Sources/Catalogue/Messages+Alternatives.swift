// SPDX-License-Identifier: GPL-3.0-or-later

extension Messages {
  /// Objectives and alternatives: their options, their overview, and what narrowed an answer.
  static let alternativeEntries: [Entry] = [
    Entry(
      "help.criteria",
      "All alternatives that none beats in these: time, cost, co2e, divided by commas.",
      "给出在这些指标上互不占优的全部方案：time、cost、co2e，以逗号分隔。"),
    Entry(
      "help.objective",
      "What is best: time, cost, or generalized (money + value of time × hours + price of CO2e). Default: time for parcel and air, generalized for lcl and fcl. Only route knows others than time.",
      "目标：time（时间）、cost（费用）或 generalized（广义费用 = 费用 + 时间价值 × 小时 + 碳价）。默认：parcel、air 为 time，lcl、fcl 为 generalized。time 以外的目标仅 route 支持。"
    ),
    Entry("help.max_cost", "No way that costs more, CNY.", "费用上限（元）。"),
    Entry("help.max_co2e", "No way that emits more, kg CO2e.", "排放上限（千克 CO2e）。"),
    Entry(
      "help.slack",
      "Leave out an alternative where one that arrives no later is at most this much worse in CNY and kg CO2e.",
      "若有到达不晚、费用（元）与排放（千克）至多差这些的方案，则略去该方案。"),
    Entry("help.max_legs", "At most so many main hauls.", "干线运输段数上限。"),
    Entry(
      "help.label_budget", "End the search after so many labels; the answer says so.",
      "搜索标签数上限；达到时结果中会注明。"),
    Entry(
      "help.value_of_time",
      "CNY an hour of the whole consignment, for generalized (default: the network's parameter for the class, by the tonne or TEU).",
      "整票货每小时的时间价值（元），用于 generalized（默认取网络参数中该货类每吨或每标准箱的值）。"),
    Entry(
      "help.carbon_price",
      "CNY a tonne of CO2e, for generalized (default: the network's parameter).",
      "每吨 CO2e 的价格（元），用于 generalized（默认取网络参数）。"),
    Entry(
      "usage.criteria", "--criteria: '{0}' is not a list of time, cost and co2e divided by commas",
      "--criteria：“{0}”不是由 time、cost、co2e 组成、以逗号分隔的列表"),
    Entry(
      "usage.criteria_and_objective",
      "--criteria asks for all alternatives, --objective for one: write only one of the two",
      "--criteria 要求全部方案，--objective 只要一个：二者只能写一个"),
    Entry(
      "usage.slack", "--slack: '{0}' is not like cost=0.5,co2e=0.05 (CNY and kg CO2e)",
      "--slack：“{0}”格式应如 cost=0.5,co2e=0.05（元与千克 CO2e）"),
    Entry(
      "usage.slack_alone", "--slack thins alternatives: it needs --criteria",
      "--slack 用于筛减多个方案，需要同时写 --criteria"),
    Entry(
      "usage.prices_alone",
      "--value-of-time and --carbon-price weigh the objective generalized: add --objective generalized",
      "--value-of-time 与 --carbon-price 用于广义费用：请同时写 --objective generalized"),
    Entry(
      "usage.amount", "{0}: '{1}' is not a decimal of zero or above; for example {2}",
      "{0}：“{1}”不是不小于零的十进制数；例如 {2}"),
    Entry(
      "unreachable.limits", "{0} can be reached, but not within the limits asked for",
      "{0} 可达，但无法满足所要求的上限"),
    Entry("report.alternatives.title", "{0} to {1}: {2} alternatives", "{0}至{1}：{2}个方案"),
    Entry("report.alternatives.number", "Alternative {0}. {1}", "方案{0}：{1}"),
    Entry("report.col.number", "No.", "序号"),
    Entry("report.col.delivered", "Delivered (local)", "送达（当地）"),
    Entry("report.col.modes", "Modes", "运输方式"),
    Entry("report.col.services", "Services", "班次"),
    Entry("report.col.best_at", "Best at", "优势"),
    Entry("report.best.earliest", "earliest", "最早"),
    Entry("report.best.cheapest", "cheapest", "最省"),
    Entry("report.best.cleanest", "cleanest", "最低碳"),
    Entry("report.best.between", "between", "折中"),
    Entry(
      "report.limit.label_budget",
      "The label budget ended the search: later alternatives may be missing.",
      "搜索标签数已达上限：可能缺少更晚到达的方案。"),
    Entry(
      "report.limit.max_cost", "The cap on cost left out ways that nothing given beats.",
      "费用上限排除了未被所列方案占优的走法。"),
    Entry(
      "report.limit.max_co2e", "The cap on CO2e left out ways that nothing given beats.",
      "排放上限排除了未被所列方案占优的走法。"),
    Entry(
      "report.limit.slack", "Slack left out alternatives that one given is nearly as good as.",
      "按容差略去了与所列方案相差无几的方案。"),
    Entry(
      "report.limit.horizon", "Ways that arrive after the horizon may be cheaper or cleaner.",
      "时限之后到达的走法可能更省或更低碳。"),
  ]
}
