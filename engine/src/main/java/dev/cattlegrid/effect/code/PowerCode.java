package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads PowerShell code.
final class PowerCode {
    private PowerCode() {}

    static Outcome read(Arg text, List<Arg> arguments, Invocation from, Opener opener) {
        if (text.text().isEmpty() || text.text().get().length() > PythonCode.LONGEST) {
            var gap = new Gap.Unread("powershell code that is not known when the call is read");
            return new Outcome.Notes()
                    .must(new Effect.Unknown(gap, Bound.ANYTHING, text.span()))
                    .done();
        }
        var acts = new Acts(text, arguments, from, opener);
        var machine = new Machine(PowerApi.TABLE, acts, PowerParser::parse);
        String home = from.world().home();
        machine.set("[none]", Thing.of("none"));
        machine.set("$home", Thing.of("path", Value.exact(home), Data.NONE));
        machine.set("$pwd", Thing.of("path", Value.exact("."), Data.NONE));
        machine.set("$input", Thing.of("text", from.stdin().changed()));
        machine.set("$profile", Thing.text(home + "/.config/powershell/profile.ps1"));
        machine.set("$error", Thing.derived(Data.of(new Source.Program("powershell"))));
        machine.run(text.text().get());
        return acts.done();
    }

    /// `-EncodedCommand`: base64 of UTF-16, the lower byte first. It is read, and a person is told all the same: nobody
    /// who looks at the call sees what it is.
    static Outcome encoded(Arg text, List<Arg> arguments, Invocation from, Opener opener) {
        var gap = new Gap.Unread("a command that is written so that nobody can read it");
        return new Outcome.Notes()
                .must(
                        new Effect.Unknown(
                                gap,
                                new Bound(Set.of(Bound.Kind.RUN), Optional.empty()),
                                text.span()))
                .include(read(text.with(decoded(text.value())), arguments, from, opener))
                .done();
    }

    private static Value decoded(Value value) {
        try {
            return value.known()
                    .<Value>map(text ->
                            Value.exact(
                                    new String(
                                            Base64.getMimeDecoder().decode(text),
                                            StandardCharsets.UTF_16LE)))
                    .orElse(value);
        } catch (IllegalArgumentException _) {
            return Value.unknown("an encoded command that is not base64");
        }
    }
}
