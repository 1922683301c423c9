package org.svabench.benchmarks.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.zip.GZIPOutputStream;
import org.svabench.benchmarks.scenario.Scenario;
import org.svabench.results.input.BadInput;
import org.svabench.results.input.InputFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code scenario}: scripted operations and their outcomes. */
@Command(
    name = "scenario",
    usageHelpWidth = 100,
    description =
        "Runs scripted bind, unbind, invalidate and exit operations through the model and writes"
            + " the same lines with every outcome, or compares them with recorded outcomes.",
    footer = {
      "",
      "Example: a machine, an mm, a bond, and a notification of one page",
      "",
      "  cat > one.jsonl <<'END'",
      "  {\"format\":\"sva-vectors/1\",\"topology\":\"guest-1viommu:4\",\"model\":\"vtd-6.14\"}",
      "  {\"op\":\"mm\",\"mm\":0}",
      "  {\"op\":\"bind\",\"mm\":0,\"dev\":0}",
      "  {\"op\":\"inv\",\"mm\":0,\"s\":\"0x7000\",\"e\":\"0x8000\"}",
      "  END",
      "  java -jar benchmarks.jar scenario one.jsonl",
      "",
      "The format is described in benchmarks/docs/scenarios.md."
    })
final class ScenarioCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "show this help")
  private boolean help;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "scenario in the sva-vectors/1 format, gzipped or not; - for standard input")
  private List<String> files;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUT",
      description =
          "write the outcomes there instead of to standard output; gzipped where the name ends in"
              + " .gz. With several FILEs a folder, which takes a file of the same name for each")
  private Path output;

  @Option(
      names = "--check",
      description =
          "compare with the outcomes in the files: print each difference, then how many there"
              + " were. Exit code 1 where there is any")
  private boolean check;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    Map<Path, List<String>> written = new LinkedHashMap<>();
    Scenario.Tally total = new Scenario.Tally(0, 0);
    for (String name : files) {
      InputFile file = InputFile.named(name);
      List<String> outcomes = new ArrayList<>();
      if (check) {
        Scenario.Tally tally =
            Scenario.check(file, output == null ? unused -> {} : outcomes::add, out::println);
        total = total.plus(tally);
        if (files.size() > 1) {
          out.println(name + ": " + tally);
        }
      } else {
        Scenario.run(file, outcomes::add);
      }
      if (output == null) {
        outcomes.forEach(out::println);
      } else if (written.put(target(name), outcomes) != null) {
        throw new BadInput(
            "-o " + output + " has room for one file called " + target(name).getFileName());
      }
    }
    written.forEach(
        (target, lines) -> OutputFile.write(target, content -> write(content, target, lines)));
    if (check) {
      out.println(total);
    }
    return total.mismatches() == 0 ? ExitCode.GOOD : ExitCode.NO;
  }

  private Path target(String file) {
    return files.size() == 1 ? output : output.resolve(Path.of(file).getFileName());
  }

  private static void write(OutputStream content, Path target, List<String> lines)
      throws IOException {
    boolean zipped = target.getFileName().toString().endsWith(".gz");
    GZIPOutputStream gzip = zipped ? new GZIPOutputStream(content) : null;
    OutputStream out = zipped ? gzip : content;
    for (String line : lines) {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    }
    if (zipped) {
      gzip.finish();
    }
  }
}
