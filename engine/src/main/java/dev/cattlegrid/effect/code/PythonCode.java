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

/// Reads Python code.
final class PythonCode {
    static final int LONGEST = 256 * 1024;

    private PythonCode() {}

    static Outcome read(Arg text, List<Arg> arguments, Invocation from, Opener opener) {
        return read(text, arguments, from, opener, name -> false);
    }

    static Outcome read(
            Arg text,
            List<Arg> arguments,
            Invocation from,
            Opener opener,
            Predicate<String> called) {
        if (text.text().isEmpty() || text.text().get().length() > LONGEST) {
            var gap = new Gap.Unread("python code that is not known when the call is read");
            return new Outcome.Notes()
                    .must(new Effect.Unknown(gap, Bound.ANYTHING, text.span()))
                    .done();
        }
        var acts = new Acts(text, arguments, from, opener);
        new Machine(PythonApi.TABLE, acts, PythonParser::parse).run(text.text().get(), called);
        return acts.done();
    }
}
