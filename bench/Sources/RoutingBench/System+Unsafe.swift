// SPDX-License-Identifier: GPL-3.0-or-later
import Glibc

/// CPU time of the calling thread; wall time would tell of the machine's other work.
///
/// Unsafe because the C library fills a `timespec` by pointer; it is a local variable.
func threadCPUMilliseconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
}

/// CPU time of all threads of the process.
func processCPUMilliseconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
  return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
}

func wallMilliseconds() -> Double {
  var time = timespec()
  unsafe clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) * 1_000 + Double(time.tv_nsec) / 1_000_000
}

enum FileDescriptorText {
  /// Unsafe because the C library reads bytes by pointer; they are an array's own, with its length.
  static func writeError(_ text: String) {
    let bytes = Array(text.utf8)
    unsafe bytes.withUnsafeBytes { _ = unsafe write(2, $0.baseAddress, $0.count) }
  }
}
