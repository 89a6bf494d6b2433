package dev.cattlegrid.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.Gate;
import dev.cattlegrid.call.Confinement;
import dev.cattlegrid.call.Confinement.Barrier;
import dev.cattlegrid.call.Network;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.cases.Cases;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.world.AssumedWorld;
import dev.cattlegrid.ledger.Ledger;
import dev.cattlegrid.policy.rule.Rules;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// What a sandbox shifts, and what it never does.
class SandboxedTest {
    private static final String WORKSPACE = "/home/dev/project";
    private static final List<String> JOINTS = List.of("; ", " && ", " || ", "\n", " | ");

    private static final Confinement CLOSED =
            sandbox(Network.NONE, EnumSet.allOf(Barrier.class), List.of());

    /// As Landlock alone keeps it.
    private static final Confinement LANDLOCK =
            sandbox(
                    Network.NONE,
                    EnumSet.of(Barrier.WRITES, Barrier.SIGNALS, Barrier.SOCKETS, Barrier.RIGHTS),
                    List.of());

    private static final Confinement ONLINE =
            sandbox(Network.ALL, EnumSet.allOf(Barrier.class), List.of());

    private static final Confinement HIDDEN =
            new Confinement(
                    List.of(WORKSPACE, "/tmp"),
                    List.of("/tmp"),
                    Network.NONE,
                    EnumSet.allOf(Barrier.class));

    private static final Confinement OPEN = sandbox(Network.ALL, Set.of(), List.of());

    private static Confinement sandbox(
            Network network, Set<Barrier> barriers, List<String> hidden) {
        return new Confinement(List.of(WORKSPACE), hidden, network, barriers);
    }

    /// Without a sandbox; with everything closed; with files closed and everybody reached; with a view of its own.
    @TestFactory
    Stream<DynamicTest> whatASandboxShifts() {
        return Cases.of(
                "policy/sandbox.txt",
                text ->
                        List.of(
                                "without: " + line(decide(text, Origin.in(WORKSPACE))),
                                "closed: " + line(decide(text, CLOSED)),
                                "landlock: " + line(decide(text, LANDLOCK)),
                                "online: " + line(decide(text, ONLINE)),
                                "hidden: " + line(decide(text, HIDDEN))));
    }

    private static String line(Decision decision) {
        String verdict = decision.verdict().name().toLowerCase(Locale.ROOT);
        return switch (decision.decider()) {
            case FAST_PATH -> verdict;
            case RULE -> verdict + " " + decision.findings().getFirst().rule();
            case LEAVE, JUDGE, PERSON, MODE, FAILURE -> verdict + ": " + decision.reason();
        };
    }

    /// A sandbox that keeps nothing shifts nothing; so does one around everything.
    @Test
    void whatIsOpenIsJudgedAsWithout() {
        var around =
                new Confinement(List.of("/"), List.of(), Network.ALL, EnumSet.of(Barrier.WRITES));
        for (String command : commands()) {
            Decision without = decide(command, Origin.in(WORKSPACE));
            for (Confinement sandbox : List.of(OPEN, around)) {
                Decision with = decide(command, sandbox);
                assertEquals(without.verdict(), with.verdict(), command);
                assertEquals(without.reason(), with.reason(), command);
            }
        }
    }

    /// Milder only by what cannot happen, and never where something is hard, unknown or inside.
    @Test
    void nothingInsideIsMilder() {
        for (String command : commands()) {
            Decision without = decide(command, Origin.in(WORKSPACE));
            Decision with = decide(command, CLOSED);
            boolean hard =
                    without.findings().stream()
                            .anyMatch(finding -> finding.strength() == Strength.HARD);
            assertTrue(!hard || with.verdict() == Verdict.DENY, command);
            if (with.verdict().compareTo(without.verdict()) < 0) {
                assertTrue(
                        with.cited().stream()
                                .anyMatch(one -> one.by() == Clearing.Clearance.By.SANDBOX),
                        command);
            }
            for (Effect effect : with.barred()) {
                assertTrue(!isInside(effect), () -> command + ": " + effect);
            }
            for (Finding finding : without.findings()) {
                boolean counts = finding.strength() != Strength.NOTE;
                if (counts && !with.barred().contains(finding.effect())) {
                    assertTrue(
                            with.verdict().compareTo(finding.strength().verdict()) >= 0,
                            () -> command + ": " + finding);
                }
            }
        }
    }

