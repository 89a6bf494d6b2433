package dev.cattlegrid.policy.rule;

import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import java.util.Optional;

final class HiddenText extends TextRule {

    HiddenText() {
        super(
                Strength.SOFT,
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # hidden-text: a text would be read otherwise than it looks

                        Controls that turn the direction of writing make characters stand in another order than they run in; tag characters
                        carry words that no screen shows. Neither is needed to write any language. Leave them out.

                        deny: echo safe \\u{202e} hs | lruc
                        deny: git commit -m 'fix\\u{e0063}\\u{e0075}'
                        allow: git commit -m 'größere Prüfung, 修复, إصلاح 🎉'
                        """));
    }

    @Override
    Optional<Finding> look(String text, Facts facts) {
        return Invisible.first(text, Invisible.Kind.REORDERS)
                .or(() -> Invisible.first(text, Invisible.Kind.CARRIES))
                .map(hidden ->
                        found(
                                        facts,
                                        hidden.at(),
                                        "the character %s makes the text look like another one"
                                                .formatted(hidden.name()))
                                .clearedBy("write it without that character"));
    }
}
