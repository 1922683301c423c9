package org.svabench.benchmarks.scenario;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.model.Machine;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Errno;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.Pasid;

/**
 * Carries the operations of a scenario out, one after another. An operation that is not possible is
 * a {@link ScenarioFault} and changes nothing.
 */
final class ScenarioRun {
  private static final List<String> OPERATIONS =
      List.of("mm", "bind", "unbind", "inv", "exit", "fork", "kva", "end");

  /** A handle under the number that the format gives it. */
  private record Handle(int number, Bond bond, int mm, int device) {}

  private final Machine machine;
  private final Cpu cpu;
  private final SubmissionRecorder recorder;
  private final Map<Integer, Mm> mms = new HashMap<>();
  private final Set<Integer> exited = new HashSet<>();
  private final Map<Integer, Handle> handles = new HashMap<>();
  private final Map<Bond, Handle> handleOfBond = new IdentityHashMap<>();
  private int nextHandle;
  private long operations;

  ScenarioRun(ScenarioHeader header) {
    recorder = new SubmissionRecorder(header.design().decoder(), header.raw());
    machine =
        Machine.with(header.topology(), header.design())
            .quirks(header.quirks())
            .hardware(recorder)
            .build();
    cpu = machine.newCpu();
  }

  /** Operations carried out, and skipped. */
  long operations() {
    return operations;
  }

  /** Counts an operation that could not be carried out. */
  void skip() {
    operations++;
  }

  /** The last line: how much there was of everything. */
  JsonObject end() {
    JsonObject outcome = new JsonObject();
    outcome.addProperty("op", "end");
    outcome.addProperty("ops", operations);
    outcome.add("tot", recorder.totals());
    return outcome;
  }

  /** Carries one operation out and returns the line with every outcome field. */
  JsonObject perform(Fields line) {
    String operation = line.text("op");
    JsonObject outcome = new JsonObject();
    outcome.addProperty("op", operation);
    switch (operation) {
      case "mm" -> {
        int number = newNumber(line, "mm");
        mms.put(number, machine.newMm());
        outcome.addProperty("mm", number);
      }
      case "bind" -> bind(line, outcome);
      case "unbind" -> unbind(line, outcome);
      case "inv" -> invalidate(line, outcome);
      case "exit" -> exit(line, outcome);
      case "fork" -> fork(line, outcome);
      case "kva" -> invalidateKernelRange(line, outcome);
      default ->
          throw new ScenarioFault(
              "op must be one of " + String.join(", ", OPERATIONS) + ": " + operation);
    }
    operations++;
    return outcome;
  }

  private void bind(Fields line, JsonObject outcome) {
    int number = liveNumber(line);
    Mm mm = mms.get(number);
    int devices = machine.topology().deviceCount();
    int device = line.number("dev", 0, devices - 1);
    outcome.addProperty("mm", number);
    outcome.addProperty("dev", device);
    int error = machine.bind(cpu, mm, machine.topology().device(device));
    if (error == 0) {
      outcome.addProperty("rc", 0);
      Bond bond = cpu.bond();
      Handle known = handleOfBond.get(bond);
      Handle handle = known == null ? newHandle(bond, number) : known;
      outcome.addProperty("h", handle.number);
      outcome.addProperty("sh", known == null ? 0 : 1);
      outcome.addProperty("hu", bond.users());
      if (handle.device != device) {
        outcome.addProperty("hdev", handle.device);
      }
    } else {
      outcome.addProperty("rc", Errno.name(error));
    }
    int indexOfDomain = reportMm(mm, error == 0 ? cpu.bond() : null, outcome);
    if (error == 0) {
      outcome.addProperty("di", indexOfDomain);
    }
    recorder.report(outcome, false);
  }

  private Handle newHandle(Bond bond, int mm) {
    Handle handle = new Handle(nextHandle++, bond, mm, bond.device().index());
    handles.put(handle.number, handle);
    handleOfBond.put(bond, handle);
    return handle;
  }

