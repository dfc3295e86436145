/* SPDX-License-Identifier: GPL-3.0-or-later
   GSL as Swift may see it: its error handler, which would end the process, is switched off. */
#ifndef TIDEBORE_CGSL_SHIM_H
#define TIDEBORE_CGSL_SHIM_H
#include <gsl/gsl_cdf.h>
#include <gsl/gsl_errno.h>
#include <gsl/gsl_randist.h>
#include <gsl/gsl_rng.h>
#include <gsl/gsl_sf_gamma.h>
#include <gsl/gsl_sf_psi.h>
#include <gsl/gsl_version.h>

static inline void tidebore_gsl_quiet(void) { gsl_set_error_handler_off(); }
/* A C global, which Swift 6 refuses to read by itself. */
static inline const char *tidebore_gsl_version(void) { return gsl_version; }
#endif
