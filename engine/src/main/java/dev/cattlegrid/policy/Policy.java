package dev.cattlegrid.policy;

import java.util.List;

/// Rules and the order in which they count.
public record Policy(List<Rule> rules) {
    public Policy {
        rules = List.copyOf(rules);
    }

    /// The built-in rules.
    public static Policy builtIn() {
        return new Policy(List.of());
    }

    public Ruling weigh(Facts facts) {
        return new Ruling.Open(
                new Ruling.Question(facts, List.of(), List.of("there are no rules")));
    }

    /// What an opinion makes of an open question; without one it is a question for a person.
    public Decision settle(Ruling.Question question, Opinion opinion) {
        throw new IllegalStateException("not there");
    }
}
