package org.svabench.results.gate.fork;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.svabench.results.gate.agent.TurnstileProfiler;
import org.svabench.results.gate.record.Arm;
import org.svabench.results.run.WholeFolder;

/**
 * A temporary folder for one gate run: the agent's class path, and a folder of its own per arm for
 * {@code java.io.tmpdir}, so that the two harnesses do not meet at JMH's lock file. The folders of
 * the two arms have names of one length, since the length of arguments and environment moves a
 * process's stack and with it its speed.
 */
public final class Workshop implements AutoCloseable {
  private final Path folder;

  private Workshop(Path folder) {
    this.folder = folder;
  }

  /**
   * Makes the folder.
   *
   * @return an open workshop
   * @throws IOException if the temporary folder cannot be written
   */
  public static Workshop open() throws IOException {
    Path folder = Files.createTempDirectory("svabench-gate-");
    for (Arm arm : Arm.values()) {
      Files.createDirectory(folder.resolve("arm" + arm.ordinal()));
    }
    String agent = TurnstileProfiler.class.getName().replace('.', '/') + ".class";
    Path copy = folder.resolve("agent").resolve(agent);
    Files.createDirectories(copy.getParent());
    try (InputStream code = TurnstileProfiler.class.getClassLoader().getResourceAsStream(agent)) {
      Files.copy(code, copy);
    }
    return new Workshop(folder);
  }

  /** What goes before the measured jar on the class path. */
  Path agent() {
    return folder.resolve("agent");
  }

  /** The temporary folder of an arm. */
  Path temporary(Arm arm) {
    return folder.resolve("arm" + arm.ordinal());
  }

  @Override
  public void close() {
    // A fork that is just ending may still hold a file; what is left lies in the temporary folder.
    WholeFolder.delete(folder);
  }
}
