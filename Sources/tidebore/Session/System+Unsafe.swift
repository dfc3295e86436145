// SPDX-License-Identifier: GPL-3.0-or-later
// Unsafe because of the C calls of the operating system that take pointers (write, readlink, signal).
// Each pointer lives only for the length of its call.
import Dispatch
import Glibc
import Reporting

/// Writes all bytes, going on after a partial or interrupted write.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(FileFailure) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let written = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
    if written > 0 {
      rest = rest.dropFirst(written)
    } else if written == 0 || errno != EINTR {
      throw FileFailure(path: "-", code: written == 0 ? EIO : errno)
    }
  }
}

func isTerminal(_ descriptor: Int32) -> Bool { isatty(descriptor) == 1 }

/// Columns of the terminal behind a descriptor; nil where it does not say.
func terminalWidth(_ descriptor: Int32) -> Int? {
  var size = winsize()
  guard unsafe ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
  return Int(size.ws_col)
}

/// The file that is running, links resolved; empty where the system does not say.
func runningExecutable() -> String {
  var buffer = [UInt8](repeating: 0, count: 4_096)
  let count = unsafe buffer.withUnsafeMutableBytes { bytes in
    unsafe bytes.baseAddress.map { unsafe readlink("/proc/self/exe", $0, bytes.count) } ?? 0
  }
  return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : ""
}

/// Ends the process with exit code 5 on INT or TERM, unfinished files removed; a closed pipe and
/// a limit on file sizes are errors of the write, not signals.
final class SignalWatch {
  private let sources: [any DispatchSourceSignal]

  /// `sentence` is written to the messages on the way out.
  init(sentence: String) {
    _ = signal(SIGPIPE, SIG_IGN)
    _ = signal(SIGXFSZ, SIG_IGN)
    let queue = DispatchQueue(label: "signals")
    sources = [SIGINT, SIGTERM].map { number in
      _ = signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: queue)
      source.setEventHandler {
        UnfinishedFiles.remove {
          try? writeAll(Array("\n\(sentence)\n".utf8), to: STDERR_FILENO)
          _exit(RunStatus.interrupted.rawValue)
        }
      }
      source.resume()
      return source
    }
  }
}
