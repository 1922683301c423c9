package org.svabench.benchmarks.trace.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The live address spaces of a trace, numbered in the order in which they came into being. */
public final class AddressSpaces {
  private final List<AddressSpace> live = new ArrayList<>();
  private int created;

  /**
   * One of which nothing is known.
   *
   * @return a new address space without users
   */
  public AddressSpace create() {
    AddressSpace space = new AddressSpace(created++);
    live.add(space);
    return space;
  }

  /**
   * A copy, as fork makes it.
   *
   * @param parent what is copied
   * @return a new address space without users
   */
  public AddressSpace copy(AddressSpace parent) {
    AddressSpace space = create();
    space.mappings().copy(parent.mappings());
    space.heapEnd(parent.heapEnd());
    return space;
  }

  /**
   * One has ended.
   *
   * @param space no longer live
   */
  public void remove(AddressSpace space) {
    live.remove(space);
  }

  /**
   * Every live one, in order of creation.
   *
   * @param action what to do with it
   */
  public void each(Consumer<AddressSpace> action) {
    live.forEach(action);
  }
}
