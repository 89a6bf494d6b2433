package dev.cattlegrid.door;

import dev.cattlegrid.audit.Redactor;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.host.Asked;
import dev.cattlegrid.host.Heard;
import dev.cattlegrid.ledger.Deed;
import dev.cattlegrid.policy.Clearing.Clearance;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.DecisionKey;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Policy;
import dev.cattlegrid.policy.PolicyVersion;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Verdict;
import dev.cattlegrid.screen.EffectWords;
import dev.cattlegrid.session.Granted;
import dev.cattlegrid.session.Grants;
import dev.cattlegrid.session.Leaves;
import dev.cattlegrid.session.Sessions;
import dev.cattlegrid.session.Ticket;
import dev.cattlegrid.session.Tickets;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What people made of refused calls, and the tickets by which they can.
///
/// @param leaves what was let pass at the prompt of an agent in this process
record Approvals(Tickets tickets, Grants grants, Leaves leaves, InstantSource clock) {
    private static final int SHOWN = 12;
    private static final String REFUSED_BEFORE = "refused-before";
    private static final String AT_PROMPT = "a person let this call pass at the prompt";

    /// Behind a hook, where nothing is let pass but by tickets and grants.
    Approvals(Tickets tickets, Grants grants, InstantSource clock) {
        this(tickets, grants, new Leaves(clock), clock);
    }

    Approvals with(Leaves other) {
        return new Approvals(tickets, grants, other, clock);
    }

    /// A decision, and the ticket by which a person can let the call pass or already has.
    ///
    /// @param key of the question that a person can answer; empty where there is none
    /// @param prompt whether they did so at the prompt of an agent in this process
    record Answered(
            Decision decision, Optional<Ticket> ticket, Optional<String> key, boolean prompt) {
        Answered(Decision decision, Optional<Ticket> ticket, String key) {
            this(decision, ticket, Optional.of(key), false);
        }

        /// What no person is asked about.
        static Answered byItself(Decision decision) {
            return new Answered(decision, Optional.empty(), Optional.empty(), false);
        }
    }

    /// The decision as a person would have it: a call that they let pass passes once, under the policy that refused it.
    Answered of(
            Decision decision, Policy policy, Heard.Call heard, Sessions.Name session, String call)
            throws IOException {
        if (!decision.isClearable() || !(heard.asked() instanceof Asked.Calls(var calls))) {
            return Answered.byItself(decision);
        }
        String key = DecisionKey.of(calls, decision.steps(), PolicyVersion.of(policy)).text();
        if (leaves.holds(session, key)) {
            Ticket ticket = tickets.issue(draft(decision, heard.origin(), session, key, call));
            return new Answered(
                    decision.approved(AT_PROMPT), Optional.of(ticket), Optional.of(key), true);
        }
        Optional<Ticket> answered = tickets.answered(session, key);
        if (answered.isEmpty()) {
            Ticket draft = draft(decision, heard.origin(), session, key, call);
            return new Answered(decision, Optional.of(tickets.issue(draft)), key);
        }
        Ticket ticket = answered.get();
        return new Answered(answer(decision, ticket), answered, key);
    }

    private static Decision answer(Decision decision, Ticket ticket) {
        if (ticket.state() == Ticket.State.APPROVED) {
            return decision.approved("a person let this call pass, by the ticket " + ticket.code());
        }
        String word = ticket.word().map(text -> ": " + text).orElse("");
        return decision.refusedByPerson("a person said no to this call" + word);
    }

    /// The policy with what a person has granted for good.
    Policy granted(Policy policy, Sessions.Name session, String directory) throws IOException {
        Policy granted = policy;
        for (Granted grant : grants.of(session, directory)) {
            granted = granted.with(grant.grant());
        }
        for (Granted grant : leaves.of(session, directory)) {
            granted = granted.with(grant.grant());
        }
        return granted;
    }

    /// Uses up what a decision rests on, before its call passes.
    ///
    /// @return whether all of it was still there
    boolean use(Answered answered) throws IOException {
        Decision decision = answered.decision();
        if (decision.verdict() != Verdict.ALLOW) {
            return true;
        }
        for (Clearance one : decision.cited()) {
            if (one.by() == Clearance.By.GRANT && !useGrant(one.id())) {
                return false;
            }
        }
        if (answered.prompt() && !answered.ticket().map(this::useLeave).orElse(false)) {
            return false;
        }
        return answered.ticket().isEmpty() || tickets.use(answered.ticket().get());
    }

    private boolean useGrant(String id) throws IOException {
        return leaves.isGrant(id) ? leaves.useGrant(id) : grants.use(id);
    }

    private boolean useLeave(Ticket ticket) {
        return leaves.use(ticket.session(), ticket.key());
    }

    /// What a grant would have to cover so that nobody is asked again; nothing where no grant can.
    private static List<Ticket.Wanted> always(Decision decision) {
        var wanted = new ArrayList<Ticket.Wanted>();
        for (Finding finding : decision.findings()) {
            if (finding.strength() == Strength.NOTE || finding.rule().equals(REFUSED_BEFORE)) {
                continue;
            }
            List<Deed> deeds = Deed.of(finding.effect());
            if (deeds.isEmpty()) {
                return List.of();
            }
            deeds.stream()
                    .map(deed -> new Ticket.Wanted(finding.rule(), deed.kind(), deed.target()))
                    .filter(one -> !wanted.contains(one))
                    .forEach(wanted::add);
        }
        return decision.open().isEmpty() ? wanted : List.of();
    }

    private Ticket draft(
            Decision decision, Origin origin, Sessions.Name session, String key, String call) {
        List<String> effects =
                decision.steps().stream()
                        .map(Step::effect)
                        .map(EffectWords::of)
                        .distinct()
                        .limit(SHOWN)
                        .map(Redactor::redact)
                        .toList();
        return new Ticket(
                "",
                session,
                origin.directory(),
                key,
                call,
                decision.finding().map(Finding::rule).orElse(""),
                Redactor.redact(decision.reason()),
                effects,
                always(decision),
                clock.instant(),
                clock.instant().plus(Tickets.OPEN),
                Ticket.State.OPEN,
                Optional.empty(),
                Optional.empty());
    }
}
