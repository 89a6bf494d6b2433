package dev.cattlegrid.policy.rule;

import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class InvisibleCharacters extends TextRule {

    InvisibleCharacters() {
        super(
                Strength.ASK,
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # invisible-characters: a text holds characters that nobody sees

                        Two names that look the same are then two names. Joiners inside the scripts that join, and inside emoji, are no finding.

                        ask: cat no\\u{200b}tes.txt
                        allow: git commit -m 'می\\u{200c}خواهم'
                        allow: git commit -m 'for the 👩\\u{200d}💻'
                        """));
    }

    @Override
    Optional<Finding> look(String text, Facts facts) {
        return Invisible.first(text, Invisible.Kind.EMPTY)
                .map(hidden ->
                        found(
                                        facts,
                                        hidden.at(),
                                        "the character %s is not seen".formatted(hidden.name()))
                                .clearedBy("write it without that character"));
    }
}
