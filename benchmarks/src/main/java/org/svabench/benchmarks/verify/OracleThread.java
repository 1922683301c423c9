package org.svabench.benchmarks.verify;

import java.util.SplittableRandom;
import org.svabench.model.mm.Cpu;

/**
 * One thread of a round. It plays every part in turn, leaning towards one for a while, so that few
 * threads on few cores still meet in every combination.
 */
class OracleThread extends Thread {
  private static final int STEPS_PER_LEANING = 150;

  /** Of 100 steps, how many translate and how many change page tables; the others bind. */
  private static final int[][] LEANINGS = {{50, 30}, {85, 10}, {10, 85}, {15, 25}, {40, 20}};

  final Cpu cpu;
  final SplittableRandom random;
  final Pauses pauses;
  final History history;
  final Counts counts = new Counts();
  final PausingInvalidation pausingInvalidation = new PausingInvalidation(this);

  private final Arena arena;
  private final Translator translator;
  private final PageTableChanger changer;
  private final Binder binder;
  private AddressSpace binding;
  private AddressSpace notified;
  private boolean useHeld;

  OracleThread(Arena arena, int number, long seed) {
    super("T" + number);
    this.arena = arena;
    cpu = arena.calls.machine.newCpu();
    random = new SplittableRandom(seed);
    pauses = new Pauses(random.nextLong());
    history = new History(getName());
    translator = new Translator(arena, this);
    changer = new PageTableChanger(arena, this);
    binder = new Binder(arena, this, translator);
    setDaemon(true);
  }

  /** The calling thread, or null where it is no thread of a round. */
  static OracleThread current() {
    return Thread.currentThread() instanceof OracleThread own ? own : null;
  }

  @Override
  public void run() {
    try {
      while (!arena.verdict.isOver()) {
        final int[] leaning = LEANINGS[random.nextInt(LEANINGS.length)];
        for (int i = 0; i < STEPS_PER_LEANING && !arena.verdict.isOver(); i++) {
          step(random.nextInt(100), leaning);
        }
      }
    } catch (RuntimeException | Error broken) {
      final StackTraceElement[] frames = broken.getStackTrace();
      arena.verdict.fail(
          Violation.of(
              getName() + " met " + broken + (frames.length == 0 ? "" : " at " + frames[0])));
    }
  }

  private void step(int part, int[] leaning) {
    if (part < leaning[0]) {
      translator.step();
    } else if (part < leaning[0] + leaning[1]) {
      changer.step();
    } else {
      binder.step();
    }
    pauses.maybe();
  }

  /** A process that was live a moment ago; null where its slot changes hands. */
  AddressSpace anyLive() {
    // Half of the time the first slot: threads shall meet.
    return arena.live.get(random.nextBoolean() ? 0 : random.nextInt(arena.live.length()));
  }

  /** The process that this thread is binding. */
  AddressSpace binding() {
    return binding;
  }

  void binding(AddressSpace space) {
    binding = space;
  }

  /**
   * A notification is about to begin. The use of the process is given up at its first command: then
   * it has begun for sure, and an exit may begin while it runs.
   */
  void notificationBegins(AddressSpace space) {
    notified = space;
    useHeld = true;
  }

  void notificationEnded() {
    if (useHeld) {
      notified.unuse();
      useHeld = false;
    }
    notified = null;
  }

  /** This thread submits commands. */
  void submits(Verdict verdict) {
    if (notified == null) {
      return;
    }
    if (notified.hasExited()) {
      verdict.fail(
          Violation.of(
              "a notification still sent commands after the exit of its mm had returned",
              notified,
              -1));
    }
    if (useHeld) {
      notified.unuse();
      useHeld = false;
    }
  }
}
