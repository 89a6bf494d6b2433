package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import java.util.List;
import java.util.function.Predicate;

/// Reads JavaScript code.
final class ScriptCode {
    private static final List<String> GLOBAL =
            List.of(
                    "fs",
                    "path",
                    "os",
                    "child_process",
                    "http",
                    "https",
                    "net",
                    "util",
                    "crypto",
                    "process",
                    "console",
                    "vm",
                    "dns",
                    "zlib",
                    "url",
                    "stream",
                    "events",
                    "Bun",
                    "Deno",
                    "Reflect",
                    "tls",
                    "axios");

    private ScriptCode() {}

    static Outcome read(Arg text, List<Arg> arguments, Invocation from, Opener opener) {
        return read(text, arguments, from, opener, name -> false);
    }

    static Outcome read(
            Arg text,
            List<Arg> arguments,
            Invocation from,
            Opener opener,
            Predicate<String> called) {
        if (text.text().isEmpty() || text.text().get().length() > PythonCode.LONGEST) {
            var gap = new Gap.Unread("javascript code that is not known when the call is read");
            return new Outcome.Notes()
                    .must(new Effect.Unknown(gap, Bound.ANYTHING, text.span()))
                    .done();
        }
        var acts = new Acts(text, arguments, from, opener);
        var machine = new Machine(ScriptApi.TABLE, acts, ScriptParser::parse);
        GLOBAL.forEach(name -> machine.set(name, Thing.of("module:" + name)));
        machine.run(text.text().get(), called);
        return acts.done();
    }
}
