package dev.cattlegrid.effect;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/// What moves through a pipe, a file or an argument: where it comes from and, where it is known, its text.
///
/// @param text the whole text, if every byte of it is known
public record Data(Set<Source> sources, Optional<String> text) {
    /// Nothing flows.
    public static final Data NONE = new Data(Set.of(), Optional.of(""));

    public Data {
        sources = Collections.unmodifiableSet(new LinkedHashSet<>(sources));
    }

    public static Data of(Source source) {
        return new Data(Set.of(source), Optional.empty());
    }

    public static Data spelled(String text) {
        return new Data(Set.of(new Source.Spelled()), Optional.of(text));
    }

    /// Both together, in no order that could be told.
    public Data with(Data other) {
        if (sources.isEmpty() && text.isPresent()) {
            return other;
        }
        if (other.sources.isEmpty() && other.text.isPresent()) {
            return this;
        }
        var both = new LinkedHashSet<>(sources);
        both.addAll(other.sources);
        return new Data(both, Optional.empty());
    }

    /// Both side by side in one request: what is known of each stays known.
    public Data beside(Data other) {
        boolean known = text.isPresent() && other.text.isPresent();
        if (!known || text.get().isEmpty() || other.text.get().isEmpty()) {
            return with(other);
        }
        var both = new LinkedHashSet<>(sources);
        both.addAll(other.sources);
        return new Data(both, Optional.of(text.get() + "\n" + other.text.get()));
    }

    /// The same origins, the text no longer known: what a filter makes of it.
    public Data changed() {
        return new Data(sources, Optional.empty());
    }
}
