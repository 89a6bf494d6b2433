package dev.cattlegrid.daemon;

import dev.cattlegrid.door.Hooks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// The resident process: it takes its turn, opens its doors, hangs out its plate, answers, and ends when nobody has asked for
/// a while, when a newer program takes over, or when it is told to.
///
/// Calls that are under way when it ends are answered first; who comes after that finds no plate, and starts the next one.
final class Daemon implements Work {
    private static final Duration LOOK = Duration.ofSeconds(1);

    /// Above the longest that a decision may take.
    private static final Duration LAST_ANSWERS = Duration.ofSeconds(25);

    private final RunDirectory run;
    private final Hooks hooks;
    private final Duration idle;
    private final Stamp stamp;
    private final Activity activity = new Activity();
    private final CountDownLatch over = new CountDownLatch(1);
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param idle how long nobody may have asked before it ends
    Daemon(RunDirectory run, Hooks hooks, Duration idle, Stamp stamp) {
        this.run = run;
        this.hooks = hooks;
        this.idle = idle;
        this.stamp = stamp;
    }

    /// Serves until it is over.
    ///
    /// @param wait how long another daemon may take to end
    /// @return whether it got its turn
    boolean serve(Duration wait) throws IOException {
        Optional<RunDirectory.Turn> turn = run.turn(wait);
        if (turn.isEmpty()) {
            return false;
        }
        try (var held = turn.get();
                var http = new HttpDoor(stamp, this);
                var socket = SocketDoor.at(run.socket(), this)) {
            http.open();
            socket.open();
            run.hang(http.plate());
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(this::end));
            awaitEnd(held, http.plate());
            run.takeDown();
            http.close(LAST_ANSWERS);
        } finally {
            closed.countDown();
        }
        return true;
    }

    /// SIGTERM ends it as anything else does: what is under way is answered, and nothing new is taken.
    private void end() {
        over.countDown();
        try {
            boolean _ = closed.await(LAST_ANSWERS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// A plate that somebody took down is hung out again: without it nobody finds the way to a daemon that nobody may replace.
    private void awaitEnd(RunDirectory.Turn turn, Plate plate) throws IOException {
        try {
            while (!over.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                if (activity.isIdleFor(idle) || !run.isStill(turn)) {
                    over.countDown();
                } else if (!run.plateThere().equals(Optional.of(plate))) {
                    run.hang(plate);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted");
        }
    }

    @Override
    public String answer(String host, boolean headless, byte[] payload) {
        return activity.during(() -> hooks.answer(host, headless, payload));
    }

    @Override
    public void handOver() {
        over.countDown();
    }

    @Override
    public Map<String, Object> status() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("pid", ProcessHandle.current().pid());
        values.put("stamp", stamp.seconds());
        values.put("since", activity.since().toString());
        values.put("now", Instant.now().toString());
        values.put("answered", activity.answered());
        values.put("failed", activity.failed());
        values.put("under_way", activity.underWay());
        values.put("ends_after_idle_s", idle.toSeconds());
        values.put("resident_kb", residentKilobytes());
        return values;
    }

    /// Resident memory; 0 where the system does not say.
    private static long residentKilobytes() {
        try {
            return Files.readAllLines(Path.of("/proc/self/status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException _) {
            return 0;
        }
    }
}
