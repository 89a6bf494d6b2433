package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.world.World;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Builds the fields of one word: pieces go in, quoted or not; what is not quoted is split and may be a pattern.
final class Fields {
    /// How many words one word may become.
    static final int MOST = 4_096;

    private final boolean splitting;
    private final String separators;
    private final List<Arg> done;
    private final Span span;

    private Value value = Value.exact("");
    private Set<Source> sources = Set.of();
    private boolean begun;
    private boolean active;
    private boolean splits;

    /// The texts that the whole of the field may be, before they are split.
    private @Nullable Value alternatives;

    /// @param splitting whether this is a place where words are split and patterns count
    /// @param separators the characters of `IFS`
    Fields(boolean splitting, String separators, List<Arg> done, Span span) {
        this.splitting = splitting;
        this.separators = separators;
        this.done = done;
        this.span = span;
    }

    /// Text that stands in the call without quotes.
    void written(String text) {
        begun = true;
        sources = Held.both(sources, Held.SPELLED);
        if (splitting && Values.hasActive(text)) {
            active = true;
            value = Values.concat(value, new Value.Glob(text.replace("\\", "\\\\")));
        } else {
            value = Values.concat(value, Value.exact(text));
        }
    }

    /// A pattern whose plain characters are escaped already.
    void pattern(String pattern) {
        begun = true;
        active = true;
        sources = Held.both(sources, Held.SPELLED);
        value = Values.concat(value, new Value.Glob(pattern));
    }

    /// Text in quotes, or behind a backslash.
    void quoted(String text) {
        begun = true;
        sources = Held.both(sources, Held.SPELLED);
        value = Values.concat(value, Value.exact(text));
    }

    /// Quotes with nothing in them still make a word.
    void begin() {
        begun = true;
    }

    /// What an expansion gave, inside quotes or where nothing is split.
    void whole(Held held) {
        begun = true;
        sources = Held.both(sources, held.sources());
        value = Values.concat(value, held.value());
    }

    /// What an expansion gave, outside quotes.
    void split(Held held) {
        if (!splitting) {
            whole(held);
            return;
        }
        switch (held.value()) {
            case Value.Exact(var text) -> splitText(text, held.sources());
            case Value.OneOf(var texts) -> {
                boolean calm = texts.stream().noneMatch(this::wouldSplit);
                boolean alone = !begun;
                whole(held);
                splits |= !calm;
                alternatives = !calm && alone ? held.value() : alternatives;
            }
            case Value.Glob _ -> whole(held);
            case Value.Partial _ -> {
                whole(held);
                splits |=
                        Sources.below(held.sources()).isEmpty() || held.value().prefix().isEmpty();
            }
        }
    }

    private boolean wouldSplit(String text) {
        if (text.isEmpty() || Values.hasActive(text)) {
            return true;
        }
        for (int i = 0; i < text.length(); i++) {
            if (separators.indexOf(text.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    private void splitText(String text, Set<Source> from) {
        int start = 0;
        int i = 0;
        while (i < text.length()) {
            if (separators.indexOf(text.charAt(i)) < 0) {
                i++;
                continue;
            }
            if (i > start) {
                piece(text.substring(start, i), from);
            }
            boolean blank = isBlank(text.charAt(i));
            while (i < text.length()
                    && separators.indexOf(text.charAt(i)) >= 0
                    && isBlank(text.charAt(i))) {
                i++;
            }
            if (!blank || i < text.length() && separators.indexOf(text.charAt(i)) >= 0) {
                begun = true;
                i++;
            }
            end();
            start = i;
        }
        if (start < text.length()) {
            piece(text.substring(start), from);
        } else {
            sources = Held.both(sources, from);
        }
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t' || c == '\n';
    }

    private void piece(String text, Set<Source> from) {
        begun = true;
        sources = Held.both(sources, from);
        if (Values.hasActive(text)) {
            active = true;
            value = Values.concat(value, new Value.Glob(text.replace("\\", "\\\\")));
        } else {
            value = Values.concat(value, Value.exact(text));
        }
    }

    /// Any number of words of which nothing more is known.
    void any(Held held) {
        whole(held);
        splits = true;
    }

    /// Ends the field that is being built, if there is one.
    void end() {
        if (begun && done.size() < MOST) {
            done.add(arg());
        }
        begun = false;
        active = false;
        splits = false;
        alternatives = null;
        value = Value.exact("");
        sources = Set.of();
    }

    boolean isActive() {
        return active;
    }

    /// What splits into one of several lists of words is that and nothing else, or a text that is not known.
    Arg arg() {
        boolean mixed = splits && value instanceof Value.OneOf && !value.equals(alternatives);
        Value all =
                mixed
                        ? new Value.Partial(value.prefix(), "", "it is one of several values")
                        : value;
        return new Arg(all, new Data(sources, value.known()), splits, span);
    }

    /// Ends the last field and expands patterns against the names that are there.
    void end(Place directory, World world) {
        if (!begun) {
            end();
            return;
        }
        if (active && value instanceof Value.Glob(var plain) && !Values.isPattern(plain)) {
            value = Value.exact(Values.unescape(plain));
            end();
        } else if (active && !splits && value instanceof Value.Glob(var pattern)) {
            expand(pattern, directory, world);
        } else {
            end();
        }
    }

    private void expand(String pattern, Place directory, World world) {
        Optional<String> absolute =
                pattern.startsWith("/")
                        ? Optional.of(pattern)
                        : directory.isExact()
                                ? Optional.of(top(directory.path()) + pattern)
                                : Optional.empty();
        World.Listing listing =
                absolute.<World.Listing>map(world::expand).orElseGet(World.Listing.Some::new);
        Set<Source> from = sources;
        switch (listing) {
            case World.Listing.Names(var names) when names.isEmpty() ->
                    value = Value.exact(Values.unescape(pattern));
            case World.Listing.Names(var names) -> {
                int cut = pattern.startsWith("/") ? 0 : top(directory.path()).length();
                List<String> shown =
                        names.stream()
                                .map(name -> name.length() > cut ? name.substring(cut) : name)
                                .toList();
                if (names.size() <= Values.MOST
                        || shown.stream().anyMatch(name -> name.startsWith("-"))) {
                    shown.stream()
                            .limit(MOST)
                            .forEach(name ->
                                    done.add(
                                            new Arg(
                                                    Value.exact(name),
                                                    new Data(from, Optional.of(name)),
                                                    false,
                                                    span)));
                    begun = false;
                }
            }
            case World.Listing.Some _ when pattern.startsWith("-") ->
                    value = Value.exact(Values.unescape(pattern));
            case World.Listing.Some _ -> {}
        }
        end();
    }

    private static String top(String directory) {
        return Values.escape(directory.endsWith("/") ? directory : directory + "/");
    }
}
