package dev.cattlegrid.audit;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Verdict;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A process of its own that writes decisions and answers each: its id on a line, or `failed` with the reason.
public final class Appender {
    private Appender() {}

    public static void main(String[] arguments) {
        var audit = new Audit(new Store(Path.of(arguments[0])));
        int count = Integer.parseInt(arguments[1]);
        for (int i = 0; i < count; i++) {
            switch (audit.write(decision(i % 4 == 0 ? Verdict.DENY : Verdict.ALLOW, "ls " + i))) {
                case Audit.Written.As(var id) -> System.out.println(id);
                case Audit.Written.Failed(var why) -> {
                    System.out.println("failed " + why);
                    return;
                }
            }
            System.out.flush();
        }
    }

    static Entry.Of decision(Verdict verdict, String command) {
        var origin = Origin.in("/home/dev/project");
        return new Entry.Of(
                Instant.now(),
                origin,
                "Bash",
                Optional.of(new ToolCall.Shell(command, origin)),
                new Decision(
                        verdict,
                        Optional.empty(),
                        Decision.Decider.FAST_PATH,
                        "a reason",
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()),
                false,
                true,
                1);
    }
}
