package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.flow.Flow;
import dev.cattlegrid.ledger.Event;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The answer to a call, and everything that it rests on.
///
/// @param code why the verdict is no plain ruling: `headless`, `escalated`, `unavailable`, `refused`,
/// `unparsable`, `no-judge`, `failure`; else empty
/// @param decider which layer decided
/// @param reason one sentence for the agent and the person
/// @param findings all findings, the deciding one first
/// @param open what no rule vouched for
/// @param cited somebody's leave that it rests on
/// @param consulted what asking a judge came to
/// @param barred what the sandbox keeps from happening, so that nothing of it is remembered as done
public record Decision(
        Verdict verdict,
        Optional<String> code,
        Decider decider,
        String reason,
        List<Finding> findings,
        List<String> open,
        List<Step> steps,
        List<Flow> flows,
        List<Clearing.Clearance> cited,
        Consulted consulted,
        List<Effect> barred) {
    /// Code of a question that nobody was there to answer.
    public static final String HEADLESS = "headless";

    /// The rule of the permission mode.
    static final String MODE = "permission-mode";

    private static final Set<String> NOBODY_THERE =
            Set.of(
                    HEADLESS,
                    UnderMode.DONT_ASK,
                    Escalation.CODE,
                    Opinion.UNAVAILABLE,
                    Opinion.REFUSED,
                    Opinion.UNPARSABLE);

    public Decision {
        cited = List.copyOf(cited);
        findings = List.copyOf(findings);
        open = List.copyOf(open);
        steps = List.copyOf(steps);
        flows = List.copyOf(flows);
        barred = List.copyOf(barred);
    }

    /// One of a call that runs in no sandbox.
    public Decision(
            Verdict verdict,
            Optional<String> code,
            Decider decider,
            String reason,
            List<Finding> findings,
            List<String> open,
            List<Step> steps,
            List<Flow> flows,
            List<Clearing.Clearance> cited,
            Consulted consulted) {
        this(
                verdict, code, decider, reason, findings, open, steps, flows, cited, consulted,
                List.of());
    }

    /// One that rests on nobody's leave.
    public Decision(
            Verdict verdict,
            Optional<String> code,
            Decider decider,
            String reason,
            List<Finding> findings,
            List<String> open,
            List<Step> steps,
            List<Flow> flows) {
        this(
                verdict,
                code,
                decider,
                reason,
                findings,
                open,
                steps,
                flows,
                List.of(),
                Consulted.NOBODY);
    }

    public enum Decider {
        /// A rule found something.
        RULE,
        /// Every effect is one that is harmless by itself.
        FAST_PATH,
        /// Somebody's leave cleared all that the rules found: the person's words, a grant, a setting.
        LEAVE,
        /// The judge's opinion, or the lack of one.
        JUDGE,
        /// A person, by a ticket.
        PERSON,
        /// The permission mode, in which nobody wants to be asked.
        MODE,
        /// The gate itself failed.
        FAILURE
    }

    /// The gate could not work out an answer: a person has to look.
    public static Decision failed(Throwable problem) {
        return new Decision(
                Verdict.ASK,
                Optional.of("failure"),
                Decider.FAILURE,
                "the gate failed while it worked this out (%s), so nothing is known of it"
                        .formatted(problem.getClass().getSimpleName()),
                List.of(),
                List.of("the gate failed: " + problem),
                List.of(),
                List.of());
    }

    public boolean isOfCode(String other) {
        return code.filter(other::equals).isPresent();
    }

    /// The finding that decided, if one did.
    public Optional<Finding> finding() {
        return decider == Decider.RULE ? findings.stream().findFirst() : Optional.empty();
    }

    /// What the session remembers of this answer to a call.
    ///
    /// @param call the call in its own words
    public Event.Decided event(String call) {
        var refused =
                verdict == Verdict.DENY
                        ? findings.stream()
                                .filter(finding -> finding.strength().verdict() == Verdict.DENY)
                                .filter(finding -> !finding.rule().equals(MODE))
                                .map(Finding::effect)
                                .toList()
                        : List.<Effect>of();
        List<Integer> words =
                cited.stream()
                        .filter(one -> one.by() == Clearing.Clearance.By.WORDS)
                        .map(one -> Integer.valueOf(one.id()))
                        .toList();
        return new Event.Decided(call, answer(), possible(), refused, reason, words);
    }

    /// What the session remembers where a person was asked and said no: all that they were asked about is refused.
    ///
    /// @param call the call in its own words
    public Event.Decided declined(String call) {
        var refused =
                findings.stream()
                        .filter(finding -> finding.strength().verdict() != Verdict.ALLOW)
                        .map(Finding::effect)
                        .toList();
        return new Event.Decided(call, Event.Decided.Answer.REFUSED, possible(), refused, reason);
    }

    private List<Step> possible() {
        return barred.isEmpty()
                ? steps
                : steps.stream().filter(step -> !barred.contains(step.effect())).toList();
    }

    /// What only the permission mode refuses is another question as soon as that changes.
    private boolean isOfTheMode() {
        return finding().filter(finding -> finding.rule().equals(MODE)).isPresent();
    }

    /// A question that nobody was there to answer is no refusal.
    private Event.Decided.Answer answer() {
        if (decider == Decider.FAILURE) {
            return Event.Decided.Answer.FAILED;
        }
        return switch (verdict) {
            case ALLOW -> Event.Decided.Answer.ALLOWED;
            case ASK -> Event.Decided.Answer.ASKED;
            case DENY ->
                    code.filter(NOBODY_THERE::contains).isPresent() || isOfTheMode()
                            ? Event.Decided.Answer.ASKED
                            : Event.Decided.Answer.REFUSED;
        };
    }

    /// Whether somebody's leave could make it milder: no rule found anything that nothing clears, and the gate did not
    /// fail.
    public boolean isClearable() {
        return verdict != Verdict.ALLOW
                && decider != Decider.FAILURE
                && findings.stream().noneMatch(finding -> finding.strength() == Strength.HARD);
    }

    /// The same, once a judge was asked.
    Decision after(Consulted asked) {
        return asked.isNobody()
                ? this
                : new Decision(
                        verdict, code, decider, reason, findings, open, steps, flows, cited, asked,
                        barred);
    }

    /// The same as a question.
    ///
    /// @param before what is said before the reason
    Decision asking(String why, String before) {
        return as(Verdict.ASK, Optional.of(why), decider, before + reason);
    }

    /// The same, let pass by a person.
    ///
    /// @param how they did it
    public Decision approved(String how) {
        return passing(Decider.PERSON, how);
    }

    Decision passing(Decider by, String why) {
        return as(Verdict.ALLOW, Optional.empty(), by, why);
    }

    Decision refusedAs(String why) {
        return as(Verdict.DENY, Optional.of(why), decider, reason);
    }

    /// The same, refused by a person.
    public Decision refusedByPerson(String how) {
        return as(Verdict.DENY, Optional.of("person"), Decider.PERSON, how);
    }

    /// Where nobody can answer a question, it is a refusal with a code of its own.
    public Decision headless() {
        return verdict == Verdict.ASK
                ? as(
                        Verdict.DENY,
                        code.filter(NOBODY_THERE::contains).or(() -> Optional.of(HEADLESS)),
                        decider,
                        reason)
                : this;
    }

    private Decision as(Verdict other, Optional<String> why, Decider by, String words) {
        return new Decision(
                other, why, by, words, findings, open, steps, flows, cited, consulted, barred);
    }
}
