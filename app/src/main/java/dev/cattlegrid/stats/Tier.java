package dev.cattlegrid.stats;

import dev.cattlegrid.json.Fields;
import java.util.Locale;

/// Who settled a call.
enum Tier {
    /// Rules, the person's leave, the permission mode: worked out here.
    RULES,
    /// An opinion of the judge's that was there already.
    MEMO,
    JUDGE,
    /// It was put to a person.
    PERSON,
    /// It would have been, and nobody was there.
    NOBODY,
    /// The gate itself failed.
    FAILURE;

    /// @param entry of the record
    static Tier of(Fields entry) {
        String code = entry.text("code").orElse("");
        if (entry.text("verdict").orElse("").equals("ask")) {
            return PERSON;
        }
        return switch (entry.text("decider").orElse("")) {
            case "person" -> PERSON;
            case "failure" -> FAILURE;
            case "judge" -> opinion(entry, code);
            default -> isNobody(code) ? NOBODY : RULES;
        };
    }

    private static Tier opinion(Fields entry, String code) {
        Fields judge = entry.object("judge").orElse(Fields.NONE);
        boolean given = judge.number("stage").map(Number::intValue).orElse(0) > 0;
        if (!given || isNobody(code)) {
            return NOBODY;
        }
        return judge.isTrue("remembered") ? MEMO : JUDGE;
    }

    private static boolean isNobody(String code) {
        return switch (code) {
            case "headless", "dont-ask", "unavailable", "refused", "unparsable" -> true;
            default -> false;
        };
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
