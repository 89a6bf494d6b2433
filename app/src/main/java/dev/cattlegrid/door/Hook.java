package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.Heard;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.host.Told;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.permission.Permissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

/// One payload of a host's hook to its answer: calls are judged and written down, what else happens is remembered.
///
/// @param surroundings what the organisation and the user have set
/// @param worlds the world to read a call against, by the directory of the call
record Hook(
        Host host, Recording recording, Surroundings surroundings, Function<String, World> worlds) {
    /// The answer, whatever the payload holds.
    String answer(byte[] payload) {
        return switch (Json.parse(payload).members()) {
            case Json.Members.None(var what) ->
                    answer(unread(), refuse("the hook's input is " + what, unread()));
            case Json.Members.Of(var fields) -> answer(fields);
        };
    }

    private String answer(Fields payload) {
        return switch (host.hear(payload, this::counted)) {
            case Heard.Call call -> answer(call, judged(call));
            case Heard.Words words -> noted(words);
            case Heard.End end -> ended(end);
            case Heard.Settings settings ->
                    settings.wrong()
                            .filter(_ -> !surroundings.observe())
                            .map(host::unchanged)
                            .orElseGet(host::silence);
            case Heard.Begin _, Heard.Over _, Heard.Aside _ -> host.silence();
        };
    }

    private String answer(Heard.Call heard, Recording.Answer answer) {
        return answer.withheld()
                ? host.silence()
                : host.answer(
                        heard,
                        answer.decision(),
                        Told.of(answer.decision(), answer.ticket(), answer.id()));
    }

    private Recording.Answer judged(Heard.Call heard) {
        Origin origin = heard.origin();
        if (heard.asked() instanceof Asked.Calls && !isThere(origin.directory())) {
            return refuse("the working directory `" + origin.directory() + "` is not there", heard);
        }
        return switch (surroundings.at(origin.directory())) {
            case Surroundings.At.Bad(var why) -> refuse(why, heard);
            case Surroundings.At.Of(var policy) ->
                    recording
                            .under(permissions(origin).over(policy))
                            .headless(!heard.asks())
                            .answer(heard, _ -> worlds.apply(origin.directory()));
        };
    }

    /// The call's origin as the gate counts it. The modes in which a host asks at every turn, or never, are those in which the
    /// gate decides, unless the user's settings say otherwise.
    private Origin counted(Origin origin) {
        Origin counted = origin.contained(surroundings.contained());
        return surroundings.hostModes()
                ? counted
                : switch (origin.mode()) {
                    case DEFAULT, ACCEPT_EDITS, AUTO, BYPASS_PERMISSIONS ->
                            counted.mode(Origin.Mode.AUTO);
                    case PLAN, DONT_ASK -> counted;
                };
    }

    /// What the settings of the host itself allow, ask about and deny.
    private Permissions permissions(Origin origin) {
        Permissions all = host.permissions(surroundings.home(), origin.directory());
        return origin.mode() == Origin.Mode.AUTO ? all.inAuto() : all;
    }

    /// What a person forbids takes hold before the agent hears of it, or the agent does not hear of it.
    private String noted(Heard.Words words) {
        try {
            recording.sitting().said(words);
            return host.silence();
        } catch (IOException problem) {
            return host.unheard("what you wrote could not be kept: " + Door.inWords(problem));
        }
    }

    /// A call that has run cannot be refused: what is not noted here only makes the gate ask again.
    private String ended(Heard.End end) {
        try {
            return host.handedBack(recording.sitting().ended(end));
        } catch (IOException _) {
            return host.silence();
        }
    }

    private Recording.Answer refuse(String why, Heard.Call heard) {
        return recording.refuse(Door.BAD_INPUT, why, heard);
    }

    private Heard.Call unread() {
        return new Heard.Call(
                new Asked.Refused(""), Origin.in("/").at(host.name()), "", Optional.empty());
    }

    private static boolean isThere(String directory) {
        return Files.isDirectory(Path.of(directory));
    }
}
