package dev.cattlegrid.agent.tool;

import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Commands that run in the background, by name.
public final class Jobs {
    private static final Duration LOOK = Duration.ofMillis(500);

    /// So many that have ended are still known; the oldest are forgotten first.
    private static final int MOST_ENDED = 32;

    private final Map<String, Job> all = new LinkedHashMap<>();
    private @Nullable Thread watch;
    private boolean closed;
    private int number;

    /// A command, and how much of what it printed the agent has been told.
    static final class Job {
        private final Command command;
        private long told;

        Job(Command command) {
            this.command = command;
        }

        /// What it printed since this was last asked, and how it stands.
        synchronized String news() throws IOException {
            Optional<Integer> exit = command.exit();
            Command.Printed printed = command.printed(told);
            told = printed.to();
            String state =
                    exit.map(code -> "(ended with exit code " + code + ")")
                            .orElse("(still running)");
            return (Text.middleOut(printed.text()).stripTrailing() + "\n" + state).strip();
        }

        /// @return whether it was still running
        boolean kill() {
            boolean running = command.isRunning();
            command.kill();
            return running;
        }
    }

    /// @throws IOException in one sentence, where the session has ended meanwhile
    synchronized String add(Command command) throws IOException {
        if (closed) {
            command.kill();
            command.forget();
            throw new IOException("the session has ended");
        }
        forgetOld();
        String name = "bash_" + ++number;
        all.put(name, new Job(command));
        if (watch == null) {
            watch = Thread.ofVirtual().name("jobs").start(this::watch);
        }
        return name;
    }

    synchronized Optional<Job> named(String name) {
        return Optional.ofNullable(all.get(name));
    }

    private void forgetOld() {
        List<String> ended =
                all.entrySet().stream()
                        .filter(entry -> !entry.getValue().command.isRunning())
                        .map(Map.Entry::getKey)
                        .toList();
        ended.stream()
                .limit(Math.max(0, ended.size() - MOST_ENDED))
                .forEach(name ->
                        Optional.ofNullable(all.remove(name))
                                .ifPresent(job -> job.command.forget()));
    }

    /// Ends what prints more than anybody reads; nobody waits for a command in the background.
    private void watch() {
        while (true) {
            try {
                Thread.sleep(LOOK);
            } catch (InterruptedException _) {
                return;
            }
            synchronized (this) {
                List<Job> running =
                        all.values().stream().filter(job -> job.command.isRunning()).toList();
                if (running.isEmpty()) {
                    watch = null;
                    return;
                }
                running.stream().filter(Jobs::printsTooMuch).forEach(Job::kill);
            }
        }
    }

    private static boolean printsTooMuch(Job job) {
        try {
            return job.command.printsTooMuch();
        } catch (IOException _) {
            return true;
        }
    }

    synchronized void close() {
        closed = true;
        all.values()
                .forEach(job -> {
                    job.command.kill();
                    job.command.forget();
                });
        all.clear();
    }
}
