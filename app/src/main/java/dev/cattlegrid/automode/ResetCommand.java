package dev.cattlegrid.automode;

import dev.cattlegrid.audit.Audit;
import dev.cattlegrid.audit.Store;
import dev.cattlegrid.door.Exit;
import dev.cattlegrid.door.Streams;
import dev.cattlegrid.host.ClaudeSettings;
import dev.cattlegrid.policy.Section;
import dev.cattlegrid.prose.Spoken;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `cattlegrid auto-mode reset`: back to the texts that come with the gate.
@Command(
        name = "reset",
        description =
                "Takes the rules in words out of your settings, so that those that come with the gate count.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done, or there was nothing to do", "1:nobody said yes"},
        mixinStandardHelpOptions = true)
final class ResetCommand implements Callable<Integer> {
    private final Streams streams;

    @Mixin private final Where where = new Where();

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    ResetCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException {
        var own = new OwnSettings(where.settings());
        List<Section> spoken = own.spoken();
        if (spoken.isEmpty()) {
            streams.out().println("`" + own.file() + "` says nothing under `[auto-mode]`");
            others();
            return Exit.ALLOW;
        }
        for (Section section : spoken) {
            streams.out().println(section.key());
            own.list(section)
                    .orElse(List.of())
                    .forEach(text -> streams.out().println("  - " + text));
        }
        if (!yes && !isAgreed()) {
            return Exit.ASK;
        }
        new Audit(new Store(where.home().resolve(Store.IN_HOME))).person("auto-mode", "reset", "");
        own.write(SettingsEdit.without(own.text(), OwnSettings.KEYS));
        streams.out().println("taken out of `" + own.file() + "`");
        others();
        return Exit.ALLOW;
    }

    private boolean isAgreed() throws IOException {
        if (!streams.terminal()) {
            streams.err()
                    .println("cattlegrid: nothing was changed; say `-y` where nobody can be asked");
            return false;
        }
        streams.out().print("take these out? [y/N] ");
        streams.out().flush();
        var reader =
                new BufferedReader(new InputStreamReader(streams.in(), StandardCharsets.UTF_8));
        String answer = reader.readLine();
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }

    /// What still counts, since it stands elsewhere.
    private void others() {
        for (Spoken spoken : ClaudeSettings.of(where.home()).spoken(List.of())) {
            streams.out().println("`autoMode` in `" + spoken.from() + "` still counts");
        }
    }
}
