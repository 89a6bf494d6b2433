package dev.cattlegrid.policy.permission;

import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Rule;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What a call goes against in the `deny` or the `ask` rules of the settings.
record PermissionFinding(About about, Strength strength, String verb, List<PermissionRule> rules)
        implements Rule {
    static final String ASK = "permission-ask";
    private static final String DENY = "permission-deny";

    static PermissionFinding denied(List<PermissionRule> rules) {
        return new PermissionFinding(
                about(DENY, "a `deny` rule of your settings is about it", rules),
                Strength.HARD,
                "deny",
                rules);
    }

    static PermissionFinding asked(List<PermissionRule> rules) {
        return new PermissionFinding(
                about(ASK, "an `ask` rule of your settings is about it", rules),
                Strength.ASK,
                "want to be asked about",
                rules);
    }

    private static About about(String name, String title, List<PermissionRule> rules) {
        var page = new StringBuilder("# ").append(name).append(": ").append(title).append("\n");
        rules.forEach(rule -> page.append("\n    ").append(rule.text()));
        return new About(name, title, About.Group.GO_ROUND_REVIEW, page.toString(), List.of());
    }

    @Override
    public Set<Topic> topics() {
        return Set.of(Topic.CALL);
    }

    @Override
    public Stream<Finding> look(Facts facts) {
        return Permissions.hits(rules, facts)
                .map(hit ->
                        Finding.of(
                                this,
                                hit.getValue(),
                                "your settings %s `%s`".formatted(verb, hit.getKey().text())));
    }
}
