package dev.cattlegrid;

import static dev.cattlegrid.SimpleCommands.literals;
import static dev.cattlegrid.SimpleCommands.name;

import dev.cattlegrid.effect.program.OptionSpellings;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Redirect;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Ways to write a command differently that mean the same.
final class Spellings {
    /// @param write nothing where it does not apply
    record Spelling(String name, Function<SimpleCommands, Optional<String>> write) {}

    private static final Set<String> OF_THE_SHELL =
            Set.of(
                    "cd",
                    "export",
                    "set",
                    "history",
                    "unset",
                    "source",
                    ".",
                    "alias",
                    "unalias",
                    "exec",
                    "trap",
                    "wait",
                    "fg",
                    "bg",
                    "jobs",
                    "umask",
                    "type",
                    "ulimit",
                    "readonly",
                    "declare",
                    "typeset",
                    "local",
                    "eval",
                    "time",
                    "read",
                    "shift",
                    "return",
                    "exit",
                    "break",
                    "continue",
                    ":",
                    "builtin",
                    "command",
                    "enable",
                    "hash",
                    "let",
                    "mapfile",
                    "readarray",
                    "pushd",
                    "popd",
                    "dirs",
                    "shopt",
                    "getopts",
                    "help",
                    "disown",
                    "complete",
                    "compgen",
                    "bind",
                    "caller",
                    "times",
                    "suspend",
                    "logout",
                    "coproc");

    /// Programs all of whose operands are paths, if none of their options takes a value.
    private static final Set<String> OF_PATHS =
            Set.of("rm", "cat", "cp", "mv", "touch", "rmdir", "ls", "shred", "unlink", "tee");

    private Spellings() {}

    static List<Spelling> all() {
        return Stream.of(whole().stream(), words().stream(), prefixes(), paths(), options())
                .flatMap(each -> each)
                .toList();
    }

    private static List<Spelling> whole() {
        return List.of(
                whole("group", c -> "{ " + c + "\n}"),
                whole("subshell", c -> "( " + c + "\n)"),
                whole("nested subshells", c -> "( ( " + c + "\n) )"),
                whole("after true", c -> "true && { " + c + "\n}"),
                whole("after false", c -> "false || { " + c + "\n}"),
                whole("if", c -> "if true; then " + c + "\nfi"),
                whole("else", c -> "if false; then :; else " + c + "\nfi"),
                whole("for", c -> "for i in 1; do " + c + "\ndone"),
                whole("while", c -> "while true; do " + c + "\nbreak; done"),
                whole("until", c -> "until false; do " + c + "\nbreak; done"),
                whole("case", c -> "case x in x) " + c + "\n;; esac"),
                whole("function", c -> "work() { " + c + "\n}; work"),
                whole("function of a subshell", c -> "function work ( " + c + "\n)\nwork"),
                whole("after a variable", c -> "OTHER=1\n" + c),
                whole("after another command", c -> "pwd; " + c),
                whole("after a comment", c -> "# a comment with rm -rf in it\n" + c),
                whole("bash -c", c -> "bash -c " + quoted(c)),
                whole("sh -c", c -> "sh -c " + quoted(c)),
                whole("bash -c, twice", c -> "bash -c " + quoted("bash -c " + quoted(c))),
                whole("bash -xec", c -> "/bin/bash -euo pipefail -c " + quoted(c)),
                whole("bash of a here-string", c -> "bash <<< " + quoted(c)),
                whole("bash of a here-document", c -> "bash <<'THE_END'\n" + c + "\nTHE_END\n"),
                whole("bash of a pipe", c -> "printf '%s\\n' " + quoted(c) + " | bash"),
                whole(
                        "a file that is written and run",
                        c ->
                                "cat > /tmp/work.sh <<'THE_END'\n"
                                        + c
                                        + "\nTHE_END\nbash /tmp/work.sh"),
                whole("source of a pipe", c -> "source <(printf '%s\\n' " + quoted(c) + ")"),
                whole("eval", c -> "eval " + quoted(c)),
                whole("eval of a variable", c -> "WORK=" + quoted(c) + "; eval \"$WORK\""),
                whole("eval of ANSI quotes", c -> "eval " + ansi(c)),
                whole("bash -c of a variable", c -> "WORK=" + quoted(c) + "; bash -c \"$WORK\""),
                whole("cd to where it is", c -> "cd /home/dev/project && { " + c + "\n}"),
                whole("cd .", c -> "cd . && { " + c + "\n}"),
                whole("cd there and back", c -> "cd src && cd .. && { " + c + "\n}"),
                whole("in the background", c -> "{ " + c + "\n} & wait"),
                whole("a trap", c -> c.contains("trap") ? c : "trap " + quoted(c) + " EXIT"),
                whole("negated", c -> "! { " + c + "\n}"));
    }

