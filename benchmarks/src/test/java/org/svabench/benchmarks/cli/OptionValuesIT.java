package org.svabench.benchmarks.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Every option of every command, and every option of JMH, with values that mean nothing: a line on
 * standard error, exit code 2, nothing on standard output and nothing written.
 *
 * <p>A row of the table: command, option, kinds of bad values and more of them. EMPTY and BLANK are
 * words without and with a space, NUL holds a character that no file name can, IN is a folder, FILE
 * a text, JMH a result of JMH, TRACE a trace, SCRIPT a scenario, JAR a jar of benchmarks.
 */
class OptionValuesIT {
  private static final String LONG =
      "EMPTY BLANK x １２ 1.5 9223372036854775808 1e400 1e3 NaN INF Infinity 0x10 1_000 10m 10BLANKm";
  private static final String NAME = "EMPTY BLANK nosuch NaN , １ -1 ,nosuch nosuch,";
  private static final Map<String, String> KINDS =
      Map.of(
          "LONG", LONG,
          "COUNT", LONG + " 2147483648 -2147483649 -1 0",
          "DECIMAL", "EMPTY BLANK x １２ 1,5 1e400 NaN INF Infinity -1 0 0.0 0x10 1_000 10m 0x1p3 1d",
          "NAME", NAME,
          "REGEX", "EMPTY [ ( *a a{2,1} (?<x>",
          "TIME", "EMPTY BLANK x １２s 1,5s -1s -5 10BLANKm 10x 99999999999999999999s 1e400s NaN INF",
          "OUT", "EMPTY NUL IN /proc/nosuch/x FILE/x",
          "LABEL", "EMPTY BLANK .. a/b a,b １ -x " + "x".repeat(81),
          "MARGIN", "EMPTY x 5 -5% 0% 1e400% 5,5% NaN% 9999% [=5% =5% 5BLANK% ５%");

