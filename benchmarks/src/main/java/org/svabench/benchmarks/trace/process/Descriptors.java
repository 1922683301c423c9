package org.svabench.benchmarks.trace.process;

/**
 * Which file is behind which descriptor of a process, as far as calls show it. A file is a number:
 * a descriptor that is used before the trace showed it opened stands for a file of its own, until
 * it is closed. Bounded: a table that grows past {@link #LIMIT} starts over. Open addressing over
 * the descriptors, so that a process may have thousands; looking up allocates nothing.
 */
final class Descriptors {
  static final int LIMIT = 1 << 16;

  private static final int FIRST_SLOTS = 32;

  private final int[] nextFile;

  /** Descriptors plus one; 0 is an empty slot. */
  private int[] keys = new int[FIRST_SLOTS];

  private int[] files = new int[FIRST_SLOTS];
  private int[] paths = new int[FIRST_SLOTS];
  private int size;

  /**
   * An empty table.
   *
   * @param nextFile one cell, shared by all processes, that numbers files
   */
  Descriptors(int[] nextFile) {
    this.nextFile = nextFile;
  }

  Descriptors copy() {
    Descriptors copy = new Descriptors(nextFile);
    copy.keys = keys.clone();
    copy.files = files.clone();
    copy.paths = paths.clone();
    copy.size = size;
    return copy;
  }

  /**
   * The file behind a descriptor; another path behind it, where paths are shown, is another file.
   */
  int file(int fd, int path) {
    if (fd < 0) {
      return 0;
    }
    int i = slot(fd);
    if (keys[i] == 0) {
      return add(fd, newFile(), path);
    }
    if (paths[i] != path && paths[i] != 0 && path != 0) {
      files[i] = newFile();
    }
    paths[i] = path;
    return files[i];
  }

  void opened(int fd) {
    if (fd >= 0) {
      closed(fd);
      add(fd, newFile(), 0);
    }
  }

  void copied(int fd, int copy) {
    if (fd >= 0 && copy >= 0 && fd != copy) {
      int file = file(fd, 0);
      closed(copy);
      add(copy, file, 0);
    }
  }

  void closed(int fd) {
    int hole = slot(fd);
    if (keys[hole] == 0) {
      return;
    }
    keys[hole] = 0;
    size--;
    int mask = keys.length - 1;
    for (int next = hole + 1 & mask; keys[next] != 0; next = next + 1 & mask) {
      int moved = keys[next];
      keys[next] = 0;
      put(moved - 1, files[next], paths[next]);
    }
  }

  int newFile() {
    return ++nextFile[0];
  }

  /** Where a descriptor is, or would be. */
  private int slot(int fd) {
    int mask = keys.length - 1;
    int slot = fd * 0x9e3779b1 >>> 7 & mask;
    while (keys[slot] != 0 && keys[slot] != fd + 1) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void put(int fd, int file, int path) {
    int slot = slot(fd);
    keys[slot] = fd + 1;
    files[slot] = file;
    paths[slot] = path;
  }

  private int add(int fd, int file, int path) {
    if (size == LIMIT) {
      resize(FIRST_SLOTS, false);
      size = 0;
    } else if (size >= keys.length / 2) {
      resize(keys.length * 2, true);
    }
    put(fd, file, path);
    size++;
    return file;
  }

  private void resize(int slots, boolean keep) {
    int[] oldKeys = keys;
    int[] oldFiles = files;
    int[] oldPaths = paths;
    keys = new int[slots];
    files = new int[slots];
    paths = new int[slots];
    for (int i = 0; keep && i < oldKeys.length; i++) {
      if (oldKeys[i] != 0) {
        put(oldKeys[i] - 1, oldFiles[i], oldPaths[i]);
      }
    }
  }
}
