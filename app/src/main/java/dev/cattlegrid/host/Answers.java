package dev.cattlegrid.host;

import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Escalation;
import dev.cattlegrid.policy.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;

/// Answers in the words that Claude Code began and Codex and Qwen Code took over.
final class Answers {
    private static final String EVENT = "hookEventName";
    private static final String SPECIFIC = "hookSpecificOutput";

    private Answers() {}

    /// Before a call.
    static Map<String, Object> before(Decision decision, String told) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(EVENT, "PreToolUse");
        answer.put("permissionDecision", decision.verdict().text());
        answer.put("permissionDecisionReason", told);
        return specific(answer);
    }

    /// While the client is about to ask the person itself.
    static Map<String, Object> atPrompt(Decision decision, String told) {
        Map<String, Object> behavior = new LinkedHashMap<>();
        behavior.put("behavior", decision.verdict().text());
        if (decision.verdict() == Verdict.DENY) {
            behavior.put("message", told);
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(EVENT, "PermissionRequest");
        answer.put("decision", behavior);
        return specific(answer);
    }

    /// The same, and the run ends where that is what a refusal says.
    static Map<String, Object> ending(Map<String, Object> answer, Decision decision, String told) {
        if (endsTheRun(decision)) {
            answer.put("continue", false);
            answer.put("stopReason", told);
        }
        return answer;
    }

    /// Whether a person has to look before the agent goes on, and nobody is there.
    static boolean endsTheRun(Decision decision) {
        return decision.verdict() == Verdict.DENY && decision.isOfCode(Escalation.CODE);
    }

    static String block(String why) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("decision", "block");
        answer.put("reason", "cattlegrid: " + why);
        return Json.print(answer);
    }

    /// What the agent is told beside the result of a call.
    static String beside(String event, String told) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(EVENT, event);
        answer.put("additionalContext", told);
        return Json.print(specific(answer));
    }

    private static Map<String, Object> specific(Map<String, Object> answer) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(SPECIFIC, answer);
        return all;
    }
}
