package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.json.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/// One call of a host's hook: its payload to its answer, written down in between.
///
/// @param surroundings what the organisation and the user have set
/// @param worlds the world to read a call against, by the directory of the call
record Hook(
        Host host, Recording recording, Surroundings surroundings, Function<String, World> worlds) {
    /// The answer, whatever the payload holds.
    String answer(byte[] payload) {
        Recording.Answer answer =
                switch (Json.parse(payload).members()) {
                    case Json.Members.None(var what) ->
                            refuse("the hook's input is " + what, "", nowhere());
                    case Json.Members.Of(var fields) -> answer(host.hear(fields));
                };
        return answer.withheld() ? host.silence() : host.answer(answer.decision(), answer.id());
    }

    private Recording.Answer answer(Host.Heard heard) {
        Origin origin = heard.origin().contained(surroundings.contained());
        if (heard.asked() instanceof Asked.Calls && !isThere(origin.directory())) {
            String why = "the working directory `" + origin.directory() + "` is not there";
            return refuse(why, heard.tool(), origin);
        }
        return switch (surroundings.at(origin.directory())) {
            case Surroundings.At.Bad(var why) -> refuse(why, heard.tool(), origin);
            case Surroundings.At.Of(var policy) ->
                    recording
                            .under(policy)
                            .answer(
                                    heard.asked(),
                                    heard.tool(),
                                    origin,
                                    _ -> worlds.apply(origin.directory()));
        };
    }

    private Recording.Answer refuse(String why, String tool, Origin origin) {
        return recording.refuse(Door.BAD_INPUT, why, tool, origin);
    }

    private Origin nowhere() {
        return Origin.in("/").at(host.name());
    }

    private static boolean isThere(String directory) {
        return Files.isDirectory(Path.of(directory));
    }
}
