package org.svabench.benchmarks.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/** Queues, locks and CPUs of one run, wired up. For one thread. */
final class SimulatedMachine {
  private final EventLoop loop = new EventLoop();
  private final Tally tally = new Tally();
  private final Setup setup;
  private final Random random;
  private final Hypervisor hypervisor;
  private final SlowAnswer slow;
  private final ExecutionListener listener;
  private final List<InvalidationQueue> queues = new ArrayList<>();
  private final List<SimulatedCpu> cpus = new ArrayList<>();
  private int processors;

  SimulatedMachine(Setup setup, SlowAnswer slow, ExecutionListener listener, Recorder recorder) {
    this.setup = setup;
    this.slow = slow;
    this.listener = listener;
    this.random = new Random(setup.seed());
    this.hypervisor = new Hypervisor(loop, setup.trapped());
    SimulatedLock[] mmLocks = new SimulatedLock[setup.load().mms()];
    if (setup.exclusive()) {
      Arrays.setAll(mmLocks, unused -> new SimulatedLock(loop, setup.line().roundTrip()));
    }
    List<List<List<Submission>>> rounds = setup.streams().stream().map(this::rounds).toList();
    InvalidationQueue[] shared = setup.rules().perCpu() ? null : newQueues();
    for (int cpu = 0; cpu < setup.load().cpus(); cpu++) {
      int mm = cpu % mmLocks.length;
      cpus.add(
          new SimulatedCpu(
              loop,
              cpu,
              mmLocks[mm],
              rounds.get(mm % rounds.size()),
              shared == null ? newQueues() : shared,
              gap(),
              recorder));
    }
  }

  private List<List<Submission>> rounds(CommandStream stream) {
    return setup.overlapped()
        ? SimulatedCpu.overlapped(stream, setup.iommus())
        : SimulatedCpu.oneAfterAnother(stream);
  }

  private LongSupplier gap() {
    long mean = setup.load().gap();
    if (mean == 0 || !setup.load().random()) {
      return () -> mean;
    }
    return () -> Math.round(-mean * StrictMath.log1p(-random.nextDouble()));
  }

  private InvalidationQueue[] newQueues() {
    InvalidationQueue[] all =
        Stream.generate(this::newQueue).limit(setup.iommus()).toArray(InvalidationQueue[]::new);
    queues.addAll(Arrays.asList(all));
    return all;
  }

  private InvalidationQueue newQueue() {
    CommandProcessor processor = new CommandProcessor(loop, slow, listener, processors++);
    return setup.rules().entry() == QueueRules.Entry.LOCK
        ? new LockedQueue(
            loop, setup.timing(), processor, setup.rules(), setup.line(), hypervisor, random, tally)
        : new ReservedQueue(
            loop,
            setup.timing(),
            processor,
            setup.rules(),
            setup.line(),
            hypervisor,
            random,
            tally);
  }

  void start() {
    cpus.forEach(SimulatedCpu::start);
  }

  EventLoop loop() {
    return loop;
  }

  Tally tally() {
    return tally;
  }

  List<SimulatedCpu> cpus() {
    return cpus;
  }

  long queueLocksHeldInAll() {
    return queues.stream().mapToLong(InvalidationQueue::lockHeldInAll).sum();
  }

  long reservationAttempts() {
    return queues.stream().mapToLong(InvalidationQueue::reservationAttempts).sum();
  }
}