    private static List<Spelling> words() {
        return List.of(
                quoting("double quotes", Spellings::doubly),
                quoting("single quotes", Spellings::quoted),
                quoting("backslashes", Spellings::escaped),
                quoting("ANSI quotes", Spellings::ansi),
                quoting("ANSI quotes in hexadecimal", Spellings::hexadecimal),
                quoting("empty quotes inside", w -> split(w, "''")),
                new Spelling("empty expansions inside", Spellings::emptied),
                new Spelling("operands in variables", c -> variables(c, 1)),
                new Spelling("all in variables", c -> variables(c, 0)),
                new Spelling("in an array", Spellings::array),
                new Spelling("in one variable that splits", Spellings::splitting),
                new Spelling("by a function that runs its arguments", Spellings::byFunction),
                new Spelling("by xargs", Spellings::byXargs),
                new Spelling("redirections first", Spellings::redirectionsFirst),
                new Spelling("redirections turned round", Spellings::redirectionsTurned));
    }

    private static Stream<Spelling> prefixes() {
        return Stream.of(
                        "env",
                        "command",
                        "nice",
                        "nice -n 5",
                        "timeout 60",
                        "timeout -k 5 2m",
                        "nohup",
                        "/usr/bin/env",
                        "env OTHER=1",
                        "stdbuf -oL",
                        "setsid",
                        "env -u OTHER",
                        "command --",
                        "ionice -c 3",
                        "time",
                        "timeout 5 nice env",
                        "builtin command",
                        "chronic",
                        "taskset 1",
                        "busybox env")
                .map(prefix ->
                        new Spelling(
                                prefix,
                                c ->
                                        c.defines() && !prefix.equals("time")
                                                ? Optional.empty()
                                                : c.words(command ->
                                                        first(
                                                                command,
                                                                name ->
                                                                        Spellings.isProgram(name)
                                                                                ? Optional.of(
                                                                                        prefix
                                                                                                + " "
                                                                                                + quotedIfNeeded(
                                                                                                        name))
                                                                                : Optional
                                                                                        .empty()))));
    }

    private static Stream<Spelling> paths() {
        return Stream.of(
                program("/usr/bin", "/usr/bin/"),
                program("/bin", "/bin/"),
                program("/usr/local/bin/..", "/usr/local/../bin/"),
                operands("./", w -> w.startsWith("/") ? w : "./" + w),
                operands("//", w -> w.replace("/", "//")),
                operands("/./", w -> w.replace("/", "/./")),
                operands("x/../", w -> w.startsWith("/") ? "/etc/.." + w : "src/../" + w),
                operands("absolute", w -> w.startsWith("/") ? w : "/home/dev/project/" + w),
                operands("$PWD", w -> w.startsWith("/") ? w : "\"$PWD\"/" + w),
                operands("$(pwd)", w -> w.startsWith("/") ? w : "\"$(pwd)\"/" + w));
    }

    private static Stream<Spelling> options() {
        return OptionSpellings.ways()
                .map(way ->
                        new Spelling(
                                way,
                                c ->
                                        c.each(command -> {
                                            boolean bare =
                                                    command.redirects().isEmpty()
                                                            && command.assignments().isEmpty();
                                            return bare
                                                    ? literals(command)
                                                            .flatMap(words ->
                                                                    OptionSpellings.of(way, words))
                                                            .map(Spellings::line)
                                                    : Optional.empty();
                                        })));
    }

