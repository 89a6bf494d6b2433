package dev.cattlegrid.judge;

import dev.cattlegrid.policy.Ruling;
import dev.cattlegrid.policy.Strength;

/// A question on its way to the judge.
///
/// @param id by which the answer names it
/// @param key by which the opinion is remembered
record Case(String id, String key, Ruling.Question question) {
    static Case of(String key, Ruling.Question question) {
        return new Case(Fence.freshId(), key, question);
    }

    private static final String TALKS = "talks-to-judge";

    /// Whether the short look is not enough: clearing a refusal has to rest on something that can be named, and so has
    /// letting pass what speaks for itself.
    boolean needsReasons() {
        return question.findings().stream()
                .anyMatch(finding ->
                        finding.strength() == Strength.SOFT || finding.rule().equals(TALKS));
    }
}
