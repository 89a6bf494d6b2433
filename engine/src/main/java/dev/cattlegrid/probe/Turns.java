package dev.cattlegrid.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds what looks like the beginning of another message: marks of chat templates, tags, names of roles at a line's start.
final class Turns {
    private static final int TEMPLATE = 70;
    private static final int ROLE = 40;
    private static final int MOST = 256;
    private static final int LONGEST = 32;

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
        for (int at = text.indexOf('<'); isMore(at); at = text.indexOf('<', at + 1)) {
            angle(at);
        }
        for (int at = text.indexOf('['); isMore(at); at = text.indexOf('[', at + 1)) {
            bracket(at);
        }
        for (int at = text.indexOf(':'); isMore(at); at = text.indexOf(':', at + 1)) {
            named(at);
        }
        for (int at = text.indexOf('\uFF1A'); isMore(at); at = text.indexOf('\uFF1A', at + 1)) {
            named(at);
        }
        for (int at = 0; isMore(at); at = text.indexOf('\n', at) + 1) {
            titled(at);
            if (text.indexOf('\n', at) < 0) {
                break;
            }
        }
    }

    private boolean isMore(int at) {
        return at >= 0 && turns.size() < MOST;
    }

    /// A role before a colon, at the beginning of a line or of a sentence.
    private void named(int colon) {
        int start = colon;
        while (start > 0 && colon - start < LONGEST && isInRole(text.charAt(start - 1))) {
            start--;
        }
        String name = Letters.lower(text.substring(start, colon)).strip();
        if (ROLES.contains(name) && begins(start)) {
            turns.add(new Turn(start, colon + 1, ORDINARY.contains(name) ? ROLE / 2 : ROLE));
        }
    }

    private boolean begins(int start) {
        int i = start - 1;
        while (i >= 0 && start - i < LONGEST && isMark(text.charAt(i))) {
            i--;
        }
        return i < 0 || "\n.>]".indexOf(text.charAt(i)) >= 0;
    }

    private static boolean isMark(char c) {
        return c == ' '
                || c == '\t'
                || c >= '0' && c <= '9'
                || "#*-=/!(\"'`\u2192|;\u2014:".indexOf(c) >= 0;
    }

    /// A role in capitals that stands like a heading.
    private void titled(int line) {
        int at = line;
        while (at < text.length() && at - line < LONGEST && isMark(text.charAt(at))) {
            at++;
        }
        int end = at;
        while (end < text.length()
                && end - at < LONGEST
                && isInRole(text.charAt(end))
                && !Character.isLowerCase(text.charAt(end))) {
            end++;
        }
        if (end - at < 4 || end >= text.length() || "(\u2014\n-".indexOf(text.charAt(end)) < 0) {
            return;
        }
        String name = Letters.lower(text.substring(at, end)).strip();
        if (ROLES.contains(name)) {
            turns.add(new Turn(at, end + 1, ORDINARY.contains(name) ? ROLE / 2 : ROLE));
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

    private static boolean isInRole(char c) {
        return Letters.isLetter(c) || c == ' ' || c == '_';
    }

    private boolean isRole(int from, int to) {
        return ROLES.contains(
                Letters.lower(text.substring(from, to)).strip().replace('/', ' ').strip());
    }
}
