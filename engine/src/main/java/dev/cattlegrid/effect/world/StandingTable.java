package dev.cattlegrid.effect.world;

import dev.cattlegrid.effect.Standing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The table of standings, ready to be asked: what makes a path stricter, and what makes it milder.
///
/// @param strict compared without case
/// @param mild compared to the letter
record StandingTable(Index strict, Index mild) {
    private static final String RESOURCE = "standings.txt";

    /// One pattern of the table.
    ///
    /// @param above the names above the last one, as patterns
    /// @param last the last name, as a pattern
    /// @param below whether what lies below counts too
    /// @param except whether it takes the standing away
    record Rule(
            Standing standing,
            String why,
            Anchor anchor,
            List<String> above,
            String last,
            boolean below,
            boolean except) {
        Rule {
            above = List.copyOf(above);
        }

        boolean isAnywhere() {
            return anchor == Anchor.ANYWHERE && above.isEmpty();
        }

        /// Whether the last characters agree; cheaper than the whole comparison.
        boolean mayMatch(String name) {
            char end = last.charAt(last.length() - 1);
            boolean plain = end != '*' && end != '?' && end != ']';
            return !plain || !name.isEmpty() && name.charAt(name.length() - 1) == end;
        }

        boolean isAtRoot(Standing wanted) {
            return anchor == Anchor.ROOT && above.isEmpty() && standing == wanted && !except;
        }

        /// @param at the index of the segment that the last name is compared with
        /// @param home how many segments the home has that the path lies in; -1 for none
        boolean holds(List<String> segments, int at, int home) {
            int from = at - above.size();
            boolean anchored =
                    switch (anchor) {
                        case ROOT -> from == 0;
                        case HOME -> from == home && home > 0;
                        case ANYWHERE -> from >= 0;
                    };
            if (!anchored || at != segments.size() - 1 && !below) {
                return false;
            }
            for (int i = 0; i < above.size(); i++) {
                if (!Pattern.matches(above.get(i), segments.get(from + i))) {
                    return false;
                }
            }
            return true;
        }
    }

    enum Anchor {
        ROOT,
        HOME,
        ANYWHERE
    }

    static StandingTable load() {
        try (InputStream in = StandingTable.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException("the table of standings is missing");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// @throws IllegalArgumentException where a line cannot be read
    static StandingTable parse(String text) {
        List<Rule> strict = new ArrayList<>();
        List<Rule> mild = new ArrayList<>();
        Optional<Heading> heading = Optional.empty();
        for (String line : text.lines().toList()) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                heading = Optional.of(Heading.of(line));
                continue;
            }
            Heading under =
                    heading.orElseThrow(() -> new IllegalArgumentException("no heading: " + line));
            for (String pattern : line.split(",")) {
                if (!pattern.isBlank()) {
                    (under.isMild() ? mild : strict).add(under.rule(pattern.strip()));
                }
            }
        }
        return new StandingTable(Index.of(strict), Index.of(mild));
    }

    private record Heading(Standing standing, String why) {
        static Heading of(String line) {
            int colon = line.indexOf(':');
            int source = line.indexOf("  [");
            if (colon < 0) {
                throw new IllegalArgumentException("no standing: " + line);
            }
            String why = line.substring(colon + 1, source < 0 ? line.length() : source).strip();
            return new Heading(Standing.valueOf(line.substring(0, colon)), why);
        }

        boolean isMild() {
            return standing == Standing.REBUILDABLE || standing == Standing.SINK;
        }

        Rule rule(String written) {
            boolean except = written.startsWith("!");
            String plain = except ? written.substring(1) : written;
            String pattern = isMild() ? plain : PathText.folded(plain);
            Anchor anchor =
                    pattern.startsWith("/")
                            ? Anchor.ROOT
                            : pattern.startsWith("~/") ? Anchor.HOME : Anchor.ANYWHERE;
            List<String> names =
                    PathText.segments(anchor == Anchor.HOME ? pattern.substring(2) : pattern);
            return new Rule(
                    standing,
                    why,
                    anchor,
                    names.subList(0, names.size() - 1),
                    names.getLast(),
                    pattern.endsWith("/"),
                    except);
        }
    }

