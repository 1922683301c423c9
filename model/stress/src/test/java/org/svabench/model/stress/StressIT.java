package org.svabench.model.stress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The short form of the stress tests: what is right passes, what is broken is caught. */
@Tag("jcstress")
class StressIT {
  private static final String PACKAGE = "org.svabench.model.stress.";
  private static final Path TARGET = Path.of("target").toAbsolutePath();
  private static final Pattern FORBIDDEN =
      Pattern.compile("^" + Pattern.quote(PACKAGE) + "(\\S+) \\[.*Observed forbidden state");

  /** What a run of jcstress came to. */
  private record Outcome(int exitCode, Set<String> caught, String output) {}

  private static Outcome run(String tests, int milliseconds)
      throws IOException, InterruptedException {
    assumeTrue(Runtime.getRuntime().availableProcessors() > 1, "needs two processors");
    final Path folder = Files.createTempDirectory(TARGET, "jcstress");
    final Path output = folder.resolve("output.txt");
    final List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                TARGET.resolve("stress.jar").toString()));
    command.addAll(List.of("-t", tests, "-time", Integer.toString(milliseconds), "-r", "report"));
    command.addAll(List.of("-sc", "false", "-f", "1", "-iters", "1"));
    command.addAll(List.of("-jvmArgs", "-XX:+UseSerialGC"));
    final int exitCode =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start()
            .waitFor();
    final Set<String> caught = new TreeSet<>();
    for (String line : Files.readAllLines(output, StandardCharsets.UTF_8)) {
      final Matcher match = FORBIDDEN.matcher(line);
      if (match.find()) {
        caught.add(match.group(1));
      }
    }
    return new Outcome(exitCode, caught, Files.readString(output));
  }

  @Test
  void noStructureShowsAForbiddenOutcome() throws IOException, InterruptedException {
    final Outcome outcome = run(Pattern.quote(PACKAGE) + "[A-Z].*", 60);
    assertEquals(0, outcome.exitCode(), outcome.output());
    assertTrue(outcome.output().contains(" 0 failed, 0 soft errs, 0 hard errs"), outcome.output());
  }

  @Test
  void everyBrokenTwinThatThisMachineCanShowIsCaught() throws IOException, InterruptedException {
    final Outcome outcome = run(Pattern.quote(PACKAGE) + "twin.*", 300);
    final Set<String> missed =
        new TreeSet<>(
            Set.of(
                "twin.IndexTwins.BindWithoutFence",
                "twin.IndexTwins.BitAfterAttach",
                "twin.IndexTwins.ClearedBeforeCountChecked",
                "twin.IndexTwins.CountUnderflow",
                "twin.IndexTwins.NotReadAgain",
                "twin.IndexTwins.NotificationWithoutFence",
                "twin.SectionTwins.ExitWithoutWaiting",
                "twin.SectionTwins.GracePeriodSkipped",
                "twin.SummaryTwins.RetiredInOneStep",
                "twin.SummaryTwins.RetiredThenChecked",
                "twin.WordTwins.CheckThenLock",
                "twin.WordTwins.PlainUpdate"));
    missed.removeAll(outcome.caught());
    assertEquals(Set.of(), missed, outcome.output());
    assertEquals(1, outcome.exitCode(), outcome.output());
  }
}
