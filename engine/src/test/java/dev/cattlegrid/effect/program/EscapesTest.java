package dev.cattlegrid.effect.program;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Checkout;
import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Line;
import dev.cattlegrid.effect.walk.Effects;
import dev.cattlegrid.effect.world.AssumedWorld;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Each row of the tables of escapes: its example shows exactly the effect by which the program gets out.
final class EscapesTest {
    /// @param where the variable, or the program and its option
    private record Row(
            String where, String kind, String effect, String source, String example, String shows) {
        static Row of(String where, Table row) {
            return new Row(
                    where,
                    row.text("kind"),
                    row.text("effect"),
                    row.text("source"),
                    row.text("example"),
                    row.text("shows"));
        }
    }

    @TestFactory
    Stream<DynamicTest> eachExampleShowsItsEffect() {
        return rows().stream()
                .map(row ->
                        DynamicTest.dynamicTest(
                                row.where() + ": " + row.example(), () -> shows(row)));
    }

    private static void shows(Row row) {
        assertFalse(row.source().isEmpty(), "a source");
        assertFalse(row.kind().isEmpty(), "a kind");
        List<Effect> effects = steps(row.example()).toList();
        List<String> lines = effects.stream().map(Line::of).toList();
        assertTrue(
                effects.stream()
                        .anyMatch(effect ->
                                Line.of(effect).equals(row.shows()) && is(row.effect(), effect)),
                () ->
                        "%s: %s: %s %s\nis not among\n%s"
                                .formatted(
                                        row.where(),
                                        row.example(),
                                        row.effect(),
                                        row.shows(),
                                        String.join("\n", lines)));
    }

    /// Whether an effect is of the class that a row speaks of; what cannot be read has to be able to be.
    private static boolean is(String wanted, Effect effect) {
        return switch (effect) {
            case Effect.Unknown(var gap, var atMost, _) ->
                    !(gap instanceof Gap.UnknownProgram) && atMost.kinds().contains(kind(wanted));
            case Effect.Run _, Effect.Spawn _ -> List.of("run", "load").contains(wanted);
            case Effect.Read _, Effect.Reveal _ -> wanted.equals("read");
            case Effect.Write _,
                    Effect.Delete _,
                    Effect.Move _,
                    Effect.SetMode _,
                    Effect.Link _,
                    Effect.Persist _ ->
                    wanted.equals("write");
            case Effect.Send _, Effect.Speak _ -> wanted.equals("send");
            case Effect.Receive _, Effect.Install _ -> wanted.equals("receive");
            case Effect.Elevate _, Effect.Administer _ -> wanted.equals("elevate");
            case Effect.Listen _ -> wanted.equals("receive");
            case Effect.Remote _ -> wanted.equals("send");
            case Effect.Git _, Effect.Signal _ -> false;
        };
    }

    private static Bound.Kind kind(String wanted) {
        return switch (wanted) {
            case "run", "load" -> Bound.Kind.RUN;
            case "read" -> Bound.Kind.READ;
            case "write" -> Bound.Kind.WRITE;
            case "send" -> Bound.Kind.SEND;
            case "receive" -> Bound.Kind.RECEIVE;
            case "elevate" -> Bound.Kind.CHANGE_SYSTEM;
            default -> throw new IllegalArgumentException(wanted + " is no class of effects");
        };
    }

    @Test
    void thereAreEnough() {
        assertTrue(rows().size() >= 300, () -> rows().size() + " rows");
    }

    @TestFactory
    Stream<DynamicTest> eachCardNamesItsEscapesOrSaysNone() {
        return cards().map(file ->
                DynamicTest.dynamicTest(
                        file.getFileName().toString(),
                        file.toUri(),
                        () -> {
                            var card = new Table(CardText.read(text(file)));
                            assertFalse(card.text("escapes").isBlank(), "`none`, or their names");
                            assertFalse(card.text("source").isBlank(), "a source");
                        }));
    }

    /// A card that has a row says so itself.
    @TestFactory
    Stream<DynamicTest> aProgramWithARowDoesNotSayNone() {
        var options = new Table(CardText.read(Cards.escapesByOption()));
        return options.names().stream()
                .filter(program -> Files.exists(folder().resolve(program + ".toml")))
                .map(program ->
                        DynamicTest.dynamicTest(
                                program,
                                () -> {
                                    Path file = folder().resolve(program + ".toml");
                                    var card = new Table(CardText.read(text(file)));
                                    assertFalse(card.text("escapes").equals("none"), program);
                                }));
    }

    @Test
    void usualValuesAreNoEscape() {
        for (String command :
                List.of(
                        "PAGER=cat git log",
                        "GIT_EDITOR=true git status",
                        "PYTHONPATH=src python -m pytest",
                        "NODE_OPTIONS=--max-old-space-size=4096 npm test",
                        "PATH=$HOME/.local/bin:$PATH ls",
                        "CC=clang make",
                        "GOFLAGS=-mod=mod go build ./...",
                        "GZIP=-9 gzip -k a",
                        "LESS=-R less a",
                        "GIT_TRACE=1 git status",
                        "MAVEN_OPTS=-Xmx1g mvn test")) {
            assertEquals(
                    List.of(),
                    steps(command)
                            .filter(effect ->
                                    effect instanceof Effect.Unknown
                                            || effect instanceof Effect.Delete)
                            .map(Line::of)
                            .toList(),
                    command);
        }
    }

    private static List<Row> rows() {
        var rows = new ArrayList<Row>();
        var variables = new Table(CardText.read(Cards.escapes()));
        variables.names().forEach(name -> rows.add(Row.of(name, variables.table(name))));
        var programs = new Table(CardText.read(Cards.escapesByOption()));
        for (String program : programs.names()) {
            var options = programs.table(program);
            options.names()
                    .forEach(option ->
                            rows.add(Row.of(program + " " + option, options.table(option))));
        }
        return rows;
    }

    private static Stream<Effect> steps(String command) {
        var call = new ToolCall.Shell(command, Origin.in("/home/dev/project"));
        return Effects.of(call, AssumedWorld.usual()).stream().map(step -> step.effect());
    }

    private static Path folder() {
        return Checkout.file("commands");
    }

    private static Stream<Path> cards() {
        try (Stream<Path> inside = Files.list(folder())) {
            return inside
                    .filter(file -> file.toString().endsWith(".toml"))
                    .filter(file -> !file.getFileName().toString().startsWith("escapes"))
                    .filter(file -> !file.getFileName().toString().equals("aliases.toml"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
