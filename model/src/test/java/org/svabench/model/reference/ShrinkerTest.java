package org.svabench.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.svabench.model.Designs;
import org.svabench.model.topology.Family;

/** The shrinker, on failures that are made up. */
class ShrinkerTest {
  private static Scenario explored() {
    Random random = new Random(7);
    MachineShape shape = RandomShape.draw(random, Family.VTD);
    Scenario empty = Trial.empty(shape, Designs.VTD_6_14, Set.of());
    return Trial.explore(random, empty, 300, false).scenario();
  }

  @Test
  void onlyTheOperationsThatMatterAreKept() {
    Scenario small =
        Shrinker.shrink(
            explored(),
            candidate -> {
              List<Operation> operations = candidate.operations();
              return operations.stream().filter(Operation.Exit.class::isInstance).count() >= 2
                  && operations.stream().anyMatch(Operation.KernelRange.class::isInstance);
            });
    assertEquals(3, small.operations().size(), small::toString);
    assertEquals(1, small.shape().devices().size(), small::toString);
  }

  @Test
  void whatIsKeptStillFails() {
    Scenario explored = explored();
    Scenario small =
        Shrinker.shrink(explored, candidate -> bindsThatSucceed(candidate).isPresent());
    assertTrue(bindsThatSucceed(small).isPresent());
    assertEquals(
        List.of(Operation.NewMm.class, Operation.Bind.class, Operation.Bind.class),
        small.operations().stream().map(Object::getClass).toList());
    assertEquals(new Operation.NewMm(0), small.operations().get(0));
  }

  /** "Fails" once two binds have succeeded. */
  private static Optional<Integer> bindsThatSucceed(Scenario scenario) {
    var topology = scenario.shape().build("shrinking");
    Ledger ledger = new Ledger(topology);
    ModelSubject model = new ModelSubject(topology, scenario.design(), scenario.quirks());
    int binds = 0;
    for (Operation numbered : scenario.operations()) {
      Operation operation = scenario.resolved(numbered);
      if (ledger.accepts(operation)) {
        Outcome outcome = model.perform(operation);
        ledger.enter(operation, outcome);
        if (operation instanceof Operation.Bind && outcome.rc() == 0 && ++binds == 2) {
          return Optional.of(binds);
        }
      }
    }
    return Optional.empty();
  }
}
