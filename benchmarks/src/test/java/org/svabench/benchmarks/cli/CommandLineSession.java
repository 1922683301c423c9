package org.svabench.benchmarks.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** One command run in this JVM, with what it printed. */
record CommandLineSession(int exitCode, String out, String err) {
  static CommandLineSession run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commands = Main.commandLine();
    commands.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    int exitCode = commands.execute(arguments);
    return new CommandLineSession(exitCode, out.toString(), err.toString());
  }
}
