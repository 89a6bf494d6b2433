package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import java.util.List;

/// Reads Python code.
final class PythonCode {
    static final int LONGEST = 256 * 1024;

    private PythonCode() {}

    static Outcome read(Arg text, List<Arg> arguments, Invocation from, Opener opener) {
        return with(PythonApi.TABLE, PythonParser::parse, text, arguments, from, opener);
    }

    static Outcome with(
            Api api,
            java.util.function.Function<String, List<Node>> parser,
            Arg text,
            List<Arg> arguments,
            Invocation from,
            Opener opener) {
        if (text.text().isEmpty() || text.text().get().length() > LONGEST) {
            var gap =
                    new Gap.Unread(
                            api.language() + " code that is not known when the call is read");
            return new Outcome.Notes()
                    .must(new Effect.Unknown(gap, Bound.ANYTHING, text.span()))
                    .done();
        }
        var acts = new Acts(text, arguments, from, opener);
        new Machine(api, acts, parser).run(text.text().get());
        return acts.done();
    }
}
