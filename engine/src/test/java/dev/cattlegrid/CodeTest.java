package dev.cattlegrid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.effect.walk.Effects;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Code in other languages: `cases/effect-code`, a program and its steps below it; the same verdict however an interpreter
/// is given it; and an end, whatever the text.
class CodeTest {
    private static final Origin HERE = Origin.in("/home/dev/project");
    private static final int MUTATIONS = 3;

    /// @param option behind which the interpreter takes code
    /// @param suffix of a file in the language
    /// @param everywhere whether standard input and files hold the same code as that option
    private record Language(
            String name, String interpreter, String option, String suffix, boolean everywhere) {
        String inline(String program) {
            return (interpreter + " " + option).strip() + " " + Spellings.quoted(program);
        }

        List<String> otherWays(String program) {
            String file = "/tmp/work." + suffix;
            String document = " <<'THE_END'\n" + program + "\nTHE_END\n";
            return List.of(
                    interpreter + (name.equals("shell") ? " -s" : " -") + document,
                    "printf '%s\\n' " + Spellings.quoted(program) + " | " + interpreter,
                    "cat > " + file + document + interpreter + " " + file);
        }
    }

    private static final List<Language> LANGUAGES =
            List.of(
                    new Language("python", "python3", "-c", "py", true),
                    new Language("javascript", "node", "-e", "js", true),
                    new Language("typescript", "tsx", "-e", "ts", true),
                    new Language("powershell", "pwsh", "-Command", "ps1", true),
                    new Language("r", "Rscript", "-e", "R", true),
                    new Language("perl", "perl", "-e", "pl", true),
                    new Language("ruby", "ruby", "-e", "rb", true),
                    new Language("lua", "lua", "-e", "lua", true),
                    new Language("php", "php", "-r", "php", true),
                    new Language("awk", "awk", "", "awk", false),
                    new Language("sql", "psql", "-c", "sql", false));

    @TestFactory
    Stream<DynamicTest> tables() {
        return LANGUAGES.stream()
                .flatMap(language ->
                        Cases.of(
                                "effect-code/" + language.name() + ".txt",
                                program -> lines(language.inline(program))));
    }

    @TestFactory
    Stream<DynamicTest> theSameHoweverItIsGiven() {
        return Stream.concat(
                        LANGUAGES.stream().filter(Language::everywhere),
                        Stream.of(new Language("shell", "bash", "-c", "sh", true)))
                .map(language ->
                        DynamicTest.dynamicTest(
                                language.name(), () -> sameHoweverItIsGiven(language)));
    }

    private static void sameHoweverItIsGiven(Language language) {
        List<String> programs = programs(language);
        var different = new ArrayList<String>();
        for (String program : programs) {
            Verdict inline = verdict(language.inline(program));
            for (String other : language.otherWays(program)) {
                if (verdict(other) != inline) {
                    different.add(
                            inline + " " + program + "\n  became " + verdict(other) + "\n" + other);
                }
            }
        }
        assertEquals("", String.join("\n", different));
        boolean deep = List.of("python", "javascript", "shell").contains(language.name());
        assertTrue(!deep || programs.size() >= 150, () -> programs.size() + " programs");
    }

    /// Programs of the table; for the shell the commands of `cases/effect`, which take nothing from standard input.
    private static List<String> programs(Language language) {
        String table =
                language.name().equals("shell")
                        ? "effect"
                        : "effect-code/" + language.name() + ".txt";
        return Cases.read(table).stream()
                .map(each -> each.input())
                .filter(text -> !language.name().equals("shell") || text.indexOf("<<") < 0)
                .distinct()
                .toList();
    }

    @TestFactory
    Stream<DynamicTest> anyTextComesToAnEnd() {
        return LANGUAGES.stream()
                .map(language ->
                        DynamicTest.dynamicTest(
                                language.name(),
                                () ->
                                        assertTimeout(
                                                Duration.ofSeconds(60), () -> survives(language))));
    }

    private static void survives(Language language) {
        var random = new Random(language.name().hashCode());
        List<String> programs =
                Cases.read("effect-code/" + language.name() + ".txt").stream()
                        .map(each -> each.input())
                        .toList();
        for (String program : programs) {
            for (int i = 0; i < MUTATIONS; i++) {
                steps(language.inline(mutated(program, programs, random)));
            }
        }
        for (String nest :
                List.of("(", "[", "{", "f(", "not ", "a.", "`${", "if x:\n ", "-", "\"")) {
            steps(language.inline(nest.repeat(3000)));
        }
    }

    private static String mutated(String program, List<String> programs, Random random) {
        int at = random.nextInt(program.length() + 1);
        int to = at + random.nextInt(Math.min(12, program.length() - at) + 1);
        String other = programs.get(random.nextInt(programs.size()));
        int from = random.nextInt(other.length());
        return switch (random.nextInt(4)) {
            case 0 -> program.substring(0, at) + program.substring(to);
            case 1 ->
                    program.substring(0, at)
                            + "(){}[]'\"`\\\n:;\0".charAt(random.nextInt(14))
                            + program.substring(at);
            case 2 -> program.substring(0, at) + other.substring(from);
            default ->
                    program.substring(0, at)
                            + program.substring(at, to).repeat(20)
                            + program.substring(to);
        };
    }

    private static List<String> lines(String command) {
        return steps(command).stream().map(Line::of).map(line -> line.replace('\n', ' ')).toList();
    }

    private static List<Step> steps(String command) {
        return Effects.of(new ToolCall.Shell(command, HERE), AssumedWorld.usual());
    }

    private static Verdict verdict(String command) {
        return Gate.builtIn(AssumedWorld.usual())
                .decide(new ToolCall.Shell(command, HERE), Ledger.EMPTY)
                .verdict();
    }
}
