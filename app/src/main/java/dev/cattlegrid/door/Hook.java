package dev.cattlegrid.door;

import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// One call of a host's hook: its payload to its answer.
///
/// @param worlds the world to read a call against, made by the directory of the call
record Hook(Host host, Door door, Function<String, World> worlds) {
    /// The answer, whatever the payload holds.
    String answer(byte[] payload) {
        Decision decision =
                switch (Json.parse(payload).members()) {
                    case Json.Members.None(var what) ->
                            Door.refusal(Door.BAD_INPUT, "the hook's input is " + what);
                    case Json.Members.Of(var fields) -> decide(host.hear(fields));
                };
        return host.answer(decision, Optional.empty());
    }

    private Decision decide(Host.Heard heard) {
        String directory = heard.origin().directory();
        if (heard.asked() instanceof Asked.Calls && !Files.isDirectory(Path.of(directory))) {
            return Door.refusal(
                    Door.BAD_INPUT, "the working directory `" + directory + "` is not there");
        }
        return door.decide(heard.asked(), _ -> worlds.apply(directory));
    }
}
