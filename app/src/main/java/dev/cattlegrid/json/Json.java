package dev.cattlegrid.json;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// Reads and prints JSON (RFC 8259) as plain values: `Map` (in the order of the text), `List`, `String`, `Number`,
/// `Boolean`, [Null].
///
/// Two members of one name are refused: programs differ in which of them they take.
public final class Json {
    /// The most characters that one text may have.
    public static final int LONGEST_TEXT = 16 << 20;

    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxStringLength(LONGEST_TEXT)
                                    .maxNestingDepth(200)
                                    .maxNumberLength(100)
                                    .build())
                    .build();

    private Json() {}

    /// The value `null`, which stays told apart from an absent one.
    public enum Null {
        NULL;

        @Override
        public String toString() {
            return "null";
        }
    }

    public sealed interface Parsed {
        record Value(Object value) implements Parsed {}

        /// @param what one lower-case sentence without a full stop
        record Broken(String what) implements Parsed {}

        /// The members of an object, or what is wrong.
        default Members members() {
            return switch (this) {
                case Broken(var what) -> new Members.None(what);
                case Value(Map<?, ?> map) -> new Members.Of(Fields.of(map));
                case Value(var _) -> new Members.None("not a JSON object");
            };
        }
    }

    public sealed interface Members {
        record Of(Fields fields) implements Members {}

        record None(String what) implements Members {}
    }

    /// Reads bytes, which have to be UTF-8.
    public static Parsed parse(byte[] bytes) {
        try {
            return parse(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException _) {
            return new Parsed.Broken("not UTF-8");
        }
    }

    /// Reads one value with nothing behind it.
    public static Parsed parse(String text) {
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            JsonToken first = parser.nextToken();
            if (first == null) {
                return new Parsed.Broken("empty");
            }
            Object value = value(parser, first);
            if (parser.nextToken() != null) {
                return new Parsed.Broken("not JSON: something stands behind the value");
            }
            return new Parsed.Value(value);
        } catch (JacksonException problem) {
            return new Parsed.Broken("not JSON: " + sentence(problem));
        }
    }

    /// On one line, in ASCII: no terminal takes any of it for an order.
    public static String print(Object value) {
        return printed(value, ObjectWriteContext.empty());
    }

    /// Over several lines, for people.
    public static String pretty(Object value) {
        var indent = new DefaultIndenter("  ", "\n");
        var printer =
                new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent);
        return printed(
                value,
                new ObjectWriteContext.Base() {
                    @Override
                    public tools.jackson.core.PrettyPrinter getPrettyPrinter() {
                        return printer.createInstance();
                    }
                });
    }

    private static String printed(Object value, ObjectWriteContext context) {
        var text = new StringWriter();
        try (JsonGenerator out = FACTORY.createGenerator(context, text)) {
            write(value, out);
        }
        return text.toString();
    }

    private static Object value(JsonParser parser, JsonToken token) {
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> array(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
                    token == JsonToken.VALUE_NUMBER_INT
                            ? parser.getNumberValue()
                            : parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Null.NULL;
            case END_OBJECT, END_ARRAY, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                    throw new IllegalStateException("a JSON parser gave " + token);
        };
    }

    private static Map<String, Object> object(JsonParser parser) {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            members.put(name, value(parser, parser.nextToken()));
        }
        return members;
    }

    private static List<Object> array(JsonParser parser) {
        var elements = new ArrayList<Object>();
        for (JsonToken token = parser.nextToken();
                token != JsonToken.END_ARRAY;
                token = parser.nextToken()) {
            elements.add(value(parser, token));
        }
        return elements;
    }

    private static void write(Object value, JsonGenerator out) {
        switch (value) {
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((name, member) -> {
                    out.writeName(String.valueOf(name));
                    write(member, out);
                });
                out.writeEndObject();
            }
            case Iterable<?> list -> {
                out.writeStartArray();
                list.forEach(element -> write(element, out));
                out.writeEndArray();
            }
            case Optional<?> optional ->
                    optional.ifPresentOrElse(there -> write(there, out), out::writeNull);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case BigInteger number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            case Boolean truth -> out.writeBoolean(truth);
            case Null _ -> out.writeNull();
            default -> out.writeString(value.toString());
        }
    }

    private static String sentence(JacksonException problem) {
        String message = Objects.requireNonNullElse(problem.getOriginalMessage(), "broken");
        String first = message.lines().findFirst().orElse("broken").strip();
        var at = problem.getLocation();
        String where = at == null ? "" : " at character " + (at.getCharOffset() + 1);
        return (first.length() > 200 ? first.substring(0, 200) + "…" : first) + where;
    }
}