  private static final String TABLE =
      """
      suite smoke --dry-run | --shard | EMPTY 0/8 9/8 1/0 a/b 1 1/ /8 -1/8 1/99999999999 １/２ 1,2/8 1/2/3
      suite smoke --dry-run | --shard | 1/1000 1.0/2 BLANK1/2 1/2BLANK NaN/2
      suite smoke --dry-run | --seed | LONG
      suite smoke --dry-run | --label | LABEL
      suite smoke | --out | EMPTY NUL FILE
      suite | --resume | EMPTY NUL IN FILE nosuch
      merge nosuch | --label | LABEL
      merge nosuch | --out | EMPTY NUL
      compare JMH JMH | --metrics | REGEX
      compare JMH JMH | --format | NAME TEXT json
      fanout | --topology | NAME guest-1viommu: guest-1viommu:0 guest-1viommu:-1 guest-1viommu:1e9
      fanout | --topology | guest-1viommu:99999999999 guest-1viommu:１２ grid:4 grid:4x grid:0x4 grid:4x0
      fanout | --topology | grid:65536x65536 grid:1025x1 grid:-1x4 spr-64s:0 spr-64s:x spr-1s-dsa:4 IN FILE
      fanout | --design | NAME vtd-6.7 vtd-6.6, vtd-6.6,,vtd-6.8 all,nosuch
      fanout | --range | EMPTY BLANK 0 0p -1p 1g 1x 1p, , 1.5m １２p 9223372036854775808 1e400 NaN INF 1p@
      fanout | --range | 99999999999999999999p 18446744073709551616 1p@0x 1p@7000 1p@0xfffffffffffff000
      fanout | --range | 0x2000-0x1000 0x1000-0x1000 0x1000 0x1000- -0x1000 0xg-0xh 1p@0x10000000000000000
      fanout | --cost | NAME IN FILE
      fanout | --quirk | NAME
      fanout | --format | NAME
      simulate --notifications 1 --cpus 1 | --topology | NAME IN FILE
      simulate --notifications 1 --cpus 1 | --design | NAME
      simulate --notifications 1 --cpus 1 | --range | EMPTY 0 x 1p,
      simulate --notifications 1 --cpus 1 | --cost | NAME IN FILE
      simulate --notifications 1 | --cpus | COUNT 4097 1, , 1,x
      simulate --notifications 1 --cpus 1 | --mms | COUNT 1,
      simulate --notifications 1 --cpus 1 | --depth | COUNT 3 1048577 256,
      simulate --notifications 1 --cpus 1 | --ril | NAME
      simulate --notifications 1 --cpus 1 | --poll | NAME
      simulate --notifications 1 --cpus 1 | --wait | NAME
      simulate --notifications 1 --cpus 1 | --queue | NAME
      simulate --notifications 1 --cpus 1 | --full | NAME
      simulate --notifications 1 --cpus 1 | --before | LONG -1 101 50, ,
      simulate --notifications 1 --cpus 1 | --gap | TIME 10 1.5s
      simulate --notifications 1 --cpus 1 | --line | EMPTY 20ns 20ns/ /20ns 20/100 20ns/100ns/3 -1ns/2ns x/y
      simulate --cpus 1 | --notifications | COUNT
      simulate --notifications 1 --cpus 1 | --seed | LONG
      simulate --notifications 1 --cpus 1 | --slow | EMPTY 0 0= =1s x=1s -1=1s 0=0s 0=-1s 99999=1s 999999=1s
      simulate --notifications 1 --cpus 1 | --slow | 0=10x １=1s , 0=1s,
      simulate --notifications 1 --cpus 1 | --format | NAME
      validate | --format | NAME
      scenario SCRIPT | --output | OUT
      verify --seconds 0.01 | --design | NAME
      verify --seconds 0.01 | --index | NAME
      verify --seconds 0.01 | --topology | NAME IN FILE
      verify --seconds 0.01 | --threads | COUNT 1 257
      verify --design nosuch | --seed | LONG
      verify | --seconds | DECIMAL 604801 99999999999999999999
      replay TRACE | --topology | NAME IN FILE
      replay TRACE | --design | NAME
      replay TRACE | --devices | COUNT 5
      replay TRACE | --cost | NAME IN FILE
      replay TRACE | --pid | COUNT 1, ,
      replay TRACE | --comm | EMPTY , x,
      replay TRACE | --quirk | NAME
      replay TRACE | --format | NAME TABLE
      calibrate nosuch | --output | EMPTY NUL
      gate | --baseline | EMPTY NUL IN FILE nosuch
      gate | --candidate | EMPTY NUL IN FILE nosuch
      gate --baseline JAR --candidate JAR | --include | REGEX
      gate --baseline JAR --candidate JAR | -p | EMPTY x =x x= = x=, x=1,
      gate --baseline JAR --candidate JAR | --tolerance | MARGIN
      gate --baseline JAR --candidate JAR | --floor | MARGIN 99%
      gate --baseline JAR --candidate JAR | --budget | TIME 0s 0m 10 1.5s
      gate --baseline JAR --candidate JAR | --inconclusive | NAME WARN
      gate --baseline JAR --candidate JAR | --exact-counter | REGEX
      gate --baseline JAR --candidate JAR | --prof | EMPTY BLANK
      gate --baseline JAR --candidate JAR | --adjacent | REGEX
      gate --baseline JAR --candidate JAR | --ruler | REGEX
      gate --baseline JAR --candidate JAR | --seed | LONG
      gate --baseline JAR --candidate JAR | --label | LABEL
      gate --baseline nosuch --candidate nosuch | --out | EMPTY NUL
      gate --baseline nosuch --candidate nosuch | --jvm-args | EMPTY
      gate | --replay | EMPTY NUL IN FILE nosuch
      gate --exact | --baselines | EMPTY NUL FILE nosuch
      report JMH | --output | OUT
      report JMH | --site | EMPTY NUL /proc/nosuch/x FILE FILE/x
      report JMH | --publish | EMPTY NUL
      doctor | --format | NAME md
      export JMH | --format | NAME
      export JMH --format hlog | --call | REGEX
      export JMH --format csv | --call | x
      export JMH --format csv | --output | OUT
      import JMH | --label | LABEL
      import JMH --out IN | --revision | EMPTY BLANK
      import JMH --out IN | --time | EMPTY x 2026 2026-13-01T00:00:00Z 2026-11-22 -1 1e400 1969-01-01T00:00:00Z
      import JMH --out IN | --time | +1000000000-12-31T23:59:59Z ２026-11-22T07:45:00Z
      import JMH | --out | EMPTY NUL /proc/nosuch/x FILE FILE/x
      """;

