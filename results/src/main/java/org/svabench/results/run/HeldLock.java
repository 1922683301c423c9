package org.svabench.results.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A lock that the operating system keeps on a file. It ends with {@link #close} or with the
 * process, however that ends: a file that is left behind locks nobody out.
 */
public final class HeldLock implements AutoCloseable {
  private final FileChannel channel;
  private FileLock lock;

  private HeldLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /**
   * Takes a lock, or finds that somebody else has it.
   *
   * @param file made where it does not exist; its folder exists
   * @return the lock; null where another process, or another part of this one, holds it
   * @throws IOException if the file cannot be opened
   */
  static HeldLock take(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = tryLock(channel);
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? null : new HeldLock(channel, lock);
  }

  private static FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException held) {
      // By this process: as much in use as by another.
      return null;
    }
  }

  /** Lets others have it until {@link #takeBack}. */
  void lend() throws IOException {
    lock.release();
  }

  /**
   * Waits until it is free.
   *
   * @param whileWaiting told, once, where somebody else has it
   */
  void takeBack(Runnable whileWaiting) throws IOException {
    lock = tryLock(channel);
    if (lock == null) {
      whileWaiting.run();
      lock = channel.lock();
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }
}
