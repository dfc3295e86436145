// SPDX-License-Identifier: GPL-3.0-or-later
import CEmbedded

/// The page's markup, style and script, compiled into the binary.
///
/// Unsafe because C hands over a pointer and a length; each part is copied once and nothing keeps
/// the pointer.
enum PageParts {
  static var html: [UInt8] { unsafe copy(tidebore_page_html_start(), tidebore_page_html_count) }
  static var css: [UInt8] { unsafe copy(tidebore_page_css_start(), tidebore_page_css_count) }
  /// The week's strip, a module of its own, then what uses it.
  static var js: [UInt8] {
    unsafe copy(tidebore_week_strip_js_start(), tidebore_week_strip_js_count)
      + copy(tidebore_page_js_start(), tidebore_page_js_count)
  }

  /// The same of the page of a comparison.
  enum Comparison {
    static var html: [UInt8] {
      unsafe copy(tidebore_comparison_html_start(), tidebore_comparison_html_count)
    }
    static var css: [UInt8] {
      unsafe copy(tidebore_comparison_css_start(), tidebore_comparison_css_count)
    }
    static var js: [UInt8] {
      unsafe copy(tidebore_comparison_js_start(), tidebore_comparison_js_count)
    }
  }

  /// The same of the page of a simulation.
  enum Simulation {
    static var html: [UInt8] {
      unsafe copy(tidebore_simulation_html_start(), tidebore_simulation_html_count)
    }
    static var css: [UInt8] {
      unsafe copy(tidebore_simulation_css_start(), tidebore_simulation_css_count)
    }
    static var js: [UInt8] {
      unsafe copy(tidebore_simulation_js_start(), tidebore_simulation_js_count)
    }
  }

  private static func copy(_ start: UnsafePointer<UInt8>?, _ count: UInt) -> [UInt8] {
    unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }
}
