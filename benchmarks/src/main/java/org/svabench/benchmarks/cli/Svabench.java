package org.svabench.benchmarks.cli;

import picocli.CommandLine.Command;

/** The root of our commands; each command is a class of its own, listed in {@code subcommands}. */
@Command(
    name = "java -jar benchmarks.jar",
    mixinStandardHelpOptions = false,
    description = "What an mmu-notifier invalidation costs, shared against per-group SVA domains.",
    subcommands = {ScenarioCommand.class})
final class Svabench {}
