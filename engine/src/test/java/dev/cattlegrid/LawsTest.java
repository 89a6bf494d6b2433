package dev.cattlegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Opinion;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.policy.rule.Rules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The laws of the design that hold for whole calls.
class LawsTest {
    private static final Judge BREAKS =
            _ -> {
                throw new IllegalStateException("no connection");
            };
    private static final Judge AWAY = _ -> new Opinion.Absent("unavailable", "no answer");

    /// What opens what it wraps; a wrapper that nobody knows leaves the call open, which may be milder.
    private static final Set<String> WRAPPERS =
            Set.of("bash", "sh", "env", "nice", "timeout", "nohup", "time", "stdbuf", "command");

    /// A way to write the same thing differently.
    private record Rewrite(String name, boolean simple, UnaryOperator<String> write) {}

    private static final List<Rewrite> REWRITES =
            List.of(
                    any("group", c -> "{ " + c + "\n}"),
                    any("subshell", c -> "( " + c + "\n)"),
                    any("and", c -> "true && { " + c + "\n}"),
                    any("if", c -> "if true; then " + c + "\nfi"),
                    any("loop", c -> "for i in 1; do " + c + "\ndone"),
                    any("function", c -> "work() { " + c + "\n}; work"),
                    any("after a variable", c -> "OTHER=1\n" + c),
                    any("after another command", c -> "pwd; " + c),
                    any("bash -c", c -> "bash -c " + quoted(c)),
                    any("sh -c", c -> "sh -c " + quoted(c)),
                    any("eval", c -> "eval " + quoted(c)),
                    any("eval of a variable", c -> "WORK=" + quoted(c) + "; eval \"$WORK\""),
                    any("cd to where it is", c -> "cd /home/dev/project && { " + c + "\n}"),
                    simple("env", c -> "env " + c),
                    simple("command", c -> "command " + c),
                    simple("nice", c -> "nice " + c),
                    simple("timeout", c -> "timeout 60 " + c),
                    simple("nohup", c -> "nohup " + c),
                    simple("backslash", c -> "\\" + c),
                    simple("quoted name", c -> firstWord(c, word -> "'" + word + "'")),
                    simple(
                            "quote inside the name",
                            c -> firstWord(c, w -> w.charAt(0) + "''" + w.substring(1))),
                    simple("name in a variable", LawsTest::nameInVariable),
                    simple("last word in a variable", LawsTest::lastInVariable),
                    simple("last word quoted", c -> lastWord(c, word -> "\"" + word + "\"")),
                    simple("in the background", c -> c + " & wait"));

    private static Rewrite any(String name, UnaryOperator<String> write) {
        return new Rewrite(name, false, write);
    }

    private static Rewrite simple(String name, UnaryOperator<String> write) {
        return new Rewrite(name, true, write);
    }

    /// Law 3: the verdict does not depend on spelling.
    @TestFactory
    Stream<DynamicTest> spelling() {
        return REWRITES.stream()
                .map(rewrite -> DynamicTest.dynamicTest(rewrite.name(), () -> keeps(rewrite)));
    }

    private static void keeps(Rewrite rewrite) {
        var milder = new ArrayList<String>();
        for (String command : commands()) {
            if (rewrite.simple() && !isSimple(command)) {
                continue;
            }
            String written = rewrite.write().apply(command);
            Decision before = decide(command);
            Decision after = decide(written);
            if (after.verdict().compareTo(before.verdict()) < 0 && !hasUnknownWrapper(after)) {
                milder.add(
                        "%s (%s %s) became %s (%s %s)"
                                .formatted(
                                        command,
                                        before.verdict(),
                                        before.reason(),
                                        written,
                                        after.verdict(),
                                        after.reason()));
            }
        }
        assertEquals(List.of(), milder);
    }

    /// Law 1: one more unknown never makes a verdict milder.
    @Test
    void oneMoreUnknown() {
        for (String command : commands()) {
            Verdict before = decide(command).verdict();
            for (String more : List.of(command + "\nfrobnicate --now", "frobnicate\n" + command)) {
                Verdict after = decide(more).verdict();
                assertTrue(after.compareTo(before) >= 0, () -> command + " then " + more);
                assertTrue(after != Verdict.ALLOW || isIncomplete(command), more);
            }
        }
    }

    /// A here-document swallows what is put behind it.
    private static boolean isIncomplete(String command) {
        return command.contains("<<");
    }

