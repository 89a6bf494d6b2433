package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.effect.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.function.Predicate;

/// What was said and done in a session, in order, for somebody who has to form an opinion: the person's own messages,
/// and the calls that did more than look. Never what a tool gave back, and never an agent's words.
///
/// @param entries the latest last
public record Story(List<Entry> entries) {
    /// Of one message; of what is longer the beginning and the end are kept.
    private static final int LONGEST = 4_000;

    private static final int MESSAGES = 24;
    private static final int CALLS = 48;
    private static final int SHORTEST_CITED = 8;

    public static final Story NONE = new Story(List.of());

    public Story {
        entries = List.copyOf(entries);
    }

    /// Something that was said or done.
    public sealed interface Entry {
        /// The person wrote it.
        record Said(String text) implements Entry {}

        /// The agent wanted to do it.
        ///
        /// @param call in its own words, cut to a line
        /// @param cleared whether a person let it pass
        /// @param failed whether its host says that it failed
        record Called(String call, Event.Decided.Answer answer, boolean cleared, boolean failed)
                implements Entry {}
    }

    Story after(Event event) {
        return switch (event) {
            case Event.Said(var text, var source) ->
                    source == Event.Said.Source.PERSON && !text.isBlank()
                            ? with(new Entry.Said(cut(text.strip())))
                            : this;
            case Event.Decided decided ->
                    onlyLooks(decided)
                            ? this
                            : with(
                                    new Entry.Called(
                                            decided.call(), decided.answer(), false, false));
            case Event.Planted _ -> this;
            case Event.Failed(var call) -> changed(call, false, true);
            case Event.Cleared(var call) -> changed(call, true, false);
        };
    }

    /// The person's messages, the latest last.
    public List<String> messages() {
        return entries.stream()
                .filter(Entry.Said.class::isInstance)
                .map(entry -> ((Entry.Said) entry).text())
                .toList();
    }

    /// Where the person last said something in these words; nothing where they never did, or where the words are too few
    /// to say anything.
    public OptionalInt saidAt(String words) {
        String plain = plain(words);
        return plain.length() < SHORTEST_CITED
                ? OptionalInt.empty()
                : last(entry -> entry instanceof Entry.Said(var text) && holds(plain(text), plain));
    }

    /// Where a call was last refused.
    public OptionalInt refusedAt(String call) {
        return last(entry ->
                entry instanceof Entry.Called(var other, var answer, _, _)
                        && answer == Event.Decided.Answer.REFUSED
                        && other.equals(call));
    }

    private OptionalInt last(Predicate<Entry> which) {
        for (int i = entries.size() - 1; i >= 0; i--) {
            if (which.test(entries.get(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    /// Whether words stand in a text as whole words.
    private static boolean holds(String text, String words) {
        return (" " + text + " ").contains(" " + words + " ");
    }

    /// Letters and digits alone, in lower case, one blank between words.
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.toLowerCase(Locale.ROOT)
                .codePoints()
                .forEach(c -> {
                    if (Character.isLetterOrDigit(c)) {
                        plain.appendCodePoint(c);
                    } else if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != ' ') {
                        plain.append(' ');
                    }
                });
        return plain.toString().strip();
    }

    private Story with(Entry entry) {
        boolean said = entry instanceof Entry.Said;
        long before = entries.stream().filter(each -> each instanceof Entry.Said == said).count();
        boolean full = before >= (said ? MESSAGES : CALLS);
        var more = new ArrayList<Entry>(entries.size() + 1);
        for (Entry each : entries) {
            if (full && each instanceof Entry.Said == said) {
                full = false;
            } else {
                more.add(each);
            }
        }
        more.add(entry);
        return new Story(more);
    }

    private Story changed(String call, boolean cleared, boolean failed) {
        OptionalInt at =
                last(entry -> entry instanceof Entry.Called(var own, _, _, _) && own.equals(call));
        if (at.isEmpty() || !(entries.get(at.getAsInt()) instanceof Entry.Called before)) {
            return this;
        }
        var changed = new ArrayList<>(entries);
        changed.set(
                at.getAsInt(),
                new Entry.Called(
                        call,
                        before.answer(),
                        before.cleared() || cleared,
                        before.failed() || failed));
        return new Story(changed);
    }

    private static boolean onlyLooks(Event.Decided decided) {
        return decided.answer() == Event.Decided.Answer.ALLOWED
                && decided.steps().stream().map(Step::effect).allMatch(Story::onlyLooks);
    }

    private static boolean onlyLooks(Effect effect) {
        return effect instanceof Effect.Read(var place, _) && !place.is(Standing.SECRET)
                || effect instanceof Effect.Run(Code.Program _, _);
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int half = LONGEST / 2;
        return text.substring(0, half) + " […] " + text.substring(text.length() - half);
    }
}
