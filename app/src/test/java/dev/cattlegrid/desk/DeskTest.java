package dev.cattlegrid.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.ledger.Deed;
import dev.cattlegrid.session.Granted;
import dev.cattlegrid.session.Grants;
import dev.cattlegrid.session.Seal;
import dev.cattlegrid.session.Sessions;
import dev.cattlegrid.session.Ticket;
import dev.cattlegrid.session.Tickets;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class DeskTest {
    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");
    private static final Sessions.Name SESSION = new Sessions.Name("claude-code", "s1");

    @TempDir private Path directory;
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private final Deque<String> typed = new ArrayDeque<>();
    private Instant now = START;
    private Desk desk;
    private Tickets tickets;
    private Grants grants;

    @BeforeEach
    void aDesk() {
        var streams =
                new Streams(
                        new ByteArrayInputStream(new byte[0]),
                        new PrintWriter(out, true),
                        new PrintWriter(err, true),
                        false,
                        false,
                        Map.of());
        desk =
                new Desk(
                        streams,
                        _ -> Optional.ofNullable(typed.poll()).map(String::toCharArray),
                        () -> now);
        var store = new Store(directory.resolve("state"));
        var seal = new Seal(store);
        tickets = new Tickets(store, seal, () -> now);
        grants = new Grants(store, seal, () -> now);
    }

    private int run(Object command, String... arguments) {
        var all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--state", directory.resolve("state").toString()));
        return new CommandLine(command)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setErr(new PrintWriter(err, true))
                .setParameterExceptionHandler((_, _) -> Exit.WRONG_USE)
                .execute(all.toArray(String[]::new));
    }

    private Ticket ticket() throws IOException {
        return tickets.issue(
                new Ticket(
                        "",
                        SESSION,
                        "/home/dev/project",
                        "key-1",
                        "rm -rf src",
                        "unsaved-work-deleted",
                        "`src` holds work that is in no commit",
                        List.of("delete src and all below it"),
                        List.of(
                                new Ticket.Wanted(
                                        "unsaved-work-deleted",
                                        Deed.Kind.LOSE,
                                        "/home/dev/project/src")),
                        now,
                        now.plus(Tickets.OPEN),
                        Ticket.State.OPEN,
                        Optional.empty(),
                        Optional.empty()));
    }

    private void setPin() {
        typed.addAll(List.of("correct horse", "correct horse"));
        assertEquals(Exit.ALLOW, run(new PinCommand(desk)), err::toString);
    }

    @Test
    void withoutAPinOrAPersonNothingIsApproved() throws IOException {
        String code = ticket().code();
        assertEquals(Exit.WRONG_USE, run(new ApproveCommand(desk), code));
        assertTrue(err.toString().contains("no PIN is set"), err::toString);
        setPin();
        assertEquals(Exit.WRONG_USE, run(new ApproveCommand(desk), code));
        assertTrue(err.toString().contains("typed at a terminal"), err::toString);
        typed.add("wrong horse");
        assertEquals(Exit.WRONG_USE, run(new ApproveCommand(desk), code));
        assertTrue(err.toString().contains("that is not the PIN"), err::toString);
        assertTrue(tickets.answered(SESSION, "key-1").isEmpty());
    }

    @Test
    void theRightPinApprovesForATime() throws IOException {
        setPin();
        typed.add("correct horse");
        assertEquals(Exit.ALLOW, run(new ApproveCommand(desk), ticket().code()), err::toString);
        assertTrue(out.toString().contains("may pass once within 15m"), out::toString);
        assertTrue(tickets.answered(SESSION, "key-1").isPresent());
        assertTrue(tickets.answered(new Sessions.Name("claude-code", "s2"), "key-1").isEmpty());
        String record = Files.readString(directory.resolve("state/record"));
        assertTrue(record.contains("\"act\":\"approve\""), record);
        now = START.plus(Duration.ofMinutes(16));
        assertTrue(tickets.answered(SESSION, "key-1").isEmpty(), "its time is over");
    }

    @Test
    void anotherPinNeedsTheOldOneAndEndsWhatItApproved() throws IOException {
        setPin();
        typed.add("correct horse");
        run(new ApproveCommand(desk), ticket().code());
        typed.addAll(List.of("wrong horse", "new horse", "new horse"));
        assertEquals(Exit.WRONG_USE, run(new PinCommand(desk)));
        typed.clear();
        typed.addAll(List.of("correct horse", "new horse", "new horse"));
        assertEquals(Exit.ALLOW, run(new PinCommand(desk)), err::toString);
        assertTrue(tickets.answered(SESSION, "key-1").isEmpty());
    }

    @Test
    void aGrantIsShownOnBothSidesBeforeItIsKept() throws IOException {
        setPin();
        typed.add("correct horse");
        int exit =
                run(
                        new ApproveCommand(desk),
                        ticket().code(),
                        "--always",
                        "--scope",
                        "project",
                        "--count",
                        "2",
                        "--until",
                        "2h");
        assertEquals(Exit.ALLOW, exit, err::toString);
        String shown = out.toString();
        assertTrue(shown.contains("passes   lose /home/dev/project/src/inside.txt"), shown);
        assertTrue(shown.contains("does not lose /home/dev/project/src-2"), shown);
        assertTrue(shown.contains("does not write /home/dev/project/src"), shown);
        Granted grant = grants.all().getFirst();
        assertEquals(1, grants.of(SESSION, "/home/dev/project/deep").size());
        assertEquals(0, grants.of(SESSION, "/home/dev/other").size());
        assertTrue(grants.use(grant.id()));
        assertTrue(grants.use(grant.id()));
        assertFalse(grants.use(grant.id()), "used up");
        assertEquals(0, grants.of(SESSION, "/home/dev/project").size());
        assertEquals(Exit.ALLOW, run(new RevokeCommand(desk), grant.id()));
        assertEquals(List.of(), grants.all());
    }

    @Test
    void aGrantEnds() throws IOException {
        setPin();
        typed.add("correct horse");
        run(new ApproveCommand(desk), ticket().code(), "--always", "--until", "1h");
        assertEquals(1, grants.of(SESSION, "/home/dev/project").size());
        now = START.plus(Duration.ofMinutes(61));
        assertEquals(0, grants.of(SESSION, "/home/dev/project").size());
        run(new GrantsCommand(desk));
        assertTrue(out.toString().contains("over)"), out::toString);
    }

    @Test
    void whatCannotBeIsSaidInOneSentence() throws IOException {
        String code = ticket().code();
        assertEquals(Exit.WRONG_USE, run(new ApproveCommand(desk), "ZZZZ"));
        assertEquals(Exit.WRONG_USE, run(new ApproveCommand(desk), code, "--for", "soon"));
        assertEquals(
                Exit.WRONG_USE,
                run(new ApproveCommand(desk), code, "--always", "--below", "/srv/else"));
        assertEquals(Exit.WRONG_USE, run(new RevokeCommand(desk), "g-nothere"));
        assertEquals(Exit.WRONG_USE, run(new RevokeCommand(desk)));
        assertEquals(Exit.ALLOW, run(new DenyCommand(desk), code, "use", "git", "mv"));
        assertEquals(Optional.of("use git mv"), tickets.answered(SESSION, "key-1").get().word());
        assertEquals(Exit.WRONG_USE, run(new WatchCommand(desk)));
    }

    @Test
    void theListIsTheSameAsJson() throws IOException {
        String code = ticket().code();
        assertEquals(Exit.ALLOW, run(new TicketsCommand(desk), "--json"));
        assertTrue(out.toString().contains("\"code\" : \"" + code + "\""), out::toString);
    }
}
