package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.svabench.results.input.InputFile;

class ScenarioCommandTest {
  private static final String SCRIPT =
      """
      {"format":"sva-vectors/1","topology":"spr-1s-dsa","model":"vtd-6.14"}
      {"op":"mm","mm":0}
      """;
  private static final String OUTCOMES =
      SCRIPT
          + "{\"op\":\"end\",\"ops\":1,\"tot\":"
          + "{\"P\":0,\"A\":0,\"D\":0,\"C\":0,\"submits\":0}}\n";

  @TempDir Path folder;

  @Test
  void outcomesGoToStandardOutput() throws IOException {
    CommandLineSession session = CommandLineSession.run("scenario", script("a.jsonl", SCRIPT));
    assertEquals(new CommandLineSession(0, OUTCOMES, ""), session);
  }

  @Test
  void outcomesGoToAFileGzippedByName() throws IOException {
    String script = script("a.jsonl", SCRIPT);
    for (String name : List.of("out.jsonl", "deeper/out.jsonl.gz")) {
      Path target = folder.resolve(name);
      CommandLineSession session = CommandLineSession.run("scenario", script, "-o", target + "");
      assertEquals(new CommandLineSession(0, "", ""), session);
      assertEquals(OUTCOMES.lines().toList(), InputFile.named(target.toString()).lines());
    }
    assertEquals(0x1f, Files.readAllBytes(folder.resolve("deeper/out.jsonl.gz"))[0]);
  }

  @Test
  void severalFilesGoToAFolder() throws IOException {
    String a = script("a.jsonl", SCRIPT);
    String b = script("b.jsonl", SCRIPT);
    String target = folder.resolve("out").toString();
    assertEquals(0, CommandLineSession.run("scenario", a, b, "-o", target).exitCode());
    assertEquals(OUTCOMES, Files.readString(folder.resolve("out/b.jsonl")));
    CommandLineSession twice = CommandLineSession.run("scenario", a, a, "-o", target);
    assertEquals(2, twice.exitCode());
    assertEquals("svabench: -o " + target + " has room for one file called a.jsonl\n", twice.err());
  }

  @Test
  void aCheckThatAgreesIsGood() throws IOException {
    CommandLineSession session =
        CommandLineSession.run("scenario", "--check", script("a.jsonl", OUTCOMES));
    assertEquals(new CommandLineSession(0, "1 operations, 0 mismatches\n", ""), session);
  }

  @Test
  void aCheckThatDisagreesExitsWith1() throws IOException {
    String wrong = script("wrong.jsonl", OUTCOMES.replace("\"ops\":1", "\"ops\":2"));
    String right = script("right.jsonl", OUTCOMES);
    CommandLineSession session = CommandLineSession.run("scenario", "--check", wrong, right);
    assertEquals(1, session.exitCode());
    assertEquals(
        List.of(
            wrong + ":3: ops: expected 2, got 1",
            wrong + ": 1 operations, 1 mismatches",
            right + ": 1 operations, 0 mismatches",
            "2 operations, 1 mismatches"),
        session.out().lines().toList());
  }

  @Test
  void badInputIsOneLineAndLeavesNothingBehind() throws IOException {
    String script = script("a.jsonl", SCRIPT + "{\"op\":\"bind\",\"mm\":4,\"dev\":0}\n");
    Path target = folder.resolve("out.jsonl");
    CommandLineSession session = CommandLineSession.run("scenario", script, "-o", target + "");
    assertEquals(
        new CommandLineSession(2, "", "svabench: " + script + ":3: unknown mm: mm=4\n"), session);
    assertFalse(Files.exists(target));
    assertEquals(2, CommandLineSession.run("scenario", folder.resolve("none") + "").exitCode());
    assertEquals(2, CommandLineSession.run("scenario").exitCode());
    assertEquals(2, CommandLineSession.run("scenario", script, "--chek").exitCode());
  }

  @Test
  void anOutputThatCannotBeWrittenIsBadInput() throws IOException {
    String script = script("a.jsonl", SCRIPT);
    CommandLineSession session =
        CommandLineSession.run("scenario", script, "-o", script + "/below/out.jsonl");
    assertEquals(2, session.exitCode());
    assertEquals(1, session.err().lines().count(), session.err());
  }

  @Test
  void everyRecordingChecks() throws IOException, URISyntaxException {
    Path vectors = Path.of(getClass().getResource("/vectors").toURI());
    try (Stream<Path> files = Files.list(vectors)) {
      String[] arguments =
          Stream.concat(Stream.of("scenario", "--check"), files.map(Path::toString))
              .toArray(String[]::new);
      CommandLineSession session = CommandLineSession.run(arguments);
      assertEquals(0, session.exitCode(), session.out());
      assertTrue(session.out().endsWith("\n11600 operations, 0 mismatches\n"), session.out());
    }
  }

  private String script(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }
}
