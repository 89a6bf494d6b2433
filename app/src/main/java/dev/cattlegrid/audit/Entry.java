package dev.cattlegrid.audit;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.json.Json;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.screen.DecisionValues;
import dev.cattlegrid.screen.Page;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// A decision as the record keeps it: secrets taken out, lengths bounded.
///
/// @param id ten letters and digits, by which a person asks for it
/// @param values plain values for JSON
public record Entry(String id, Map<String, Object> values) {
    private static final String ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
    private static final int LONGEST_CALL = 16_384;
    private static final int READ_FOR_SECRETS = 65_536;
    private static final int MOST = 64;
    private static final SecureRandom RANDOM = new SecureRandom();

    /// What an entry is made of.
    ///
    /// @param tool as the host names it
    /// @param call nothing where what came could not be read as a call
    /// @param observed whether the answer was kept from the host
    public record Of(
            Instant at,
            Origin origin,
            String tool,
            Optional<ToolCall> call,
            Decision decision,
            boolean observed,
            boolean assumed,
            long micros) {}

    static Entry of(Of what, Key key) {
        Decision decision = what.decision();
        Origin origin = what.origin();
        String id = freshId();
        var values = new LinkedHashMap<String, Object>();
        values.put("event", "decision");
        values.put("id", id);
        values.put("at", what.at().toString());
        values.put("host", origin.host());
        values.put("session", origin.session());
        values.put("agent", origin.agent());
        values.put("mode", origin.mode().text());
        values.put("cwd", origin.directory());
        values.put("tool", what.tool());
        what.call().ifPresent(call -> call(call, key, values));
        values.put("verdict", decision.verdict().text());
        values.put("code", decision.code());
        values.put("decider", DecisionValues.decider(decision.decider()));
        Optional<Finding> finding = decision.finding();
        values.put("rule", finding.map(Finding::rule));
        values.put("strength", finding.map(Finding::strength).map(DecisionValues::word));
        Map<String, Object> full = DecisionValues.full(decision);
        values.put("reason", full.getOrDefault("reason", ""));
        for (String name : List.of("effects", "unknown", "open", "findings")) {
            values.put(name, atMost(full.getOrDefault(name, List.of())));
        }
        Object judge = full.get("judge");
        if (judge != null) {
            values.put("judge", judge);
        }
        if (what.observed()) {
            values.put("observed", true);
        }
        if (what.assumed()) {
            values.put("assumed", true);
        }
        values.put("micros", what.micros());
        return new Entry(id, redacted(values));
    }

    /// On one line.
    String text() {
        String text = Json.print(values);
        if (text.length() <= Frame.LONGEST) {
            return text;
        }
        var shortened = new LinkedHashMap<>(values);
        for (String name : List.of("effects", "unknown", "open", "findings")) {
            shortened.remove(name);
        }
        shortened.put("shortened", true);
        return Json.print(shortened);
    }

    private static void call(ToolCall call, Key key, Map<String, Object> values) {
        String text = Page.text(call);
        String content = content(call);
        values.put("call", shown(text));
        if (text.length() > LONGEST_CALL) {
            values.put("call_length", text.length());
        }
        values.put("call_hash", key.hash(content.isEmpty() ? text : text + "\0" + content));
    }

    /// What a call carries besides what is shown of it; only its keyed hash is kept.
    private static String content(ToolCall call) {
        return switch (call) {
            case ToolCall.Write write -> write.content();
            case ToolCall.Edit edit -> edit.changes().toString();
            case ToolCall.Fetch fetch -> fetch.body().orElse("");
            case ToolCall.Shell _,
                    ToolCall.Read _,
                    ToolCall.Search _,
                    ToolCall.Mcp _,
                    ToolCall.Spawn _,
                    ToolCall.Inner _,
                    ToolCall.Other _ ->
                    "";
        };
    }

    /// The beginning of a call; secrets go before it is cut, so that none is cut in half and missed.
    private static String shown(String text) {
        String some = text.length() > READ_FOR_SECRETS ? text.substring(0, READ_FOR_SECRETS) : text;
        String left = Redactor.redact(some);
        return left.length() > LONGEST_CALL ? left.substring(0, LONGEST_CALL) + "…" : left;
    }

    private static Object atMost(Object list) {
        return list instanceof List<?> all && all.size() > MOST ? all.subList(0, MOST) : list;
    }

    private static Map<String, Object> redacted(Map<String, Object> values) {
        var left = new LinkedHashMap<String, Object>();
        values.forEach(
                (name, value) -> left.put(name, isOurs(name) ? value : Redactor.redact(value)));
        return left;
    }

    private static boolean isOurs(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "id", "at", "call", "call_hash", "rule", "verdict" -> true;
            default -> false;
        };
    }

    private static String freshId() {
        byte[] random = new byte[10];
        RANDOM.nextBytes(random);
        var id = new StringBuilder(random.length);
        for (byte each : random) {
            id.append(ALPHABET.charAt(each & (ALPHABET.length() - 1)));
        }
        return id.toString();
    }
}
