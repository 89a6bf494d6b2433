package dev.cattlegrid.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.cattlegrid.cases.Case;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.cases.Checkout;
import dev.cattlegrid.cases.TestTools;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Does another parser of bash find the same simple commands? What differs stands in `cases/differences/unbash.txt`.
final class UnbashAgreementTest {
    private static final Pattern COMMAND =
            Pattern.compile("\"command\": ?\"((?:[^\"\\\\]++|\\\\.)*+)\"");

    @Test
    void onTheTables() throws Exception {
        var texts = Cases.read("shell").stream().map(Case::input).filter(Answers::isValid).toList();
        var known =
                Cases.read("differences/unbash.txt").stream()
                        .map(Case::input)
                        .collect(Collectors.toSet());
        assertEquals(new TreeSet<>(known), new TreeSet<>(differences(texts)));
    }

    @Test
    void onTheCommandsOfRealAgents() throws Exception {
        Path folder = Checkout.file("").resolve("../shared/corpora").normalize();
        assumeTrue(Files.isDirectory(folder), "no corpora beside the repository");
        Set<String> texts = new LinkedHashSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file :
                    files.filter(name -> name.toString().endsWith(".jsonl")).sorted().toList()) {
                addCommands(Files.readString(file), texts);
            }
        }
        assertTrue(texts.size() > 1_000, texts.size() + " commands");
        assertEquals(List.of(), differences(texts.stream().filter(Answers::isValid).toList()));
    }

    private static void addCommands(String rows, Set<String> texts) {
        var matcher = COMMAND.matcher(rows);
        while (matcher.find()) {
            texts.add(unescaped(matcher.group(1)));
        }
    }

    /// The escapes of a JSON string are those of Java, but for the slash and for those with four digits.
    private static String unescaped(String json) {
        var text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
            } else if (json.charAt(++i) == 'u') {
                text.append((char) Integer.parseInt(json, i + 1, i + 5, 16));
                i += 4;
            } else {
                char kind = json.charAt(i);
                text.append(kind == '/' ? "/" : ("\\" + kind).translateEscapes());
            }
        }
        return text.toString();
    }

    private static List<String> differences(List<String> texts) throws Exception {
        var theirs = commandsByUnbash(texts);
        List<String> found = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            if (!ours(texts.get(i)).equals(theirs.get(i))) {
                found.add(texts.get(i));
            }
        }
        return found;
    }

    private static List<List<String>> ours(String text) {
        var parsed = Parser.parse(text, Dialect.USUAL);
        var tree = parsed instanceof Parsed.Tree ? parsed : Parser.parse(text, Dialect.SYNTAX_ONLY);
        return tree instanceof Parsed.Tree(var script) ? Commands.of(script, text) : List.of();
    }

    /// Each text goes in as a line of base64; each answer comes out as a line of commands, tabs between them, their words
    /// as base64 with commas between.
    private static List<List<List<String>>> commandsByUnbash(List<String> texts) throws Exception {
        var module = TestTools.file("unbash/node_modules/unbash/dist/parser.js");
        assumeTrue(
                module.isPresent() && isNodeThere(),
                "no node or no unbash here: `./verify` installs it where npm is");
        Path script = Checkout.file("engine/src/test/resources/unbash.mjs");
        Path input = Files.createTempFile("texts", ".base64");
        Files.write(input, texts.stream().map(UnbashAgreementTest::encoded).toList());
        var process =
                new ProcessBuilder("node", script.toString(), module.get().toUri().toString())
                        .redirectInput(input.toFile())
                        .redirectError(ProcessBuilder.Redirect.INHERIT)
                        .start();
        var lines =
                new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                        .split("\n", -1);
        assertEquals(0, process.waitFor());
        Files.delete(input);
        return Stream.of(lines).limit(texts.size()).map(UnbashAgreementTest::commands).toList();
    }

    private static boolean isNodeThere() {
        try {
            return new ProcessBuilder("node", "--version").start().waitFor() == 0;
        } catch (IOException | InterruptedException _) {
            return false;
        }
    }

    private static List<List<String>> commands(String line) {
        return line.isEmpty()
                ? List.of()
                : Stream.of(line.split("\t"))
                        .map(command ->
                                Stream.of(command.split(",", -1))
                                        .map(UnbashAgreementTest::decoded)
                                        .toList())
                        .toList();
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String text) {
        return new String(Base64.getDecoder().decode(text), StandardCharsets.UTF_8);
    }
}
