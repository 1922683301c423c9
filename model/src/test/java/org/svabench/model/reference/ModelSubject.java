package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.svabench.model.Design;
import org.svabench.model.Machine;
import org.svabench.model.Quirk;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.FaultPlan;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.Hardware;
import org.svabench.model.reference.Outcome.DomainUsers;
import org.svabench.model.sva.IommuMm;
import org.svabench.model.sva.LockScope;
import org.svabench.model.sva.SvaDomain;
import org.svabench.model.topology.Topology;

/** The model, driven by numbered operations. */
final class ModelSubject implements Subject {
  private final Recorder recorder = new Recorder();
  private final FaultPlan faults = new FaultPlan();
  private final Map<Integer, Mm> mms = new HashMap<>();
  private final Map<Integer, Bond> bondOfBind = new HashMap<>();
  private final Map<Bond, Integer> handles = new IdentityHashMap<>();
  private final Machine machine;
  private final Cpu cpu;
  private int nextHandle;

  ModelSubject(Topology topology, Design design, Set<Quirk> quirks) {
    this(topology, design, quirks, LockScope.GLOBAL);
  }

  ModelSubject(Topology topology, Design design, Set<Quirk> quirks, LockScope lockScope) {
    machine =
        Machine.with(topology, design)
            .hardware(recorder)
            .faults(faults)
            .quirks(quirks)
            .lockScope(lockScope)
            .build();
    cpu = machine.newCpu();
  }

  Machine machine() {
    return machine;
  }

  /** Objects of an mm's pools that are in use. */
  int objectsInUse(int mm) {
    return IommuMm.of(mms.get(mm)).objectsInUse();
  }

  @Override
  public int stepsOfLastBind() {
    return faults.steps();
  }

  @Override
  public Outcome perform(Operation operation) {
    if (operation instanceof Operation.NewMm created) {
      mms.put(created.mm(), machine.newMm());
    } else if (operation instanceof Operation.Bind bind) {
      return bind(bind);
    } else if (operation instanceof Operation.Unbind unbind) {
      return unbind(bondOfBind.remove(unbind.bind()));
    } else if (operation instanceof Operation.Invalidate inv) {
      machine.invalidate(cpu, mms.get(inv.mm()), inv.start(), inv.end());
    } else if (operation instanceof Operation.Exit exit) {
      Mm mm = mms.get(exit.mm());
      machine.exit(cpu, mm);
      return outcome(0, mm, -1, false, -1, -1, -1);
    } else if (operation instanceof Operation.Fork fork) {
      mms.put(fork.child(), machine.fork(cpu, mms.get(fork.mm())));
    } else if (operation instanceof Operation.KernelRange range) {
      machine.invalidateKernelRange(cpu, range.start(), range.end());
    }
    return Outcome.commands(recorder.take());
  }

  private Outcome bind(Operation.Bind bind) {
    Mm mm = mms.get(bind.mm());
    faults.failAt(bind.failingStep(), bind.errno());
    int error = machine.bind(cpu, mm, machine.topology().device(bind.device()));
    if (error != 0) {
      if (cpu.bond() != null) {
        throw new AssertionError("a failed bind left a handle");
      }
      return outcome(error, mm, -1, false, -1, -1, -1);
    }
    Bond bond = cpu.bond();
    if (bond.mm() != mm) {
      throw new AssertionError("the handle belongs to another mm");
    }
    boolean existing = handles.containsKey(bond);
    if (!existing) {
      handles.put(bond, nextHandle++);
    }
    bondOfBind.put(bind.bind(), bond);
    SvaDomain own = machine.domainOf(bond);
    List<Machine.DomainState> domains = machine.domains(mm);
    int position = -1;
    for (int i = 0; i < domains.size(); i++) {
      if (domains.get(i).domain() == own) {
        position = i;
      }
    }
    return outcome(
        0, mm, handles.get(bond), existing, bond.users(), bond.device().index(), position);
  }

  private Outcome unbind(Bond bond) {
    Mm mm = bond.mm();
    int handle = handles.get(bond);
    int device = bond.device().index();
    machine.unbind(cpu, bond);
    if (bond.users() == 0) {
      handles.remove(bond);
    }
    return outcome(0, mm, handle, false, bond.users(), device, -1);
  }

  private Outcome outcome(
      int rc, Mm mm, int handle, boolean existing, int users, int device, int domain) {
    List<DomainUsers> domains = new ArrayList<>();
    for (Machine.DomainState state : machine.domains(mm)) {
      domains.add(new DomainUsers(state.group(), state.users()));
    }
    return new Outcome(
        rc,
        handle,
        existing,
        users,
        device,
        domain,
        mm.pasid(),
        domains,
        mm.dead(),
        recorder.take());
  }

  /** Writes down what is submitted. */
  private static final class Recorder extends Hardware {
    private List<Submission> submissions = new ArrayList<>();

    @Override
    public long execute(int iommu, long[] words, int count, boolean waits) {
      List<Words> commands = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        commands.add(new Words(words[2 * i], words[2 * i + 1]));
      }
      submissions.add(new Submission(iommu, commands, waits));
      return 0;
    }

    List<Submission> take() {
      List<Submission> taken = submissions;
      submissions = new ArrayList<>();
      return taken;
    }
  }
}
