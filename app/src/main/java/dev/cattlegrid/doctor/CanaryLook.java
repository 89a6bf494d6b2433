package dev.cattlegrid.doctor;

import java.util.Locale;

/// What a canary's end says of a client.
final class CanaryLook {
    private static final String ABOUT = "canary";

    private CanaryLook() {}

    static Look of(Canary.Outcome outcome) {
        return switch (outcome) {
            case Canary.Outcome.Stopped(var took) ->
                    Look.well(
                            ABOUT,
                            "the real client was stopped at a refused call and ran an allowed one (%.1f s)"
                                    .formatted(took.toMillis() / 1000.0)
                                    .toLowerCase(Locale.ROOT));
            case Canary.Outcome.Ran() ->
                    Look.wrong(
                            ABOUT,
                            "the real client ran a call that the gate refuses",
                            "do not rely on the gate with this version of the client");
            case Canary.Outcome.AllStopped(var told) ->
                    Look.wrong(
                            ABOUT,
                            "the gate stops this client at harmless calls too: " + told,
                            "mend what is wrong with the gate, above");
            case Canary.Outcome.Unclear(var why) ->
                    Look.note(
                            ABOUT,
                            "it could not be driven to the call, so nothing is proven: " + why);
        };
    }
}
