package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.svabench.model.Design;
import org.svabench.model.Quirk;
import org.svabench.model.topology.Topology;

/**
 * Performs operations on the model and, where the design has one, on the reference; stops at the
 * first difference or broken invariant.
 */
final class Trial {
  /**
   * Where a trial stopped.
   *
   * @param step index of the operation
   * @param message what was wrong
   */
  record Failure(int step, String message) {}

  private final Scenario scenario;
  private final ModelSubject model;
  private final Optional<Subject> reference;
  private final Ledger ledger;
  private final Invariants invariants;
  private final Topology topology;

  private Trial(Scenario scenario) {
    this.scenario = scenario;
    topology = scenario.shape().build("trial");
    model = new ModelSubject(topology, scenario.design(), scenario.quirks());
    reference =
        Generation.of(scenario.design())
            .map(generation -> new ReferenceMachine(topology, generation, scenario.quirks()));
    ledger = new Ledger(topology);
    invariants = new Invariants(scenario.design(), scenario.quirks(), ledger);
  }

  /** Runs a scenario as it is written. */
  static Optional<Failure> run(Scenario scenario) {
    Trial trial = new Trial(scenario);
    for (int step = 0; step < scenario.operations().size(); step++) {
      String wrong = trial.wrongWith(scenario.operations().get(step));
      if (wrong != null) {
        return Optional.of(new Failure(step, wrong));
      }
    }
    return Optional.empty();
  }

  /**
   * Draws a scenario from a seed while it runs, then undoes everything.
   *
   * @return the operations that were performed, and where they stopped if they did
   */
  static Explored explore(Random random, Scenario empty, int count, boolean faults) {
    Trial trial = new Trial(empty);
    RandomOperations operations =
        new RandomOperations(random, trial.ledger, trial.topology, empty.shape(), faults);
    List<Operation> done = new ArrayList<>();
    String wrong = null;
    while (wrong == null && done.size() < count) {
      Operation next = operations.next();
      done.add(next);
      wrong = trial.wrongWith(next);
    }
    while (wrong == null) {
      Operation next = trial.undoing(random);
      if (next == null) {
        break;
      }
      done.add(next);
      wrong = trial.wrongWith(next);
    }
    Scenario explored = empty.withOperations(done);
    return new Explored(
        explored,
        wrong == null ? Optional.empty() : Optional.of(new Failure(done.size() - 1, wrong)));
  }

  /** What was drawn, and where it stopped. */
  record Explored(Scenario scenario, Optional<Failure> failure) {}

  static Scenario empty(MachineShape shape, Design design, Set<Quirk> quirks) {
    return new Scenario(shape, design, quirks, List.of());
  }

  private Operation undoing(Random random) {
    List<Integer> outstanding = ledger.outstandingBinds();
    List<Ledger.MmEntry> running = ledger.running();
    if (!outstanding.isEmpty() && (running.isEmpty() || random.nextInt(3) != 0)) {
      return new Operation.Unbind(outstanding.get(random.nextInt(outstanding.size())));
    }
    return running.isEmpty() ? null : new Operation.Exit(running.get(0).number);
  }

  private String wrongWith(Operation numbered) {
    Operation operation = scenario.resolved(numbered);
    if (!ledger.accepts(operation)) {
      return null;
    }
    try {
      perform(operation);
      return null;
    } catch (RuntimeException | AssertionError wrong) {
      return operation + ": " + wrong.getMessage() + " (" + wrong.getClass().getSimpleName() + ")";
    }
  }

  private void perform(Operation operation) {
    int mm = mmOf(operation);
    int inUse = mm < 0 ? 0 : model.objectsInUse(mm);
    Outcome outcome = model.perform(operation);
    if (reference.isPresent()) {
      Outcome expected = reference.get().perform(operation);
      if (!outcome.equals(expected)) {
        throw new AssertionError("expected " + expected + ", got " + outcome);
      }
      if (operation instanceof Operation.Bind) {
        compareSteps();
      }
    }
    invariants.check(operation, outcome);
    ledger.enter(operation, outcome);
    invariants.checkCounts();
    if (operation instanceof Operation.Bind && outcome.rc() != 0) {
      require(model.objectsInUse(mm) == inUse, "a failed bind lost an object of a pool");
    }
    if (mm >= 0 && ledger.mm(mm).bindsOutstanding() == 0) {
      require(model.objectsInUse(mm) == 0, "objects are in use though nothing is bound");
    }
    long pasids = ledger.notFreed().stream().filter(each -> each.pasid != -1).count();
    require(
        model.machine().pasidsInUse() == pasids, "PASIDs in use: " + model.machine().pasidsInUse());
  }

  private void compareSteps() {
    int expected = reference.get().stepsOfLastBind();
    require(
        model.stepsOfLastBind() == expected,
        "expected " + expected + " steps, got " + model.stepsOfLastBind());
  }

  private int mmOf(Operation operation) {
    if (operation instanceof Operation.Bind bind) {
      return bind.mm();
    } else if (operation instanceof Operation.Unbind unbind) {
      return ledger.mmOfBind(unbind.bind()).number;
    }
    return -1;
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }
}
