package dev.cattlegrid.canary;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Where in a script a call stands; the call's id on the wire says it, so that a client that retries gets the same turn again.
///
/// @param part of the script, 0 for the main conversation
/// @param call among those of its turn
record Step(int part, int turn, int call) {
    private static final Pattern ID = Pattern.compile("toolu_(\\d+)_(\\d+)_(\\d+)");

    String id() {
        return "toolu_%d_%d_%d".formatted(part, turn, call);
    }

    /// The step whose id stands in a text; clients add their own words to an id.
    static Optional<Step> in(String text) {
        Matcher found = ID.matcher(text);
        return found.find()
                ? Optional.of(new Step(number(found, 1), number(found, 2), number(found, 3)))
                : Optional.empty();
    }

    private static int number(Matcher found, int group) {
        return Integer.parseInt(found.group(group));
    }
}