  private void unbind(Fields line, JsonObject outcome) {
    int number = line.number("h", 0, Integer.MAX_VALUE);
    Handle handle = handles.get(number);
    if (handle == null) {
      throw new ScenarioFault(
          number < nextHandle ? "handle " + number + " is gone" : "unknown handle: h=" + number);
    }
    Mm mm = handle.bond.mm();
    outcome.addProperty("h", number);
    outcome.addProperty("mm", handle.mm);
    outcome.addProperty("dev", handle.device);
    outcome.addProperty("rc", 0);
    machine.unbind(cpu, handle.bond);
    outcome.addProperty("hu", handle.bond.users());
    if (handle.bond.users() == 0) {
      handles.remove(number);
      handleOfBond.remove(handle.bond);
    }
    reportMm(mm, null, outcome);
    reportDeath(mm, outcome);
    recorder.report(outcome, false);
  }

  private void exit(Fields line, JsonObject outcome) {
    int number = liveNumber(line);
    Mm mm = mms.remove(number);
    exited.add(number);
    outcome.addProperty("mm", number);
    outcome.addProperty("rc", 0);
    machine.exit(cpu, mm);
    reportMm(mm, null, outcome);
    reportDeath(mm, outcome);
    recorder.report(outcome, false);
  }

  private void invalidate(Fields line, JsonObject outcome) {
    int number = liveNumber(line);
    outcome.addProperty("mm", number);
    long[] range = range(line, outcome);
    machine.invalidate(cpu, mms.get(number), range[0], range[1]);
    recorder.report(outcome, true);
  }

  private void invalidateKernelRange(Fields line, JsonObject outcome) {
    long[] range = range(line, outcome);
    machine.invalidateKernelRange(cpu, range[0], range[1]);
    recorder.report(outcome, true);
  }

  private void fork(Fields line, JsonObject outcome) {
    int parent = liveNumber(line);
    int child = newNumber(line, "child");
    Mm forked = machine.fork(cpu, mms.get(parent));
    mms.put(child, forked);
    outcome.addProperty("mm", parent);
    outcome.addProperty("child", child);
    outcome.addProperty("pasid", pasid(forked));
    recorder.report(outcome, true);
  }

  private static long[] range(Fields line, JsonObject outcome) {
    long start = line.address("s");
    long end = line.address("e");
    if (Long.compareUnsigned(start, end) >= 0) {
      throw new ScenarioFault("e must be above s, it is exclusive");
    }
    outcome.addProperty("s", CommandNotation.address(start));
    outcome.addProperty("e", CommandNotation.address(end));
    return new long[] {start, end};
  }

  /** Reports PASID and domains; returns where in the list the domain of a handle is. */
  private int reportMm(Mm mm, Bond bond, JsonObject outcome) {
    int index = -1;
    JsonArray list = new JsonArray();
    for (Machine.DomainState domain : machine.domains(mm)) {
      if (bond != null && domain.domain() == machine.domainOf(bond)) {
        index = list.size();
      }
      if (domain.group() < 0) {
        list.add(domain.users());
      } else {
        JsonArray groupAndUsers = new JsonArray();
        groupAndUsers.add(domain.group());
        groupAndUsers.add(domain.users());
        list.add(groupAndUsers);
      }
    }
    outcome.addProperty("pasid", pasid(mm));
    outcome.add("dom", list);
    return index;
  }

  private static int pasid(Mm mm) {
    int pasid = mm.pasid();
    return pasid == Pasid.INVALID ? -1 : pasid;
  }

  private static void reportDeath(Mm mm, JsonObject outcome) {
    if (mm.dead()) {
      outcome.addProperty("mmfree", 1);
    }
  }

  private int liveNumber(Fields line) {
    int number = line.number("mm", 0, Integer.MAX_VALUE);
    if (exited.contains(number)) {
      throw new ScenarioFault("mm " + number + " has exited");
    }
    if (!mms.containsKey(number)) {
      throw new ScenarioFault("unknown mm: mm=" + number);
    }
    return number;
  }

  private int newNumber(Fields line, String key) {
    int number = line.number(key, 0, Integer.MAX_VALUE);
    if (exited.contains(number) || mms.containsKey(number)) {
      throw new ScenarioFault("an mm's number is never used again: " + key + "=" + number);
    }
    return number;
  }
}
