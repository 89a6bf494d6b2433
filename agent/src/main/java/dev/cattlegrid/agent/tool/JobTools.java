package dev.cattlegrid.agent.tool;

import dev.cattlegrid.agent.voice.Offer;
import dev.cattlegrid.agent.voice.Stop;
import dev.cattlegrid.door.Pass;
import dev.cattlegrid.json.Fields;
import java.io.IOException;
import java.util.List;

/// What a command in the background printed, and its end.
public final class JobTools {
    private JobTools() {}

    public static List<Tool> all() {
        return List.of(new Output(), new Kill());
    }

    private record Output() implements Tool {
        @Override
        public Offer offer() {
            return new Schema()
                    .needs("bash_id", "string", "As Bash named it.")
                    .of(
                            "BashOutput",
                            "What a command in the background printed since it was last asked.");
        }

        @Override
        public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
            return Done.of(job(pass.take(), "bash_id", workshop).news());
        }
    }

    private record Kill() implements Tool {
        @Override
        public Offer offer() {
            return new Schema()
                    .needs("shell_id", "string", "As Bash named it.")
                    .of("KillShell", "Ends a command in the background with all that it started.");
        }

        @Override
        public Done run(Pass pass, Workshop workshop, Stop stop) throws IOException {
            Jobs.Job job = job(pass.take(), "shell_id", workshop);
            return Done.of(job.kill() ? "ended" : "it had ended before");
        }
    }

    private static Jobs.Job job(Fields input, String field, Workshop workshop) throws IOException {
        String name = input.text(field).orElse("");
        return workshop.jobs()
                .named(name)
                .orElseThrow(() ->
                        new IOException("there is no command `" + name + "` in the background"));
    }
}
