package dev.cattlegrid.probe;

/// Words that could be verbs of an order, and are something else where they stand.
record NoOrder(Words words, int word) {
    static boolean is(Words words, int word) {
        var no = new NoOrder(words, word);
        return no.isRequest() || no.isThing() || no.isNamed() || no.isAssignment();
    }

    /// "transfer of data": a word that is a verb and a thing.
    private boolean isThing() {
        return word + 1 < words.size()
                && words.gap(word + 1) < Words.COMMA
                && switch (words.spelled(word + 1)) {
                    case "of", "von" -> true;
                    default -> false;
                };
    }

    /// `POST /login`, as servers write it into their logs.
    private boolean isRequest() {
        return words.gap(word + 1) < Words.COMMA
                && words.notes(word + 1, Words.CODE)
                && !words.notes(word + 1, Words.SECRET_FILE)
                && switch (words.spelled(word)) {
                    case "get", "post", "put", "delete", "patch" -> true;
                    default -> false;
                };
    }

    /// `export NAME=value`
    private boolean isAssignment() {
        int next = word + 1;
        while (next < words.size() && words.gap(next) == Words.SPACE && isName(next)) {
            next++;
        }
        return words.spelled(word).equals("export")
                && next > word + 1
                && words.gap(next) == Words.CLAUSE;
    }

    private boolean isName(int at) {
        return words.notes(at, Words.IDENTIFIER);
    }

    /// "Ignore drops the rules and returns": what the comment on a function begins with is its name.
    private boolean isNamed() {
        if (word + 1 >= words.size()
                || words.gap(word + 1) != Words.SPACE
                || words.ideas(word + 1) != 0) {
            return false;
        }
        String next = words.spelled(word + 1);
        int stem = next.length() - 1;
        return stem > 2 && next.charAt(stem) == 's' && words.isVerb(next.substring(0, stem));
    }
}
