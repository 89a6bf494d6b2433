package dev.cattlegrid.policy;

import java.util.List;

/// Rules in words, for the judge: each list holds sentences that begin with a label and a colon.
///
/// No layer stands in them any more: what an organisation settles is settled, and a sentence of its that no exception
/// clears says so itself.
public record Sections(
        List<String> environment,
        List<String> allow,
        List<String> softDeny,
        List<String> hardDeny) {
    /// Nobody said anything.
    public static final Sections NONE = new Sections(List.of(), List.of(), List.of(), List.of());

    public Sections {
        environment = List.copyOf(environment);
        allow = List.copyOf(allow);
        softDeny = List.copyOf(softDeny);
        hardDeny = List.copyOf(hardDeny);
    }

    public List<String> of(Section section) {
        return switch (section) {
            case ENVIRONMENT -> environment;
            case ALLOW -> allow;
            case SOFT_DENY -> softDeny;
            case HARD_DENY -> hardDeny;
        };
    }
}
