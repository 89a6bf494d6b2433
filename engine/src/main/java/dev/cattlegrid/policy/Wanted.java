package dev.cattlegrid.policy;

import dev.cattlegrid.ledger.words.Act;
import dev.cattlegrid.ledger.words.Thing.Sort;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a person has to have said for their words to clear a finding: one of the acts, and every target by one of its
/// names. It belongs to the rule; a finding without it is cleared by no words.
///
/// @param acts empty: no words name it
public record Wanted(Set<Act> acts, List<Target> targets) {
    /// No words clear it.
    public static final Wanted NOTHING = new Wanted(Set.of(), List.of());

    public Wanted {
        acts = Set.copyOf(acts);
        targets = List.copyOf(targets);
    }

    public static Wanted of(Set<Act> acts, Target... targets) {
        return new Wanted(acts, List.of(targets));
    }

    /// One thing that has to be named.
    ///
    /// @param names any of them does, in lower case
    /// @param sorts words that name it without its name: "the default branch"
    public record Target(Set<String> names, Set<Sort> sorts) {
        public Target {
            names =
                    names.stream()
                            .filter(name -> !name.isBlank())
                            .map(name -> name.toLowerCase(Locale.ROOT))
                            .collect(Collectors.toUnmodifiableSet());
            sorts = Set.copyOf(sorts);
        }

        public static Target named(String... names) {
            return new Target(Stream.of(names).collect(Collectors.toSet()), Set.of());
        }

        public Target or(Sort... more) {
            return new Target(
                    names,
                    Stream.concat(sorts.stream(), Stream.of(more)).collect(Collectors.toSet()));
        }
    }
}
