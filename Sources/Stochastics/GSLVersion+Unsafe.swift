// SPDX-License-Identifier: GPL-3.0-or-later
// Unsafe because C gives the version as a pointer to its own constant text.
import CGSL

/// The version of the GSL library that this process has loaded, such as `2.7.1`.
public func gslVersion() -> String { unsafe String(cString: tidebore_gsl_version()) }
