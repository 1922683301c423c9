package org.svabench.benchmarks.suite;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.results.format.ResultFormatFactory;
import org.openjdk.jmh.results.format.ResultFormatType;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.svabench.results.input.BadInput;
import org.svabench.results.run.AtomicFile;
import org.svabench.results.run.DiskFault;

/** {@code -rf} and {@code -rff} mean in a suite what they mean in JMH: one more file. */
public final class ResultFile {
  private final ResultFormatType format;
  private final String file;

  private ResultFile(ResultFormatType format, String file) {
    this.format = format;
    this.file = file;
  }

  /**
   * What the options ask for, which may be none.
   *
   * @param options JMH's
   * @return the file, not yet looked at
   */
  public static ResultFile of(CommandLineOptions options) {
    if (!options.getResultFormat().hasValue() && !options.getResult().hasValue()) {
      return new ResultFile(null, null);
    }
    ResultFormatType format = options.getResultFormat().orElse(ResultFormatType.CSV);
    return new ResultFile(
        format, options.getResult().orElse("jmh-result." + format.name().toLowerCase(Locale.ROOT)));
  }

  /**
   * Finds out before anything is measured whether it can be written: minutes must not end in a file
   * that cannot be. Nothing is left behind.
   *
   * @throws BadInput if it cannot
   */
  public void check() {
    if (file == null) {
      return;
    }
    try {
      Path path = Path.of(file);
      if (file.isEmpty() || Files.isDirectory(path)) {
        throw new BadInput("-rff " + file + ": is a folder; name a file");
      }
      boolean there = Files.exists(path);
      Files.write(path, new byte[0], StandardOpenOption.CREATE, StandardOpenOption.APPEND);
      if (!there) {
        Files.delete(path);
      }
    } catch (InvalidPathException e) {
      throw new BadInput("-rff " + file + ": cannot be a file: " + e.getReason());
    } catch (IOException e) {
      throw new BadInput("-rff " + file + ": cannot be written: " + DiskFault.in(e));
    }
  }

  /**
   * Writes the file as a whole.
   *
   * @param results of all benchmarks
   * @return its name; null where none was asked for
   * @throws ForkFailed if the disk refuses
   */
  public String write(Collection<RunResult> results) throws ForkFailed {
    if (file == null) {
      return null;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
    ResultFormatFactory.getInstance(format, out).writeOut(results);
    out.flush();
    try {
      AtomicFile.write(Path.of(file), bytes::writeTo);
      return file;
    } catch (IOException e) {
      throw ForkFailed.ofRun("-rff: cannot write " + file + ": " + DiskFault.in(e));
    }
  }
}
