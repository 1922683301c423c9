package org.svabench.benchmarks.trace.process;

import java.util.Arrays;

/**
 * Which file is behind which descriptor of a process, as far as calls show it. A file is a number:
 * a descriptor that is used before the trace showed it opened stands for a file of its own, until
 * it is closed. Bounded: a table that grows past {@link #LIMIT} starts over.
 */
final class Descriptors {
  static final int LIMIT = 1 << 16;

  private final int[] nextFile;
  private int[] fds = new int[16];
  private int[] files = new int[16];
  private int[] paths = new int[16];
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
    copy.fds = fds.clone();
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
    int i = find(fd);
    if (i < 0) {
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
    int i = find(fd);
    if (i >= 0) {
      size--;
      fds[i] = fds[size];
      files[i] = files[size];
      paths[i] = paths[size];
    }
  }

  int newFile() {
    return ++nextFile[0];
  }

  private int find(int fd) {
    for (int i = 0; i < size; i++) {
      if (fds[i] == fd) {
        return i;
      }
    }
    return -1;
  }

  private int add(int fd, int file, int path) {
    if (size == LIMIT) {
      size = 0;
    }
    if (size == fds.length) {
      fds = Arrays.copyOf(fds, size * 2);
      files = Arrays.copyOf(files, size * 2);
      paths = Arrays.copyOf(paths, size * 2);
    }
    fds[size] = fd;
    files[size] = file;
    paths[size] = path;
    size++;
    return file;
  }
}
