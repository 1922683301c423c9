package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.svabench.model.mm.Cpu;
import org.svabench.model.mm.Mm;
import org.svabench.model.queue.Command;
import org.svabench.model.queue.Hardware;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;

/** While other devices come and go, a bound one is told of every notification, in every design. */
class NotificationsUnderChurnTest {
  private static final int CHURNS = 1_000;

  static Stream<Design> designs() {
    return Designs.all().stream();
  }

  /** Remembers, for each thread, who was told of a block since the thread last asked. */
  private static final class Told extends Hardware {
    private final Design design;
    private final ThreadLocal<Listener> listeners = ThreadLocal.withInitial(Listener::new);

    Told(Design design) {
      this.design = design;
    }

    private static final class Listener {
      final Command command = new Command();
      final boolean[] iotlbs = new boolean[2];
      final boolean[] devices = new boolean[1 << 16];
      long page;
      long nanosPerWait;
    }

    /** What the calling thread waits for takes time from now on. */
    void slow() {
      listeners.get().nanosPerWait = 100_000;
    }

    void listenFor(long page) {
      Listener listener = listeners.get();
      listener.page = page;
      Arrays.fill(listener.iotlbs, false);
      Arrays.fill(listener.devices, 0x100, 0x300, false);
    }

    boolean heard(Device device) {
      Listener listener = listeners.get();
      return listener.iotlbs[device.iommu().index()] && listener.devices[device.sourceId()];
    }

    @Override
    public long execute(int iommu, long[] words, int count, boolean waits) {
      Listener listener = listeners.get();
      Command command = listener.command;
      for (int i = 0; i < count; i++) {
        design.decoder().decode(words[2 * i], words[2 * i + 1], command);
        boolean covers =
            command.base >>> 12 <= listener.page
                && listener.page < (command.base >>> 12) + command.pages;
        switch (command.kind) {
          case IOTLB_BLOCK -> listener.iotlbs[iommu] |= covers;
          case IOTLB_WHOLE -> listener.iotlbs[iommu] = true;
          case DEVICE_TLB -> listener.devices[command.sourceId] |= covers;
          default -> {}
        }
      }
      return listener.nanosPerWait;
    }
  }

  @ParameterizedTest
  @MethodSource("designs")
  void aBoundDeviceIsToldOfEveryNotification(Design design) throws InterruptedException {
    Topology topology = TestTopologies.units(2, 4, true);
    Told told = new Told(design);
    Machine machine = Machine.with(topology, design).hardware(told).build();
    Mm mm = machine.newMm();
    Device stays = topology.device(1);
    assertEquals(0, machine.bind(machine.newCpu(), mm, stays));

    AtomicInteger lost = new AtomicInteger();
    CountDownLatch running = new CountDownLatch(2);
    List<Thread> threads = new ArrayList<>();
    for (int binder = 0; binder < 2; binder++) {
      int first = 2 + binder;
      threads.add(
          new Thread(
              () -> {
                Cpu cpu = machine.newCpu();
                for (int i = 0; i < CHURNS; i++) {
                  Device device = topology.device(first + i % 3 * 2);
                  if (machine.bind(cpu, mm, device) == 0) {
                    told.listenFor(i);
                    machine.invalidate(cpu, mm, i * 4096L, (i + 1) * 4096L);
                    if (!told.heard(device)) {
                      lost.incrementAndGet();
                    }
                    machine.unbind(cpu, cpu.bond());
                  }
                }
                running.countDown();
              }));
    }
    threads.add(
        new Thread(
            () -> {
              Cpu cpu = machine.newCpu();
              for (long page = 0; running.getCount() != 0; page++) {
                told.listenFor(page);
                machine.invalidate(cpu, mm, page * 4096, (page + 3) * 4096);
                if (!told.heard(stays)) {
                  lost.incrementAndGet();
                }
              }
            }));
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(0, lost.get(), "notifications that did not reach a bound device");
    assertEquals(1, machine.domains(mm).get(0).users());
  }

  /**
   * Binders overtake a walk while it waits for the TLB. An array that was built anew under the walk
   * would show: the last stream id leaves no hole, the first one shifts the entry in the middle.
   */
  @Test
  void aWalkOfTheSortedArrayThatBindsOvertakeStillTellsItsDevice() throws InterruptedException {
    Topology topology = TestTopologies.units(1, 3, true);
    Device first = topology.device(0);
    Device stays = topology.device(1);
    Device last = topology.device(2);
    Told told = new Told(Designs.SMMU_INVS);
    Machine machine = Machine.with(topology, Designs.SMMU_INVS).hardware(told).build();
    Mm mm = machine.newMm();
    Cpu cpu = machine.newCpu();
    assertEquals(0, machine.bind(cpu, mm, stays));
    AtomicBoolean walking = new AtomicBoolean(true);
    AtomicInteger lost = new AtomicInteger();
    Thread walker =
        new Thread(
            () -> {
              told.slow();
              Cpu own = machine.newCpu();
              for (int walk = 0; walk < 300; walk++) {
                told.listenFor(walk);
                machine.invalidate(own, mm, walk * 4096L, (walk + 1) * 4096L);
                lost.addAndGet(told.heard(stays) ? 0 : 1);
              }
              walking.set(false);
            });
    walker.start();
    while (walking.get()) {
      for (Device device : new Device[] {last, last, first}) {
        assertEquals(0, machine.bind(cpu, mm, device));
        machine.unbind(cpu, cpu.bond());
      }
    }
    walker.join();
    assertEquals(0, lost.get(), "notifications that did not reach the bound device");
  }
}