    private static Spelling whole(String name, UnaryOperator<String> write) {
        return new Spelling(name, c -> Optional.of(write.apply(c.text())));
    }

    private static Spelling quoting(String name, UnaryOperator<String> write) {
        return new Spelling(
                name,
                c ->
                        c.words(command ->
                                command.words().stream()
                                        .map(word ->
                                                word.literal()
                                                        .filter(text -> !text.isEmpty())
                                                        .map(write))
                                        .toList()));
    }

    private static boolean isProgram(String name) {
        return !OF_THE_SHELL.contains(name) && !name.contains("/") && !name.contains("=");
    }

    private static List<Optional<String>> first(
            Command.Simple command, Function<String, Optional<String>> change) {
        return List.of(name(command).flatMap(change));
    }

    private static Spelling program(String name, String directory) {
        return new Spelling(
                "program in " + name,
                c ->
                        c.defines()
                                ? Optional.empty()
                                : c.words(command ->
                                        first(
                                                command,
                                                program ->
                                                        isProgram(program)
                                                                        && program.matches(
                                                                                "[a-z0-9_.-]+")
                                                                ? Optional.of(directory + program)
                                                                : Optional.empty())));
    }

    private static Spelling operands(String name, UnaryOperator<String> write) {
        return new Spelling(
                "paths with " + name,
                c ->
                        c.words(command -> {
                            var other = new ArrayList<Optional<String>>();
                            boolean stays =
                                    !c.text().contains("cd ") && !c.text().contains("pushd");
                            boolean paths =
                                    stays && name(command).filter(OF_PATHS::contains).isPresent();
                            for (Word word : command.words()) {
                                boolean operand = paths && !other.isEmpty();
                                other.add(
                                        word.literal()
                                                .filter(text -> operand && isPath(text))
                                                .map(write));
                            }
                            return other;
                        }));
    }

    private static boolean isPath(String text) {
        return text.matches("[A-Za-z0-9_./][A-Za-z0-9_./-]*");
    }

    private static Optional<String> variables(SimpleCommands c, int from) {
        var before = new StringBuilder();
        if (c.defines()) {
            return Optional.empty();
        }
        Optional<String> changed =
                c.words(command -> {
                    var other = new ArrayList<Optional<String>>();
                    boolean shell = name(command).filter(OF_THE_SHELL::contains).isPresent();
                    for (Word word : command.words()) {
                        boolean takes = other.size() >= from && !shell;
                        other.add(
                                word.literal()
                                        .filter(_ -> takes)
                                        .map(text -> {
                                            String name = "V" + before.length();
                                            before.append(name)
                                                    .append("=")
                                                    .append(quoted(text))
                                                    .append("; ");
                                            return "\"$" + name + "\"";
                                        }));
                    }
                    return other;
                });
        return changed.map(text -> before + text);
    }

    /// Not in a loop without an end: whether each of its rounds waits is told from its words as they are written.
    private static Optional<String> emptied(SimpleCommands c) {
        if (c.text().contains("while ")) {
            return Optional.empty();
        }
        return quoting(
                        "",
                        word ->
                                quoted(word.substring(0, word.length() / 2))
                                        + "$EMPTY"
                                        + quoted(word.substring(word.length() / 2)))
                .write()
                .apply(c)
                .map(text -> "EMPTY=; " + text);
    }

    private static Optional<String> array(SimpleCommands c) {
        return one(c).map(words -> "WORK=(" + line(words) + "); \"${WORK[@]}\"");
    }

    private static Optional<String> splitting(SimpleCommands c) {
        return one(c).filter(words ->
                        words.stream().allMatch(word -> word.matches("[A-Za-z0-9_./:=@%+,-]+")))
                .map(words -> "WORK='" + String.join(" ", words) + "'; $WORK");
    }

