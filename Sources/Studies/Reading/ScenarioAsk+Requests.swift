// SPDX-License-Identifier: GPL-3.0-or-later
import FreightModel
import Scenario

extension TargetRequest {
  /// The targets with what a scenario asks where the request is silent; its circle is of the class that
  /// it is asked with.
  func filled(from ask: ScenarioAsk?, of cargoClass: CargoClass) -> TargetRequest {
    guard let ask else { return self }
    var filled = self
    filled.targets = targets ?? ask["targets"]
    if (ask["class"] ?? CargoClass.parcel.rawValue) == cargoClass.rawValue {
      filled.circle = circle ?? ask["circle"]
    }
    return filled
  }
}

extension CircleTerms {
  /// The question with what a scenario asks where the request is silent.
  func filled(from ask: ScenarioAsk?) -> CircleTerms {
    guard let ask else { return self }
    var filled = self
    filled.origin = origin ?? ask["origin"]
    filled.target.circle = target.circle ?? ask["circle"]
    filled.target.targets = target.targets ?? ask["targets"]
    filled.week.week = week.week ?? ask["week"]
    filled.objective.objective = objective.objective ?? ask["objective"]
    filled.cargo.exportMode = cargo.exportMode ?? ask["export_mode"]
    filled.cargo.horizon = cargo.horizon ?? ask["horizon"]
    // A size is of the class that it is given with.
    if cargo.cargoClass == nil {
      filled.cargo.cargoClass = ask["class"]
      filled.cargo.mass = cargo.mass ?? ask["mass"]
      filled.cargo.teu = cargo.teu ?? ask["teu"]
    }
    return filled
  }
}
