package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Bound.Kind;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Opener;
import dev.cattlegrid.effect.program.Outcome;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// Reads awk programs for what reaches outside: `system`, pipes, redirections, `getline`, `@load`.
///
/// Everything else in the language works on its input and prints; such a program has no effects of its own.
///
/// Source: POSIX.1-2024, awk; gawk's manual 5.2, 4.10 and 5.6.
final class AwkCode {
    private enum Kinds {
        NAME,
        TEXT,
        REGEX,
        SIGN
    }

    private record Token(Kinds kind, String text) {
        boolean is(String sign) {
            return kind != Kinds.TEXT && kind != Kinds.REGEX && text.equals(sign);
        }
    }

    private final Arg text;
    private final Invocation from;
    private final Opener opener;
    private final Outcome.Notes notes = new Outcome.Notes();
    private final List<Token> tokens = new ArrayList<>();

    private AwkCode(Arg text, Invocation from, Opener opener) {
        this.text = text;
        this.from = from;
        this.opener = opener;
    }

    static Outcome read(Arg text, List<Arg> arguments, Invocation from, Opener opener) {
        var code = new AwkCode(text, from, opener);
        if (text.text().isEmpty()) {
            code.unknown(
                    new Gap.UnknownValue("part of the awk program is not known"),
                    Kind.READ,
                    Kind.WRITE,
                    Kind.RUN);
        } else if (!code.cut(text.text().get())) {
            code.unknown(
                    new Gap.Unparsed("a text or pattern in the awk program has no end"),
                    Kind.READ,
                    Kind.WRITE,
                    Kind.RUN);
        } else {
            code.look();
        }
        return code.notes.done();
    }

    private void unknown(Gap gap, Kind first, Kind... rest) {
        notes.must(
                new Effect.Unknown(
                        gap, new Bound(EnumSet.of(first, rest), Optional.empty()), text.span()));
    }

    private boolean cut(String all) {
        int at = 0;
        while (at < all.length()) {
            char c = all.charAt(at);
            if (c == '#') {
                int end = all.indexOf('\n', at);
                at = end < 0 ? all.length() : end;
            } else if (c == '\n' || c == ';') {
                tokens.add(new Token(Kinds.SIGN, ";"));
                at++;
            } else if (Character.isWhitespace(c)
                    || c == '\\' && at + 1 < all.length() && all.charAt(at + 1) == '\n') {
                at += c == '\\' ? 2 : 1;
            } else if (c == '"' || c == '/' && startsRegex()) {
                int end = end(all, at);
                if (end < 0) {
                    return false;
                }
                String inside = all.substring(at + 1, end);
                tokens.add(
                        c == '"'
                                ? new Token(Kinds.TEXT, Escapes.plain(inside))
                                : new Token(Kinds.REGEX, inside));
                at = end + 1;
            } else if (Character.isLetterOrDigit(c) || c == '_' || c == '@') {
                int end = at + 1;
                while (end < all.length()
                        && (Character.isLetterOrDigit(all.charAt(end))
                                || "_:".indexOf(all.charAt(end)) >= 0
                                        && c != '@'
                                        && all.charAt(end) != ':')) {
                    end++;
                }
                tokens.add(new Token(Kinds.NAME, all.substring(at, end)));
                at = end;
            } else {
                String two = all.substring(at, Math.min(at + 2, all.length()));
                boolean pair =
                        List.of(
                                        "||", "&&", ">>", "|&", ">=", "<=", "==", "!=", "++", "--",
                                        "+=", "-=", "*=", "/=")
                                .contains(two);
                tokens.add(new Token(Kinds.SIGN, pair ? two : String.valueOf(c)));
                at += pair ? 2 : 1;
            }
        }
        return true;
    }

    private boolean startsRegex() {
        if (tokens.isEmpty()) {
            return true;
        }
        Token last = tokens.getLast();
        return switch (last.kind()) {
            case TEXT, REGEX -> false;
            case NAME ->
                    List.of(
                                    "return", "case", "in", "print", "printf", "else", "do", "and",
                                    "or", "not")
                            .contains(last.text());
            case SIGN -> !List.of(")", "]", "$", "++", "--").contains(last.text());
        };
    }

