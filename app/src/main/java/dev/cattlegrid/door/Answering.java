package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.Heard;
import dev.cattlegrid.host.Locks;
import dev.cattlegrid.host.Returned;
import dev.cattlegrid.host.Told;
import dev.cattlegrid.judge.SecondLook;
import dev.cattlegrid.policy.permission.Permissions;
import dev.cattlegrid.session.Irregular;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The gate that every way in for an agent stands before: what is called is judged and written down, what else happens in a
/// session is remembered.
///
/// @param surroundings what the organisation and the user have set
/// @param secondLook at results of which the probe is not sure
/// @param worlds the world to read a call against, by the directory of the call
record Answering(
        Recording recording,
        Surroundings surroundings,
        Optional<SecondLook> secondLook,
        Function<String, World> worlds) {
    private static final Locks AUTO_OFF = new Locks(true, false, Optional.empty());

    /// A mode as all settings leave it.
    Origin.Mode left(Origin.Mode mode, Locks locks) {
        return (surroundings.autoDisabled() ? AUTO_OFF.and(locks) : locks).of(mode);
    }

    /// @param permissions what the host's own settings allow, ask about and deny
    Recording.Answer judged(Heard.Call heard, Permissions permissions) {
        Origin origin = heard.origin();
        if (heard.asked() instanceof Asked.Calls && !isThere(origin.directory())) {
            return refuse("the working directory `" + origin.directory() + "` is not there", heard);
        }
        return switch (surroundings.at(origin.directory())) {
            case Surroundings.At.Bad(var why) -> refuse(why, heard);
            case Surroundings.At.Of(var policy) ->
                    recording
                            .under(permissions.over(policy))
                            .headless(!heard.asks())
                            .answer(heard, _ -> worlds.apply(origin.directory()));
        };
    }

    /// The person wrote something.
    ///
    /// @param transcript where the host writes the session down, where it says so
    void said(Heard.Words words, Optional<String> transcript) throws IOException {
        recording.irregular(words.origin(), recording.sitting().said(words, transcript));
    }

    /// A call has come to its end.
    ///
    /// @param returned what the tool gave back
    /// @return what the agent is told beside the call's result; empty where that is nothing
    String ended(Heard.End end, Returned returned) throws IOException {
        Looked looked = Looked.at(returned, secondLook);
        Optional<Result> planted = looked.planted();
        if (looked.second().isPresent()) {
            recording.looked(end.origin(), returned.tool(), looked.second().get());
        }
        Sitting.Ended ended =
                recording.sitting().ended(end, planted.map(Result::event), surroundings.observe());
        recording.irregular(end.origin(), ended.fresh());
        if (planted.isPresent()) {
            recording.planted(end.origin(), planted.get().what());
        }
        String told =
                Told.beside(ended.refused(), ended.untold().stream().map(Irregular::what).toList());
        return Stream.of(
                        planted.filter(_ -> !surroundings.observe())
                                .map(Result::warning)
                                .orElse(""),
                        told)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(". "));
    }

    /// Something does not fit what was answered.
    void noticed(Origin origin, Irregular irregular) throws IOException {
        if (recording.sitting().noticed(origin, irregular)) {
            recording.irregular(origin, List.of(irregular));
        }
    }

    private Recording.Answer refuse(String why, Heard.Call heard) {
        return recording.refuse(Door.BAD_INPUT, why, heard);
    }

    private static boolean isThere(String directory) {
        return Files.isDirectory(Path.of(directory));
    }
}