    /// Law 1: a judge that fails never ends in an allow, and never makes what the rules say milder.
    @Test
    void aJudgeThatFails() {
        for (Judge judge : List.of(BREAKS, AWAY)) {
            for (String command : commands()) {
                Decision without = decide(command);
                Decision with = decide(command, judge);
                assertEquals(without.verdict(), with.verdict(), command);
                assertEquals(without.reason(), with.reason(), command);
            }
        }
    }

    /// Law 4: the same call gets the same verdict and the same reason, whatever was judged before it.
    @Test
    void sameCallSameAnswer() {
        List<String> commands = commands();
        List<String> first = commands.stream().map(LawsTest::answer).toList();
        var order = new ArrayList<Integer>();
        for (int i = 0; i < commands.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(4));
        for (int i : order) {
            assertEquals(first.get(i), answer(commands.get(i)), commands.get(i));
        }
    }

    /// Law 4, on another day: the answers are written down.
    @TestFactory
    Stream<DynamicTest> answersThatStay() {
        return Cases.of("whole", command -> answer(command).lines().toList());
    }

    @Test
    void aStageThatBreaksIsAQuestion() {
        Decision decision = Decision.failed(new StackOverflowError());
        assertEquals(Verdict.ASK, decision.verdict());
        assertEquals(Decision.Decider.FAILURE, decision.decider());
        assertEquals(Verdict.DENY, decision.headless().verdict());
    }

    @Test
    void aDoorRefusesAWorldThatAssumes() {
        assertThrows(
                IllegalArgumentException.class,
                () -> Gate.atDoor(AssumedWorld.usual(), Rules.builtIn(), Judge.NONE));
    }

    /// The examples of all rules, and the commands of the table.
    private static List<String> commands() {
        Stream<String> examples =
                Rules.all().stream()
                        .flatMap(rule -> rule.about().examples().stream())
                        .map(example -> example.command());
        Stream<String> written = Cases.read("whole/verdicts.txt").stream().map(c -> c.input());
        return Stream.concat(examples, written).distinct().toList();
    }

    private static String answer(String command) {
        Decision decision = decide(command);
        String rule = decision.finding().map(finding -> " " + finding.rule()).orElse("");
        return decision.verdict().text() + rule + "\n" + decision.reason();
    }

    private static Decision decide(String command) {
        return decide(command, Judge.NONE);
    }

    private static Decision decide(String command, Judge judge) {
        return new Gate(AssumedWorld.usual(), Rules.builtIn(), judge)
                .decide(new ToolCall.Shell(command, Origin.in("/home/dev/project")), Ledger.EMPTY);
    }

    private static boolean hasUnknownWrapper(Decision decision) {
        return decision.steps().stream()
                .anyMatch(step ->
                        step.effect() instanceof Effect.Unknown unknown
                                && unknown.gap() instanceof Gap.UnknownProgram(var name)
                                && WRAPPERS.contains(name));
    }

    /// One command without operators, expansions or quotes.
    private static boolean isSimple(String command) {
        return command.chars().noneMatch(c -> "|&;<>(){}$`\\\"'*?[#=!\n".indexOf(c) >= 0)
                && !isBuiltin(command.split(" ", 2)[0]);
    }

    private static boolean isBuiltin(String word) {
        return Set.of(
                        "cd",
                        "export",
                        "set",
                        "history",
                        "unset",
                        "source",
                        ".",
                        "alias",
                        "kill",
                        "exec",
                        "trap",
                        "wait",
                        "fg",
                        "bg",
                        "umask",
                        "type",
                        "ulimit",
                        "readonly",
                        "declare",
                        "eval",
                        "time")
                .contains(word);
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String firstWord(String command, UnaryOperator<String> change) {
        String[] words = command.split(" ", 2);
        return change.apply(words[0]) + (words.length > 1 ? " " + words[1] : "");
    }

    private static String lastWord(String command, UnaryOperator<String> change) {
        String[] words = command.split(" ");
        String last = words[words.length - 1];
        if (words.length < 2 || last.startsWith("~")) {
            return command;
        }
        words[words.length - 1] = change.apply(last);
        return String.join(" ", words);
    }

    private static String nameInVariable(String command) {
        return "TOOL=" + firstWord(command, word -> word + "; $TOOL");
    }

    private static String lastInVariable(String command) {
        String[] words = command.split(" ");
        String last = words[words.length - 1];
        String others = String.join(" ", Arrays.copyOf(words, words.length - 1));
        return words.length < 2 || last.startsWith("~")
                ? command
                : "LAST=" + last + "; " + others + " \"$LAST\"";
    }
}
