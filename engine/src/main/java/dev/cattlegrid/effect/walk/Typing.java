package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Outcome;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/// Programs that take orders from a terminal and can start others by them: editors, pagers, debuggers, consoles, multiplexers.
///
/// They count only where the terminal stays open after the call, and what is typed into it then is not asked about. Shells and
/// interpreters are not here: what they read is code, whoever gives it to them.
///
/// Source: the programs' manuals (`!` in vim, less, gdb, ftp; Alt-| in nano).
final class Typing {
    private static final Predicate<List<String>> ALWAYS = _ -> true;
    private static final Predicate<List<String>> ALONE = List::isEmpty;

    /// It says something of itself, or leaves at once.
    private static final Set<String> ENDING =
            Set.of(
                    "--version",
                    "--help",
                    ":q",
                    "q",
                    ":q!",
                    "q!",
                    ":qa",
                    "qa",
                    ":qa!",
                    "qa!",
                    ":wq",
                    "wq",
                    ":x",
                    "x",
                    "+q",
                    "+qa",
                    "+qall",
                    "+qa!",
                    "+wq",
                    "+x");

    private static final Map<Set<String>, Predicate<List<String>>> PROGRAMS =
            Map.ofEntries(
                    Map.entry(
                            Set.of("vi", "vim", "nvim", "view", "vimdiff", "ex", "ed", "nano"),
                            ALWAYS),
                    Map.entry(
                            Set.of("pico", "micro", "hx", "helix", "joe", "mcedit", "kak"), ALWAYS),
                    Map.entry(Set.of("emacs"), without("--batch", "-batch")),
                    Map.entry(Set.of("less", "more", "most", "info"), ALWAYS),
                    Map.entry(
                            Set.of("gdb", "lldb"),
                            without("-batch", "--batch", "-b", "-batch-silent")),
                    Map.entry(Set.of("jdb", "pdb", "pdb3", "ipdb3"), ALWAYS),
                    Map.entry(
                            Set.of("python", "python3"),
                            words ->
                                    words.contains("-i")
                                            || module(words, "pdb", "IPython", "code")),
                    Map.entry(Set.of("node", "php"), with("-i", "--interactive", "-a")),
                    Map.entry(
                            Set.of(
                                    "ipython",
                                    "ptpython",
                                    "bpython",
                                    "irb",
                                    "pry",
                                    "jshell",
                                    "ghci"),
                            ALONE),
                    Map.entry(Set.of("iex", "erl", "julia", "R", "octave", "sbcl", "scala"), ALONE),
                    Map.entry(Set.of("redis-cli", "valkey-cli", "keydb-cli"), Typing::isBare),
                    Map.entry(
                            Set.of("mongosh", "mongo"),
                            without("--eval", "-f", "--file", "--quiet")),
                    Map.entry(
                            Set.of("clickhouse-client"),
                            without("-q", "--query", "--queries-file")),
                    Map.entry(Set.of("deno", "bun"), with("repl")),
                    Map.entry(Set.of("rails"), with("console", "c", "dbconsole")),
                    Map.entry(Set.of("poetry", "pipenv"), with("shell")),
                    Map.entry(
                            Set.of("tmux"),
                            words ->
                                    words.isEmpty()
                                            || with("attach", "attach-session", "a").test(words)
                                            || with("new", "new-session").test(words)
                                                    && !words.contains("-d")),
                    Map.entry(
                            Set.of("screen"),
                            without("-ls", "-list", "-dmS", "-dm", "-X", "-v", "-wipe")),
                    Map.entry(Set.of("zellij", "byobu"), ALONE),
                    Map.entry(Set.of("script"), without("-c", "--command")),
                    Map.entry(Set.of("su", "newgrp"), without("-c", "--command")),
                    Map.entry(Set.of("top"), without("-b", "-bn1", "-b1", "-l")),
                    Map.entry(
                            Set.of("mc", "ranger", "nnn", "lf", "vifm", "tig", "ncdu", "htop"),
                            ALWAYS),
                    Map.entry(Set.of("k9s", "lazygit", "gitui", "lazydocker"), ALWAYS));

    private Typing() {}

    static boolean takesOrders(Invocation call) {
        List<String> words = call.args().stream().map(arg -> arg.text().orElse("")).toList();
        return words.stream().noneMatch(ENDING::contains)
                && PROGRAMS.entrySet().stream()
                        .anyMatch(entry ->
                                entry.getKey().contains(call.name())
                                        && entry.getValue().test(words));
    }

    /// Whether code is what somebody may type into a terminal after the call.
    static boolean isTyped(Arg code) {
        return code.data().equals(Io.Input.TYPED.data());
    }

    static Outcome code(Invocation from) {
        var notes = new Outcome.Notes();
        String what =
                "what is typed into `%s` later; give it the text or a script instead"
                        .formatted(from.name());
        notes.must(new Effect.Unknown(new Gap.Unread(what), Bound.ANYTHING, from.span()));
        return notes.done();
    }

    /// Options and their values, and nothing else.
    private static boolean isBare(List<String> words) {
        return IntStream.range(0, words.size())
                .allMatch(i ->
                        words.get(i).startsWith("-") || i > 0 && words.get(i - 1).startsWith("-"));
    }

    private static Predicate<List<String>> with(String... any) {
        return words -> words.stream().anyMatch(Set.of(any)::contains);
    }

    private static Predicate<List<String>> without(String... none) {
        return with(none).negate();
    }

    private static boolean module(List<String> words, String... any) {
        int at = words.indexOf("-m");
        return at >= 0 && at + 1 < words.size() && Set.of(any).contains(words.get(at + 1));
    }
}
