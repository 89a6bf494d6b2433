package dev.cattlegrid.doctor;

import dev.cattlegrid.canary.Client;
import dev.cattlegrid.canary.Paddock;
import dev.cattlegrid.wiring.Line;
import dev.cattlegrid.wiring.Place;
import dev.cattlegrid.wiring.Standing;
import dev.cattlegrid.wiring.Wiring;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One client: its program, its settings, and a canary.
///
/// @param line as `setup` writes it into settings
/// @param home of the user
/// @param project where the doctor was called
/// @param programs where programs lie
/// @param environment of the doctor
/// @param canary whether the client is driven
record HostLooks(
        Line line,
        Path home,
        Path project,
        Programs programs,
        Map<String, String> environment,
        boolean canary) {
    private static final String SETTINGS = "settings";

    boolean isInstalled(Wiring wiring) {
        return programs.find(wiring).isPresent() || wiring.isInstalled(home, programs.path());
    }

    /// @param scratch a directory of its own, empty
    Part look(Wiring wiring, Path scratch) throws IOException {
        var looks = new ArrayList<Look>();
        Optional<Path> program = programs.find(wiring);
        Optional<Client> client = Client.of(wiring.host().name());
        String title = wiring.host().title();
        if (program.isPresent()) {
            Paddock paddock = Paddock.in(Files.createDirectories(scratch.resolve("v")));
            Optional<String> version = programs.version(program.get(), paddock);
            title += version.map(number -> " " + number).orElse("");
            looks.add(program(program.get(), version, client));
        } else {
            looks.add(
                    Look.note(
                            "program",
                            "its program was not found, so only its settings were looked at"));
        }
        looks.add(users(wiring));
        looks.addAll(ClaudeLooks.of(wiring.host(), home, environment));
        if (canary && program.isPresent() && client.isPresent()) {
            var flight = new Canary(client.get(), wiring, program.get(), programs.environment());
            Path directory = Files.createDirectories(scratch.resolve("c"));
            looks.add(CanaryLook.of(flight.fly(line.launcher(), directory)));
        } else if (canary && program.isPresent()) {
            looks.add(
                    Look.note(
                            "canary",
                            "this client does not run without an account, so it was not driven"));
        }
        return new Part(wiring.host().name(), title, looks);
    }

    private static Look program(Path program, Optional<String> version, Optional<Client> client) {
        if (version.isEmpty()) {
            return Look.note("program", "`" + program + "` does not say its version");
        }
        Optional<String> known = client.map(Client::version);
        return known.isEmpty() || known.equals(version)
                ? Look.well("program", "`" + program + "`")
                : Look.note(
                        "program",
                        "`%s` is %s; the gate's tests run it with %s"
                                .formatted(program, version.get(), known.get()));
    }

    private Look users(Wiring wiring) {
        Look look = look(wiring, Place.Scope.USER);
        boolean inProject =
                List.of(Place.Scope.PROJECT, Place.Scope.LOCAL).stream()
                        .anyMatch(scope -> standing(wiring, scope) instanceof Standing.Wired);
        return look.state() == Look.State.WRONG && inProject
                ? Look.note(
                        SETTINGS,
                        "the gate is in the settings of this project only: " + look.says())
                : look;
    }

    private Look look(Wiring wiring, Place.Scope scope) {
        return switch (standing(wiring, scope)) {
            case Standing.Wired _ ->
                    Look.well(
                            SETTINGS,
                            "the gate is in `" + wiring.files(place(scope)).getFirst() + "`");
            case Standing.Missing(var what, var mend) -> Look.wrong(SETTINGS, what, mend);
            case Standing.Altered(var what, var mend) -> Look.wrong(SETTINGS, what, mend);
            case Standing.Shadowed(var what, var mend) -> Look.wrong(SETTINGS, what, mend);
        };
    }

    private Standing standing(Wiring wiring, Place.Scope scope) {
        return wiring.standing(place(scope), line);
    }

    private Place place(Place.Scope scope) {
        return new Place(home, project, scope);
    }
}
