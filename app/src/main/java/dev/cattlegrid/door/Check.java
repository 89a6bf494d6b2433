package dev.cattlegrid.door;

import dev.cattlegrid.audit.Store;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.Tools;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.judge.Bench;
import dev.cattlegrid.judge.Terms;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Judge;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.screen.DecisionValues;
import dev.cattlegrid.screen.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// One call, judged and shown: what `check` does once its command line has been read.
///
/// Knows nothing of the library that reads command lines, so that [Quick] gets here without starting it.
///
/// @param directory where the call is made; nothing: where the program was started
/// @param real whether the call is read against this machine instead of the assumed world
/// @param settings a file to use as the user's settings; nothing: none in the assumed world, else the user's own
/// @param mode the permission mode that it is made in
/// @param headless whether nobody is there to answer a question
record Check(
        Optional<String> directory,
        boolean real,
        Optional<Path> settings,
        Origin.Mode mode,
        boolean headless,
        boolean json,
        What what) {
    /// What is judged.
    sealed interface What {
        record Command(String text) implements What {}

        /// @param input what the tool is given, as JSON
        record Tool(String name, String input) implements What {}
    }

    /// Writes the answer, and gives the exit code that says the same.
    int run(Streams streams) {
        Worlds worlds =
                real
                        ? Worlds.real(directory, streams.environment())
                        : Worlds.assumed(directory, false, Map.of(), command());
        Asked asked = asked(Origin.in(worlds.directory()).mode(mode));
        boolean vanished = real && !Files.isDirectory(Path.of(worlds.directory()));
        Decision decision =
                vanished
                        ? Door.refusal(
                                Door.BAD_INPUT,
                                "the working directory `" + worlds.directory() + "` is not there")
                        : decide(asked, worlds, streams);
        show(asked, decision, streams);
        return exit(decision.verdict());
    }

    /// Settings that cannot be read settle nothing: the call is refused.
    private Decision decide(Asked asked, Worlds worlds, Streams streams) {
        return switch (Surroundings.forChecking(settings, real)) {
            case Surroundings.Read.Bad(var why) -> Door.refusal(Door.BAD_INPUT, why);
            case Surroundings.Read.Of(var surroundings) ->
                    switch (surroundings.at(worlds.directory(), real)) {
                        case Surroundings.At.Bad(var why) -> Door.refusal(Door.BAD_INPUT, why);
                        case Surroundings.At.Of(var policy) ->
                                Door.usual()
                                        .under(policy)
                                        .headless(headless)
                                        .asking(judge(surroundings, streams))
                                        .decide(asked, _ -> worlds.world().get());
                    };
        };
    }

    private Judge judge(Surroundings surroundings, Streams streams) {
        return surroundings.judge(
                () -> Bench.single(Store.usual()), new Terms.Setting(streams.environment(), real));
    }

    private static int exit(Verdict verdict) {
        return switch (verdict) {
            case ALLOW -> Exit.ALLOW;
            case ASK -> Exit.ASK;
            case DENY -> Exit.DENY;
        };
    }

    private String command() {
        return switch (what) {
            case What.Command(var text) -> text;
            case What.Tool _ -> "";
        };
    }

    private Asked asked(Origin origin) {
        return switch (what) {
            case What.Command(var text) -> Tools.command(text, origin);
            case What.Tool(var name, var input) ->
                    switch (Json.parse(input).members()) {
                        case Json.Members.None(var why) -> new Asked.Refused("`--input` is " + why);
                        case Json.Members.Of(Fields fields) -> Tools.read(name, fields, origin);
                    };
        };
    }

    private void show(Asked asked, Decision decision, Streams streams) {
        if (json) {
            streams.out().println(Json.pretty(DecisionValues.full(decision)));
            return;
        }
        Optional<ToolCall> call =
                asked instanceof Asked.Calls(var calls)
                        ? Optional.of(calls.getFirst())
                        : Optional.empty();
        new Page(streams.ink(), streams.columns())
                .of(call, decision)
                .forEach(streams.out()::println);
    }
}
