package org.svabench.model.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.svabench.model.reference.MachineShape.Endpoint;
import org.svabench.model.reference.MachineShape.Unit;
import org.svabench.model.topology.Family;
import org.svabench.model.topology.Topology;

/** Draws machines in which every rule of the facts has a chance to matter. */
final class RandomShape {
  private static final int[] SMALL_LIMITS = {0, 1, 2, 3, 4, 8};

  private RandomShape() {}

  static MachineShape draw(Random random, Family family) {
    int classes = random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1;
    boolean cachingMatters = random.nextInt(4) == 0;
    boolean incapable = random.nextInt(5) == 0;
    List<Unit> units = new ArrayList<>();
    for (int i = 1 + random.nextInt(4); i > 0; i--) {
      units.add(
          new Unit(
              random.nextInt(classes),
              cachingMatters && random.nextBoolean(),
              !(incapable && random.nextInt(3) == 0),
              family == Family.SMMU && random.nextBoolean()));
    }
    boolean groups = random.nextBoolean();
    boolean noAts = random.nextInt(3) == 0;
    boolean fewPasids = random.nextInt(3) == 0;
    boolean pri = random.nextInt(4) == 0;
    boolean quirks = random.nextInt(4) == 0;
    int count = random.nextInt(6) == 0 ? 16 + random.nextInt(25) : 1 + random.nextInt(10);
    List<Endpoint> devices = new ArrayList<>();
    int unit = 0;
    for (int i = 0; i < count; i++) {
      boolean joins = groups && i > 0 && random.nextInt(3) != 0;
      if (!joins || random.nextInt(8) == 0) {
        unit = random.nextInt(units.size());
      }
      devices.add(
          new Endpoint(
              i,
              unit,
              joins ? devices.get(random.nextInt(i)).group() : i,
              random.nextInt(1000),
              !(noAts && random.nextInt(3) == 0),
              pri && random.nextBoolean(),
              quirks && random.nextInt(3) == 0,
              fewPasids && random.nextInt(3) == 0
                  ? SMALL_LIMITS[random.nextInt(SMALL_LIMITS.length)]
                  : Topology.PASID_SPACE,
              // Spread over all 16 bits, so that no bit of a descriptor is always clear.
              (i + 1) * 40_503 & 0xffff));
    }
    return new MachineShape(family, List.copyOf(units), List.copyOf(devices));
  }
}
