package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import java.util.Locale;

/// Reads what `chmod` and its like were given.
final class Modes {
    private Modes() {}

    /// Whether every user could write afterwards.
    static boolean everybodyWrites(String mode) {
        if (isOctal(mode)) {
            return (mode.charAt(mode.length() - 1) - '0' & 2) != 0;
        }
        for (String clause : mode.split(",")) {
            int at = operator(clause);
            if (at > 0
                    && clause.charAt(at) != '-'
                    && (clause.lastIndexOf('o', at) >= 0 || clause.lastIndexOf('a', at) >= 0)
                    && clause.indexOf('w', at) > 0) {
                return true;
            }
        }
        return mode.toLowerCase(Locale.ROOT).contains("everyone:f");
    }

    /// Whether the setuid or setgid bit or a capability would be given.
    static boolean isSpecial(String mode) {
        if (isOctal(mode)) {
            return mode.length() >= 4 && (mode.charAt(mode.length() - 4) - '0' & 6) != 0;
        }
        if (mode.contains("cap_")) {
            return true;
        }
        for (String clause : mode.split(",")) {
            int at = operator(clause);
            if (at >= 0 && clause.charAt(at) != '-' && clause.indexOf('s', at) > 0) {
                return true;
            }
        }
        return false;
    }

    /// Whether only the owner keeps rights, or only gains the right to run it.
    static boolean narrows(String mode) {
        if (isOctal(mode)) {
            return mode.length() >= 3 && mode.endsWith("00") && !isSpecial(mode);
        }
        return Effect.SetMode.letsRun(mode) || takesAway(mode);
    }

    /// Whether the owner reads and writes, and nobody else writes: `644`, `755`, `0750`.
    static boolean isUsual(String mode) {
        String last = mode.length() > 3 ? mode.substring(mode.length() - 3) : mode;
        return isOctal(mode)
                && !isSpecial(mode)
                && last.length() == 3
                && last.charAt(0) >= '6'
                && (last.charAt(1) - '0' & 2) == 0
                && (last.charAt(2) - '0' & 2) == 0;
    }

    private static boolean takesAway(String mode) {
        int at = operator(mode);
        return at > 0 && mode.indexOf('u') < 0 && mode.indexOf(',') < 0 && mode.charAt(at) == '-';
    }

    private static boolean isOctal(String mode) {
        return !mode.isEmpty() && mode.chars().allMatch(c -> c >= '0' && c <= '7');
    }

    private static int operator(String clause) {
        for (int i = 0; i < clause.length(); i++) {
            char c = clause.charAt(i);
            if (c == '+' || c == '=' || c == '-') {
                return i;
            }
            if (c != 'u' && c != 'g' && c != 'o' && c != 'a') {
                return -1;
            }
        }
        return -1;
    }
}
