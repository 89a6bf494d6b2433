package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/// A shell command, in a shell that stands where the one before ended.
public final class BashTool implements Tool {
    private static final Duration USUAL = Duration.ofMinutes(2);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    @Override
    public Offer offer() {
        return new Schema()
                .needs("command", "string", "The command, as bash reads it.")
                .may(
                        "timeout",
                        "integer",
                        "Milliseconds after which it is ended: usually 120000, at most 600000.")
                .may("description", "string", "What it does, in five to ten words.")
                .may(
                        "run_in_background",
                        "boolean",
                        "Go on while it runs; BashOutput shows what it printed, KillShell ends it.")
                .of(
                        "Bash",
                        """
                        Runs a command in bash and gives back what it printed. The working directory is kept from one call to the next
                        (as long as it lies in the project); variables are not. There is no terminal and nothing to read on standard input.
                        Use Read, Edit, Write, Glob and Grep for files.\
                        """);
    }

    @Override
    public boolean isWhole() {
        return false;
    }

    @Override
    public boolean isSheltered() {
        return true;
    }

    @Override
    public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
        Fields input = pass.take();
        Command command =
                Command.start(
                        input.text("command").orElse(""), Path.of(pass.directory()), workshop);
        if (input.isTrue("run_in_background")) {
            return Done.of("runs in the background as " + workshop.jobs().add(command));
        }
        Duration most =
                input.number("timeout")
                        .map(millis -> Duration.ofMillis(Math.max(1, millis.longValue())))
                        .filter(wanted -> wanted.compareTo(LONGEST) <= 0)
                        .orElse(input.has("timeout") ? LONGEST : USUAL);
        try {
            Command.End end = command.await(most, stop);
            String printed = Text.middleOut(command.printed()).stripTrailing();
            return done(end, printed, moved(command, workshop), most);
        } finally {
            command.forget();
        }
    }

    /// What there is to say of where the shell stands now.
    private static Optional<String> moved(Command command, Workshop workshop) {
        Optional<Path> there = command.directory();
        if (there.isEmpty() || workshop.move(there.get())) {
            return Optional.empty();
        }
        return Optional.of("(the shell is back in %s)".formatted(workshop.root()));
    }

    private static Done done(
            Command.End end, String printed, Optional<String> moved, Duration most) {
        var text = new StringBuilder(printed);
        moved.ifPresent(note -> line(note, text));
        return switch (end) {
            case Command.End.Exit(var code) -> {
                if (code != 0) {
                    line("(exit code " + code + ")", text);
                }
                yield new Done(text.toString(), code != 0, Optional.empty());
            }
            case Command.End.TimeOver() -> {
                line("(ended after %d s)".formatted(most.toSeconds()), text);
                yield Done.failed(text.toString());
            }
            case Command.End.Stopped() -> {
                line("(the person broke it off)", text);
                yield Done.failed(text.toString());
            }
            case Command.End.TooMuch() -> {
                line("(ended, since it printed more than 64 MiB)", text);
                yield Done.failed(text.toString());
            }
        };
    }

    private static void line(String note, StringBuilder text) {
        text.append(text.isEmpty() ? "" : "\n").append(note);
    }
}
