// SPDX-License-Identifier: GPL-3.0-or-later
import CGSL

/// Quantile of the standard normal law: GSL's.
public func standardNormalQuantile(_ p: Double) -> Double { gsl_cdf_ugaussian_Pinv(p) }

/// Quantile of Student's law with so many degrees of freedom: GSL's.
public func studentQuantile(_ p: Double, degrees: Int) -> Double {
  gsl_cdf_tdist_Pinv(p, Double(degrees))
}

/// Probability that a value of Student's law is above `t`; 0 at infinity.
public func studentUpperTail(_ t: Double, degrees: Int) -> Double {
  t == .infinity ? 0 : gsl_cdf_tdist_Q(t, Double(degrees))
}
