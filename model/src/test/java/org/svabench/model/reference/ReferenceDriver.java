package org.svabench.model.reference;

import java.util.Set;
import org.svabench.model.Quirk;
import org.svabench.model.reference.ReferenceMm.Domain;
import org.svabench.model.reference.ReferenceMm.Notifier;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** A driver as the facts tell it. */
abstract class ReferenceDriver {
  final Generation generation;
  final Set<Quirk> quirks;
  final Steps steps;
  final Wire wire;

  ReferenceDriver(Generation generation, Set<Quirk> quirks, Steps steps, Wire wire) {
    this.generation = generation;
    this.quirks = quirks;
    this.steps = steps;
    this.wire = wire;
  }

  static ReferenceDriver of(
      Topology topology, Generation generation, Set<Quirk> quirks, Steps steps, Wire wire) {
    return switch (generation.flush()) {
      case EACH_DEVICE -> new DeviceListReference(generation, quirks, steps, wire);
      case TAGS, TAGS_BATCHED, TAGS_BATCHED_GROUPED ->
          new TagReference(generation, quirks, steps, wire);
      case RID_DOMAINS -> new RidDomainReference(topology, generation, quirks, steps, wire);
      case MASTERS, SORTED_ARRAY -> new InstanceReference(generation, quirks, steps, wire);
      case AMD_DEVICES -> new AmdReference(generation, quirks, steps, wire);
    };
  }

  /** Whether a domain can be had for a device at all: 0 or an error. */
  abstract int checkAllocation(Device device);

  /** Null where memory runs out. */
  abstract Domain allocate(ReferenceMm mm, Device device);

  abstract void free(Domain domain);

  /** All or nothing on one device. */
  abstract int attach(Domain domain, Device device);

  abstract void detach(Domain domain, Device device);

  abstract void notify(ReferenceMm mm, Notifier notifier, long start, long end);

  /** Process exit: every subscription is released, newest first, then all are gone. */
  abstract void release(ReferenceMm mm);

  static boolean isEverything(long start, long end) {
    return start == 0 && end == -1L;
  }
}
