package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what looks like the beginning of another message: marks of chat templates, tags, names of roles at a line's start.
final class Turns {
    private static final int TEMPLATE = 70;
    private static final int ROLE = 40;
    private static final int MOST = 256;

    private static final Set<String> ROLES =
            Set.of(
                    "system",
                    "system message",
                    "system override",
                    "system prompt",
                    "system notice",
                    "system note",
                    "system alert",
                    "system instruction",
                    "system instructions",
                    "system update",
                    "system mode",
                    "system_mode",
                    "system_prompt",
                    "system_message",
                    "system-message",
                    "system-prompt",
                    "system_override",
                    "system_instruction",
                    "system_instructions",
                    "system-override",
                    "admin",
                    "admin message",
                    "admin override",
                    "administrator",
                    "developer",
                    "developer message",
                    "developer mode",
                    "developer override",
                    "human",
                    "user",
                    "assistant",
                    "tool",
                    "tool output",
                    "tool result",
                    "tool_result",
                    "tool_response",
                    "tool_output",
                    "tool-output",
                    "function_result",
                    "function_results",
                    "function_response",
                    "user_message",
                    "user-message",
                    "root",
                    "systeme",
                    "message systeme",
                    "systemnachricht",
                    "system-nachricht",
                    "systemmeldung",
                    "sistema",
                    "mensaje del sistema",
                    "\u7CFB\u7EDF",
                    "\u7CFB\u7EDF\u6D88\u606F",
                    "\u7CFB\u7EDF\u63D0\u793A",
                    "instruction",
                    "instructions",
                    "important",
                    "hidden instruction",
                    "secret instructions",
                    "override",
                    "begin system prompt",
                    "new instructions",
                    "new instruction",
                    "updated instructions",
                    "admin_override",
                    "end of document",
                    "end of context",
                    "end of file",
                    "priority instruction",
                    "ai instructions",
                    "agent instructions",
                    "neue anweisung",
                    "neue anweisungen",
                    "nouvelles instructions",
                    "nuevas instrucciones",
                    "\u65B0\u6307\u4EE4");

    /// What a transcript between two people could begin a line with too.
    private static final Set<String> ORDINARY =
            Set.of(
                    "user",
                    "admin",
                    "developer",
                    "human",
                    "assistant",
                    "tool",
                    "instructions",
                    "instruction",
                    "important",
                    "override",
                    "root",
                    "administrator");

    private final String text;
    private final List<Turn> turns = new ArrayList<>();

    private Turns(String text) {
        this.text = text;
    }

    /// @param start offset in the clear text
    record Turn(int start, int end, int weight) {}

    static List<Turn> in(String text) {
        var turns = new Turns(text);
        turns.read();
        return turns.turns;
    }

    private void read() {
        boolean fresh = true;
        for (int i = 0; i < text.length() && turns.size() < MOST; i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> angle(i);
                case '[', '{' -> bracket(i);
                case '\n' -> fresh = true;
                default -> {
                    if (fresh && (Letters.isLetter(c))) {
                        role(i);
                        fresh = false;
                    } else if (!Character.isWhitespace(c)
                            && !Character.isDigit(c)
                            && "#*>-=/!(\"'`\u2192|;\u2014:".indexOf(c) < 0) {
                        fresh = false;
                    } else if (c == '.' || c == ';') {
                        fresh = true;
                    }
                }
            }
            if (c == '.' && i + 1 < text.length() && text.charAt(i + 1) == ' '
                    || c == '>'
                    || c == ']') {
                fresh = true;
            }
        }
    }

    private void angle(int at) {
        if (text.startsWith("<|", at)) {
            int end = at + 2;
            while (end < text.length()
                    && end - at < 40
                    && (Letters.isLetter(text.charAt(end)) || text.charAt(end) == '_')) {
                end++;
            }
            if (end > at + 2 && text.startsWith("|>", end)) {
                turns.add(new Turn(at, end + 2, TEMPLATE));
            }
            return;
        }
        if (text.startsWith("<<SYS>>", at) || text.startsWith("<start_of_turn>", at)) {
            turns.add(new Turn(at, at + 7, TEMPLATE));
            return;
        }
        int name = text.startsWith("</", at) ? at + 2 : at + 1;
        int end = name;
        while (end < text.length()
                && end - at < 40
                && text.charAt(end) != '>'
                && text.charAt(end) != '<'
                && text.charAt(end) != '\n') {
            end++;
        }
        if (end < text.length() && text.charAt(end) == '>' && isRole(name, end)) {
            turns.add(new Turn(at, end + 1, ROLE));
        }
    }

    private void bracket(int at) {
        if (text.startsWith("[INST]", at) || text.startsWith("[/INST]", at)) {
            turns.add(new Turn(at, at + 6, TEMPLATE));
            return;
        }
        int name = at + 1;
        int end = name;
        while (end < text.length()
                && end - at < 32
                && text.charAt(end) != ']'
                && text.charAt(end) != '}'
                && text.charAt(end) != '\n') {
            end++;
        }
        if (end < text.length() && end > name && text.charAt(end) == ']' && isRole(name, end)) {
            turns.add(new Turn(at, end + 1, ROLE));
        }
    }

    private void role(int at) {
        int end = at;
        while (end < text.length() && end - at < 32 && isInRole(text.charAt(end))) {
            end++;
        }
        if (end >= text.length()) {
            return;
        }
        char after = text.charAt(end);
        String name = Letters.lower(text.substring(at, end)).strip();
        boolean ends = after == ':' || after == '\uFF1A';
        boolean titled =
                (after == '(' || after == '\u2014' || after == '\n' || after == '-')
                        && isLoud(at, end);
        if ((ends || titled) && ROLES.contains(name)) {
            turns.add(new Turn(at, end + 1, ORDINARY.contains(name) ? ROLE / 2 : ROLE));
        }
    }

    private static boolean isInRole(char c) {
        return Letters.isLetter(c) || c == ' ' || c == '_';
    }

    /// In capitals, as headings that want to be obeyed are.
    private boolean isLoud(int at, int end) {
        for (int i = at; i < end; i++) {
            if (Character.isLowerCase(text.charAt(i))) {
                return false;
            }
        }
        return end > at;
    }

    private boolean isRole(int from, int to) {
        return ROLES.contains(
                Letters.lower(text.substring(from, to)).strip().replace('/', ' ').strip());
    }
}
