package dev.cattlegrid.agent.tool;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Commands that run in the background, by name.
public final class Jobs {
    private final Map<String, Job> all = new LinkedHashMap<>();
    private int number;

    static final class Job {
        final Command command;
        long told;

        Job(Command command) {
            this.command = command;
        }
    }

    synchronized String add(Command command) {
        String name = "bash_" + ++number;
        all.put(name, new Job(command));
        return name;
    }

    synchronized Optional<Job> named(String name) {
        return Optional.ofNullable(all.get(name));
    }

    synchronized void close() {
        all.values()
                .forEach(job -> {
                    job.command.kill();
                    job.command.forget();
                });
        all.clear();
    }
}
