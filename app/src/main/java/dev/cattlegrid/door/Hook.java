package dev.cattlegrid.door;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.Heard;
import dev.cattlegrid.host.Host;
import dev.cattlegrid.host.Locks;
import dev.cattlegrid.host.Returned;
import dev.cattlegrid.host.Told;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.permission.Permissions;
import dev.cattlegrid.session.Irregular;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/// One payload of a host's hook to its answer: calls are judged and written down, what else happens is remembered.
record Hook(Host host, Answering answering) {
    /// The answer, whatever the payload holds.
    String answer(byte[] payload) {
        return switch (Json.parse(payload).members()) {
            case Json.Members.None(var what) ->
                    answer(unread(), refuse("the hook's input is " + what, unread()));
            case Json.Members.Of(var fields) -> answer(fields);
        };
    }

    private String answer(Fields payload) {
        var mode = new AtomicReference<>(Origin.Mode.DEFAULT);
        Heard heard =
                host.hear(
                        payload,
                        origin -> {
                            mode.set(origin.mode());
                            return counted(origin, payload.has("permission_mode"));
                        });
        return switch (heard) {
            case Heard.Call call -> {
                if (mode.get() == Origin.Mode.BYPASS_PERMISSIONS) {
                    bypassed(call.origin());
                }
                yield answer(call, judged(call));
            }
            case Heard.Words words -> noted(words, payload.text("transcript_path"));
            case Heard.End end -> ended(end, payload);
            case Heard.Settings settings -> changed(settings);
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
        return answering.judged(heard, permissions(heard.origin()));
    }

    /// The call's origin as the gate counts it. The modes in which a host asks at every turn, or never, are those in which the
    /// gate decides, unless the user's settings say otherwise, or somebody does not want it to.
    ///
    /// @param told whether the host says which mode it is in
    private Origin counted(Origin origin, boolean told) {
        Origin counted = origin.contained(surroundings().contained());
        Locks locks = host.locks(surroundings().home(), origin.directory());
        Origin.Mode mode = told ? origin.mode() : locks.usual().orElse(origin.mode());
        if (locks.auto() || surroundings().autoDisabled()) {
            return counted.mode(answering.left(mode, locks));
        }
        return surroundings().hostModes()
                ? counted.mode(locks.of(mode))
                : switch (origin.mode()) {
                    case DEFAULT, ACCEPT_EDITS, AUTO, BYPASS_PERMISSIONS ->
                            counted.mode(Origin.Mode.AUTO);
                    case PLAN, DONT_ASK -> counted;
                };
    }

    /// What the settings of the host itself allow, ask about and deny.
    private Permissions permissions(Origin origin) {
        Permissions all = host.permissions(surroundings().home(), origin.directory());
        return origin.mode() == Origin.Mode.AUTO ? all.inAuto() : all;
    }

    /// What a person forbids takes hold before the agent hears of it, or the agent does not hear of it.
    private String noted(Heard.Words words, Optional<String> transcript) {
        try {
            answering.said(words, transcript);
            return host.silence();
        } catch (IOException problem) {
            return host.unheard("what you wrote could not be kept: " + Door.inWords(problem));
        }
    }

    /// A call that has run cannot be refused: what is not noted here only makes the gate ask again.
    private String ended(Heard.End end, Fields payload) {
        try {
            Returned returned = Returned.of(payload, end.origin().directory());
            String told = answering.ended(end, returned);
            return told.isEmpty() ? host.silence() : host.beside(told);
        } catch (IOException _) {
            return host.silence();
        }
    }

    private String changed(Heard.Settings settings) {
        settings.wrong()
                .ifPresent(why -> notice(settings.origin(), Irregular.Kind.SETTINGS, why, false));
        return settings.wrong()
                .filter(_ -> !surroundings().observe())
                .map(host::unchanged)
                .orElseGet(host::silence);
    }

    /// The person chose it, so the host need not be told.
    private void bypassed(Origin origin) {
        notice(
                origin,
                Irregular.Kind.BYPASS,
                "the client asks nobody itself in this session (its permissions are bypassed): only the gate stops a call",
                true);
    }

    private void notice(Origin origin, Irregular.Kind kind, String what, boolean told) {
        try {
            var irregular = new Irregular(kind, what, Instant.now(), told);
            answering.noticed(origin, irregular);
        } catch (IOException _) {
            // It is noticed again the next time.
        }
    }

    private Recording.Answer refuse(String why, Heard.Call heard) {
        return answering.recording().refuse(Door.BAD_INPUT, why, heard);
    }

    private Heard.Call unread() {
        return new Heard.Call(
                new Asked.Refused(""), Origin.in("/").at(host.name()), "", Optional.empty());
    }

    private Surroundings surroundings() {
        return answering.surroundings();
    }
}
