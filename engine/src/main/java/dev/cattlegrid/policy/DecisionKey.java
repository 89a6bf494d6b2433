package dev.cattlegrid.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.cattlegrid.call.Origin;
import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.effect.Step;
import dev.cattlegrid.shell.Span;
import java.lang.reflect.RecordComponent;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What makes one call the same as another: its own words, where it is made, and everything that was found out about
/// what it would do. The same in another process and on another day; anything else gives another key.
///
/// @param text SHA-256, in hexadecimal
public record DecisionKey(String text) {
    /// @param calls of which the question consists
    /// @param steps what they would do, with the facts that were looked at
    public static DecisionKey of(List<? extends ToolCall> calls, List<Step> steps) {
        return new DecisionKey(hash(spelled(calls, steps)));
    }

    /// The key of the same question under a certain policy: an answer that was given under another one does not fit it.
    public static DecisionKey of(
            List<? extends ToolCall> calls, List<Step> steps, PolicyVersion version) {
        return new DecisionKey(hash(spelled(calls, steps).append(version.text())));
    }

    private static StringBuilder spelled(List<? extends ToolCall> calls, List<Step> steps) {
        var text = new StringBuilder();
        calls.forEach(call -> spell(call, text));
        spell(steps, text);
        return text;
    }

    /// SHA-256, in hexadecimal.
    static String hash(CharSequence text) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(text.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException problem) {
            throw new IllegalStateException(problem);
        }
    }

    /// Where a call comes from, without the mode and the session: they do not change what it does.
    private static void spell(Origin origin, StringBuilder text) {
        text.append(origin.host()).append('\n').append(origin.directory()).append('\n');
        spell(origin.shell(), text);
        text.append(origin.contained()).append('\n');
        origin.confinement().ifPresent(sandbox -> spell((Object) sandbox, text));
    }

    static void spell(Object value, StringBuilder text) {
        switch (value) {
            case Span _ -> {}
            case Origin origin -> spell(origin, text);
            case Record record -> {
                text.append(record.getClass().getSimpleName()).append('(');
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    spell(part(component, record), text);
                    text.append(',');
                }
                text.append(')');
            }
            case Set<?> set -> text.append(sorted(set));
            case Map<?, ?> map -> text.append(sorted(map.entrySet()));
            case List<?> list -> {
                text.append(list.size()).append('[');
                list.forEach(element -> spell(element, text));
                text.append(']');
            }
            case Map.Entry<?, ?> entry -> {
                spell(String.valueOf(entry.getKey()), text);
                spell(String.valueOf(entry.getValue()), text);
            }
            default -> {
                String plain = value.toString();
                text.append(plain.length()).append(':').append(plain);
            }
        }
    }

    private static String sorted(Collection<?> elements) {
        return elements.stream()
                .map(element -> {
                    var one = new StringBuilder();
                    spell(element, one);
                    return one.toString();
                })
                .sorted()
                .collect(Collectors.joining(";", "{", "}"));
    }

    private static Object part(RecordComponent component, Record record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException problem) {
            throw new IllegalStateException(problem);
        }
    }
}
