/* SPDX-License-Identifier: GPL-3.0-or-later
 * Preloaded: the n-th call of one kind (FAIL_CALL=write|fsync|rename|open) that concerns a file under the folder FAIL_UNDER
 * fails with FAIL_ERRNO; a write may come short first. Says on FAIL_MARK (a file) that it struck.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_int count;

static int strikes(const char *call, const char *path) {
  const char *wanted = getenv("FAIL_CALL"), *folder = getenv("FAIL_UNDER"), *at = getenv("FAIL_AT"), *mark = getenv("FAIL_MARK");
  if (!wanted || !folder || !at || strcmp(wanted, call) != 0 || strncmp(path, folder, strlen(folder)) != 0) return 0;
  if (atomic_fetch_add(&count, 1) + 1 != atoi(at)) return 0;
  if (mark) {
    int file = (int)syscall(SYS_openat, AT_FDCWD, mark, O_WRONLY | O_CREAT, 0644);
    if (file >= 0) syscall(SYS_close, file);
  }
  const char *number = getenv("FAIL_ERRNO");
  errno = number ? atoi(number) : EIO;
  return 1;
}

static int strikes_file(const char *call, int file) {
  char name[64], path[PATH_MAX];
  snprintf(name, sizeof name, "/proc/self/fd/%d", file);
  ssize_t length = readlink(name, path, sizeof path - 1);
  if (length <= 0) return 0;
  path[length] = 0;
  return strikes(call, path);
}

ssize_t write(int file, const void *bytes, size_t size) {
  static ssize_t (*next)(int, const void *, size_t);
  if (!next) next = dlsym(RTLD_NEXT, "write");
  return strikes_file("write", file) ? -1 : next(file, bytes, size);
}

ssize_t pwrite64(int file, const void *bytes, size_t size, off_t at) {
  static ssize_t (*next)(int, const void *, size_t, off_t);
  if (!next) next = dlsym(RTLD_NEXT, "pwrite64");
  return strikes_file("write", file) ? -1 : next(file, bytes, size, at);
}

ssize_t pwrite(int file, const void *bytes, size_t size, off_t at) { return pwrite64(file, bytes, size, at); }

int fsync(int file) {
  static int (*next)(int);
  if (!next) next = dlsym(RTLD_NEXT, "fsync");
  return strikes_file("fsync", file) ? -1 : next(file);
}

int rename(const char *old, const char *new) {
  static int (*next)(const char *, const char *);
  if (!next) next = dlsym(RTLD_NEXT, "rename");
  return strikes("rename", new) ? -1 : next(old, new);
}

static int open_any(const char *path, int flags, mode_t mode) {
  static int (*next)(const char *, int, ...);
  if (!next) next = dlsym(RTLD_NEXT, "open64");
  return (flags & (O_WRONLY | O_RDWR)) && strikes("open", path) ? -1 : next(path, flags, mode);
}

int open64(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_any(path, flags, mode);
}

int open(const char *path, int flags, ...) {
  va_list rest;
  va_start(rest, flags);
  mode_t mode = flags & O_CREAT ? va_arg(rest, mode_t) : 0;
  va_end(rest);
  return open_any(path, flags, mode);
}
