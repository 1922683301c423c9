package org.svabench.benchmarks.hardware;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.svabench.model.Design;
import org.svabench.model.Quirk;

/** One design held against the events of a trace. */
final class DesignComparison implements Grouping.Listener {
  private final Design design;
  private final Endpoints endpoints;
  private final int devices;
  private final int shown;
  private final ModelledMachine machine;
  private final BondTracker bonds;
  private final List<Difference> differences = new ArrayList<>();
  private final Set<Integer> inferred = new HashSet<>();
  private long notifications;
  private long differing;
  private long recordedCommands;
  private long predictedCommands;
  private long predictedWaits;
  private long torn;
  private long stray;
  private Grouping grouping;

  /**
   * Nothing has been compared.
   *
   * @param design the design
   * @param quirks kernel defects that are on
   * @param endpoints the machine
   * @param devices how many of its first devices are bound where the trace does not say
   * @param shown most differences that are kept in words
   */
  DesignComparison(Design design, Set<Quirk> quirks, Endpoints endpoints, int devices, int shown) {
    this.design = design;
    this.endpoints = endpoints;
    this.devices = devices;
    this.shown = shown;
    this.machine = new ModelledMachine(design, quirks, endpoints);
    this.bonds = new BondTracker(machine);
  }

  void byTags() {
    grouping = new TagGrouping(this);
  }

  void byCommands() {
    grouping =
        new CommandGrouping(
            this,
            notification -> {
              bindWhatTheUserNamed(notification.pasid());
              return machine
                  .predicted(notification.pasid(), notification.start(), notification.end())
                  .size();
            });
  }

  void accept(DriverEvent event) {
    grouping.accept(event);
  }

  void end() {
    grouping.end();
  }

  private void bindWhatTheUserNamed(int pasid) {
    if (!machine.binds(pasid)) {
      for (int device = 0; device < devices; device++) {
        machine.attach(pasid, device);
      }
    }
  }

  @Override
  public void assigned(DriverEvent.Assigned event) {
    bonds.assigned(event);
  }

  @Override
  public void unassigned(DriverEvent.Unassigned event) {
    bonds.unassigned(event);
  }

  @Override
  public void torn(DriverEvent.Submitted event) {
    torn++;
  }

  @Override
  public void stray(DriverEvent.Submitted event) {
    stray++;
  }

  @Override
  public void notified(RecordedNotification notification) {
    int pasid = notification.pasid();
    bonds.settle(pasid);
    if (!machine.binds(pasid)) {
      inferred.add(pasid);
      bonds.infer(notification);
    }
    List<SentCommand> recorded = notification.commands();
    List<SentCommand> predicted =
        machine.predicted(pasid, notification.start(), notification.end());
    notifications++;
    recordedCommands += recorded.size();
    predictedCommands += predicted.size();
    predictedWaits += machine.waits();
    if (!recorded.equals(predicted)) {
      differing++;
      if (differences.size() < shown) {
        differences.add(Difference.of(notification, predicted));
      }
    }
  }

  Design design() {
    return design;
  }

  /** Whether every notification was told to the hardware as the design would tell it. */
  boolean agrees() {
    return differing == 0 && notifications > 0 && !waitsDiffer();
  }

  /** Whether the trace shows that every command had a wait, and the design gives them fewer. */
  boolean waitsDiffer() {
    return everyCommandWaits() && predictedWaits != predictedCommands;
  }

  /** Whether the trace shows that every command had a wait of its own. */
  boolean everyCommandWaits() {
    return !(grouping instanceof TagGrouping tags) || tags.commandsFirst();
  }

  List<Difference> differences() {
    return differences;
  }

  Set<String> refusals() {
    return machine.refusals();
  }

  Endpoints endpoints() {
    return endpoints;
  }

  long notifications() {
    return notifications;
  }

  long differing() {
    return differing;
  }

  long recordedCommands() {
    return recordedCommands;
  }

  long predictedCommands() {
    return predictedCommands;
  }

  long predictedWaits() {
    return predictedWaits;
  }

  /** Commands of teardowns, which are not compared. */
  long torn() {
    return torn;
  }

  /** Commands of no notification that the trace shows. */
  long stray() {
    return stray;
  }

  /** PASIDs whose binds the trace does not show. */
  int inferred() {
    return inferred.size();
  }
}