  private static final String JMH_TABLE =
      """
      suite smoke --dry-run | -i | COUNT
      suite smoke --dry-run | -bs | COUNT
      suite smoke --dry-run | -wi | LONG -1 2147483648
      suite smoke --dry-run | -wbs | COUNT
      suite smoke --dry-run | -t | LONG -2 2147483648 max0
      suite smoke --dry-run | -f | COUNT
      suite smoke --dry-run | -wf | LONG -1 2147483648
      suite smoke --dry-run | -opi | COUNT
      suite smoke --dry-run | -tg | LONG -1 1, 1,,2 1,x
      suite smoke --dry-run | -r | EMPTY BLANK x １２s 1,5s -1s 0s 10x 99999999999999999999s 1e400s NaN INF
      suite smoke --dry-run | -w | EMPTY BLANK x １２s 1,5s -1s 10x 99999999999999999999s 1e400s NaN INF
      suite smoke --dry-run | -to | EMPTY BLANK x １２s 1,5s -1s 0s 10x 99999999999999999999s 1e400s NaN
      suite smoke --dry-run | -bm | EMPTY nosuch avgt,nosuch
      suite smoke --dry-run | -si | EMPTY BLANK yes 1 on
      suite smoke --dry-run | -gc | EMPTY BLANK yes 1 on
      suite smoke --dry-run | -foe | EMPTY BLANK yes 1 on
      suite smoke --dry-run | -v | EMPTY nosuch 1
      suite smoke --dry-run | -tu | EMPTY nosuch d
      suite smoke --dry-run | -rf | EMPTY nosuch
      suite smoke --dry-run | -wm | EMPTY nosuch
      suite smoke --dry-run | -e | REGEX .
      suite smoke --dry-run | -wmb | REGEX
      suite smoke --dry-run | -prof | EMPTY nosuch gc:nosuch=1
      suite smoke --dry-run | -jvm | EMPTY NUL IN FILE nosuch
      suite smoke --dry-run | -p | EMPTY x =x x= = design= design=, design=vtd-6.6, nosuch=1 desing=vtd-6.6
      suite smoke --dry-run | -p | design=nosuch topology=nosuch cost=nosuch topology=guest-1viommu:0
      suite smoke | -o | EMPTY IN /proc/nosuch/x
      Tiny.counted -f 1 | -o | EMPTY NUL IN /proc/nosuch/x FILE/x
      Tiny.counted -f 1 | -rff | EMPTY NUL IN /proc/nosuch/x FILE/x
      suite smoke | -rff | EMPTY NUL IN /proc/nosuch/x FILE/x
      Tiny.counted -f 1 | -p | design=nosuch nosuch=1 desing=vtd-6.6
      Tiny.counted -f 1 | --out | EMPTY NUL
      Tiny.counted -f 1 --out IN | --label | LABEL
      Tiny.counted -f 1 | -jvm | nosuch
      Tiny.counted -f 1 | -t | １２ 0x10
      """;

  /** What only the JVM of a fork can say is wrong. */
  private static final List<String> FOR_THE_JVM =
      List.of("-jvmArgs", "-jvmArgsAppend", "-jvmArgsPrepend");

