package org.svabench.model.stress.twin;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;

/** {@link Cpu#enter} with a release store: the store-load fence behind it is missing. */
final class UnfencedSection {
  private static final VarHandle SECTION;

  static {
    try {
      final Class<?> holder = Class.forName("org.svabench.model.mm.CpuSection");
      SECTION =
          MethodHandles.privateLookupIn(holder, MethodHandles.lookup())
              .findVarHandle(holder, "section", long.class);
    } catch (ReflectiveOperationException impossible) {
      throw new ExceptionInInitializerError(impossible);
    }
  }

  /** What {@link Cpu#enter} writes, read from the CPU that entered. */
  private final long word;

  UnfencedSection(Cpu cpu, Mm mm) {
    cpu.enter(mm);
    word = (long) SECTION.getVolatile(cpu);
    cpu.leave();
  }

  void enter(Cpu cpu) {
    SECTION.setRelease(cpu, word);
  }
}
