package org.svabench.benchmarks.choice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.svabench.model.topology.Device;
import org.svabench.model.topology.Topology;
import org.svabench.results.input.BadInput;

/**
 * What {@code --slow} takes: a device and how late it answers, {@code 0=100ms}.
 *
 * @param device its index
 * @param nanos above 0
 */
public record SlowDeviceChoice(int device, long nanos) {
  private static final Pattern FORM = Pattern.compile("(?<device>\\d{1,5})=(?<time>.+)");

  /**
   * Reads a device and a time.
   *
   * @param word what the user wrote
   * @return both
   * @throws BadInput where it is neither
   */
  public static SlowDeviceChoice of(String word) {
    Matcher form = FORM.matcher(word);
    if (!form.matches()) {
      throw new BadInput("--slow " + word + ": write DEVICE=TIME, such as 0=100ms");
    }
    long nanos = TimeChoice.nanos("--slow", form.group("time"));
    if (nanos == 0) {
      throw new BadInput("--slow " + word + ": the time must be above 0");
    }
    return new SlowDeviceChoice(Integer.parseInt(form.group("device")), nanos);
  }

  /**
   * The device of a machine.
   *
   * @param topology the machine
   * @return the device
   * @throws BadInput where it has no such device
   */
  public Device in(Topology topology) {
    if (device >= topology.deviceCount()) {
      throw new BadInput(
          "--slow "
              + device
              + ": "
              + topology.name()
              + " has devices 0.."
              + (topology.deviceCount() - 1));
    }
    return topology.device(device);
  }
}
