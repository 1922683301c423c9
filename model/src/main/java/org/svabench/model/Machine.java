package org.svabench.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.svabench.model.fanout.Indexes;
import org.svabench.model.fanout.InvalidationIndex;
import org.svabench.model.mm.Bond;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.FaultPlan;
import org.svabench.model.mm.Mm;
import org.svabench.model.mm.ReadSections;
import org.svabench.model.queue.CommandRing;
import org.svabench.model.queue.Hardware;
import org.svabench.model.sva.IommuMm;
import org.svabench.model.sva.LockScope;
import org.svabench.model.sva.Sharing;
import org.svabench.model.sva.Sva;
import org.svabench.model.sva.SvaDomain;
import org.svabench.model.sva.SvaDriver;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.IommuGroup;
import org.svabench.model.topology.Topology;

/**
 * A topology under a design: what every benchmark, replay and test drives.
 *
 * <p>Any thread may call anything, each with a {@link Cpu} of its own. {@link #bind}, {@link
 * #unbind}, {@link #invalidate} and {@link #exit} allocate nothing once an mm has held as many
 * bonds as it holds now; {@link #newMm} allocates nothing where an mm has died before.
 */
public final class Machine {
  private final Topology topology;
  private final Design design;
  private final Sva sva;
  private final SvaDriver driver;
  private final CommandRing[] rings;
  private final ReadSections sections = new ReadSections();
  private final FaultPlan faults;
  private final ArrayDeque<Mm> dead = new ArrayDeque<>();
  private int mms;

  private Machine(Builder builder) {
    topology = builder.topology;
    design = builder.design;
    faults = builder.faults;
    driver = design.fanOut().driver(topology, builder.quirks, builder.hardware, builder.index);
    rings = driver.rings();
    sva = new Sva(design.core(), driver, sections, builder.lockScope);
  }

  /**
   * A machine with the design's own index, no defects and hardware without latency.
   *
   * @param topology the topology
   * @param design the design
   * @return a new machine on which nothing is bound
   */
  public static Machine of(Topology topology, Design design) {
    return new Builder(topology, design).build();
  }

  /**
   * Starts a machine with options.
   *
   * @param topology the topology
   * @param design the design
   * @return a builder
   */
  public static Builder with(Topology topology, Design design) {
    return new Builder(topology, design);
  }

  /** Options of a machine. Not for several threads. */
  public static final class Builder {
    private final Topology topology;
    private final Design design;
    private Hardware hardware;
    private FaultPlan faults;
    private LockScope lockScope = LockScope.GLOBAL;
    private Set<Quirk> quirks = Set.of();
    private Supplier<InvalidationIndex> index;

    private Builder(Topology topology, Design design) {
      this.topology = topology;
      this.design = design;
    }

    /**
     * Attaches hardware that consumes the commands.
     *
     * @param value the hardware
     * @return this
     */
    public Builder hardware(Hardware value) {
      hardware = value;
      return this;
    }

    /**
     * Lets steps fail by plan, on every CPU of the machine.
     *
     * @param value the plan
     * @return this
     */
    public Builder faults(FaultPlan value) {
      faults = value;
      return this;
    }

    /**
     * Chooses which binds exclude each other; the kernel's global lock by default.
     *
     * @param value the scope
     * @return this
     */
    public Builder lockScope(LockScope value) {
      lockScope = value;
      return this;
    }

    /**
     * Turns defects on.
     *
     * @param value the defects
     * @return this
     */
    public Builder quirks(Set<Quirk> value) {
      quirks = Set.copyOf(value);
      return this;
    }

    /**
     * Replaces the design's index.
     *
     * @param value makes the index of a new domain
     * @return this
     */
    public Builder index(Supplier<InvalidationIndex> value) {
      index = value;
      return this;
    }

    /**
     * Replaces the design's index by one that has a name.
     *
     * @param value the index
     * @return this
     */
    public Builder index(Indexes value) {
      return index(value.over(topology));
    }

    /**
     * Builds the machine.
     *
     * @return a new machine on which nothing is bound
     */
    public Machine build() {
      return new Machine(this);
    }
  }

  /**
   * The topology.
   *
   * @return never null
   */
  public Topology topology() {
    return topology;
  }

  /**
   * The design.
   *
   * @return never null
   */
  public Design design() {
    return design;
  }

  /**
   * Whether notifications also reach a device whose bind or unbind is under way; see {@link
   * SvaDriver#coversTransitions}.
   *
   * @return false for VT-d up to v6.9
   */
  public boolean coversTransitions() {
    return driver.coversTransitions();
  }

  /**
   * Whether a notification keeps the others of its mm out until its last wait has completed; see
   * {@link SvaDriver#notificationsExclude}.
   *
   * @return false where notifications of one mm overlap
   */
  public boolean notificationsExclude() {
    return driver.notificationsExclude();
  }

  /**
   * Makes a CPU: the identity of one thread. Allocates.
   *
   * @return a new CPU
   */
  public Cpu newCpu() {
    return sections.register(driver.newScratch(), faults);
  }

