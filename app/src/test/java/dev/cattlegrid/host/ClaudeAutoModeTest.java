package dev.cattlegrid.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cattlegrid.call.Origin.Mode;
import dev.cattlegrid.policy.Layer.Level;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.prose.Spoken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaudeAutoModeTest {
    @TempDir private Path folder;

    private ClaudeSettings settings() {
        return new ClaudeSettings(folder.resolve("etc"), folder.resolve("home"));
    }

    @Test
    void blocksAreReadFromTheOrganisationTheUserAndTheCommandLine() throws IOException {
        write("etc/managed-settings.json", "{\"autoMode\": {\"soft_deny\": [\"O: o.\"]}}");
        write("etc/managed-settings.d/b.json", "{\"autoMode\": {\"allow\": [\"P: p.\", 7]}}");
        write("home/.claude/settings.json", "{\"autoMode\": {\"environment\": [\"$defaults\"]}}");
        write("home/.config/cattlegrid/claude-code.json", "{\"hooks\": {}}");
        Path line = write("elsewhere.json", "{\"autoMode\": {\"hard_deny\": []}}");
        write("home/work/.claude/settings.json", "{\"autoMode\": {\"allow\": [\"Q: q.\"]}}");
        List<Spoken> spoken = settings().spoken(List.of(line));
        assertEquals(
                List.of(Level.ORGANISATION, Level.ORGANISATION, Level.USER, Level.USER),
                spoken.stream().map(Spoken::level).toList());
        assertEquals(List.of("P: p."), spoken.get(0).lists().get(Section.ALLOW));
        assertEquals(List.of("O: o."), spoken.get(1).lists().get(Section.SOFT_DENY));
        assertEquals(List.of(), spoken.get(3).lists().get(Section.HARD_DENY));
    }

    @Test
    void whatCannotBeReadSaysNothing() throws IOException {
        write("home/.claude/settings.json", "{\"autoMode\": ");
        assertEquals(List.of(), settings().spoken(List.of(folder.resolve("none"))));
        assertEquals(Locks.NONE, settings().locks(folder.resolve("home/work").toString()));
    }

    /// What the organisation meant is not known, so all that it could lock is locked.
    @Test
    void whatTheOrganisationWroteAndNobodyCanReadLocks() throws IOException {
        write("etc/managed-settings.json", "{\"permissions\": ");
        Locks locks = settings().locks(folder.resolve("home/work").toString());
        assertEquals(new Locks(true, true, Optional.empty()), locks);
    }

    @Test
    void locksOfAnyFileCountAndTheModeOfTheHighest() throws IOException {
        String work = folder.resolve("home/work").toString();
        write("etc/managed-settings.json", "{\"permissions\": {\"defaultMode\": \"plan\"}}");
        write("home/.claude/settings.json", "{\"permissions\": {\"defaultMode\": \"auto\"}}");
        assertEquals(new Locks(false, false, Optional.of(Mode.PLAN)), settings().locks(work));
        write(
                "home/work/.claude/settings.json",
                "{\"disableAutoMode\": \"disable\", \"permissions\": {\"defaultMode\": \"auto\","
                        + " \"disableBypassPermissionsMode\": \"disable\"}}");
        assertEquals(new Locks(true, true, Optional.of(Mode.PLAN)), settings().locks(work));
    }

    @Test
    void aLockedModeIsTheUsualOne() {
        var locks = new Locks(true, true, Optional.empty());
        assertEquals(Mode.DEFAULT, locks.of(Mode.AUTO));
        assertEquals(Mode.DEFAULT, locks.of(Mode.BYPASS_PERMISSIONS));
        assertEquals(Mode.PLAN, locks.of(Mode.PLAN));
        assertEquals(Mode.AUTO, Locks.NONE.of(Mode.AUTO));
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
