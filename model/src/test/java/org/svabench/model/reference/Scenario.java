package org.svabench.model.reference;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.model.Design;
import org.svabench.model.Quirk;

/**
 * A machine and what is done on it. An operation that is not legal when its turn comes is left out.
 *
 * @param shape the machine; operations call devices by their number in it
 * @param design the design
 * @param quirks the defects that are turned on
 * @param operations what is done
 */
record Scenario(MachineShape shape, Design design, Set<Quirk> quirks, List<Operation> operations) {
  Scenario withOperations(List<Operation> others) {
    return new Scenario(shape, design, quirks, List.copyOf(others));
  }

  Scenario withShape(MachineShape other) {
    return new Scenario(other, design, quirks, operations);
  }

  /** The same with mms numbered from 0 in the order in which they come to be. */
  Scenario renumbered() {
    Map<Integer, Integer> numbers = new HashMap<>();
    for (Operation operation : operations) {
      if (operation instanceof Operation.NewMm created) {
        numbers.putIfAbsent(created.mm(), numbers.size());
      } else if (operation instanceof Operation.Fork fork) {
        numbers.putIfAbsent(fork.child(), numbers.size());
      }
    }
    return withOperations(
        operations.stream().map(operation -> renumbered(operation, numbers)).toList());
  }

  private static Operation renumbered(Operation operation, Map<Integer, Integer> numbers) {
    if (operation instanceof Operation.NewMm created) {
      return new Operation.NewMm(numbers.get(created.mm()));
    } else if (operation instanceof Operation.Bind bind) {
      int mm = numbers.getOrDefault(bind.mm(), -1);
      return new Operation.Bind(bind.bind(), mm, bind.device(), bind.failingStep(), bind.errno());
    } else if (operation instanceof Operation.Invalidate inv) {
      return new Operation.Invalidate(numbers.getOrDefault(inv.mm(), -1), inv.start(), inv.end());
    } else if (operation instanceof Operation.Exit exit) {
      return new Operation.Exit(numbers.getOrDefault(exit.mm(), -1));
    } else if (operation instanceof Operation.Fork fork) {
      return new Operation.Fork(numbers.getOrDefault(fork.mm(), -1), numbers.get(fork.child()));
    }
    return operation;
  }

  /** The operation with devices called by their position in the topology. */
  Operation resolved(Operation operation) {
    if (operation instanceof Operation.Bind bind) {
      int device = shape.indexOf(bind.device());
      return new Operation.Bind(bind.bind(), bind.mm(), device, bind.failingStep(), bind.errno());
    }
    return operation;
  }
}
