package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Arguments taken together.
final class Args {
    private Args() {}

    /// All of them with blanks between, as `eval` and `echo` see them.
    static Arg joined(List<Arg> args) {
        Value value = args.isEmpty() ? Value.exact("") : args.getFirst().value();
        Set<Source> sources = args.isEmpty() ? Set.of() : args.getFirst().data().sources();
        boolean splits = !args.isEmpty() && args.getFirst().splits();
        for (int i = 1; i < args.size(); i++) {
            Arg arg = args.get(i);
            value = Values.concat(Values.concat(value, Value.exact(" ")), arg.value());
            sources = Held.both(sources, arg.data().sources());
            splits |= arg.splits();
        }
        Span span = args.isEmpty() ? Span.NONE : args.getFirst().span().to(args.getLast().span());
        return new Arg(
                value, new Data(sources, splits ? Optional.empty() : value.known()), splits, span);
    }
}