    private static int end(String all, int from) {
        char quote = all.charAt(from);
        boolean bracket = false;
        for (int i = from + 1; i < all.length(); i++) {
            char c = all.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote == '/' && c == '[') {
                bracket = true;
                if (i + 1 < all.length()
                        && (all.charAt(i + 1) == ']'
                                || all.charAt(i + 1) == '^' && all.startsWith("]", i + 2))) {
                    i += all.charAt(i + 1) == '^' ? 2 : 1;
                }
            } else if (quote == '/' && c == ']') {
                bracket = false;
            } else if (c == quote && !bracket) {
                return i;
            } else if (c == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private void look() {
        boolean printing = false;
        int depth = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            if (token.is("print") || token.is("printf")) {
                printing = true;
                depth = 0;
            } else if (token.is(";") || token.is("{") || token.is("}")) {
                printing = false;
            } else if (token.is("(") || token.is("[")) {
                depth++;
            } else if (token.is(")") || token.is("]")) {
                depth--;
            } else if (token.is("system") && next(i).is("(")) {
                run(i + 2, ")");
            } else if (token.is("|") || token.is("|&")) {
                if (next(i).is("getline")) {
                    before(i);
                } else {
                    run(i + 1, ";");
                }
            } else if ((token.is(">") || token.is(">>")) && printing && depth <= 0) {
                write(i, token.is(">>"));
            } else if (token.is("getline")) {
                int file = next(i).kind() == Kinds.NAME ? i + 2 : i + 1;
                if (file < tokens.size() && tokens.get(file).is("<")) {
                    readFrom(file + 1);
                }
            } else if (token.is("@load") || token.is("@include")) {
                unknown(
                        new Gap.Unread("what `" + token.text() + "` loads"),
                        Kind.READ,
                        Kind.WRITE,
                        Kind.RUN);
            } else if (token.text().startsWith("@")
                    && token.kind() == Kinds.NAME
                    && token.text().length() > 1
                    && !token.is("@namespace")) {
                unknown(
                        new Gap.UnknownValue("a function that awk finds by name"),
                        Kind.READ,
                        Kind.WRITE,
                        Kind.RUN);
            } else if (token.is("ENVIRON")) {
                notes.output(Data.of(new Source.Environment()));
            }
        }
    }

    private Token next(int i) {
        return i + 1 < tokens.size() ? tokens.get(i + 1) : new Token(Kinds.SIGN, ";");
    }

    /// A text that stands alone up to where its expression ends.
    private Optional<String> alone(int i, String end) {
        if (i >= tokens.size() || tokens.get(i).kind() != Kinds.TEXT) {
            return Optional.empty();
        }
        Token behind = next(i);
        return behind.is(end) || behind.is(";") || behind.is("}") || behind.is(")")
                ? Optional.of(tokens.get(i).text())
                : Optional.empty();
    }

    private void run(int i, String end) {
        Optional<String> command = alone(i, end);
        if (command.isPresent()) {
            notes.include(opener.script(text.with(Value.exact(command.get())), List.of(), from));
        } else {
            unknown(
                    new Gap.UnknownValue("a command that the awk program puts together"),
                    Kind.RUN,
                    Kind.READ,
                    Kind.WRITE,
                    Kind.DELETE,
                    Kind.SEND);
        }
    }

    /// `"command" | getline`
    private void before(int i) {
        boolean whole =
                i >= 1
                        && tokens.get(i - 1).kind() == Kinds.TEXT
                        && (i == 1 || tokens.get(i - 2).kind() == Kinds.SIGN);
        if (whole) {
            notes.include(
                    opener.script(
                            text.with(Value.exact(tokens.get(i - 1).text())), List.of(), from));
        } else {
            unknown(
                    new Gap.UnknownValue("a command that the awk program puts together"),
                    Kind.RUN,
                    Kind.READ,
                    Kind.WRITE,
                    Kind.DELETE,
                    Kind.SEND);
        }
    }

    private void write(int i, boolean append) {
        Optional<String> file = alone(i + 1, ";");
        if (file.filter(
                        name ->
                                name.equals("/dev/stderr")
                                        || name.equals("/dev/stdout")
                                        || name.equals("-"))
                .isPresent()) {
            return;
        }
        if (file.filter(name -> name.startsWith("/inet")).isPresent()) {
            unknown(new Gap.UnknownValue("a connection that awk opens"), Kind.SEND, Kind.RECEIVE);
            return;
        }
        Value value =
                file.<Value>map(Value::exact)
                        .orElse(Value.unknown("a file name that the awk program puts together"));
        World.Use use = append ? World.Use.CHANGE : World.Use.CREATE;
        for (Place place : Places.of(value, from.directory(), use, from.world())) {
            notes.must(
                    new Effect.Write(
                            place,
                            append ? Effect.Write.Manner.APPEND : Effect.Write.Manner.CREATE,
                            from.stdin().changed(),
                            text.span()));
        }
    }

    private void readFrom(int i) {
        Value value =
                alone(i, ")")
                        .<Value>map(Value::exact)
                        .orElse(Value.unknown("a file that the awk program names"));
        for (Place place : Places.of(value, from.directory(), World.Use.READ, from.world())) {
            notes.must(new Effect.Read(place, text.span()));
            notes.output(Data.of(new Source.File(place)));
        }
    }
}
