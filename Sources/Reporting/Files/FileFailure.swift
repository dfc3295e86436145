// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// Why an output could not be written.
public struct FileFailure: Error, Sendable, Hashable {
  /// The file as the user named it.
  public var path: String
  /// The system's error number, such as `ENOSPC`.
  public var code: Int32
  /// Files of the same run that are new all the same.
  public var published: [String]

  public init(path: String, code: Int32, published: [String] = []) {
    self.path = path
    self.code = code
    self.published = published
  }

  /// A database on a pipe or a device.
  public static let needsFileCode = ESPIPE

  /// The reader went away (`| head -1`): no fault worth a message.
  public var isClosedPipe: Bool { code == EPIPE }

  /// Catalogue key of the sentence that says it; its arguments are the path and the number.
  public var key: String {
    switch code {
    case ENOSPC, EDQUOT: "output.disk_full"
    case EFBIG: "output.too_large"
    case EACCES, EPERM, EROFS: "output.not_allowed"
    case ENOENT, ENOTDIR: "output.no_folder"
    case EISDIR: "output.is_folder"
    case ENAMETOOLONG: "output.name_too_long"
    case ELOOP: "output.link_loop"
    case ENXIO, ESPIPE: "output.needs_file"
    case ESTALE: "output.changed_meanwhile"
    case EPIPE: "output.closed_pipe"
    default: "output.failed"
    }
  }
}
