package dev.cattlegrid.effect.code;

import java.util.ArrayList;
import java.util.List;

/// The words behind a command's name in PowerShell: arguments, parameters, and where its output goes.
///
/// Source: PowerShell 7.4, about_Parsing (argument mode), about_Redirection.
abstract class PowerWords extends PowerExpressions {
    private static final String ENDS = " \t\r\n\u00a0;|&(){},<>\0";

    PowerWords(String text) {
        super(text);
    }

    /// One word, or a parameter with its value where both are written together.
    ///
    /// @param parameter in small letters; empty: a value alone
    /// @param written a parameter as it stands, with its dash
    /// @param value what it is; of a parameter alone, its name as a text
    /// @param attached whether a parameter's value stands with it: `-Path:x`
    record Word(String parameter, String written, Node value, boolean attached) {}

    /// Where one of the outputs goes.
    record Redirect(Node target, boolean append) {}

    /// The words of one command, and its redirections.
    record Words(List<Word> words, List<Redirect> redirects) {}

    final Words words() {
        var words = new ArrayList<Word>();
        var redirects = new ArrayList<Redirect>();
        while (true) {
            blanks();
            if (ended() || "\n\r;|&)}".indexOf(peek()) >= 0) {
                return new Words(words, redirects);
            }
            if (redirected(redirects)) {
                continue;
            }
            if (peek() == '-' && (Character.isLetter(ahead(1)) || ahead(1) == '_')) {
                parameter(words);
            } else if (text.startsWith("--%", at)) {
                throw new Cursor.Stuck();
            } else {
                words.add(new Word("", "", argument(), false));
            }
        }
    }

    final boolean redirected(List<Redirect> into) {
        int next = at;
        if (next < text.length() && "123456*".indexOf(text.charAt(next)) >= 0) {
            next++;
        }
        if (next >= text.length() || text.charAt(next) != '>') {
            return false;
        }
        at = next + 1;
        boolean append = accept(">");
        if (accept("&")) {
            at++;
            return true;
        }
        blanks();
        Node target = one();
        if (!(target instanceof Node.Constant)) {
            into.add(new Redirect(target, append));
        }
        return true;
    }

    private void parameter(List<Word> into) {
        int from = at++;
        String name = name();
        if (peek() == ':') {
            at++;
            blanks();
            into.add(new Word(lower(name), "-" + name + ":", argument(), true));
        } else if (ended() || ENDS.indexOf(peek()) >= 0) {
            into.add(new Word(lower(name), "-" + name, new Node.Text("-" + name), false));
        } else {
            at = from;
            into.add(new Word("", "", one(), false));
        }
    }

    /// One word, or several with commas between them.
    final Node argument() {
        Node first = one();
        int before = at;
        blanks();
        if (peek() != ',') {
            at = before;
            return first;
        }
        var all = new ArrayList<Node>();
        all.add(first);
        while (accept(",")) {
            space();
            all.add(one());
            before = at;
            blanks();
        }
        at = before;
        return new Node.Many(all);
    }

    private Node one() {
        char c = peek();
        if (c == '@' && isOfName(ahead(1))) {
            throw new Cursor.Stuck();
        }
        boolean whole =
                "('\"{".indexOf(c) >= 0 || c == '$' || c == '@' && "({'\"".indexOf(ahead(1)) >= 0;
        if (!whole) {
            return bare(new ArrayList<>());
        }
        Node made = atom();
        boolean more = !ended() && ENDS.indexOf(peek()) < 0;
        return more ? bare(new ArrayList<>(List.of(made))) : made;
    }

    /// A word without quotes around it, in which variables are filled in.
    private Node bare(List<Node> parts) {
        var plain = new StringBuilder();
        int from = at;
        while (!ended() && ENDS.indexOf(peek()) < 0) {
            if (peek() == '\'' || peek() == '"') {
                if (!plain.isEmpty()) {
                    parts.add(new Node.Text(plain.toString()));
                    plain.setLength(0);
                }
                parts.add(peek() == '\'' ? single() : filled());
            } else {
                piece(plain, parts);
            }
        }
        if (at == from) {
            throw new Cursor.Stuck();
        }
        return joined(plain, parts);
    }
}
