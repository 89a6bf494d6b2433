package dev.cattlegrid.ledger.words;

import dev.cattlegrid.ledger.words.Thing.Sort;
import dev.cattlegrid.ledger.words.Token.Kind;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// What an act is about, read from the words around it.
///
/// @param things what it is done to, and where it goes
/// @param goals where they go: "push *to main*"
/// @param places where those are
/// @param sources where they come from
/// @param excepted what is left out
/// @param exact whether nothing narrows them that is not understood: "the files that nobody needs"
/// @param plain whether a name is a word like any other, which may be no name at all
/// @param described whether a word says of what kind a named thing is: "the docs folder"
/// @param refers whether it points at something without naming it: "it", "the file"
/// @param end the first token that does not belong to it
record Objects(
        List<Thing> things,
        List<Thing> goals,
        List<Thing> places,
        List<Thing> sources,
        List<Thing> excepted,
        boolean exact,
        boolean plain,
        boolean described,
        boolean refers,
        int end) {

    static final Set<String> FROM =
            Set.of(
                    "from",
                    "from the",
                    "out of",
                    "aus",
                    "aus dem",
                    "aus der",
                    "von",
                    "vom",
                    "depuis",
                    "desde",
                    "从");

    static Objects in(List<Token> tokens, int from, int to, Language language) {
        var reader = new Reader(language);
        int at = from;
        while (at < to && reader.take(tokens, at)) {
            at++;
        }
        return reader.objects(at);
    }

    boolean isEverything() {
        return things.contains(new Thing.OfSort(Sort.EVERYTHING));
    }

    /// What is named, everything left out.
    List<Thing> named() {
        return Stream.concat(things.stream(), goals.stream())
                .filter(thing -> !thing.equals(new Thing.OfSort(Sort.EVERYTHING)))
                .toList();
    }

    private static final class Reader {
        private final Language language;

        private enum Part {
            THINGS,
            GOALS,
            PLACES,
            SOURCES,
            EXCEPTED
        }

        private final Map<Part, List<Thing>> parts = new EnumMap<>(Part.class);
        private Part into = Part.THINGS;
        private final List<Token> run = new ArrayList<>();
        private boolean exact = true;
        private boolean plain;
        private boolean described;
        private boolean refers;

        Reader(Language language) {
            this.language = language;
        }

        Objects objects(int end) {
            flush(false);
            return new Objects(
                    part(Part.THINGS),
                    part(Part.GOALS),
                    part(Part.PLACES),
                    part(Part.SOURCES),
                    part(Part.EXCEPTED),
                    exact,
                    plain,
                    described,
                    refers,
                    end);
        }

        private void add(Thing thing) {
            parts.computeIfAbsent(into, _ -> new ArrayList<>()).add(thing);
        }

        private List<Thing> part(Part part) {
            return List.copyOf(parts.getOrDefault(part, List.of()));
        }

        /// Whether the token still belongs to the objects.
        boolean take(List<Token> tokens, int at) {
            Token token = tokens.get(at);
            if (token.isName()) {
                flush(false);
                name(token.text());
                return true;
            }
            if (token.kind() == Kind.COMMA || token.is(Role.AND) || token.is(Role.OR)) {
                flush(false);
                return true;
            }
            exact &= !isModified(tokens, at);
            if (token.is(Role.ASPECT)) {
                run.clear();
                refers = true;
                return true;
            }
            if (token.isUnknown() || token.is(Role.TOOL) && !token.is(Role.DET)) {
                run.add(token);
                return true;
            }
            if (token.is(Role.SORT)) {
                flush(true);
                sort(token);
                return true;
            }
            if (token.is(Role.EVERYTHING) && !isQuantifier(tokens, at)) {
                flush(false);
                add(new Thing.OfSort(Sort.EVERYTHING));
                return true;
            }
            if (token.is(Role.GENERIC)) {
                described |= at > 0 && (tokens.get(at - 1).isName() || !run.isEmpty());
                refers |= run.isEmpty();
                flush(true);
                return true;
            }
            if (token.is(Role.EXCEPT)) {
                flush(false);
                into = Part.EXCEPTED;
                return true;
            }
            if (token.is(Role.REL) && !token.is(Role.DET)) {
                exact = false;
                return false;
            }
            if (token.is(Role.DET)) {
                flush(false);
                return true;
            }
            if (token.is(Role.TO) && !isPurpose(tokens, at)) {
                flush(false);
                into = into == Part.EXCEPTED ? into : Part.GOALS;
                return true;
            }
            if (token.is(Role.IN)) {
                flush(false);
                Part place = FROM.contains(token.folded()) ? Part.SOURCES : Part.PLACES;
                into = into == Part.EXCEPTED ? into : place;
                return true;
            }
            if (token.is(Role.ACT) && !isNext(tokens, at)) {
                run.add(token);
                return true;
            }
            return token.is(Role.OPENER) || token.is(Role.PLEASE) || token.is(Role.NOT);
        }

        /// "notes.db backups" are not `notes.db`.
        private boolean isModified(List<Token> tokens, int at) {
            Token token = tokens.get(at);
            if (at == 0 || token.is(Role.DET)) {
                return false;
            }
            Token before = tokens.get(at - 1);
            boolean romance = language.is("fr") || language.is("es");
            boolean named = before.isName() || !run.isEmpty();
            return token.is(Role.ASPECT) && named
                    || before.isName() && token.isUnknown() && !romance
                    || (named || before.is(Role.SORT)) && token.is(Role.SORT) && !isKind(token)
                    || before.is(Role.SORT)
                            && (token.isUnknown() || token.is(Role.ASPECT))
                            && !romance;
        }

        private static boolean isKind(Token token) {
            return token.lexeme().sort().filter(Sort.DATABASE::equals).isPresent();
        }

        /// "all files": the word behind it says what all of them are.
        private static boolean isQuantifier(List<Token> tokens, int at) {
            return tokens.get(at).is(Role.DET)
                    && at + 1 < tokens.size()
                    && !tokens.get(at + 1).is(Role.IN)
                    && !tokens.get(at + 1).is(Role.EXCEPT);
        }

        /// "delete it to free space".
        private static boolean isPurpose(List<Token> tokens, int at) {
            return at + 1 < tokens.size()
                    && tokens.get(at + 1).is(Role.ACT)
                    && !tokens.get(at + 1).is(Role.SORT);
        }

        /// An act that something else is said with, and not a thing that is called so.
        private static boolean isNext(List<Token> tokens, int at) {
            return at > 0 && (tokens.get(at - 1).is(Role.AND) || tokens.get(at - 1).is(Role.OR));
        }

        /// Of several common words one is the name: the last of them, in the Romance languages the first.
        private void flush(boolean isDescribed) {
            if (run.isEmpty()) {
                return;
            }
            // Of that many words that nobody knows nobody can tell which is the name.
            exact &= run.size() < 3;
            boolean first = language.is("fr") || language.is("es");
            Token word = first ? run.getFirst() : run.getLast();
            plain |= !isDescribed && into != Part.GOALS;
            name(word.text());
            run.clear();
        }

        private void sort(Token token) {
            add(new Thing.OfSort(token.lexeme().sort().orElseThrow()));
            if (token.text().indexOf(' ') < 0) {
                add(new Thing.Named(token.text()));
            }
        }

        private void name(String text) {
            String name = text.strip();
            if (name.isEmpty()) {
                return;
            }
            add(new Thing.Named(name.startsWith("#") ? name.substring(1) : name));
        }
    }
}
