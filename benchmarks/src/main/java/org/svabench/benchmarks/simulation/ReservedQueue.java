package org.svabench.benchmarks.simulation;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The SMMUv3 command queue, into which CPUs write at the same time ({@code
 * arm_smmu_cmdq_issue_cmdlist}). A CPU reads the producer index and moves it on by
 * compare-and-exchange, again whenever another one was faster; it writes its commands and marks
 * them valid. Of the CPUs that reserved one behind the other, the first writes the tail register
 * for all: it waits for the owner before it, closes its gathering, and waits until all in it are
 * valid. Slots come back as the hardware consumes them.
 */
final class ReservedQueue extends InvalidationQueue {
  /** The CPUs whose tail write one of them makes. */
  private final class Gathering {
    /** Whose tail write comes first; null once it has been waited for. */
    Gathering previous;

    final List<Runnable> execute = new ArrayList<>();
    long handled;
    int invalid;
    boolean closed;
    boolean written;
    Runnable whenValid;
    Runnable whenWritten;

    Gathering(Gathering previous) {
      this.previous = previous;
    }
  }

  private final SharedLine producer;
  private final SharedLine users;
  private final boolean swaps;
  private final Hypervisor hypervisor;
  private Gathering open;
  private Gathering last;
  private long version;
  private long attempts;

  ReservedQueue(
      EventLoop loop,
      Timing timing,
      CommandProcessor processor,
      QueueRules rules,
      LineCost line,
      Hypervisor hypervisor,
      Random random,
      Tally tally) {
    super(loop, timing, processor, rules, random, tally);
    this.producer = new SharedLine(loop, line);
    this.users = new SharedLine(loop, line);
    this.swaps = rules.entry() == QueueRules.Entry.COMPARE_AND_SWAP;
    this.hypervisor = hypervisor;
  }

  @Override
  long reservationAttempts() {
    return attempts;
  }

  @Override
  void submit(int cpu, Submission submission, Runnable handedOver, Runnable complete) {
    Entry entry = new Entry(cpu, submission, handedOver, complete);
    loop.after(timing.before(), entry::read);
  }

  /** One CPU on its way through. */
  private final class Entry {
    final int cpu;
    final Submission submission;
    final Runnable handedOver;
    final Runnable complete;
    private long seen;
    private boolean hasWaited;
    private boolean reserved;
    private boolean owner;
    private Gathering gathering;

    Entry(int cpu, Submission submission, Runnable handedOver, Runnable complete) {
      this.cpu = cpu;
      this.submission = submission;
      this.handedOver = handedOver;
      this.complete = complete;
    }

    void read() {
      if (swaps) {
        producer.write(cpu, () -> seen = version, this::reserve);
      } else {
        reserve();
      }
    }

    private void reserve() {
      if (!fits(submission, hasWaited)) {
        whenSlotsComeBack(submission, !hasWaited, this::read);
        hasWaited = true;
        return;
      }
      attempts++;
      producer.write(cpu, this::swap, this::swapped);
    }

    /** Nobody else is served at this instant. */
    private void swap() {
      reserved = (!swaps || seen == version) && fits(submission, hasWaited);
      seen = version;
      if (!reserved) {
        return;
      }
      seen = ++version;
      owner = open == null;
      if (owner) {
        open = new Gathering(last);
        last = open;
      }
      gathering = open;
      gathering.invalid++;
      gathering.handled += timing.handled(submission) + timing.work(submission);
      Slots mine = take(submission, hasWaited);
      gathering.execute.add(() -> execute(mine));
    }

    private void swapped() {
      if (reserved) {
        users.write(cpu, () -> {}, this::valid);
      } else {
        reserve();
      }
    }

    private void valid() {
      if (--gathering.invalid == 0 && gathering.closed) {
        gathering.whenValid.run();
      }
      if (owner) {
        Gathering previous = gathering.previous;
        if (previous == null || previous.written) {
          close();
        } else {
          previous.whenWritten = this::close;
        }
      } else {
        leaveToTheHardware();
      }
    }

    private void close() {
      gathering.previous = null;
      producer.write(cpu, () -> open = null, this::closed);
    }

    private void closed() {
      gathering.closed = true;
      gathering.whenValid = this::writeTail;
      if (gathering.invalid == 0) {
        writeTail();
      }
    }

    private void writeTail() {
      if (hypervisor.traps()) {
        countExit();
        hypervisor.exit(cpu, timing.exit() + gathering.handled, this::written);
      } else {
        written();
      }
    }

    private void written() {
      gathering.execute.forEach(Runnable::run);
      gathering.written = true;
      if (gathering.whenWritten != null) {
        gathering.whenWritten.run();
      }
      leaveToTheHardware();
    }

    private void leaveToTheHardware() {
      handedOver.run();
      if (!submission.waits()) {
        loop.after(timing.after(), complete);
      }
    }

    private void execute(Slots mine) {
      processor.execute(
          cpu,
          submission,
          hypervisor.traps() ? 0 : timing.work(submission),
          () -> {
            giveBack(mine);
            if (submission.waits()) {
              users.write(cpu, () -> {}, () -> loop.after(timing.after(), complete));
            }
          });
    }
  }
}
