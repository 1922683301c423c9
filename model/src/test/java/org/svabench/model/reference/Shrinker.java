package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.svabench.model.reference.MachineShape.Endpoint;
import org.svabench.model.topology.Topology;

/**
 * Makes a failing scenario small: leaves out operations (delta debugging), then devices, then
 * peculiarities of devices and ranges, as long as it still fails, until nothing more can go.
 */
final class Shrinker {
  private static final int MOST_TRIALS = 20_000;

  private final Predicate<Scenario> fails;
  private Scenario smallest;
  private int trials;

  private Shrinker(Scenario failing, Predicate<Scenario> fails) {
    this.smallest = failing;
    this.fails = fails;
  }

  /**
   * Shrinks.
   *
   * @param failing a scenario that fails
   * @param fails whether a scenario still fails
   * @return one that fails and from which no single operation or device can be left out
   */
  static Scenario shrink(Scenario failing, Predicate<Scenario> fails) {
    Shrinker shrinker = new Shrinker(failing, fails);
    while (shrinker.round() && shrinker.trials < MOST_TRIALS) {}
    Scenario renumbered = shrinker.smallest.renumbered();
    return fails.test(renumbered) ? renumbered : shrinker.smallest;
  }

  private boolean round() {
    boolean operations = leaveOutOperations();
    boolean devices = leaveOutDevices();
    boolean plainer = makePlainer();
    return operations | devices | plainer;
  }

  private boolean leaveOutOperations() {
    boolean progress = false;
    int chunk = Math.max(1, smallest.operations().size() / 2);
    while (true) {
      boolean removed = false;
      for (int from = smallest.operations().size() - chunk; from > -chunk; from -= chunk) {
        List<Operation> rest = new ArrayList<>(smallest.operations());
        rest.subList(Math.max(0, from), Math.min(rest.size(), from + chunk)).clear();
        removed |= keep(smallest.withOperations(rest));
      }
      progress |= removed;
      if (chunk == 1 && !removed) {
        return progress;
      }
      chunk = removed ? Math.min(chunk, Math.max(1, smallest.operations().size() / 2)) : chunk / 2;
      chunk = Math.max(1, chunk);
    }
  }

  private boolean leaveOutDevices() {
    boolean progress = false;
    for (Endpoint device : smallest.shape().devices()) {
      if (smallest.shape().devices().size() > 1) {
        progress |= keep(smallest.withShape(smallest.shape().without(device)));
      }
    }
    return progress;
  }

  private boolean makePlainer() {
    boolean progress = false;
    List<UnaryOperator<Endpoint>> plainer =
        List.of(
            d -> endpoint(d, d.group(), true, d.pri(), d.quirk(), d.maxPasids()),
            d -> endpoint(d, d.group(), d.ats(), false, d.quirk(), d.maxPasids()),
            d -> endpoint(d, d.group(), d.ats(), d.pri(), false, d.maxPasids()),
            d -> endpoint(d, d.group(), d.ats(), d.pri(), d.quirk(), Topology.PASID_SPACE));
    for (int i = 0; i < smallest.shape().devices().size(); i++) {
      for (UnaryOperator<Endpoint> step : plainer) {
        Endpoint device = smallest.shape().devices().get(i);
        Endpoint plain = step.apply(device);
        if (!plain.equals(device)) {
          List<Endpoint> devices = new ArrayList<>(smallest.shape().devices());
          devices.set(i, plain);
          MachineShape shape = smallest.shape();
          progress |=
              keep(smallest.withShape(new MachineShape(shape.family(), shape.units(), devices)));
        }
      }
    }
    for (int i = 0; i < smallest.operations().size(); i++) {
      Operation operation = smallest.operations().get(i);
      Operation plain = plainer(operation);
      if (!plain.equals(operation)) {
        List<Operation> operations = new ArrayList<>(smallest.operations());
        operations.set(i, plain);
        progress |= keep(smallest.withOperations(operations));
      }
    }
    return progress;
  }

  private static Operation plainer(Operation operation) {
    if (operation instanceof Operation.Invalidate inv) {
      return new Operation.Invalidate(inv.mm(), 0x1000, 0x2000);
    } else if (operation instanceof Operation.Fork fork) {
      return new Operation.NewMm(fork.child());
    } else if (operation instanceof Operation.Bind bind) {
      return new Operation.Bind(bind.bind(), bind.mm(), bind.device());
    }
    return operation;
  }

  private static Endpoint endpoint(
      Endpoint from, int group, boolean ats, boolean pri, boolean quirk, int maxPasids) {
    return new Endpoint(
        from.number(),
        from.unit(),
        group,
        from.rank(),
        ats,
        pri,
        quirk,
        maxPasids,
        from.sourceId());
  }

  private boolean keep(Scenario candidate) {
    if (trials++ < MOST_TRIALS && fails.test(candidate)) {
      smallest = candidate;
      return true;
    }
    return false;
  }
}
