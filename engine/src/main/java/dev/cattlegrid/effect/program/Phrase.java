package dev.cattlegrid.effect.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// One thing that a program does, as its card words it: `write FILE if -o`.
///
/// @param words what follows the verb
/// @param guards all of them have to hold
record Phrase(Verb verb, List<Word> words, List<Guard> guards) {
    Phrase {
        words = List.copyOf(words);
        guards = List.copyOf(guards);
    }

    /// A word of a phrase: a name that stands for arguments, or itself.
    sealed interface Word {
        /// Operands or option values of that name; `COMMAND` in capitals.
        record Name(String name) implements Word {}

        /// `$`: the subcommand as it was written.
        record Subcommand() implements Word {}

        record Text(String text) implements Word {}
    }

    /// When a phrase holds: `if -a -b` when one of them is given, `unless -a -b` when none is.
    ///
    /// @param wanted false for `unless`
    record Guard(List<Test> tests, boolean wanted) {
        Guard {
            tests = List.copyOf(tests);
        }
    }

    /// @param subject an option's spelling (`-o`) or a name (`FILE`)
    /// @param values texts of which one has to be among its values, `*` at the end for any ending; empty: it is given
    /// @param known whether a value that is not known counts as none of them: `IMAGE==a|b`
    record Test(String subject, List<String> values, boolean known) {
        Test {
            values = List.copyOf(values);
        }
    }

    /// What can be said in a card; `commands/README.md` has a line for each.
    enum Verb {
        ENTER,
        USE,
        READ,
        FETCH,
        RECEIVE,
        LOOK,
        MAKE,
        MAKE_DIRECTORY,
        WRITE,
        APPEND,
        EDIT,
        DESTROY,
        DELETE,
        DELETE_TREE,
        MOVE,
        COPY,
        LINK,
        HARDLINK,
        MODE,
        MODE_TREE,
        RUN,
        RUN_WITH,
        RUN_KNOWN,
        RUN_OWN,
        NPX,
        NPX_CREATE,
        INSIDE,
        MOUNT,
        SCRIPT,
        SCRIPTS,
        CODE,
        FILE,
        PROJECT,
        SEND,
        LISTEN,
        INSTALL,
        REMOTE,
        BY_VERB,
        SQL,
        ADMINISTER,
        ELEVATE,
        ELEVATE_SHELL,
        PERSIST,
        SIGNAL,
        SPAWN,
        SPAWN_FREE,
        SPEAK,
        REVEAL,
        GIT,
        UNKNOWN,
        SHOW;

        /// Its place in the course of things: a directory is entered, data comes in, then the rest happens.
        int turn() {
            return switch (this) {
                case ENTER, ELEVATE, ELEVATE_SHELL -> 0;
                case USE, READ, FETCH, RECEIVE -> 1;
                case LOOK,
                        MAKE,
                        MAKE_DIRECTORY,
                        WRITE,
                        APPEND,
                        EDIT,
                        DESTROY,
                        DELETE,
                        DELETE_TREE,
                        MOVE,
                        COPY,
                        LINK,
                        HARDLINK,
                        MODE,
                        MODE_TREE,
                        RUN,
                        RUN_WITH,
                        RUN_KNOWN,
                        RUN_OWN,
                        NPX,
                        NPX_CREATE,
                        INSIDE,
                        MOUNT,
                        SCRIPT,
                        SCRIPTS,
                        CODE,
                        FILE,
                        PROJECT,
                        SEND,
                        LISTEN,
                        INSTALL,
                        REMOTE,
                        BY_VERB,
                        SQL,
                        ADMINISTER,
                        PERSIST,
                        SIGNAL,
                        SPAWN,
                        SPAWN_FREE,
                        SPEAK,
                        REVEAL,
                        GIT,
                        UNKNOWN ->
                        2;
                case SHOW -> 3;
            };
        }
    }

    /// Reads phrases that are parted by `;`.
    ///
    /// @throws IllegalArgumentException where a verb or a word is not known
    static List<Phrase> list(String text) {
        List<Phrase> phrases = new ArrayList<>();
        List<String> words = new ArrayList<>();
        for (String word : split(text)) {
            if (word.equals(";")) {
                add(words, phrases);
            } else {
                words.add(word);
            }
        }
        add(words, phrases);
        return phrases;
    }

    private static void add(List<String> words, List<Phrase> phrases) {
        if (!words.isEmpty()) {
            phrases.add(of(words));
            words.clear();
        }
    }

    private static Phrase of(List<String> words) {
        Verb verb = Verb.valueOf(words.getFirst().toUpperCase(Locale.ROOT).replace('-', '_'));
        List<Word> rest = new ArrayList<>();
        int i = 1;
        while (i < words.size() && !isGuard(words.get(i))) {
            rest.add(word(words.get(i++)));
        }
        return new Phrase(verb, rest, guards(words.subList(i, words.size())));
    }

    static boolean isGuard(String word) {
        return word.equals("if") || word.equals("unless");
    }

    /// The end of a phrase, or of a line of operands: `if -a -b unless FILE`.
    static List<Guard> guards(List<String> words) {
        List<Guard> guards = new ArrayList<>();
        for (int i = 0; i < words.size(); ) {
            boolean wanted = words.get(i++).equals("if");
            List<Test> tests = new ArrayList<>();
            while (i < words.size() && !isGuard(words.get(i))) {
                tests.add(test(words.get(i++)));
            }
            guards.add(new Guard(tests, wanted));
        }
        return guards;
    }

    private static Test test(String written) {
        String word = written.startsWith("'") ? written.substring(1) : written;
        int equals = word.indexOf('=');
        boolean known = equals > 0 && word.startsWith("=", equals + 1);
        return equals < 0
                ? new Test(word, List.of(), false)
                : new Test(
                        word.substring(0, equals),
                        Stream.of(
                                        word.substring(equals + (known ? 2 : 1))
                                                .split("(?<!\\\\)\\|", -1))
                                .map(value -> value.replace("\\|", "|"))
                                .toList(),
                        known);
    }

    private static Word word(String word) {
        if (word.equals("$")) {
            return new Word.Subcommand();
        }
        if (word.startsWith("'")) {
            return new Word.Text(word.substring(1));
        }
        return isName(word) ? new Word.Name(word) : new Word.Text(word);
    }

    /// Capitals, digits and underscores.
    static boolean isName(String word) {
        return !word.isEmpty()
                && Character.isUpperCase(word.charAt(0))
                && word.chars()
                        .allMatch(c -> c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_');
    }

    /// Blanks part words; `'a b'` is one word, kept with a quote before it.
    static List<String> split(String text) {
        List<String> words = new ArrayList<>();
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == ' ' || c == '\n') {
                i++;
            } else if (c == ';') {
                words.add(";");
                i++;
            } else if (c == '\'') {
                int end = text.indexOf('\'', i + 1);
                if (end < 0) {
                    throw new IllegalArgumentException("an unclosed quote in `" + text + "`");
                }
                words.add(text.substring(i, end));
                i = end + 1;
            } else {
                int end = i;
                while (end < text.length() && " \n;".indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                words.add(text.substring(i, end));
                i = end;
            }
        }
        return words;
    }
}
