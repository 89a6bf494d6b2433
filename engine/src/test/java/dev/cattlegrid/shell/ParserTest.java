package dev.cattlegrid.shell;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.cases.Cases;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The tables of the room, and the limits of the parser.
final class ParserTest {
    private static final List<String> OPENERS =
            List.of(
                    "(",
                    "((",
                    "$(",
                    "$((",
                    "`",
                    "\"",
                    "${a:-",
                    "\"${a:-",
                    "\"$(",
                    "<(",
                    "{ ",
                    "[[ (",
                    "[[ ! ",
                    "a=(",
                    "a[",
                    "$[",
                    "{a,",
                    "if ",
                    "case a in b) ",
                    "f() { ",
                    "while ",
                    "for ((;;)) do ",
                    "! ",
                    "coproc ",
                    "function f ",
                    "$'",
                    "'",
                    "cat <<E\n$(",
                    "@(",
                    "[[ a == @(",
                    "[[ a =~ (",
                    "${a[",
                    "${a/",
                    "a && ",
                    "a | ",
                    "\\",
                    "{",
                    "$",
                    "!",
                    "time ",
                    "<<E ",
                    "((a) ",
                    "$((a) ",
                    "[[ a && ",
                    "a=([",
                    "${!",
                    "${#",
                    "~",
                    "a=~:",
                    "{1..");

    private static final List<List<String>> PAIRS =
            List.of(
                    List.of("$((<<E ", ") )"),
                    List.of("<((<<E ", ") )"),
                    List.of("$((a+", "))"),
                    List.of("`<<E ", "`"),
                    List.of("$(cat <<E\n", "\nE\n)"),
                    List.of("${a:-", "}"),
                    List.of("\"", "\""),
                    List.of("$(", "\n)"),
                    List.of("((", ") )"),
                    List.of("( ", ")"),
                    List.of("a[", "]=1"),
                    List.of("a=(", ")"),
                    List.of("[[ a =~ (", ") ]]"),
                    List.of("$[", "]"),
                    List.of("@(", ")"),
                    List.of("{a,", "}"),
                    List.of("'", "'"),
                    List.of("${a/", "/b}"),
                    List.of("${a[", "]}"),
                    List.of("<(", "\n)"),
                    List.of("(( ", "))"),
                    List.of("${a:", "}"),
                    List.of("[[ a == @(", ") ]]"),
                    List.of("case a in (b) ", ";; esac"),
                    List.of("for ((", ";;)); do a; done"),
                    List.of("if ", "\nthen a; fi"),
                    List.of("f() { ", "; }"));

    @TestFactory
    Stream<DynamicTest> tables() {
        return Cases.of("shell", Answers::of);
    }

    @TestFactory
    Stream<DynamicTest> whatWasFoundByFuzzing() {
        return Cases.of("shell-fuzzed", Answers::of);
    }

    @Test
    void everyTextOfEveryTableKeepsTheLaws() {
        Stream.of("shell", "shell-fuzzed")
                .flatMap(folder -> Cases.read(folder).stream())
                .forEach(row -> ParserFuzz.hold(row.input()));
    }

    @TestFactory
    Stream<DynamicTest> anyDepthEnds() {
        return OPENERS.stream()
                .map(opener -> {
                    String text = opener.repeat(Parser.LONGEST / opener.length());
                    return DynamicTest.dynamicTest(
                            opener,
                            () ->
                                    assertTimeout(
                                            Duration.ofSeconds(30),
                                            () -> inSmallStack(() -> Parser.parse(text))));
                });
    }

    /// Texts that bash reads in one way to find their end and in another to expand them double their work with every
    /// level, if nobody counts.
    @Test
    void noNestingTakesLong() {
        var random = new Random(7);
        for (int i = 0; i < 3_000; i++) {
            int different = 1 + random.nextInt(4);
            var pairs =
                    IntStream.range(0, different)
                            .mapToObj(_ -> PAIRS.get(random.nextInt(PAIRS.size())))
                            .toList();
            String text = random.nextBoolean() ? "x" : "<<E x";
            for (int depth = 5 + random.nextInt(60); depth > 0; depth--) {
                var pair = pairs.get(depth % different);
                text = pair.getFirst() + text + pair.getLast();
            }
            String nested = text;
            assertTimeout(Duration.ofSeconds(10), () -> Parser.parse(nested), nested);
        }
    }

    @Test
    void whatIsNotTooDeepIsRead() throws InterruptedException {
        inStack(
                1 << 20,
                () -> {
                    assertInstanceOf(
                            Parsed.Tree.class,
                            Parser.parse("( ".repeat(200) + "a" + " )".repeat(200)));
                    assertInstanceOf(
                            Parsed.Tree.class,
                            Parser.parse("$(".repeat(150) + "a" + ")".repeat(150)));
                    assertInstanceOf(
                            Parsed.Tree.class,
                            Parser.parse("echo \"$(".repeat(90) + "a" + ")\"".repeat(90)));
                });
    }

    @Test
    void longerThanAMebibyteIsBroken() {
        assertInstanceOf(Parsed.Tree.class, Parser.parse("a".repeat(Parser.LONGEST)));
        assertInstanceOf(Parsed.Broken.class, Parser.parse("a".repeat(Parser.LONGEST + 1)));
    }

    @Test
    void theLinesBeforeAProblemAreKept() {
        var broken =
                assertInstanceOf(
                        Parsed.Broken.class, Parser.parse("rm x\ncat <<E\n$(a)\nE\nb; if"));
        assertTrue(Shape.of(broken.upToThere()).contains("rm"));
        assertTrue(
                Commands.of(broken.upToThere(), "rm x\ncat <<E\n$(a)\nE\nb; if")
                        .equals(List.of(List.of("rm", "x"), List.of("cat"), List.of("a"))));
    }

    private static void inSmallStack(Runnable work) throws InterruptedException {
        inStack(512 << 10, work);
    }

    private static void inStack(int bytes, Runnable work) throws InterruptedException {
        var problems = new ArrayList<Throwable>();
        var thread = new Thread(null, work, "small stack", bytes);
        thread.setUncaughtExceptionHandler((_, problem) -> problems.add(problem));
        thread.start();
        thread.join();
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.getFirst());
        }
    }
}
