package dev.cattlegrid.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.door.Door;
import dev.cattlegrid.json.Fields;
import dev.cattlegrid.policy.Decision;
import dev.cattlegrid.policy.Escalation;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// A run ends only where the client obeys that beside a refusal: Codex runs the call that is refused with `continue: false`.
class EndingTest {
    static java.util.List<Host> hosts() {
        return Host.all();
    }

    @ParameterizedTest
    @MethodSource("hosts")
    void aRefusalStaysOne(Host host) {
        Decision decision = Door.refusal(Escalation.CODE, "a person has to look");
        var call = new Heard.Call(new Asked.Refused("x"), Origin.in("/"), "Bash", Optional.of("t"));
        Fields answer = Hearing.fields(host.answer(call, decision, "told"));
        boolean ends = host instanceof ClaudeCode || host instanceof GeminiCli;
        assertEquals(ends, answer.has("continue"), answer.toString());
        String said =
                answer.object("hookSpecificOutput")
                        .orElse(answer)
                        .text("permissionDecision", "decision", "permission")
                        .orElse("");
        assertEquals("deny", said);
        assertTrue(host.silence().startsWith("{"), "an answer is never empty");
    }
}
