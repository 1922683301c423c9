package org.svabench.results.run;

import java.io.IOException;
import java.nio.file.Path;

/**
 * One measurement at a time on a machine. It is JMH's own lock, {@code jmh.lock} in the temporary
 * folder, held for a whole run and not only while one of its forks runs, so that another JMH, of
 * any jar, does not begin between two forks. Like JMH it is not asked for under {@code
 * -Djmh.ignoreLock=true}. Source: JMH 1.37, {@code Runner.run}. For one thread.
 */
public final class MachineLock implements AutoCloseable {
  /** The lock could not be taken; the message is one line that says why and what to do. */
  public static final class NotTaken extends IOException {
    private static final long serialVersionUID = 1L;

    private NotTaken(String message) {
      super(message);
    }
  }

  private final HeldLock lock;

  private MachineLock(HeldLock lock) {
    this.lock = lock;
  }

  /**
   * Takes the lock.
   *
   * @return the lock
   * @throws NotTaken where another run holds it, or its file cannot be opened
   */
  public static MachineLock take() throws NotTaken {
    if (Boolean.getBoolean("jmh.ignoreLock")) {
      return new MachineLock(null);
    }
    HeldLock lock;
    try {
      lock = HeldLock.take(file());
    } catch (IOException failure) {
      throw new NotTaken(unusable(failure));
    }
    if (lock == null) {
      throw new NotTaken(busy());
    }
    return new MachineLock(lock);
  }

  private static Path file() {
    return Path.of(System.getProperty("java.io.tmpdir"), "jmh.lock");
  }

  /**
   * What to do where another run holds it.
   *
   * @return one line
   */
  public static String busy() {
    return "another JMH run is under way on this machine and would disturb this one (lock "
        + file()
        + "); wait for it to end, or use java -Djmh.ignoreLock=true";
  }

  /**
   * What to do where the lock's file cannot be opened.
   *
   * @param failure why
   * @return one line
   */
  public static String unusable(IOException failure) {
    return "cannot take JMH's lock "
        + file()
        + ": "
        + DiskFault.in(failure)
        + "; use java -Djmh.ignoreLock=true, or another folder with -Djava.io.tmpdir";
  }

  /**
   * Lets JMH, which takes the lock itself for each of its runs, have it until {@link #takeBack}.
   *
   * @throws IOException if the lock cannot be given up
   */
  public void lend() throws IOException {
    if (lock != null) {
      lock.lend();
    }
  }

  /**
   * Takes the lock again. A foreign JMH that came in between is waited for: hours of a run are not
   * given up for it.
   *
   * @param whileWaiting told, once, where there is one
   * @throws IOException if the lock cannot be taken
   */
  public void takeBack(Runnable whileWaiting) throws IOException {
    if (lock != null) {
      lock.takeBack(whileWaiting);
    }
  }

  @Override
  public void close() {
    if (lock != null) {
      lock.close();
    }
  }
}
