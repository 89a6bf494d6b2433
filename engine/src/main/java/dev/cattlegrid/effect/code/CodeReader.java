package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import java.util.List;

/// Reads code of one language for its effects.
@FunctionalInterface
public interface CodeReader {
    /// What the code would do; what cannot be told becomes an `Unknown`. Never throws.
    ///
    /// @param text the code; not exact where it is not known
    /// @param arguments what the code is given (`sys.argv`, `process.argv`)
    Outcome read(Arg text, List<Arg> arguments, Invocation from, Opener opener);
}
