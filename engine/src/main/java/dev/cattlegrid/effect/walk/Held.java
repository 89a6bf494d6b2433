package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import java.util.LinkedHashSet;
import java.util.Set;

/// What a variable, a parameter or a piece of a word holds: its value and where that comes from.
record Held(Value value, Set<Source> sources) {
    static final Set<Source> SPELLED = Set.of(new Source.Spelled());
    static final Held EMPTY = new Held(Value.exact(""), Set.of());

    Held {
        sources = Set.copyOf(sources);
    }

    static Held exact(String text) {
        return new Held(Value.exact(text), SPELLED);
    }

    static Held unknown(String why) {
        return new Held(Value.unknown(why), Set.of());
    }

    /// A text that is not known but holds no slash and no blank: a date, a number, a hash, a user's name.
    static Held oneName() {
        return new Held(Values.ONE_NAME, SPELLED);
    }

    Held with(Value other) {
        return new Held(other, sources);
    }

    Data data() {
        return new Data(sources, value.known());
    }

    static Set<Source> both(Set<Source> first, Set<Source> second) {
        if (first.equals(second) || second.isEmpty()) {
            return first;
        }
        if (first.isEmpty()) {
            return second;
        }
        var both = new LinkedHashSet<>(first);
        both.addAll(second);
        return both;
    }

    Held or(Held other) {
        return equals(other)
                ? this
                : new Held(Values.either(value, other.value), both(sources, other.sources));
    }

    /// Like [#or], in a loop that has to come to an end.
    Held widened(Held next) {
        return equals(next)
                ? this
                : new Held(Values.widen(value, next.value), both(sources, next.sources));
    }
}
