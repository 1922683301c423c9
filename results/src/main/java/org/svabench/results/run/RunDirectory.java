package org.svabench.results.run;

import com.google.gson.Gson;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.regex.Pattern;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import org.svabench.results.input.JsonDocument;
import org.svabench.results.input.PrettyJson;

/**
 * The folder of one run, {@code <UTC basic time>-<label>}.
 *
 * <p>Every file in it is replaced as a whole by {@link AtomicFile}. Used by one thread of one
 * process at a time.
 */
public final class RunDirectory {
  /** Where runs go unless told otherwise, under the working directory. */
  public static final Path DEFAULT_PARENT = Path.of("results", "runs");

  private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
  private static final DateTimeFormatter BASIC =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
  private static final int MOST_RUNS_A_SECOND = 100;
  private static final String LOCK = ".lock";
  private static final String RESERVE = ".reserve";
  private static final Gson GSON = new Gson();

  private final Path path;

  private RunDirectory(Path path) {
    this.path = path;
  }

  /**
   * Makes the folder of a new run.
   *
   * @param parent made where it does not exist
   * @param label letters, digits, dot, underscore and dash, at most 80
   * @param now names the folder; a run of the same second and label gets a number behind
   * @return the empty folder
   * @throws BadInput if the label is not one, or the folder cannot be made or written
   */
  public static RunDirectory create(Path parent, String label, Instant now) {
    checkLabel(label);
    try {
      Files.createDirectories(parent);
      return new RunDirectory(newFolder(parent, BASIC.format(now) + "-" + label));
    } catch (FileAlreadyExistsException e) {
      throw new BadInput("--out " + parent + ": is a file; name a folder");
    } catch (AccessDeniedException e) {
      throw new BadInput("--out " + parent + ": not writable; name a folder you may write to");
    } catch (IOException e) {
      throw new BadInput(
          "--out " + parent + ": cannot make a run folder there: " + DiskFault.in(e));
    }
  }

  /**
   * Checks a label before there is a folder to be made.
   *
   * @param label what the user wrote
   * @throws BadInput if it is not one
   */
  public static void checkLabel(String label) {
    if (!LABEL.matcher(label).matches()) {
      throw new BadInput(
          "--label "
              + label
              + ": not a label; use letters, digits, '.', '_' and '-', at most 80, a letter or digit"
              + " first");
    }
  }

  /**
   * Makes the folder of a new run with its first record: no folder is left without one.
   *
   * @param parent made where it does not exist
   * @param now names the folder, with the label of the record
   * @param run the record
   * @return the run
   * @throws BadInput as {@link #create}
   */
  public static RunDirectory begin(Path parent, Instant now, RunRecord run) {
    RunDirectory directory = create(parent, run.label(), now);
    try {
      directory.write(run);
      return directory;
    } catch (IOException e) {
      directory.path.toFile().delete();
      throw new BadInput("--out " + parent + ": cannot write there: " + DiskFault.in(e));
    }
  }

  private static Path newFolder(Path parent, String name) throws IOException {
    for (int n = 1; n < MOST_RUNS_A_SECOND; n++) {
      try {
        return Files.createDirectory(parent.resolve(n == 1 ? name : name + "-" + n));
      } catch (FileAlreadyExistsException another) {
        // Two runs of one label in one second: the next number is free.
      }
    }
    throw new IOException("too many runs named " + name);
  }

  /**
   * Opens the folder of an earlier run.
   *
   * @param path the folder
   * @return the run
   * @throws BadInput if there is no {@code run.json} in it
   */
  public static RunDirectory open(Path path) {
    if (!Files.isRegularFile(path.resolve("run.json"))) {
      throw new BadInput(path + ": not a run; a run's folder holds run.json");
    }
    return new RunDirectory(path);
  }

  /**
   * The record that goes with a result.
   *
   * @param source the folder of a run, or any file
   * @return null where there is none, as for a file of JMH's JSON
   * @throws BadInput if there is one and it is unreadable
   */
  public static RunRecord recordOf(Path source) {
    return Files.isRegularFile(source.resolve("run.json")) ? open(source).read() : null;
  }

  /**
   * The folder itself.
   *
   * @return its path as given
   */
  public Path path() {
    return path;
  }

  /**
   * JMH's results, in JMH's own schema.
   *
   * @return the file, which exists once a fork has finished
   */
  public Path jmhJson() {
    return path.resolve("jmh.json");
  }

  /**
   * A folder inside, made on first use.
   *
   * @param name {@code latency} or {@code forks}
   * @return the existing folder
   * @throws IOException if it cannot be made
   */
  public Path folder(String name) throws IOException {
    return Files.createDirectories(path.resolve(name));
  }

  /**
   * Takes the folder for this process alone, until the lock is closed, and deletes what a killed
   * writer has left half written.
   *
   * @return the lock
   * @throws BadInput if another process is writing the run
   * @throws IOException if the folder cannot be written
   */
  public HeldLock lock() throws IOException {
    HeldLock lock = HeldLock.take(path.resolve(LOCK));
    if (lock == null) {
      throw new BadInput(path + ": another process is writing this run; wait for it to end");
    }
    for (Path folder : List.of(path, path.resolve("forks"), path.resolve("latency"))) {
      if (Files.isDirectory(folder)) {
        AtomicFile.deleteLeftovers(folder);
      }
    }
    return lock;
  }

  /**
   * Keeps room on the disk for {@link #writeLast}.
   *
   * @param bytes how much
   * @throws IOException if the disk has not so much
   */
  public void reserve(int bytes) throws IOException {
    AtomicFile.write(path.resolve(RESERVE), out -> out.write(new byte[bytes]));
  }

  /**
   * Replaces {@code run.json} for the last time, also on a full disk: in the room that was {@link
   * #reserve reserved}.
   *
   * @param run the record
   * @throws IOException if the disk refuses; the old record is then still there
   */
  public void writeLast(RunRecord run) throws IOException {
    Files.deleteIfExists(path.resolve(RESERVE));
    write(run);
  }

  /**
   * Replaces {@code run.json}.
   *
   * @param run the record
   * @throws IOException if the disk refuses; the old record is then still there
   */
  public void write(RunRecord run) throws IOException {
    AtomicFile.write(path.resolve("run.json"), PrettyJson.withNulls(run));
  }

  /**
   * Replaces {@code summary.md}.
   *
   * @param markdown the whole text
   * @throws IOException if the disk refuses; the old summary is then still there
   */
  public void writeSummary(String markdown) throws IOException {
    AtomicFile.write(path.resolve("summary.md"), markdown);
  }

  /**
   * Reads {@code run.json}.
   *
   * @return the record
   * @throws BadInput if it is unreadable, not JSON, of another schema version, or incomplete
   */
  public RunRecord read() {
    Path file = path.resolve("run.json");
    return JsonDocument.read(InputFile.named(file.toString()))
        .ofVersion(RunRecord.SCHEMA_VERSION)
        .as(RunRecord.class, GSON, "the run.json of a run");
  }
}
