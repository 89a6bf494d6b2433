package dev.cattlegrid.policy.rule;

import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class TerminalTricks extends TextRule {

    TerminalTricks() {
        super(
                Strength.SOFT,
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # terminal-tricks: a text would hide part of itself on a terminal

                        Escape sequences, backspaces and a return without a new line write over what stands there, so that a person approves
                        another text than the one that runs. Colours are no finding, and `\\\\e` and `\\\\r` that a program expands are none.

                        deny: echo hidden\\u{d}echo shown
                        deny: echo a\\u{1b}[2K\\u{1b}[1Gb
                        allow: printf 'done\\\\r\\\\n'
                        allow: echo '\\u{1b}[32mok\\u{1b}[0m'
                        """));
    }

    @Override
    Optional<Finding> look(String text, Facts facts) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\n' && c != '\t' || c >= 0x7f && c < 0xa0;
            if (control && hides(text, i)) {
                return Optional.of(
                        found(
                                        facts,
                                        i,
                                        "the control character U+%04X writes over what stands on the screen"
                                                .formatted((int) c))
                                .clearedBy("write it without that character"));
            }
        }
        return Optional.empty();
    }

    private static boolean hides(String text, int at) {
        return switch (text.charAt(at)) {
            case '\r' -> at + 1 < text.length() && text.charAt(at + 1) != '\n';
            case '\b', 0x7f, 0x9b, 0x90, 0x9d, 0x0b -> true;
            case 0x1b -> !isColour(text, at + 1);
            default -> false;
        };
    }

    /// `[…m` with numbers, of which none conceals (8) or is black on nothing.
    private static boolean isColour(String text, int at) {
        if (at >= text.length() || text.charAt(at) != '[') {
            return false;
        }
        int end = at + 1;
        while (end < text.length()
                && (Character.isDigit(text.charAt(end)) || text.charAt(end) == ';')) {
            end++;
        }
        if (end >= text.length() || text.charAt(end) != 'm') {
            return false;
        }
        for (String number : text.substring(at + 1, end).split(";")) {
            if (number.equals("8") || number.equals("08")) {
                return false;
            }
        }
        return true;
    }
}
