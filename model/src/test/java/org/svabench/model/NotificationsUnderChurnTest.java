package org.svabench.model;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
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
  private static final int CHURNS = 3_000;

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
    }

    void listenFor(long page) {
      Listener listener = listeners.get();
      listener.page = page;
      java.util.Arrays.fill(listener.iotlbs, false);
      java.util.Arrays.fill(listener.devices, 0x100, 0x300, false);
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
      return 0;
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
}
