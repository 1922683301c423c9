package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The build servers' files in benchmarks/docs/suites.md: their own lines, run by a shell. */
class DocumentedShardsTest {
  private static final int PARTS = 8;

  /** Instead of Java, what it would be given. */
  private static final String JAVA = "java() { printf '%s\\n' \"$@\"; }\n";

  private String github;
  private String kubernetes;

  @BeforeEach
  void blocks() throws IOException {
    assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
    List<String> blocks =
        Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("docs", "suites.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertEquals(2, blocks.size());
    github = blocks.get(0);
    kubernetes = blocks.get(1);
  }

  @Test
  void theMatrixOfGithubRunsEveryRowOnce() throws Exception {
    assertTrue(github.contains("part: [1, 2, 3, 4, 5, 6, 7, 8]"), github);
    String line = only(github, "- run: (java .*suite .*)");
    List<String> rows = new ArrayList<>();
    for (int part = 1; part <= PARTS; part++) {
      rows.addAll(rows(words(line.replace("${{ matrix.part }}", "" + part), "")));
    }
    assertWhole(rows);
  }

  @Test
  void theIndexedJobOfKubernetesRunsEveryRowOnce() throws Exception {
    assertTrue(kubernetes.contains("completions: " + PARTS), kubernetes);
    String line = only(kubernetes, "args: \\[\"(.*)\"\\]");
    List<String> rows = new ArrayList<>();
    for (int index = 0; index < PARTS; index++) {
      rows.addAll(rows(words(line, "JOB_COMPLETION_INDEX=" + index + "\n")));
    }
    assertWhole(rows);
  }

  @Test
  void bothMergeWhatThePartsWrote() throws Exception {
    String parts = only(github, "suite .* --out (\\S+)");
    List<String> merge = words(only(github, "- run: (java .* merge .*)"), "set -f\n");
    assertEquals(List.of("merge", parts + "/*", "--out", "merged"), merge);
    assertTrue(github.contains("path: " + parts + ", merge-multiple: true"), github);
    String text = Files.readString(Path.of("docs", "suites.md"));
    assertEquals(
        List.of("merge", "/shared/parts/*", "--out", "/shared/merged"),
        words(only(text, "`(java -jar /shared/benchmarks.jar merge [^`]*)`"), "set -f\n"));
  }

  @Test
  void theFilesAreIndentedAsYamlMustBe() {
    for (String yaml : List.of(github, kubernetes)) {
      assertFalse(yaml.contains("\t"), yaml);
      yaml.lines()
          .filter(line -> line.indexOf(line.strip()) % 2 != 0)
          .forEach(line -> assertEquals("", line, "odd indentation"));
    }
  }

  /** A dry run of the suite in the documented words. */
  private static List<String> rows(List<String> words) {
    int shard = words.indexOf("--shard");
    assertTrue(shard > 0, words::toString);
    List<String> dry = new ArrayList<>(words);
    dry.add("--dry-run");
    return round(dry);
  }

  private static List<String> round(List<String> words) {
    CommandLineSession session = CommandLineSession.withStreams(words.toArray(new String[0]));
    assertEquals(ExitCode.GOOD, session.exitCode(), session.err());
    return session
        .out()
        .lines()
        .skip(1)
        .takeWhile(line -> line.startsWith("  "))
        .map(String::strip)
        .toList();
  }

  /** All rows of the suite, the controls in every part and the others in one. */
  private static void assertWhole(List<String> rows) {
    List<String> suite = round(List.of("suite", "full", "--dry-run"));
    assertEquals(new TreeSet<>(suite), new TreeSet<>(rows));
    long controls = suite.stream().filter(row -> row.matches("(Empty|Hiccups)\\..*")).count();
    assertTrue(controls > 0);
    assertEquals(suite.size() + (PARTS - 1) * controls, rows.size());
  }

  private static List<String> words(String line, String before) throws Exception {
    Process shell = new ProcessBuilder("/bin/sh", "-c", before + JAVA + line).start();
    List<String> words =
        new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    assertEquals(0, shell.waitFor(), line);
    assertEquals("-jar", words.get(0));
    assertTrue(words.get(1).endsWith("benchmarks.jar"), line);
    return words.subList(2, words.size());
  }

  private static String only(String text, String regex) {
    List<MatchResult> found = Pattern.compile(regex).matcher(text).results().toList();
    assertEquals(1, found.size(), regex);
    return found.get(0).group(1);
  }
}
