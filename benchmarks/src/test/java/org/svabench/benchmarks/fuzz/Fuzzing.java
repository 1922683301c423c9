package org.svabench.benchmarks.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.svabench.results.input.BadInput;

/**
 * Feeds a reader with damaged documents. Nothing but {@link BadInput} of one line may come out, no
 * input may take more memory than a part that is fixed and a part for each of its bytes, and none
 * may be read for ever.
 *
 * <p>{@code -Dsvabench.fuzz.inputs=N} reads N inputs instead of 100,000; {@code
 * -Dsvabench.fuzz.seed=S} reads the one of a failure again, and {@code -Dsvabench.fuzz.from=S}
 * begins with another first seed.
 */
public final class Fuzzing {
  private static final int INPUTS = Integer.getInteger("svabench.fuzz.inputs", 100_000);
  private static final long FIRST = Long.getLong("svabench.fuzz.from", 0);
  private static final Long ONLY = Long.getLong("svabench.fuzz.seed");
  private static final int THREADS = 2;
  private static final long PATIENCE_MILLIS = 120_000;
  private static final long FIXED_BYTES = 48L << 20;
  private static final long BYTES_PER_BYTE = 4096;
  private static final ThreadMXBean MEMORY = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** Reads one document. */
  public interface Reader {
    /**
     * Reads.
     *
     * @param document damaged
     * @throws Exception the reader's
     */
    void read(byte[] document) throws Exception;
  }

  private final String name;
  private final Mutator mutator;
  private final AtomicLong next = new AtomicLong();
  private final AtomicLong understood = new AtomicLong();
  private final AtomicReference<AssertionError> failure = new AtomicReference<>();

  private Fuzzing(String name, Mutator mutator) {
    this.name = name;
    this.mutator = mutator;
  }

  /**
   * Reads all inputs.
   *
   * @param name of the reader, for messages
   * @param mutator makes the inputs
   * @param readers makes a reader for each thread
   */
  public static void of(String name, Mutator mutator, Supplier<Reader> readers)
      throws InterruptedException {
    new Fuzzing(name, mutator).run(readers);
  }

  /**
   * Reads one input.
   *
   * @param reader reads it
   * @param document perhaps damaged
   * @return whether it was understood, not refused
   * @throws AssertionError if it took too much memory or was refused in more than one line
   * @throws Exception whatever else came out of the reader
   */
  public static boolean isUnderstood(Reader reader, byte[] document) throws Exception {
    long before = MEMORY.getCurrentThreadAllocatedBytes();
    boolean understood = reads(reader, document);
    long taken = MEMORY.getCurrentThreadAllocatedBytes() - before;
    long most = FIXED_BYTES + BYTES_PER_BYTE * document.length;
    // Once more, because the first may have loaded classes, which a fuzzer rewrites meanwhile.
    if (taken > most) {
      before = MEMORY.getCurrentThreadAllocatedBytes();
      reads(reader, document);
      taken = MEMORY.getCurrentThreadAllocatedBytes() - before;
    }
    if (taken > most) {
      throw new AssertionError(document.length + " bytes took " + taken + " bytes of memory");
    }
    return understood;
  }

  private static boolean reads(Reader reader, byte[] document) throws Exception {
    try {
      reader.read(document);
      return true;
    } catch (BadInput refused) {
      assertEquals(1, refused.getMessage().lines().count(), refused::getMessage);
      return false;
    }
  }

  private void run(Supplier<Reader> readers) throws InterruptedException {
    List<Worker> workers = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      Worker worker = new Worker(readers.get());
      worker.setDaemon(true);
      workers.add(worker);
      worker.start();
    }
    for (Worker worker : workers) {
      while (worker.isAlive()) {
        long before = worker.seed;
        worker.join(PATIENCE_MILLIS);
        if (worker.isAlive() && worker.seed == before) {
          AssertionError stuck = new AssertionError(at(before) + "is still being read");
          stuck.setStackTrace(worker.getStackTrace());
          throw stuck;
        }
      }
    }
    if (failure.get() != null) {
      throw failure.get();
    }
    if (ONLY == null) {
      assertEquals(INPUTS, next.get() - THREADS, "inputs read");
      assertTrue(understood.get() > 0, name + ": no input was understood; the seeds are no good");
    }
  }

  private String at(long seed) {
    return name + ", -Dsvabench.fuzz.seed=" + seed + ": ";
  }

  private final class Worker extends Thread {
    private final Reader reader;
    private volatile long seed = -1;

    Worker(Reader reader) {
      super("fuzzing " + name);
      this.reader = reader;
    }

    @Override
    public void run() {
      if (ONLY != null) {
        one(ONLY);
        return;
      }
      long index = next.getAndIncrement();
      while (index < INPUTS) {
        if (failure.get() == null) {
          one(FIRST + index);
        }
        index = next.getAndIncrement();
      }
    }

    private void one(long which) {
      seed = which;
      byte[] document = mutator.of(which);
      if (ONLY != null) {
        System.err.println(new String(document, StandardCharsets.UTF_8));
      }
      try {
        if (isUnderstood(reader, document)) {
          understood.incrementAndGet();
        }
      } catch (Throwable escaped) {
        fail(which, escaped);
      }
    }

    private void fail(long which, Throwable why) {
      failure.compareAndSet(null, new AssertionError(at(which) + why, why));
    }
  }
}
