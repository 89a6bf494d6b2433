package dev.cattlegrid.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.agent.tool.Tool;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.cases.Checkout;
import dev.cattlegrid.door.Hooks;
import dev.cattlegrid.door.Inside;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No tool runs but through the gate: what a tool does it reads out of a pass, and only the gate makes one.
class PassTest {
    private static final Pattern DOES =
            Pattern.compile(
                    "ProcessBuilder|Confined\\.start|Runtime\\.getRuntime|HttpClient|Files\\.(?:write|create|delete|move|copy|newOutput)");

    @TempDir private Path top;

    @Test
    void onlyTheGateMakesAPass() throws IOException {
        assertTrue(
                Arrays.stream(Pass.class.getDeclaredConstructors())
                        .noneMatch(made ->
                                Modifier.isPublic(made.getModifiers())
                                        || Modifier.isProtected(made.getModifiers())));
        assertEquals(
                List.of("Inside.java"),
                files("app/src/main/java/dev/cattlegrid/door")
                        .filter(file -> holds(file, "new Pass("))
                        .map(PassTest::name)
                        .toList());
    }

    @Test
    void aToolIsRunInOnePlace() throws IOException {
        assertEquals(
                List.of("Calls.java"),
                files("agent/src/main/java")
                        .filter(file -> holds(file, "tool.run(") || holds(file, ".run(pass"))
                        .map(PassTest::name)
                        .toList());
    }

    @Test
    void aToolHasNoOtherWayToItsArguments() {
        for (var method : Tool.class.getDeclaredMethods()) {
            if (!method.getName().equals("run")) {
                assertEquals(0, method.getParameterCount(), method::toString);
            }
        }
    }

    /// What writes, starts or asks over the network stands beside the tools, or keeps the session itself, makes what is thrown away (a project, a
    /// scratch directory), or starts a server that the person trusts.
    @Test
    void nothingElseDoesWhatToolsDo() throws IOException {
        List<String> known =
                List.of(
                        "Client.java",
                        "FirstRun.java",
                        "Kept.java",
                        "Project.java",
                        "Shelter.java",
                        "Trusted.java",
                        "TryCommand.java");
        assertEquals(
                List.of(),
                files("agent/src/main/java")
                        .filter(file -> !file.getParent().endsWith("tool"))
                        .filter(file -> DOES.matcher(text(file)).find())
                        .map(PassTest::name)
                        .filter(name -> !known.contains(name))
                        .toList());
    }

    @Test
    void aPassIsForOneRun() {
        Inside gate = Hooks.inside(Optional.of(top), Optional.empty(), List.of());
        var call = new Inside.Call("Bash", new Fields(Map.of("command", "ls")), "c-1");
        Origin origin = Origin.in(top.toString());
        var let = (Inside.Answer.Let) gate.ask(call, origin, false);
        assertEquals("ls", let.pass().take().text("command").orElseThrow());
        assertThrows(IllegalStateException.class, let.pass()::take);
    }

    private static Stream<Path> files(String below) throws IOException {
        try (Stream<Path> all = Files.walk(Checkout.file(below))) {
            return all.filter(file -> file.toString().endsWith(".java")).sorted().toList().stream();
        }
    }

    private static boolean holds(Path file, String piece) {
        return text(file).contains(piece);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException problem) {
            throw new java.io.UncheckedIOException(problem);
        }
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
