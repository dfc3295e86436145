// SPDX-License-Identifier: GPL-3.0-or-later

/// What made an output: every format carries it.
public struct RunHeader: Sendable, Hashable {
  /// A file that was read.
  public struct Input: Sendable, Hashable {
    /// Path as the user gave it.
    public var path: String
    /// Lower-case hexadecimal.
    public var sha256: String

    public init(path: String, sha256: String) {
      self.path = path
      self.sha256 = sha256
    }
  }

  public var toolVersion: String
  /// In the order of their paths.
  public var inputs: [Input]
  /// Such as `2026a`.
  public var tzdataVersion: String
  /// Nil where nothing was drawn at random.
  public var seed: UInt64?
  /// The command line that makes the output again.
  public var command: String

  public init(
    toolVersion: String, inputs: [Input] = [], tzdataVersion: String = "", seed: UInt64? = nil,
    command: String = ""
  ) {
    self.toolVersion = toolVersion
    self.inputs = inputs.sorted { $0.path < $1.path }
    self.tzdataVersion = tzdataVersion
    self.seed = seed
    self.command = command
  }
}
