// A disk that fails at one call, for tests of what the program says then (LD_PRELOAD).
//
//   FAULTY_CALL=read:12:5        the twelfth read of the file fails with errno 5
//   FAULTY_CALL=read:12:0        it succeeds, and what it read is garbage
//   FAULTY_CALL=write:12:-9      half of the bytes are written and the process is killed; a read or a sync kills it at once
//   FAULTY_CALL=sync:1:5:always  every sync from the first on fails
//   FAULTY_FILE=/store.db        only calls on files whose path holds this text are counted
//   FAULTY_COUNT=/path           where the numbers of reads, writes and syncs are written at the end
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum call { READ, WRITE, SYNC, CALLS };
static const char *const names[CALLS] = {"read", "write", "sync"};
static atomic_int counts[CALLS];

static int is_watched(int descriptor) {
  const char *part = getenv("FAULTY_FILE");
  if (!part) return 0;
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  return strstr(path, part) != NULL;
}

// Ends the process as a kill from outside would, whatever it is doing.
static void end(void) {
  kill(getpid(), SIGKILL);
  for (;;) pause();
}

// The errno with which this call is to fail; 0 for garbage; -9 to be killed; -1 where nothing is to happen.
static int fault(enum call call, int descriptor) {
  if (!is_watched(descriptor)) return -1;
  int number = atomic_fetch_add(&counts[call], 1) + 1;
  const char *wanted = getenv("FAULTY_CALL");
  char name[16], when[16] = "";
  int first, code;
  if (!wanted || sscanf(wanted, "%15[a-z]:%d:%d:%15s", name, &first, &code, when) < 3) return -1;
  if (strcmp(name, names[call])) return -1;
  return number == first || (number > first && !strcmp(when, "always")) ? code : -1;
}

ssize_t pread64(int descriptor, void *bytes, size_t size, off64_t offset) {
  static ssize_t (*next)(int, void *, size_t, off64_t);
  if (!next) next = dlsym(RTLD_NEXT, "pread64");
  int code = fault(READ, descriptor);
  if (code == -9) end();
  if (code > 0) return errno = code, -1;
  ssize_t count = next(descriptor, bytes, size, offset);
  if (code == 0 && count > 0) memset(bytes, 0xA5, count);
  return count;
}

ssize_t pwrite64(int descriptor, const void *bytes, size_t size, off64_t offset) {
  static ssize_t (*next)(int, const void *, size_t, off64_t);
  if (!next) next = dlsym(RTLD_NEXT, "pwrite64");
  int code = fault(WRITE, descriptor);
  if (code == -9) next(descriptor, bytes, size / 2, offset), end();
  return code > 0 ? (errno = code, -1) : next(descriptor, bytes, size, offset);
}

ssize_t write(int descriptor, const void *bytes, size_t size) {
  static ssize_t (*next)(int, const void *, size_t);
  if (!next) next = dlsym(RTLD_NEXT, "write");
  int code = fault(WRITE, descriptor);
  if (code == -9) next(descriptor, bytes, size / 2), end();
  return code > 0 ? (errno = code, -1) : next(descriptor, bytes, size);
}

int fdatasync(int descriptor) {
  static int (*next)(int);
  if (!next) next = dlsym(RTLD_NEXT, "fdatasync");
  int code = fault(SYNC, descriptor);
  if (code == -9) end();
  return code > 0 ? (errno = code, -1) : next(descriptor);
}

int fsync(int descriptor) {
  static int (*next)(int);
  if (!next) next = dlsym(RTLD_NEXT, "fsync");
  int code = fault(SYNC, descriptor);
  if (code == -9) end();
  return code > 0 ? (errno = code, -1) : next(descriptor);
}

__attribute__((destructor)) static void tell(void) {
  const char *path = getenv("FAULTY_COUNT");
  FILE *file = path ? fopen(path, "w") : NULL;
  if (!file) return;
  fprintf(file, "%d %d %d\n", counts[READ], counts[WRITE], counts[SYNC]);
  fclose(file);
}