    private static boolean isInside(Effect effect) {
        return switch (effect) {
            case Effect.Write(var place, _, _, _) -> place.path().startsWith(WORKSPACE);
            case Effect.Delete(var place, _, _) -> place.path().startsWith(WORKSPACE);
            case Effect.Move(var from, var to, _) ->
                    from.path().startsWith(WORKSPACE) || to.path().startsWith(WORKSPACE);
            case Effect.SetMode(var place, _, _, _) -> place.path().startsWith(WORKSPACE);
            case Effect.Git(_, var repository, _) -> repository.path().startsWith(WORKSPACE);
            default -> false;
        };
    }

    /// What could not happen is not remembered as done: it is not the session's own afterwards.
    @Test
    void whatIsKeptFromHappeningIsNobodysWork() {
        String write = "touch ~/notes.txt";
        Decision written = decide(write, CLOSED);
        assertEquals(Verdict.ALLOW, written.verdict());
        Ledger ledger = Ledger.EMPTY.after(written.event(write));
        var later = new ToolCall.Shell("rm ~/notes.txt", Origin.in(WORKSPACE));
        Gate gate = Gate.builtIn(AssumedWorld.usual());
        assertEquals(
                gate.decide(later, Ledger.EMPTY).verdict(), gate.decide(later, ledger).verdict());
    }

    /// What is no command of a shell does not run in the sandbox.
    @Test
    void onlyAShellIsConfined() {
        var origin = Origin.in(WORKSPACE).confined(CLOSED);
        var write = new ToolCall.Write("/etc/motd", "x", origin);
        var plain = new ToolCall.Write("/etc/motd", "x", Origin.in(WORKSPACE));
        Gate gate = Gate.builtIn(AssumedWorld.usual());
        assertEquals(
                gate.decide(plain, Ledger.EMPTY).verdict(),
                gate.decide(write, Ledger.EMPTY).verdict());
    }

    @Test
    void aSandboxIsPartOfTheQuestion() {
        var without = new ToolCall.Shell("ls", Origin.in(WORKSPACE));
        var with = new ToolCall.Shell("ls", Origin.in(WORKSPACE).confined(CLOSED));
        var other = new ToolCall.Shell("ls", Origin.in(WORKSPACE).confined(LANDLOCK));
        assertEquals(
                3,
                Stream.of(without, with, other)
                        .map(call -> DecisionKey.of(List.of(call), List.of()))
                        .distinct()
                        .count());
    }

    private static List<String> commands() {
        List<String> alone =
                Stream.concat(
                                Rules.all().stream()
                                        .flatMap(rule -> rule.about().examples().stream())
                                        .map(About.Example::command),
                                Cases.read("policy/sandbox.txt").stream().map(one -> one.input()))
                        .distinct()
                        .toList();
        var random = new Random(7);
        Stream<String> pairs =
                Stream.generate(() ->
                                alone.get(random.nextInt(alone.size()))
                                        + JOINTS.get(random.nextInt(JOINTS.size()))
                                        + alone.get(random.nextInt(alone.size())))
                        .limit(1500);
        return Stream.concat(alone.stream(), pairs).toList();
    }

    private static Decision decide(String command, Confinement sandbox) {
        return decide(command, Origin.in(WORKSPACE).confined(sandbox));
    }

    private static Decision decide(String command, Origin origin) {
        return Gate.builtIn(AssumedWorld.usual())
                .decide(new ToolCall.Shell(command, origin), Ledger.EMPTY);
    }
}
