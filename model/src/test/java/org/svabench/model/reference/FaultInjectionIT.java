package org.svabench.model.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.Design;
import org.svabench.model.Designs;
import org.svabench.model.mm.Errno;
import org.svabench.model.reference.MachineShape.Endpoint;
import org.svabench.model.reference.MachineShape.Unit;
import org.svabench.model.topology.Topology;

/**
 * Every step of every bind of representative machines fails once: each allocation, each attach,
 * each programming of an entry. Nothing is sampled.
 */
class FaultInjectionIT {
  private static final int RANDOM_MACHINES = 3;
  private static final int MOST_DEVICES = 8;
  private static final int ATTACH_ERROR = Errno.ENODEV;

  static Stream<Design> designs() {
    return Designs.all().stream();
  }

  /** Devices as "unit group ats pri maxPasids", in index order. */
  private static MachineShape machine(Design design, List<Unit> units, String... devices) {
    List<Endpoint> endpoints = new ArrayList<>();
    for (int i = 0; i < devices.length; i++) {
      String[] words = devices[i].split(" ");
      endpoints.add(
          new Endpoint(
              i,
              Integer.parseInt(words[0]),
              Integer.parseInt(words[1]),
              i,
              words[2].equals("ats"),
              words[3].equals("pri"),
              false,
              words.length > 4 ? Integer.parseInt(words[4]) : Topology.PASID_SPACE,
              256 + i));
    }
    return new MachineShape(design.family(), units, endpoints);
  }

  private static List<MachineShape> machines(Design design) {
    Unit plain = new Unit(0, false, true);
    Unit caching = new Unit(0, true, true);
    Unit otherClass = new Unit(1, false, true);
    Unit incapable = new Unit(0, false, false);
    List<MachineShape> machines = new ArrayList<>();
    // One device; several on one unit and on two.
    machines.add(machine(design, List.of(plain), "0 0 ats -"));
    machines.add(
        machine(design, List.of(plain, plain), "0 0 ats -", "1 1 ats -", "0 2 - -", "1 3 ats pri"));
    // Groups of several devices, over two units, with and without caching mode.
    machines.add(
        machine(
            design, List.of(plain, caching), "0 0 ats -", "1 0 ats -", "0 0 ats pri", "1 1 ats -"));
    machines.add(
        machine(design, List.of(caching), "0 0 ats -", "0 1 - -", "0 1 ats -", "0 1 ats -"));
    // Two compatible sets, so two domains; a group that belongs to neither.
    machines.add(
        machine(
            design,
            List.of(plain, otherClass),
            "0 0 ats -",
            "1 1 ats -",
            "0 2 ats -",
            "1 3 ats -",
            "0 4 ats -",
            "1 4 ats -"));
    // Devices short of PASIDs, alone and in a group.
    machines.add(
        machine(
            design,
            List.of(plain, plain),
            "0 0 ats -",
            "0 1 ats - 2",
            "1 2 ats -",
            "1 2 ats - 0",
            "1 2 ats - 2"));
    // A unit that cannot serve SVA.
    machines.add(machine(design, List.of(plain, incapable), "0 0 ats -", "1 1 ats -", "0 2 ats -"));
    for (int seed = 1, drawn = 0; drawn < RANDOM_MACHINES; seed++) {
      MachineShape shape = RandomShape.draw(new Random(seed), design.family());
      if (shape.devices().size() <= MOST_DEVICES) {
        machines.add(shape);
        drawn++;
      }
    }
    return machines;
  }

  /** Two mms bind every device, then again; then all is undone, before and after exit. */
  private static List<Operation> story(MachineShape shape) {
    List<Operation> story = new ArrayList<>();
    story.add(new Operation.NewMm(0));
    story.add(new Operation.NewMm(1));
    int binds = 0;
    for (int round = 0; round < 2; round++) {
      for (Endpoint device : shape.devices()) {
        for (int mm = 0; mm < 2; mm++) {
          story.add(new Operation.Bind(binds++, mm, device.number()));
        }
      }
      story.add(new Operation.Invalidate(0, 0x7000, 0xb000));
      story.add(new Operation.Invalidate(1, 0, -1L));
    }
    for (int bind = 0; bind < binds; bind++) {
      if (bind == binds / 2) {
        story.add(new Operation.Exit(0));
      }
      story.add(new Operation.Unbind(bind));
    }
    story.add(new Operation.Exit(1));
    return story;
  }

  @ParameterizedTest
  @MethodSource("designs")
  void afterAnyFailureEverythingIsAsBefore(Design design) {
    int failures = 0;
    for (MachineShape shape : machines(design)) {
      Scenario story = Trial.empty(shape, design, Set.of()).withOperations(story(shape));
      Played usual = play(story);
      for (int at = 0; at < story.operations().size(); at++) {
        for (int step = 0; step < usual.steps().get(at); step++) {
          if (failingAt(story, at, step, usual)) {
            failures++;
          }
        }
      }
    }
    assertTrue(failures > 100, "failures: " + failures);
  }

  /** What a story did: outcomes of its operations, and the steps of its binds; 0 for the others. */
  private record Played(List<Outcome> outcomes, List<Integer> steps) {}

  private static Played play(Scenario story) {
    Topology topology = story.shape().build("story");
    ModelSubject model = new ModelSubject(topology, story.design(), story.quirks());
    Ledger ledger = new Ledger(topology);
    List<Outcome> outcomes = new ArrayList<>();
    List<Integer> steps = new ArrayList<>();
    for (Operation numbered : story.operations()) {
      Operation operation = story.resolved(numbered);
      if (ledger.accepts(operation)) {
        Outcome outcome = model.perform(operation);
        ledger.enter(operation, outcome);
        outcomes.add(outcome);
        steps.add(operation instanceof Operation.Bind ? model.stepsOfLastBind() : 0);
      } else {
        outcomes.add(null);
        steps.add(0);
      }
    }
    return new Played(outcomes, steps);
  }

  /** Puts a failing bind in front of the one at a place; returns whether the call failed. */
  private static boolean failingAt(Scenario story, int at, int step, Played usual) {
    Operation.Bind bind = (Operation.Bind) story.operations().get(at);
    List<Operation> operations = new ArrayList<>(story.operations());
    operations.add(at, new Operation.Bind(-1, bind.mm(), bind.device(), step, ATTACH_ERROR));
    Scenario failing = story.withOperations(operations);
    // Against the reference and the invariants, counts of pooled objects among them.
    Trial.run(failing)
        .ifPresent(failure -> fail(failure.message() + "\nin " + failing + "\nat operation " + at));
    Played played = play(failing);
    int rc = played.outcomes().get(at).rc();
    if (rc == 0) {
      return false;
    }
    // The failed call never happened, but for the PASID, which the repeated bind has then too.
    List<Outcome> rest = played.outcomes().subList(at + 1, played.outcomes().size());
    List<Outcome> expected = usual.outcomes().subList(at, usual.outcomes().size());
    assertEquals(expected, rest, () -> "after step " + step + " of " + bind + " in " + failing);
    return true;
  }
}