  /**
   * Starts a process: an mm with one user and no PASID. Reuses an mm that has died, so references
   * to dead mms must not be kept.
   *
   * @return an mm
   */
  public Mm newMm() {
    Mm mm;
    int tag;
    synchronized (dead) {
      mm = dead.pollLast();
      tag = mm == null ? ++mms : 0;
    }
    if (mm != null) {
      mm.renew();
      return mm;
    }
    mm = new Mm(tag);
    sva.adopt(mm);
    return mm;
  }

  /**
   * Binds a device to an mm.
   *
   * @param cpu the calling thread's CPU; {@link Cpu#bond} is the handle afterwards
   * @param mm an mm that has not exited
   * @param device the device
   * @return 0 or an error of {@link org.svabench.model.mm.Errno}
   */
  public int bind(Cpu cpu, Mm mm, Device device) {
    return sva.bind(cpu, mm, device);
  }

  /**
   * Drops one reference of a handle.
   *
   * @param cpu the calling thread's CPU
   * @param bond a handle with users
   */
  public void unbind(Cpu cpu, Bond bond) {
    final Mm mm = bond.mm();
    if (sva.unbind(cpu, bond)) {
      bury(mm);
    }
  }

  /**
   * Notifies: translations of a range of the mm are stale. Returns when all caches have been told.
   *
   * @param cpu the calling thread's CPU
   * @param mm an mm that has not exited
   * @param start first byte
   * @param end exclusive; {@code (0, -1)} is everything
   */
  public void invalidate(Cpu cpu, Mm mm, long start, long end) {
    mm.invalidateSecondaryTlbs(cpu, start, end);
  }

  /**
   * The process ends. Handles stay valid and must still be unbound.
   *
   * @param cpu the calling thread's CPU
   * @param mm an mm that has not exited
   */
  public void exit(Cpu cpu, Mm mm) {
    if (sva.exit(cpu, mm)) {
      bury(mm);
    }
  }

  /**
   * The process forks: the parent's writable pages become copy-on-write, so its whole mm is
   * notified; the child is a new mm without a PASID.
   *
   * @param cpu the calling thread's CPU
   * @param parent an mm that has not exited
   * @return the child
   */
  public Mm fork(Cpu cpu, Mm parent) {
    invalidate(cpu, parent, 0, -1L);
    return newMm();
  }

  /**
   * Kernel page tables were freed: every mm with domains is notified (v6.19 on).
   *
   * @param cpu the calling thread's CPU
   * @param start first byte
   * @param end exclusive; -1 for the end of the address space
   */
  public void invalidateKernelRange(Cpu cpu, long start, long end) {
    sva.invalidateKernelRange(cpu, start, end);
  }

  private void bury(Mm mm) {
    synchronized (dead) {
      dead.addLast(mm);
    }
  }

  /**
   * Commands handed to all rings so far, waits not included.
   *
   * @return 0 or above
   */
  public long commands() {
    long sum = 0;
    for (CommandRing ring : rings) {
      sum += ring.commands();
    }
    return sum;
  }

  /**
   * Waits handed to all rings so far.
   *
   * @return 0 or above
   */
  public long waits() {
    long sum = 0;
    for (CommandRing ring : rings) {
      sum += ring.waits();
    }
    return sum;
  }

  /**
   * Hand-overs to all rings so far.
   *
   * @return 0 or above
   */
  public long submissions() {
    long sum = 0;
    for (CommandRing ring : rings) {
      sum += ring.submissions();
    }
    return sum;
  }

  /**
   * VM exits so far: submissions, where the queue is trapped.
   *
   * @return 0 or above
   */
  public long exits() {
    return topology.trapped() ? submissions() : 0;
  }

  /**
   * The ring of an IOMMU.
   *
   * @param iommu its index
   * @return the ring
   */
  public CommandRing ring(int iommu) {
    return rings[iommu];
  }

  /**
   * PASIDs in use.
   *
   * @return 0 or above
   */
  public int pasidsInUse() {
    return sva.pasids().allocated();
  }

  /**
   * A domain as a list of them shows it.
   *
   * @param domain identifies it
   * @param group the group it belongs to, -1 where domains are shared
   * @param users how often it is used
   */
  public record DomainState(SvaDomain domain, int group, int users) {}

  /**
   * The domains of an mm: in list order, or by ascending group where each group has its own.
   * Allocates; not while the mm's bonds change.
   *
   * @param mm the mm
   * @return the domains
   */
  public List<DomainState> domains(Mm mm) {
    List<DomainState> states = new ArrayList<>();
    if (design.core().sharing() == Sharing.PER_GROUP) {
      for (IommuGroup group : topology.groups()) {
        SvaDomain domain = Sva.domainIn(mm, group);
        if (domain != null) {
          states.add(new DomainState(domain, group.index(), domain.users()));
        }
      }
      return states;
    }
    for (SvaDomain domain = IommuMm.of(mm).firstDomain();
        domain != null;
        domain = domain.nextDomain()) {
      states.add(new DomainState(domain, -1, domain.users()));
    }
    return states;
  }

  /**
   * The domain of a handle.
   *
   * @param bond a handle with users
   * @return identifies the domain in {@link #domains}
   */
  public SvaDomain domainOf(Bond bond) {
    return Sva.domainOf(bond);
  }
}
