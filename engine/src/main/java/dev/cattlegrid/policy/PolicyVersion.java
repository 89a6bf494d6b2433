package dev.cattlegrid.policy;

/// Tells one policy from another: by its rules and their strengths, its layers, and what is said of the environment. Leave
/// that somebody gave is no part of it, so that a grant takes nothing from a ticket.
///
/// @param text SHA-256, in hexadecimal; the same in another process and on another day
public record PolicyVersion(String text) {
    public static PolicyVersion of(Policy policy) {
        var text = new StringBuilder();
        policy.rules().forEach(rule -> spell(rule, text));
        for (Layer layer : policy.layers()) {
            text.append(layer.name()).append('\n').append(layer.level()).append('\n');
            DecisionKey.spell(layer.raised(), text);
            layer.rules().forEach(rule -> spell(rule, text));
        }
        Environment environment = policy.environment();
        DecisionKey.spell(environment.trusted(), text);
        DecisionKey.spell(environment.production(), text);
        DecisionKey.spell(environment.contained(), text);
        return new PolicyVersion(DecisionKey.hash(text));
    }

    private static void spell(Rule rule, StringBuilder text) {
        String page = rule.about().page();
        text.append(rule.about().name())
                .append(' ')
                .append(rule.strength())
                .append(' ')
                .append(page.length())
                .append(':')
                .append(page);
    }
}
