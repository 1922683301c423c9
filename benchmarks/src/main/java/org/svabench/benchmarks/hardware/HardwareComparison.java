package org.svabench.benchmarks.hardware;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.svabench.benchmarks.trace.notification.IommuListener;
import org.svabench.model.Design;
import org.svabench.model.Quirk;
import org.svabench.model.topology.Topology;
import org.svabench.results.input.BadInput;

/**
 * Holds designs against the events of a trace, all at once. Until the events tell whether tags are
 * traced (v6.10 on) or commands only, a bounded number of them is kept. For one thread.
 */
public final class HardwareComparison implements IommuListener {
  private static final int UNDECIDED = 1 << 16;
  private static final int SHOWN_OF_ONE = 10;
  private static final int SHOWN_OF_SEVERAL = 1;

  private final String trace;
  private final Topology given;
  private final List<DesignComparison> designs;
  private final DriverEventText text = new DriverEventText();
  private List<DriverEvent> kept = new ArrayList<>();
  private long commands;
  private long tags;
  private long aside;
  private long unread;
  private long firstUnread;

  /**
   * Nothing has been compared.
   *
   * @param trace its name, for messages
   * @param designs what is held against it, of the VT-d family
   * @param quirks kernel defects that are on for a design
   * @param topology the machine, or null to put one together from the events
   * @param devices how many of its first devices are bound where no event says who is
   */
  public HardwareComparison(
      String trace,
      List<Design> designs,
      Function<Design, Set<Quirk>> quirks,
      Topology topology,
      int devices) {
    this.trace = trace;
    this.given = topology;
    int shown = designs.size() == 1 ? SHOWN_OF_ONE : SHOWN_OF_SEVERAL;
    this.designs =
        designs.stream()
            .map(
                design ->
                    new DesignComparison(
                        design,
                        quirks.apply(design),
                        topology == null ? new SeenEndpoints() : new NamedEndpoints(topology),
                        devices,
                        shown))
            .toList();
  }

  @Override
  public void event(long line, int tid, byte[] bytes, int from, int to) {
    String written = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    DriverEvent event = text.event(line, tid, written);
    if (event == null) {
      aside += text.aside() ? 1 : 0;
      firstUnread = text.aside() || unread > 0 ? firstUnread : line;
      unread += text.aside() ? 0 : 1;
      return;
    }
    boolean command = event instanceof DriverEvent.Submitted;
    commands += command ? 1 : 0;
    tags += command ? 0 : 1;
    if (kept == null) {
      designs.forEach(design -> design.accept(event));
      return;
    }
    kept.add(event);
    if (!command || kept.size() == UNDECIDED) {
      decide();
    }
  }

  private void decide() {
    if (tags == 0 && given == null) {
      throw new BadInput(
          trace
              + ": no cache_tag events, as up to v6.9, so nothing says who is bound; name the"
              + " machine with --topology, and how many of its devices with --devices");
    }
    List<DriverEvent> events = kept;
    kept = null;
    for (DesignComparison design : designs) {
      if (tags > 0) {
        design.byTags();
      } else {
        design.byCommands();
      }
      events.forEach(design::accept);
    }
  }

  /**
   * The trace has ended.
   *
   * @throws BadInput where it held no event to compare
   */
  public void finish() {
    if (commands + tags == 0) {
      throw new BadInput(
          trace
              + ": no events of the IOMMU driver to compare; capture with perf record -a -e"
              + " intel_iommu:qi_submit -e 'intel_iommu:cache_tag_*' (benchmarks/docs/traces.md)");
    }
    if (kept != null) {
      decide();
    }
    designs.forEach(DesignComparison::end);
  }

  /**
   * Whether some design predicts every notification.
   *
   * @return true where the answer is yes
   */
  public boolean agrees() {
    return designs.stream().anyMatch(DesignComparison::agrees);
  }

  List<DesignComparison> designs() {
    return designs;
  }

  String trace() {
    return trace;
  }

  long commands() {
    return commands;
  }

  /** Events of cache tags. */
  long tags() {
    return tags;
  }

  /** Events that no notification of an mm causes. */
  long aside() {
    return aside;
  }

  /** Events of no known form. */
  long unread() {
    return unread;
  }

  long firstUnread() {
    return firstUnread;
  }
}
