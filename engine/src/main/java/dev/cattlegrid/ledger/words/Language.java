package dev.cattlegrid.ledger.words;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The words of one language that say what is forbidden or ordered.
final class Language {
    static final Language ENGLISH = new Language("en");
    static final Language CHINESE = new Language("zh");
    static final List<Language> ALL =
            List.of(ENGLISH, new Language("de"), new Language("fr"), new Language("es"), CHINESE);

    /// @param words how many words, or characters where the language writes no spaces
    record Phrase(List<String> parts, Lexeme lexeme) {
        int words() {
            return parts.size();
        }
    }

    private final String code;

    /// What begins with a word: the word alone, and phrases by their second word, the longest first.
    record Beginning(List<Phrase> alone, Map<String, List<Phrase>> longer) {
        static final Beginning NONE = new Beginning(List.of(), Map.of());

        static Beginning of(List<Phrase> phrases) {
            var longer = new HashMap<String, List<Phrase>>();
            var alone = new ArrayList<Phrase>();
            for (Phrase phrase : phrases) {
                if (phrase.words() == 1) {
                    alone.add(phrase);
                } else {
                    longer.computeIfAbsent(phrase.parts().get(1), _ -> new ArrayList<>())
                            .add(phrase);
                }
            }
            longer.values()
                    .forEach(list -> list.sort(Comparator.comparing(Phrase::words).reversed()));
            return new Beginning(alone, longer);
        }
    }

    private final Map<String, Beginning> byFirst;
    private final List<Phrase> acts;

    private Language(String code) {
        this.code = code;
        this.byFirst = load(code);
        this.acts =
                byFirst.values().stream()
                        .flatMap(beginning -> beginning.alone().stream())
                        .filter(phrase -> phrase.lexeme().act().isPresent())
                        .toList();
    }

    boolean is(String other) {
        return code.equals(other);
    }

    Beginning beginningWith(String word) {
        return byFirst.getOrDefault(word, Beginning.NONE);
    }

    /// All single words that are acts, for those who look for slips of the pen.
    List<Phrase> acts() {
        return acts;
    }

    /// Lower case, without accents, with one kind of apostrophe.
    static String folded(String word) {
        boolean ascii = true;
        boolean lowered = true;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            ascii &= c < 128;
            lowered &= c < 'A' || c > 'Z';
        }
        if (ascii) {
            return lowered ? word : word.toLowerCase(Locale.ROOT);
        }
        String lower = word.toLowerCase(Locale.ROOT).replace('’', '\'').replace("ß", "ss");
        String parts = Normalizer.normalize(lower, Normalizer.Form.NFD);
        var text = new StringBuilder(parts.length());
        for (int i = 0; i < parts.length(); i++) {
            if (Character.getType(parts.charAt(i)) != Character.NON_SPACING_MARK) {
                text.append(parts.charAt(i));
            }
        }
        return text.toString();
    }

    private static Map<String, Beginning> load(String code) {
        var lexemes = new HashMap<List<String>, Lexeme>();
        for (String line : read(code).split("\n")) {
            int colon = line.indexOf(':');
            if (line.startsWith("#") || colon < 0) {
                continue;
            }
            Lexeme lexeme = lexeme(line.substring(0, colon));
            for (String entry : line.substring(colon + 1).split(",")) {
                String phrase = entry.strip();
                if (!phrase.isEmpty()) {
                    lexemes.merge(parts(phrase), lexeme, Lexeme::with);
                    lexemes.merge(parts(spelledOut(phrase)), lexeme, Lexeme::with);
                }
            }
        }
        var byFirst = new HashMap<String, List<Phrase>>();
        lexemes.forEach((parts, lexeme) ->
                byFirst.computeIfAbsent(parts.getFirst(), _ -> new ArrayList<>())
                        .add(new Phrase(parts, lexeme)));
        var beginnings = new HashMap<String, Beginning>();
        byFirst.forEach((word, phrases) -> beginnings.put(word, Beginning.of(phrases)));
        return beginnings;
    }

    /// With `ae` for an umlaut, as on foreign keyboards.
    private static String spelledOut(String phrase) {
        return phrase.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue");
    }

    private static Lexeme lexeme(String key) {
        int dot = key.indexOf('.');
        String role = (dot < 0 ? key : key.substring(0, dot)).toUpperCase(Locale.ROOT);
        String of = dot < 0 ? "" : key.substring(dot + 1);
        boolean sort = role.equals("SORT");
        return new Lexeme(
                Role.valueOf(role).bit(),
                sort || of.isEmpty() ? Optional.empty() : Optional.of(Act.valueOf(of)),
                sort ? Optional.of(Thing.Sort.valueOf(of)) : Optional.empty());
    }

    private static List<String> parts(String phrase) {
        var parts = new ArrayList<String>();
        Tokens.split(phrase, parts);
        return List.copyOf(parts);
    }

    private static String read(String code) {
        try (InputStream in = Language.class.getResourceAsStream(code + ".txt")) {
            if (in == null) {
                throw new IllegalStateException("the words of " + code + " are missing");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