    private static Optional<String> byFunction(SimpleCommands c) {
        return one(c).map(words -> "run() { \"$@\"; }; run " + line(words));
    }

    private static Optional<String> byXargs(SimpleCommands c) {
        return one(c).filter(words ->
                        words.size() > 1
                                && words.stream()
                                        .allMatch(word -> word.matches("[A-Za-z0-9_./:=@%+,-]+")))
                .map(words ->
                        "printf '%s\\n' "
                                + line(words.subList(1, words.size()))
                                + " | xargs "
                                + words.getFirst());
    }

    /// The words of a text that is one command of a program, without anything round it.
    private static Optional<List<String>> one(SimpleCommands c) {
        return c.commands().size() == 1
                        && !c.defines()
                        && c.commands().getFirst().redirects().isEmpty()
                        && c.commands().getFirst().assignments().isEmpty()
                        && c.commands().getFirst().span().of(c.text()).equals(c.text().strip())
                ? literals(c.commands().getFirst())
                        .filter(words -> !OF_THE_SHELL.contains(words.getFirst()))
                : Optional.empty();
    }

    private static Optional<String> redirectionsFirst(SimpleCommands c) {
        return c.each(command -> {
            if (command.redirects().isEmpty() || command.words().isEmpty()) {
                return Optional.empty();
            }
            String redirects = joined(c, command.redirects());
            return Optional.of(redirects + rest(c, command));
        });
    }

    private static Optional<String> redirectionsTurned(SimpleCommands c) {
        return c.each(command -> {
            boolean free =
                    command.redirects().stream()
                            .allMatch(each ->
                                    Set.of(
                                                    Redirect.Operator.IN,
                                                    Redirect.Operator.OUT,
                                                    Redirect.Operator.APPEND)
                                            .contains(each.operator()));
            boolean distinct =
                    command.redirects().stream()
                                    .map(each ->
                                            each.operator() == Redirect.Operator.IN
                                                    ? "in"
                                                    : String.valueOf(each.from()))
                                    .distinct()
                                    .count()
                            == command.redirects().size();
            return free && distinct && command.redirects().size() > 1
                    ? Optional.of(rest(c, command) + joined(c, command.redirects().reversed()))
                    : Optional.empty();
        });
    }

    private static String joined(SimpleCommands c, List<Redirect> redirects) {
        var text = new StringBuilder();
        redirects.forEach(each -> text.append(' ').append(each.span().of(c.text())).append(' '));
        return text.toString();
    }

    /// A command without its redirections.
    private static String rest(SimpleCommands c, Command.Simple command) {
        var text = new StringBuilder();
        command.assignments().forEach(each -> text.append(each.span().of(c.text())).append(' '));
        command.words().forEach(each -> text.append(each.span().of(c.text())).append(' '));
        return text.toString().strip();
    }

    private static String line(List<String> words) {
        return String.join(" ", words.stream().map(Spellings::quotedIfNeeded).toList());
    }

    private static String quotedIfNeeded(String word) {
        return word.matches("[A-Za-z0-9_./:@%+,-]+") ? word : quoted(word);
    }

    static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String doubly(String text) {
        return "\"" + text.replaceAll("([\\\\\"$`])", "\\\\$1") + "\"";
    }

    private static String escaped(String text) {
        return text.indexOf('\n') >= 0
                ? quoted(text)
                : text.replaceAll("([^0-9A-Za-z])", "\\\\$1").replaceFirst("^([A-Za-z])", "\\\\$1");
    }

    private static String ansi(String text) {
        return "$'" + text.replace("\\", "\\\\").replace("'", "\\'").replace("\n", "\\n") + "'";
    }

    private static String hexadecimal(String text) {
        boolean plain = text.chars().allMatch(c -> c < 128);
        var all = new StringBuilder();
        text.chars().forEach(c -> all.append("\\x%02x".formatted(c)));
        return plain ? "$'" + all + "'" : ansi(text);
    }

    private static String split(String text, String between) {
        return quoted(text.substring(0, 1)) + between + doubly(text.substring(1));
    }
}
