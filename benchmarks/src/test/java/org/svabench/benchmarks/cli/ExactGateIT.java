package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactGateIT {
  @TempDir private Path folder;

  private CommandLineSession exact(String... more) {
    String[] arguments = new String[more.length + 4];
    List<String> first = List.of("gate", "--exact", "--baselines", folder.toString());
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = i < 4 ? first.get(i) : more[i - 4];
    }
    return CommandLineSession.run(arguments);
  }

  @Test
  void aFigureThatChangedIsALineAndExitCodeOneUntilItIsUpdated() throws IOException {
    assertEquals(ExitCode.GOOD, exact("--update").exitCode());
    Path bonds = folder.resolve("bonds.json");
    String kept = Files.readString(bonds);
    Files.writeString(
        bonds,
        kept.replaceFirst("(\"grid:2x4 vtd-6.14 1 first bind\": \\{\"commands\": )\\d+", "$1 999"));

    CommandLineSession changed = exact();
    assertEquals(ExitCode.NO, changed.exitCode());
    assertTrue(
        changed.out().contains("grid:2x4 vtd-6.14 1 first bind: commands 999 -> "), changed.out());
    assertTrue(changed.out().contains("1 differ from"), changed.out());

    assertEquals(ExitCode.GOOD, exact("--update").exitCode());
    assertEquals(kept, Files.readString(bonds));
    assertEquals(ExitCode.GOOD, exact().exitCode());
  }

  @Test
  void aFolderWithoutFiguresIsNotTakenForOneInWhichAllDiffer() {
    CommandLineSession session = exact();

    assertEquals(ExitCode.BAD_INPUT, session.exitCode());
    assertEquals("", session.out());
    assertTrue(session.err().contains("no figures are kept there"), session.err());
    assertEquals(1, session.err().lines().count(), session.err());
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    Files.writeString(folder.resolve("bonds.json"), "{");

    CommandLineSession session = exact();

    assertEquals(ExitCode.BAD_INPUT, session.exitCode());
    assertTrue(session.err().contains("bonds.json:1: not JSON"), session.err());
    assertEquals(1, session.err().lines().count(), session.err());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gate --exact --baselines nowhere | --baselines nowhere: no such folder",
        "gate --exact --baseline a.jar | it takes no other jar",
        "gate --update | go with --exact",
        "gate --replay x --baseline a.jar | it takes no jars",
        "gate | needs --baseline JAR and --candidate JAR",
        "gate --baseline nowhere.jar --candidate nowhere.jar | nowhere.jar: no such file",
        "gate --baseline pom.xml --candidate pom.xml | not a jar",
        "gate --budgt 5m | Unknown option",
        "gate --budget x --baseline a.jar | needs --baseline JAR and --candidate JAR",
        "gate --inconclusive maybe | --inconclusive",
        "gate --replay nowhere | not a gate run",
      })
  void badUsageIsOneLineAndExitCodeTwo(String line, String expected) {
    CommandLineSession session = CommandLineSession.run(line.strip().split(" "));

    assertEquals(ExitCode.BAD_INPUT, session.exitCode());
    assertTrue(session.err().contains(expected.strip()), session.err());
    assertEquals(1, session.err().lines().count(), session.err());
  }
}