    /// Rules, found by the last name of their pattern.
    ///
    /// @param byName of patterns whose last name has no active character
    /// @param bySuffix of patterns `*.suffix`, by the suffix with its dot
    /// @param byBeginning of other patterns that begin with a plain character, by that character
    /// @param others the rest
    record Index(
            Map<String, List<Rule>> byName,
            Map<String, List<Rule>> bySuffix,
            Map<Character, List<Rule>> byBeginning,
            List<Rule> others) {
        static Index of(List<Rule> rules) {
            Map<String, List<Rule>> byName = new HashMap<>();
            Map<String, List<Rule>> bySuffix = new HashMap<>();
            Map<Character, List<Rule>> byBeginning = new HashMap<>();
            List<Rule> others = new ArrayList<>();
            for (Rule rule : rules) {
                String last = rule.last();
                if (!Pattern.isActive(last)) {
                    byName.computeIfAbsent(last, _ -> new ArrayList<>()).add(rule);
                } else if (last.startsWith("*.")
                        && last.lastIndexOf('.') == 1
                        && !Pattern.isActive(last.substring(1))) {
                    bySuffix.computeIfAbsent(last.substring(1), _ -> new ArrayList<>()).add(rule);
                } else if ("*?[\\".indexOf(last.charAt(0)) < 0) {
                    byBeginning.computeIfAbsent(last.charAt(0), _ -> new ArrayList<>()).add(rule);
                } else {
                    others.add(rule);
                }
            }
            return new Index(
                    Map.copyOf(byName),
                    Map.copyOf(bySuffix),
                    Map.copyOf(byBeginning),
                    List.copyOf(others));
        }

        /// Adds the standings of a path.
        ///
        /// @param home how many of the segments are a home; -1 for none
        /// @param from how many segments lie above what an unanchored rule may speak of
        void collect(List<String> segments, int home, int from, Set<Standing> found) {
            long except = 0;
            for (int at = 0; at < segments.size(); at++) {
                String name = segments.get(at);
                except |= collect(byName.get(name), segments, at, home, from, found);
                int dot = name.lastIndexOf('.');
                if (dot >= 0) {
                    List<Rule> rules = bySuffix.get(name.substring(dot));
                    except |= collect(rules, segments, at, home, from, found);
                }
                if (!name.isEmpty()) {
                    List<Rule> rules = byBeginning.get(name.charAt(0));
                    except |= collectMatching(rules, segments, at, home, from, found);
                }
                except |= collectMatching(others, segments, at, home, from, found);
            }
            if (except != 0) {
                long gone = except;
                found.removeIf(standing -> (gone & 1L << standing.ordinal()) != 0);
            }
        }

        private static long collect(
                @Nullable List<Rule> rules,
                List<String> segments,
                int at,
                int home,
                int from,
                Set<Standing> found) {
            if (rules == null) {
                return 0;
            }
            long except = 0;
            for (Rule rule : rules) {
                except |= collect(rule, segments, at, home, from, found);
            }
            return except;
        }

        private static long collectMatching(
                @Nullable List<Rule> rules,
                List<String> segments,
                int at,
                int home,
                int from,
                Set<Standing> found) {
            if (rules == null) {
                return 0;
            }
            long except = 0;
            String name = segments.get(at);
            for (Rule rule : rules) {
                if (rule.mayMatch(name) && Pattern.matches(rule.last(), name)) {
                    except |= collect(rule, segments, at, home, from, found);
                }
            }
            return except;
        }

        /// Adds what a rule says; gives back, as a bit, what it takes away.
        private static long collect(
                Rule rule, List<String> segments, int at, int home, int from, Set<Standing> found) {
            if (rule.anchor() == Anchor.ANYWHERE && at - rule.above().size() < from) {
                return 0;
            }
            if (!rule.holds(segments, at, home)) {
                return 0;
            }
            if (rule.except()) {
                return 1L << rule.standing().ordinal();
            }
            found.add(rule.standing());
            return 0;
        }

        Optional<String> why(List<String> segments, int home, Standing standing) {
            for (int at = segments.size() - 1; at >= 0; at--) {
                for (Rule rule : candidates(segments.get(at))) {
                    if (rule.standing() == standing
                            && !rule.except()
                            && rule.holds(segments, at, home)) {
                        return Optional.of(rule.why());
                    }
                }
            }
            return Optional.empty();
        }

        private List<Rule> candidates(String name) {
            List<Rule> rules = new ArrayList<>(byName.getOrDefault(name, List.of()));
            int dot = name.lastIndexOf('.');
            if (dot >= 0) {
                rules.addAll(bySuffix.getOrDefault(name.substring(dot), List.of()));
            }
            List<Rule> more = new ArrayList<>(others);
            if (!name.isEmpty()) {
                more.addAll(byBeginning.getOrDefault(name.charAt(0), List.of()));
            }
            for (Rule rule : more) {
                if (Pattern.matches(rule.last(), name)) {
                    rules.add(rule);
                }
            }
            return rules;
        }

        /// The names right below the root that one standing is given to.
        List<String> namesAtRoot(Standing standing) {
            return byName.entrySet().stream()
                    .filter(entry ->
                            entry.getValue().stream().anyMatch(rule -> rule.isAtRoot(standing)))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }

        /// The names that the patterns end in.
        ///
        /// @param anywhere those that hold in any directory, else those that need a certain one
        List<String> names(boolean anywhere) {
            return byName.entrySet().stream()
                    .filter(entry ->
                            anywhere == entry.getValue().stream().anyMatch(Rule::isAnywhere))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
        }
    }
}
