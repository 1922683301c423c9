package org.svabench.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.openjdk.jol.info.ClassLayout;
import org.openjdk.jol.info.FieldLayout;

/**
 * Where this virtual machine puts the fields of every padded class, against what padding is for:
 * words of different roles are 128 bytes apart, since adjacent-line prefetch pairs lines, and so is
 * each from whatever lies in front of the object and behind it.
 */
final class PaddedLayouts {
  private static final int DISTANCE = 128;
  private static final List<Set<String>> LOCK = List.of(Set.of("SpinLocked"));
  private static final List<Set<String>> RING = List.of(Set.of("SpinLocked", "CommandRingState"));

  private final List<String> problems = new ArrayList<>();

  private PaddedLayouts() {}

  /** What is too close to what, in this virtual machine. */
  static List<String> problems() throws ClassNotFoundException {
    final PaddedLayouts layouts = new PaddedLayouts();
    layouts.check("mm.Cpu", List.of(Set.of("CpuSection"), Set.of("CpuOwn")));
    layouts.check("lock.SpinLock", LOCK);
    layouts.check("vtd.VtdRing", RING);
    layouts.check("amd.AmdRing", RING);
    layouts.check("smmu.SmmuRing", RING);
    // Its constants too are read by one CPU alone: only what lies around the object counts.
    layouts.checkEnds("vtd.VtdInvalidation", Set.of("Invalidation", "VtdInvalidationState"));
    return layouts.problems;
  }

  /**
   * Checks one class.
   *
   * @param name without the first part of its package
   * @param roles the classes of its hierarchy whose fields are written, by who writes them; all
   *     others that are no pads are one more role, that of constants
   */
  private void check(String name, List<Set<String>> roles) throws ClassNotFoundException {
    final Class<?> checked = Class.forName("org.svabench.model." + name);
    final ClassLayout layout = ClassLayout.parseClass(checked);
    final List<FieldLayout> fields = new ArrayList<>();
    layout.fields().stream().filter(field -> !isPad(field.name())).forEach(fields::add);
    for (Set<String> role : roles) {
      checkEnds(name, role);
    }
    for (FieldLayout field : fields) {
      final int role = roleOf(field, roles);
      for (FieldLayout other : fields) {
        if (role >= 0 && roleOf(other, roles) != role && distance(field, other) < DISTANCE) {
          problems.add(
              String.format(
                  "%s.%s at %d, and %s at %d",
                  name, field.name(), field.offset(), other.name(), other.offset()));
        }
      }
    }
  }

  /** Checks how far the fields of some classes are from the object's ends. */
  private void checkEnds(String name, Set<String> role) throws ClassNotFoundException {
    final ClassLayout layout = ClassLayout.parseClass(Class.forName("org.svabench.model." + name));
    int found = 0;
    for (FieldLayout field : layout.fields()) {
      if (isPad(field.name()) || roleOf(field, List.of(role)) < 0) {
        continue;
      }
      found++;
      if (field.offset() < DISTANCE) {
        problems.add(name + "." + field.name() + " is at " + field.offset());
      }
      if (layout.instanceSize() - end(field) < DISTANCE) {
        problems.add(
            name + "." + field.name() + " ends at " + end(field) + " of " + layout.instanceSize());
      }
    }
    if (found == 0) {
      problems.add(name + " has no field of " + role);
    }
  }

  /** Pads are numbered: a letter, or a letter and two digits. */
  private static boolean isPad(String field) {
    return field.matches("[lmt][0-9]{0,2}");
  }

  private static int roleOf(FieldLayout field, List<Set<String>> roles) {
    for (int i = 0; i < roles.size(); i++) {
      if (roles.get(i).contains(simpleName(field.hostClass()))) {
        return i;
      }
    }
    return -1;
  }

  private static String simpleName(String hostClass) {
    return hostClass.substring(hostClass.lastIndexOf('.') + 1);
  }

  private static long end(FieldLayout field) {
    return field.offset() + field.size();
  }

  private static long distance(FieldLayout one, FieldLayout other) {
    return Math.max(other.offset() - end(one), one.offset() - end(other));
  }

  /** Prints what is too close to what; for a virtual machine with other flags. */
  public static void main(String[] unused) throws ClassNotFoundException {
    problems().forEach(System.out::println);
    System.out.println("checked");
  }
}
