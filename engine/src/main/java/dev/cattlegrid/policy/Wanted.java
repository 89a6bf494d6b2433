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
/// @param since only what was said after this number counts
/// @param general whether an order that names nothing is enough, because what forbade it named nothing either
public record Wanted(Set<Act> acts, List<Target> targets, int since, boolean general) {
    /// No words clear it.
    public static final Wanted NOTHING = new Wanted(Set.of(), List.of());

    public Wanted(Set<Act> acts, List<Target> targets) {
        this(acts, targets, 0, false);
    }

    public Wanted {
        acts = Set.copyOf(acts);
        targets = List.copyOf(targets);
    }

    public static Wanted of(Set<Act> acts, Target... targets) {
        return new Wanted(acts, List.of(targets));
    }

    /// The same, asked for after something else was said.
    public Wanted after(int number, boolean named) {
        return new Wanted(acts, targets, number, !named);
    }

    /// The same, with more that has to be named.
    public Wanted and(Target target) {
        return new Wanted(
                acts, Stream.concat(targets.stream(), Stream.of(target)).toList(), since, general);
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

        /// What the call does not name: any name, version or path will do, and no common word.
        public boolean isOpen() {
            return names.isEmpty() && sorts.isEmpty();
        }

        public Target or(Sort... more) {
            return new Target(
                    names,
                    Stream.concat(sorts.stream(), Stream.of(more)).collect(Collectors.toSet()));
        }
    }
}