  @TempDir Path folder;
  private Path in;

  @BeforeEach
  void files() throws IOException {
    in = Files.createDirectory(folder.resolve("in"));
    Files.writeString(folder.resolve("file"), "hello world\n");
    Files.writeString(folder.resolve("jmh.json"), BadFile.Jmh.GOOD);
    Files.writeString(
        folder.resolve("trace.tsv"),
        "nsecs\tpid\ttid\tcomm\top\tstart\tlen\tflags\n1\t1\t1\tx\tmmap\t0x7000\t4096\t0\n");
    Files.writeString(
        folder.resolve("script.jsonl"),
        "{\"format\":\"sva-vectors/1\",\"topology\":\"guest-1viommu:4\",\"model\":\"vtd-6.14\"}\n");
    try (OutputStream out = Files.newOutputStream(folder.resolve("some.jar"));
        ZipOutputStream jar = new ZipOutputStream(out)) {
      for (Map.Entry<String, String> entry :
          Map.of(
                  "META-INF/MANIFEST.MF", "Manifest-Version: 1.0\nMain-Class: x.Main\n",
                  "META-INF/BenchmarkList", "",
                  "org/openjdk/jmh/Main.class", "")
              .entrySet()) {
        jar.putNextEntry(new ZipEntry(entry.getKey()));
        jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  static Stream<String> rows() {
    return Stream.concat(TABLE.lines(), JMH_TABLE.lines());
  }

  @ParameterizedTest
  @MethodSource("rows")
  void aValueThatMeansNothingIsNamedOnOneLine(String row) throws IOException {
    String[] columns = row.split(" \\| ");
    for (String kind : columns[2].split(" ")) {
      for (String value : KINDS.getOrDefault(kind, kind).split(" ")) {
        assertRefused(words(columns[0], columns[1], value), columns[1]);
      }
    }
  }

  @Test
  void everyOptionHasARow() {
    TreeSet<String> options = new TreeSet<>();
    commands()
        .forEach(
            (name, command) ->
                command.getCommandSpec().options().stream()
                    .filter(option -> option.arity().max() > 0)
                    .forEach(option -> options.add(name + " " + option.longestName())));
    TreeSet<String> rows = new TreeSet<>();
    TABLE
        .lines()
        .map(row -> row.split(" \\| "))
        .forEach(columns -> rows.add(columns[0].split(" ")[0] + " " + columns[1]));
    assertEquals(options, rows);
  }

  @Test
  void everyOptionOfJmhHasARow() {
    TreeSet<String> options = new TreeSet<>();
    Pattern.compile("^ {2}(-\\w+) <", Pattern.MULTILINE)
        .matcher(CommandLineSession.withStreams("-h").out())
        .results()
        .forEach(option -> options.add(option.group(1)));
    TreeSet<String> rows = new TreeSet<>(FOR_THE_JVM);
    JMH_TABLE
        .lines()
        .map(row -> row.split(" \\| ")[1])
        .filter(option -> !option.startsWith("--"))
        .forEach(rows::add);
    assertEquals(options, rows);
  }

  @Test
  void anOptionWithoutItsValueOrGivenTwiceOrASwitchWithAValueIsRefused() throws IOException {
    for (Map.Entry<String, CommandLine> command : commands().entrySet()) {
      for (OptionSpec option : command.getValue().getCommandSpec().options()) {
        String name = option.longestName();
        if (option.arity().max() == 0) {
          assertRefused(words(command.getKey(), name + "=x"), name);
          continue;
        }
        assertRefused(words(command.getKey(), name), name);
        if (!option.isMultiValue()) {
          assertRefused(words(command.getKey(), name, "1", name, "1"), name);
        }
      }
    }
    for (String row : JMH_TABLE.lines().toList()) {
      String[] columns = row.split(" \\| ");
      assertRefused(words(columns[0], columns[1]), columns[1]);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "fanout --topology guest-1viomm | guest-1viommu",
        "fanout --design vtd-6.15 | vtd-6.14",
        "fanout --cost vtd-icy | vtd-icx",
        "fanout --quirk empty-rang | empty-range",
        "verify --index bitste | bitset",
        "suite smok | smoke",
        "suite smoke --dry-run -p desing=vtd-6.6 | design",
        "suite smoke --dry-run -p design=vtd-6.15 | vtd-6.14",
        "Tiny.counted -p topolgy=grid:1x1 | topology",
        "siute | suite",
      })
  void aMisspeltNameIsAnsweredWithTheNearest(String command, String nearest) throws IOException {
    assertTrue(
        assertRefused(words(command), "").matches("(?s).*; nearest: .*" + nearest + ".*"), command);
  }

  @ParameterizedTest
  @CsvSource({
    "nosuch.*benchmark",
    "'[a'",
    "''",
    "Tiny -e Tiny",
    "suite smoke nosuch",
    "suite smoke ''",
    "-nosuch",
    "--nosuch",
    "-f",
    "'Tiny.counted --label x'",
    "'Tiny.counted --out=IN/x'"
  })
  void whatSelectsNothingIsRefused(String command) throws IOException {
    assertRefused(words(command.isEmpty() ? "EMPTY" : command.replace("''", "EMPTY")), "");
  }

  private static Map<String, CommandLine> commands() {
    return Main.commandLine("--help").getSubcommands();
  }

  private String assertRefused(List<String> words, String named) throws IOException {
    List<String> before = working();
    CommandLineSession session =
        assertTimeoutPreemptively(
            Duration.ofSeconds(60),
            () -> CommandLineSession.withStreams(words.toArray(new String[0])));
    String what = words + ": " + session.out() + session.err();
    String value = words.get(words.size() - 1).replaceAll("\\p{Cntrl}", "?");
    // Of NAME=VALUE either may be named.
    String tail = value.matches(".*=.+") ? value.substring(value.indexOf('=') + 1) : value;
    assertAll(
        what,
        () -> assertEquals(ExitCode.BAD_INPUT, session.exitCode(), what),
        () -> assertEquals(1, session.err().lines().count(), what),
        () -> assertTrue(session.err().startsWith("svabench: "), what),
        () -> assertTrue(session.err().length() < 700, what),
        () -> assertTrue(Stream.of(named, value, tail).anyMatch(session.err()::contains), what),
        () -> assertFalse(session.err().contains("Exception"), what),
        () -> assertEquals("", session.out(), what));
    assertEquals(before, working(), what);
    return session.err();
  }

  /** What is in the folders that a command writes to unless told otherwise, and in {@code in}. */
  private List<String> working() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path place : List.of(Path.of(""), Path.of("results", "runs"), folder, in)) {
      if (Files.isDirectory(place)) {
        try (Stream<Path> files = Files.list(place)) {
          files
              .map(Path::toString)
              .filter(name -> !name.equals("jmh.lock"))
              .sorted()
              .forEach(all::add);
        }
      }
    }
    return all;
  }

  private List<String> words(String command, String... more) {
    return Stream.concat(Stream.of(command.split(" ")), Stream.of(more)).map(this::word).toList();
  }

  private String word(String word) {
    return switch (word) {
      case "JMH" -> folder.resolve("jmh.json").toString();
      case "TRACE" -> folder.resolve("trace.tsv").toString();
      case "SCRIPT" -> folder.resolve("script.jsonl").toString();
      case "JAR" -> folder.resolve("some.jar").toString();
      case "NUL" -> "a\0b";
      case "EMPTY" -> "";
      default ->
          word.replaceFirst("^IN(?=/|$)", in.toString())
              .replaceFirst("^FILE(?=/|$)", folder.resolve("file").toString())
              .replace("BLANK", " ");
    };
  }
}
