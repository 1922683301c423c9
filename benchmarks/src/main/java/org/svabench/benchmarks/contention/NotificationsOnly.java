package org.svabench.benchmarks.contention;

import org.svabench.benchmarks.exact.FanOutCounts;

/**
 * What notifications have sent on a machine that something else sends on too, of which it is known
 * how often it was done and what each time sends.
 *
 * @param all of the machine
 * @param binding how often the other thing was done
 * @param commands of one bind and unbind
 * @param waits of one bind and unbind
 * @param exits of one bind and unbind
 */
record NotificationsOnly(FanOutCounts all, Binding binding, long commands, long waits, long exits)
    implements FanOutCounts {
  /** Takes the difference that one bind and unbind made as what each makes. */
  static NotificationsOnly of(FanOutCounts all, Binding binding, Runnable bindAndUnbind) {
    long commands = all.commands();
    long waits = all.waits();
    long exits = all.exits();
    bindAndUnbind.run();
    return new NotificationsOnly(
        all, binding, all.commands() - commands, all.waits() - waits, all.exits() - exits);
  }

  @Override
  public long commands() {
    return all.commands() - binding.pairs() * commands;
  }

  @Override
  public long waits() {
    return all.waits() - binding.pairs() * waits;
  }

  @Override
  public long exits() {
    return all.exits() - binding.pairs() * exits;
  }
}
