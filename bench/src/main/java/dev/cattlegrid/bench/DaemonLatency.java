package dev.cattlegrid.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.json.Json;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/// What a hook costs with the daemon: whole processes against `/bin/true`, calls over its socket, its start, its memory.
///
/// Every call is decided, remembered and written down, in a home of its own.
public final class DaemonLatency {
    private static final int COLD = 11;
    private static final int PROCESSES = 201;
    private static final int CALLS = 10_000;

    private final String launcher;
    private final Path home;
    private final Path run;

    private DaemonLatency(String launcher, Path home) {
        this.launcher = launcher;
        this.home = home;
        run = home.resolve(".local/state/cattlegrid/run");
    }

    /// @param arguments the launcher, absolute; nothing: the `cattlegrid` here
    public static void main(String[] arguments) throws Exception {
        String launcher =
                arguments.length > 0
                        ? arguments[0]
                        : Path.of("cattlegrid").toAbsolutePath().toString();
        var bench = new DaemonLatency(launcher, Files.createTempDirectory("cattlegrid-bench"));
        try {
            bench.measure();
        } finally {
            bench.end();
        }
    }

    private void measure() throws Exception {
        File payload = Files.writeString(home.resolve("payload.json"), payload("s", "t")).toFile();
        List<String> hook = List.of(launcher, "hook", "claude-code", "--home", home.toString());
        List<String> wired = new ArrayList<>(List.of("/usr/bin/env", "-i", "/bin/sh"));
        wired.addAll(hook);
        var cold = new long[COLD];
        for (int i = 0; i < COLD; i++) {
            end();
            cold[i] = process(hook, payload);
        }
        say("no daemon: hook to answer", cold);
        var warm = new ArrayList<long[]>();
        for (List<String> command : List.of(List.of("/bin/true"), hook, wired)) {
            for (int i = 0; i < 20; i++) {
                process(command, payload);
            }
            var times = new long[PROCESSES];
            for (int i = 0; i < PROCESSES; i++) {
                times[i] = process(command, payload);
            }
            warm.add(times);
        }
        say("/bin/true, whole process", warm.get(0));
        say("hook, whole process", warm.get(1));
        say("hook as setup writes it", warm.get(2));
        clients(1, CALLS / 2);
        say("socket, 1 client", clients(1, CALLS / 2));
        say("socket, 16 clients at once", clients(16, CALLS / 16));
        say("socket, 16 clients, 10/s", paced(16, 100));
        System.out.println("after these calls: " + ask(Map.of("do", "status")));
    }

    private String payload(String session, String id) {
        var values = new LinkedHashMap<String, Object>();
        values.put("session_id", session);
        values.put("cwd", home.toString());
        values.put("permission_mode", "default");
        values.put("hook_event_name", "PreToolUse");
        values.put("tool_name", "Bash");
        values.put("tool_use_id", id);
        values.put("tool_input", Map.of("command", "ls -la | head"));
        return Json.print(values);
    }

    private static long process(List<String> command, File input) throws Exception {
        long start = System.nanoTime();
        new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .redirectInput(ProcessBuilder.Redirect.from(input))
                .start()
                .waitFor();
        return System.nanoTime() - start;
    }

    private long[] clients(int number, int calls) throws Exception {
        return together(number, client -> client(client, calls, 0));
    }

    private long[] paced(int number, int pauseMillis) throws Exception {
        return together(number, client -> client(client, 100, pauseMillis));
    }

    private interface Client {
        long[] times(int number) throws Exception;
    }

    private static long[] together(int number, Client client) throws Exception {
        var times = new long[number][];
        var threads = new ArrayList<Thread>();
        for (int i = 0; i < number; i++) {
            int own = i;
            threads.add(
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    times[own] = client.times(own);
                                } catch (Exception problem) {
                                    throw new IllegalStateException(problem);
                                }
                            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return Arrays.stream(times).flatMapToLong(LongStream::of).toArray();
    }

    private long[] client(int number, int calls, int pauseMillis) throws Exception {
        var times = new long[calls];
        try (SocketChannel channel = open()) {
            var in = new BufferedReader(Channels.newReader(channel, UTF_8));
            for (int i = 0; i < calls; i++) {
                String line =
                        Json.print(
                                Map.of(
                                        "do", "hook",
                                        "host", "claude-code",
                                        "payload", payload("s" + number, "t" + i)));
                long start = System.nanoTime();
                send(channel, line);
                String answer = in.readLine();
                times[i] = System.nanoTime() - start;
                if (answer == null || !answer.contains("allow")) {
                    throw new IOException("no leave: " + answer);
                }
                Thread.sleep(pauseMillis);
            }
        }
        return times;
    }

    private String ask(Map<String, Object> request) throws IOException {
        try (SocketChannel channel = open()) {
            send(channel, Json.print(request));
            return new BufferedReader(Channels.newReader(channel, UTF_8)).readLine();
        }
    }

    private SocketChannel open() throws IOException {
        SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(run.resolve("socket")));
        return channel;
    }

    private static void send(SocketChannel channel, String line) throws IOException {
        ByteBuffer left = ByteBuffer.wrap((line + "\n").getBytes(UTF_8));
        while (left.hasRemaining()) {
            channel.write(left);
        }
    }

    private void end() throws Exception {
        Path plate = run.resolve("door");
        if (Files.exists(plate)) {
            long pid = Long.parseLong(Files.readString(plate).split(" ")[1]);
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
            Thread.sleep(300);
        }
    }

    private static void say(String name, long[] nanos) {
        Arrays.sort(nanos);
        System.out.printf(
                "%-28s p50 %8.2f ms, p99 %8.2f ms, least %8.2f ms, of %d%n",
                name,
                nanos[nanos.length / 2] / 1e6,
                nanos[Math.min(nanos.length - 1, nanos.length * 99 / 100)] / 1e6,
                nanos[0] / 1e6,
                nanos.length);
    }
}
