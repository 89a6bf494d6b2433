package dev.cattlegrid.sandbox;

import dev.cattlegrid.call.Network;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Starts commands in a sandbox.
public final class Confined {
    private static final List<Path> DEVICES =
            List.of(
                    Path.of("/dev/null"),
                    Path.of("/dev/zero"),
                    Path.of("/dev/full"),
                    Path.of("/dev/random"),
                    Path.of("/dev/urandom"));

    private Confined() {}

    /// Starts a command as a plan has it.
    public static Launch start(Plan.Ready plan, Command command) throws InterruptedException {
        Optional<Path> program = Programs.find(command);
        if (program.isEmpty()) {
            return new Launch.Failed(
                    Launch.Failed.Kind.NOT_FOUND,
                    "there is no program `%s`".formatted(command.words().getFirst()));
        }
        if (!Files.isDirectory(command.directory())) {
            return new Launch.Failed(
                    Launch.Failed.Kind.NOT_FOUND,
                    "there is no directory `%s`".formatted(command.directory()));
        }
        Optional<Integer> ruleset = Optional.empty();
        Ends ends = null;
        try {
            ends = Ends.open(command.streams());
            ruleset = ruleset(plan);
            return plan.hasNamespaces()
                    ? throughBubblewrap(plan, command, program.get(), ends, ruleset)
                    : directly(plan, command, program.get(), ends, ruleset);
        } catch (IOException problem) {
            if (ends != null) {
                ends.closeGiven();
                ends.closeKept();
            }
            return notConfined(problem);
        } finally {
            ruleset.ifPresent(Descriptors::close);
        }
    }

    private static Launch notConfined(IOException problem) {
        return new Launch.Failed(
                Launch.Failed.Kind.NOT_CONFINED, String.valueOf(problem.getMessage()));
    }

    private static Launch directly(
            Plan.Ready plan, Command command, Path program, Ends ends, Optional<Integer> ruleset)
            throws IOException, InterruptedException {
        var environment = new ArrayList<String>();
        environment(plan, command).forEach((name, value) -> environment.add(name + "=" + value));
        var start =
                new Spawn.Start(
                        program.toString(),
                        command.words(),
                        environment,
                        command.directory(),
                        ends.given());
        var bonds = new Bonds(ruleset, Optional.of(filter(plan)), true);
        return start(plan, bonds, start, ends);
    }

    private static Launch throughBubblewrap(
            Plan.Ready plan, Command command, Path program, Ends ends, Optional<Integer> ruleset)
            throws IOException, InterruptedException {
        Path bubblewrap = plan.machine().bubblewrap().orElseThrow();
        Ends withFilter = ends.giving(Descriptors.holding(filter(plan).bytes()));
        List<String> arguments =
                Bubblewrap.arguments(plan, command.directory(), environment(plan, command));
        Ends all =
                withFilter.giving(
                        Descriptors.holding(
                                (String.join("\0", arguments) + "\0")
                                        .getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        var words = new ArrayList<String>();
        words.add(bubblewrap.toString());
        words.addAll(List.of("--args", String.valueOf(Bubblewrap.ARGUMENTS_AT), "--"));
        words.add(program.toString());
        words.addAll(command.words().subList(1, command.words().size()));
        var start =
                new Spawn.Start(bubblewrap.toString(), words, List.of(), Path.of("/"), all.given());
        return start(plan, new Bonds(ruleset, Optional.empty(), false), start, all);
    }

    private static Launch start(Plan.Ready plan, Bonds bonds, Spawn.Start start, Ends ends)
            throws IOException, InterruptedException {
        boolean scoped = plan.machine().landlockVersion() >= Landlock.SCOPES;
        var warden = new Warden(bonds, start, scoped, plan.endsAll());
        warden.start();
        ends.closeGiven();
        if (warden.pid() <= 0) {
            ends.closeKept();
            return failed(warden, start.program());
        }
        return new Launch.Started(
                new Running(
                        warden,
                        ends.in().isPresent()
                                ? Descriptors.writing(ends.in().getAsInt())
                                : OutputStream.nullOutputStream(),
                        ends.out().isPresent()
                                ? Descriptors.reading(ends.out().getAsInt())
                                : InputStream.nullInputStream(),
                        ends.err().isPresent()
                                ? Descriptors.reading(ends.err().getAsInt())
                                : InputStream.nullInputStream()));
    }

    private static Launch failed(Warden warden, String program) {
        if (warden.pid() == 0) {
            return new Launch.Failed(
                    Launch.Failed.Kind.NOT_CONFINED, String.valueOf(warden.problem()));
        }
        String why = "cannot start `%s`: %s".formatted(program, Native.inWords(warden.pid()));
        return new Launch.Failed(
                warden.pid() == -Native.ENOENT
                        ? Launch.Failed.Kind.NOT_FOUND
                        : Launch.Failed.Kind.NOT_EXECUTABLE,
                why);
    }

    private static Map<String, String> environment(Plan.Ready plan, Command command) {
        var environment = new LinkedHashMap<>(command.environment());
        plan.sandbox()
                .scratch()
                .ifPresent(scratch -> environment.put("TMPDIR", scratch.toString()));
        return environment;
    }

    private static Filter filter(Plan.Ready plan) {
        var refusals = new ArrayList<>(Refusals.everywhere(plan.sandbox().network()));
        if (!plan.hasNamespaces()) {
            refusals.addAll(Refusals.withoutNamespaces(User.id(), User.group()));
            if (plan.machine().landlockVersion() < 3) {
                refusals.addAll(Refusals.withoutTruncation());
            }
        }
        return Filter.of(Processor.ofThisMachine().orElseThrow(), refusals);
    }

    /// Beside bubblewrap, which sees to files, Landlock must leave mounts alone, and so files.
    private static Optional<Integer> ruleset(Plan.Ready plan) throws IOException {
        int version = Math.min(plan.machine().landlockVersion(), Landlock.NEWEST);
        boolean namespaces = plan.hasNamespaces();
        if (version == 0 || namespaces && version < Landlock.SCOPES) {
            return Optional.empty();
        }
        var domain =
                new Landlock.Domain(
                        version,
                        namespaces ? Optional.empty() : Optional.of(rights(plan, version)),
                        plan.sandbox().network() == Network.NONE);
        return Optional.of((int) Descriptors.check("prepare Landlock", Landlock.ruleset(domain)));
    }

    private static Map<Path, Long> rights(Plan.Ready plan, int version) {
        var rights = new LinkedHashMap<Path, Long>();
        switch (plan.sandbox().reads()) {
            case Reads.All _ -> grant(rights, Path.of("/"), Landlock.READ);
            case Reads.Only(var also) -> {
                Reads.SYSTEM.forEach(path -> grant(rights, path, Landlock.READ));
                grant(rights, Path.of("/proc"), Landlock.READ);
                also.forEach(path -> grant(rights, path, Landlock.READ));
            }
        }
        DEVICES.forEach(device -> grant(rights, device, Landlock.OF_FILES & ~Landlock.EXECUTE));
        plan.writable().forEach(path -> grant(rights, path, Landlock.writing(version)));
        return rights;
    }

    private static void grant(Map<Path, Long> rights, Path path, long right) {
        long fitting = Files.isDirectory(path) ? right : right & Landlock.OF_FILES;
        rights.merge(path, fitting, (a, b) -> a | b);
    }
}
