package dev.cattlegrid.agent.talk;

import dev.cattlegrid.agent.voice.Message;
import dev.cattlegrid.audit.Redactor;
import dev.cattlegrid.door.Inside;
import dev.cattlegrid.policy.Clearing;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.screen.DecisionValues;
import dev.cattlegrid.screen.EffectWords;
import dev.cattlegrid.screen.Shown;
import java.util.List;
import java.util.Optional;

/// Calls and refusals, made fit for a person to look at.
final class Lines {
    private static final int LONGEST = 300;
    private static final int MOST_EFFECTS = 12;

    private Lines() {}

    /// @param call with the arguments that the gate and the tool see
    static Made made(Message.Call call, Optional<String> agent) {
        return new Made(
                call.id(),
                Shown.line(call.tool(), 80).text(),
                Shown.line(Redactor.redact(about(call)), LONGEST).text(),
                agent);
    }

    private static String about(Message.Call call) {
        return call.input()
                .text(
                        "command",
                        "file_path",
                        "url",
                        "pattern",
                        "description",
                        "prompt",
                        "question",
                        "bash_id")
                .orElseGet(() ->
                        call.input().values().isEmpty() ? "" : call.input().values().toString());
    }

    static Happening.Refusal refusal(Inside.Held held) {
        Decision decision = held.decision();
        Optional<Finding> finding = decision.findings().stream().findFirst();
        List<String> effects =
                decision.steps().stream()
                        .map(step -> Redactor.redact(EffectWords.of(step)))
                        .distinct()
                        .limit(MOST_EFFECTS)
                        .toList();
        return new Happening.Refusal(
                shown(decision.reason()),
                finding.map(Finding::rule).orElse(""),
                decision.code().orElse(""),
                effects,
                finding.stream().flatMap(one -> one.facts().stream()).map(Lines::shown).toList(),
                finding.flatMap(Finding::clears).map(Lines::shown).orElse(""),
                finding.flatMap(Finding::alternative).map(Lines::shown).orElse(""),
                held.key().isPresent(),
                held.ticket().orElse(""),
                held.entry().orElse(""),
                held);
    }

    /// Who settled it; `sandbox` where it passed because of what cannot happen there.
    static String by(Decision decision) {
        return decision.cited().stream()
                        .anyMatch(leave -> leave.by() == Clearing.Clearance.By.SANDBOX)
                ? "sandbox"
                : DecisionValues.decider(decision.decider());
    }

    private static String shown(String text) {
        return Shown.line(Redactor.redact(text)).text();
    }
}
