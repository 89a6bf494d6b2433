package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Standing;
import dev.cattlegrid.policy.Clearing.Clearance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// What is left of the findings once every leave has been counted.
///
/// Only Ask and Soft findings can be cleared, each by a leave of its own effect. Never: a Hard one, what is unknown, the
/// loss of something critical, whatever touches the gate, what crosses a boundary that stands, the organisation's floor.
/// A cleared finding stays in the list as a note that says what cleared it.
record Clearances(List<Finding> findings, List<Clearance> cited) {
    static final String BOUNDARY = "boundary";
    static final String REFUSED_BEFORE = "refused-before";

    Clearances {
        findings = List.copyOf(findings);
        cited = List.copyOf(cited);
    }

    /// The same, with what else a decision rests on.
    Clearances and(List<Clearance> vouched) {
        if (vouched.isEmpty()) {
            return this;
        }
        var all = new ArrayList<>(cited);
        vouched.stream().filter(one -> !all.contains(one)).forEach(all::add);
        return new Clearances(findings, all);
    }

    /// @param floor rules whose findings the organisation or the gate itself holds up
    static Clearances of(
            List<Finding> found, List<Clearing> clearings, Set<String> floor, Facts facts) {
        if (clearings.isEmpty() || found.stream().noneMatch(Clearances::isOpen)) {
            return new Clearances(found, List.of());
        }
        var cited = new ArrayList<Clearance>();
        List<Finding> passed = passed(found, facts, cited);
        var left = new ArrayList<Finding>();
        for (Finding finding : passed) {
            Optional<Clearance> clearance =
                    isClearable(finding, passed, floor)
                            ? clearance(finding, clearings, facts)
                            : Optional.empty();
            left.add(clearance.map(finding::cleared).orElse(finding));
            clearance.filter(one -> !cited.contains(one)).ifPresent(cited::add);
        }
        return cited.isEmpty()
                ? new Clearances(found, List.of())
                : new Clearances(withoutRefusals(left, found, cited), cited);
    }

    /// A boundary is passed by what the person said after it, and by nobody else's leave.
    private static List<Finding> passed(List<Finding> found, Facts facts, List<Clearance> cited) {
        var left = new ArrayList<Finding>();
        for (Finding finding : found) {
            Optional<Clearance> words =
                    finding.rule().equals(BOUNDARY) && isOpen(finding)
                            ? PersonsWords.OF_THE_SESSION.clears(finding, facts)
                            : Optional.empty();
            left.add(words.map(finding::cleared).orElse(finding));
            words.filter(one -> !cited.contains(one)).ifPresent(cited::add);
        }
        return left;
    }

    private static boolean isOpen(Finding finding) {
        return finding.strength() == Strength.ASK || finding.strength() == Strength.SOFT;
    }

    private static boolean isClearable(Finding finding, List<Finding> all, Set<String> floor) {
        return isOpen(finding)
                && !finding.rule().equals(REFUSED_BEFORE)
                && !finding.rule().equals(BOUNDARY)
                && !floor.contains(finding.rule())
                && !isBeyondWords(finding.effect())
                && about(finding.effect(), all)
                        .noneMatch(other ->
                                other.rule().equals(BOUNDARY) && isOpen(other)
                                        || other.strength() == Strength.HARD);
    }

    /// What was refused before and is now named in the person's own words is no longer the same question.
    private static List<Finding> withoutRefusals(
            List<Finding> left, List<Finding> found, List<Clearance> cited) {
        Optional<Clearance> words =
                cited.stream().filter(one -> one.by() == Clearance.By.WORDS).findFirst();
        if (words.isEmpty()) {
            return left;
        }
        return left.stream()
                .map(finding ->
                        finding.rule().equals(REFUSED_BEFORE)
                                        && isOpen(finding)
                                        && isNamed(finding.effect(), left, found)
                                ? finding.cleared(words.get())
                                : finding)
                .toList();
    }

    /// Whether there was more about an effect, and all of it is cleared.
    private static boolean isNamed(Effect effect, List<Finding> left, List<Finding> found) {
        boolean more = about(effect, found).anyMatch(Clearances::isOpenQuestion);
        return more && about(effect, left).noneMatch(Clearances::isOpenQuestion);
    }

    private static boolean isOpenQuestion(Finding finding) {
        return isOpen(finding) && !finding.rule().equals(REFUSED_BEFORE);
    }

    private static Stream<Finding> about(Effect effect, List<Finding> findings) {
        return findings.stream().filter(finding -> finding.effect().equals(effect));
    }

    private static Optional<Clearance> clearance(
            Finding finding, List<Clearing> clearings, Facts facts) {
        for (Clearing clearing : clearings) {
            Optional<Clearance> clearance = clearing.clears(finding, facts);
            if (clearance.isPresent()) {
                return clearance;
            }
        }
        return Optional.empty();
    }

    /// Nobody's leave reaches these.
    static boolean isBeyondWords(Effect effect) {
        return effect instanceof Effect.Unknown || isGuarded(effect);
    }

    /// Whether something critical would be lost, or the gate touched: not even a judge clears that.
    static boolean isGuarded(Effect effect) {
        return switch (effect) {
            case Effect.Unknown _ -> false;
            case Effect.Delete(var place, _, _) -> isGuarded(place);
            case Effect.Write(var place, _, _, _) -> isGuarded(place);
            case Effect.SetMode(var place, _, _, _) -> isGuarded(place);
            case Effect.Move(var from, var to, _) -> isGuarded(from) || isGuarded(to);
            case Effect.Link(var at, var target, _, _) -> isGuarded(at) || isGuarded(target);
            case Effect.Read(var place, _) -> place.is(Standing.GATE);
            case Effect.Run _,
                    Effect.Send _,
                    Effect.Receive _,
                    Effect.Listen _,
                    Effect.Install _,
                    Effect.Git _,
                    Effect.Remote _,
                    Effect.Administer _,
                    Effect.Elevate _,
                    Effect.Persist _,
                    Effect.Signal _,
                    Effect.Spawn _,
                    Effect.Speak _,
                    Effect.Reveal _ ->
                    false;
        };
    }

    private static boolean isGuarded(Place place) {
        return place.is(Standing.CRITICAL) || place.is(Standing.GATE);
    }
}
