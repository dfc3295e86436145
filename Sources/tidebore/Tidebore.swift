// SPDX-License-Identifier: GPL-3.0-or-later
import ArgumentParser

@main
struct Tidebore: ParsableCommand {
  static let configuration = CommandConfiguration(commandName: "tidebore", version: "0.1.0")
}
