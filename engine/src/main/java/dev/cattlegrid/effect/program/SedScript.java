package dev.cattlegrid.effect.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A sed script, read for the commands that reach outside: `r`, `R`, `w`, `W`, `e` and the flags `w` and `e` of `s`.
///
/// Source: GNU sed 4.9, "sed scripts"; where POSIX sed differs, GNU's reading counts.
///
/// @param problem what was not understood, after which nothing is known
record SedScript(List<Touch> touches, Optional<String> problem) {
    enum Kind {
        READS,
        WRITES,
        RUNS,
        /// It runs what the text that it edits says.
        RUNS_INPUT
    }

    record Touch(Kind kind, String text) {}

    static SedScript of(String text) {
        return new Reading(text).read();
    }

    private static final class Reading {
        private final String text;
        private final List<Touch> touches = new ArrayList<>();
        private int at;

        Reading(String text) {
            this.text = text;
        }

        SedScript read() {
            while (true) {
                skip(" \t\n\r;}");
                if (at >= text.length()) {
                    return new SedScript(touches, Optional.empty());
                }
                if (!addresses() || !command()) {
                    return new SedScript(
                            touches,
                            Optional.of("not a sed script that is understood: `" + shown() + "`"));
                }
            }
        }

        private String shown() {
            String rest = text.substring(Math.min(at, text.length()));
            return rest.length() > 40 ? rest.substring(0, 40) + "…" : rest;
        }

        private void skip(String some) {
            while (at < text.length() && some.indexOf(text.charAt(at)) >= 0) {
                at++;
            }
        }

        private boolean addresses() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c >= '0' && c <= '9' || " \t,$~+!".indexOf(c) >= 0) {
                    at++;
                } else if (c == '/' || c == '\\') {
                    at += c == '/' ? 0 : 1;
                    if (!regex()) {
                        return false;
                    }
                    skip("IM");
                } else {
                    return true;
                }
            }
            return false;
        }

        /// From a delimiter to the next one; inside brackets it does not count.
        private boolean regex() {
            if (at >= text.length()) {
                return false;
            }
            return upTo(text.charAt(at++), true);
        }

        private boolean upTo(char delimiter, boolean brackets) {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\\') {
                    at += 2;
                } else if (c == delimiter) {
                    at++;
                    return true;
                } else if (brackets && c == '[') {
                    bracket();
                } else {
                    at++;
                }
            }
            return false;
        }

        private void bracket() {
            int open = at++;
            if (at < text.length() && text.charAt(at) == '^') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == ']') {
                at++;
            }
            while (at < text.length() && text.charAt(at) != ']') {
                boolean inner =
                        text.charAt(at) == '['
                                && at + 1 < text.length()
                                && ":.=".indexOf(text.charAt(at + 1)) >= 0;
                int close = inner ? text.indexOf(text.charAt(at + 1) + "]", at + 2) : -1;
                at = close > 0 ? close + 2 : at + 1;
            }
            at = at < text.length() ? at + 1 : open + 1;
        }

        private boolean command() {
            if (at >= text.length()) {
                return false;
            }
            char c = text.charAt(at++);
            return switch (c) {
                case '{',
                        '}',
                        '=',
                        'd',
                        'D',
                        'g',
                        'G',
                        'h',
                        'H',
                        'n',
                        'N',
                        'p',
                        'P',
                        'x',
                        'z',
                        'F' ->
                        ended();
                case '#' -> {
                    line();
                    yield true;
                }
                case 'a', 'i', 'c' -> {
                    inserted();
                    yield true;
                }
                case ':', 'b', 't', 'T', 'l', 'L', 'q', 'Q', 'v' -> {
                    while (at < text.length() && ";\n}".indexOf(text.charAt(at)) < 0) {
                        at++;
                    }
                    yield true;
                }
                case 'r', 'R' -> touch(Kind.READS, line().strip());
                case 'w', 'W' -> touch(Kind.WRITES, line().strip());
                case 'e' -> {
                    String command = line().strip();
                    yield command.isEmpty()
                            ? touch(Kind.RUNS_INPUT, "")
                            : touch(Kind.RUNS, command);
                }
                case 's' -> substitution();
                case 'y' -> {
                    boolean known = at < text.length() && upTo(text.charAt(at++), false);
                    yield known && upTo(text.charAt(at - 1), false) && ended();
                }
                default -> {
                    at--;
                    yield false;
                }
            };
        }

        private boolean touch(Kind kind, String what) {
            if (kind != Kind.WRITES || !what.equals("/dev/stdout") && !what.equals("/dev/stderr")) {
                touches.add(new Touch(kind, what));
            }
            return true;
        }

        /// Behind a command without arguments.
        private boolean ended() {
            if (at > 0 && text.charAt(at - 1) == '{') {
                return true;
            }
            skip(" \t\r");
            return at >= text.length() || ";\n}#".indexOf(text.charAt(at)) >= 0;
        }

        private String line() {
            int end = text.indexOf('\n', at);
            String rest = text.substring(at, end < 0 ? text.length() : end);
            at = end < 0 ? text.length() : end;
            return rest;
        }

        /// The text of `a`, `i`, `c`: to the end of the line, over lines that end in a backslash.
        private void inserted() {
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == '\n') {
                    return;
                }
                at += c == '\\' ? 2 : 1;
            }
        }

        private boolean substitution() {
            if (at >= text.length()) {
                return false;
            }
            char delimiter = text.charAt(at++);
            if (delimiter == '\n' || delimiter == '\\' || !upTo(delimiter, true)) {
                return false;
            }
            int from = at;
            if (!upTo(delimiter, false)) {
                return false;
            }
            String replacement = text.substring(from, at - 1);
            while (at < text.length()) {
                char c = text.charAt(at);
                if (c == 'w') {
                    at++;
                    return touch(Kind.WRITES, line().strip());
                }
                if (c == 'e') {
                    boolean plain = replacement.indexOf('&') < 0 && replacement.indexOf('\\') < 0;
                    touch(Kind.RUNS_INPUT, plain ? replacement : "");
                } else if ("gpiImM".indexOf(c) < 0 && !(c >= '0' && c <= '9')) {
                    break;
                }
                at++;
            }
            return ended();
        }
    }
}
