package dev.cattlegrid.agent;

import dev.cattlegrid.call.Network;
import dev.cattlegrid.sandbox.Machine;
import dev.cattlegrid.sandbox.Plan;
import dev.cattlegrid.sandbox.Reads;
import dev.cattlegrid.sandbox.Sandbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The sandbox of a session that is begun with `--sandbox`: commands write to what the agent works in and to a scratch
/// directory, and reach nobody.
final class Shelter {
    private Shelter() {}

    /// How it is kept on a machine, or why it cannot be.
    ///
    /// @param writable what the agent works in
    /// @param scratch the session's own
    /// @param home what may not be opened as a whole
    static Plan of(List<Path> writable, Path scratch, Path home, Machine machine)
            throws IOException {
        Optional<Path> tooMuch = writable.stream().filter(home::startsWith).findFirst();
        if (tooMuch.isPresent()) {
            return new Plan.Refused(
                    "your home lies in `%s`, and is too much to write to".formatted(tooMuch.get()),
                    "begin in the directory of a project");
        }
        Path temporary = Files.createDirectories(scratch.resolve("tmp"));
        return new Sandbox(writable, new Reads.All(), Optional.of(temporary), Network.NONE)
                .on(machine);
    }

    /// For the model, so that it does not try what cannot be.
    static String told(Plan.Ready plan) {
        return """

        Commands run in a sandbox: they write only below %s and $TMPDIR, and have no network. What fails for that reason fails again
        in any other way; tell the person what you would need. What a command starts ends with it, so run servers in the background.
        """
                .formatted(
                        String.join(
                                ", ",
                                plan.sandbox().writable().stream().map(Path::toString).toList()));
    }
}
