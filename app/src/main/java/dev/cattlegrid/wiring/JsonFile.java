package dev.cattlegrid.wiring;

import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A client's settings file in JSON.
///
/// @param comments whether the client reads over comments in it
record JsonFile(Path path, boolean comments) {
    private static final JsonMapper PLAIN = JsonMapper.shared();
    private static final JsonMapper COMMENTED =
            JsonMapper.builder()
                    .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .build();

    /// The object in its text; an empty one if there is no such file or nothing in it.
    ///
    /// @throws IllegalArgumentException in the user's words, if it is no JSON object
    ObjectNode parse(Optional<String> text) {
        if (text.filter(there -> !there.isBlank()).isEmpty()) {
            return PLAIN.createObjectNode();
        }
        JsonNode value;
        try {
            value = mapper().readTree(text.get());
        } catch (JacksonException problem) {
            throw new IllegalArgumentException(
                    "`" + path + "` is not JSON: " + problem.getOriginalMessage(), problem);
        }
        if (!(value instanceof ObjectNode object)) {
            throw new IllegalArgumentException("`" + path + "` does not hold a JSON object");
        }
        return object;
    }

    /// The text with another object in it.
    String text(Optional<String> before, ObjectNode after) {
        return before.filter(there -> !there.isBlank())
                .map(there -> new JsonText(there, mapper()).with(after))
                .orElseGet(() -> print(after) + "\n");
    }

    private JsonMapper mapper() {
        return comments ? COMMENTED : PLAIN;
    }

    static String print(JsonNode value) {
        var printer =
                new DefaultPrettyPrinter(
                                Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                                        .withObjectEmptySeparator("")
                                        .withArrayEmptySeparator(""))
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return PLAIN.writer().with(printer).writeValueAsString(value);
    }
}
