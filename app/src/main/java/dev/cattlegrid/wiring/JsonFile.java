package dev.cattlegrid.wiring;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A client's settings file in JSON.
record JsonFile(Path path) {
    private static final JsonMapper JSON = JsonMapper.shared();

    /// The object in it; an empty one if there is no such file or nothing in it.
    ///
    /// @throws IllegalArgumentException in the user's words, if it is no JSON object
    ObjectNode read() throws IOException {
        return parse(new TextFile(path).read());
    }

    ObjectNode parse(Optional<String> text) {
        if (text.filter(there -> !there.isBlank()).isEmpty()) {
            return JSON.createObjectNode();
        }
        JsonNode value;
        try {
            value = JSON.readTree(text.get());
        } catch (JacksonException problem) {
            throw new IllegalArgumentException(
                    "`" + path + "` is not JSON: " + problem.getOriginalMessage(), problem);
        }
        if (!(value instanceof ObjectNode object)) {
            throw new IllegalArgumentException("`" + path + "` does not hold a JSON object");
        }
        return object;
    }

    static String print(JsonNode value) {
        var printer =
                new DefaultPrettyPrinter(
                                Separators.createDefaultInstance()
                                        .withObjectNameValueSpacing(Separators.Spacing.AFTER))
                        .withObjectIndenter(new DefaultIndenter("  ", "\n"))
                        .withArrayIndenter(new DefaultIndenter("  ", "\n"));
        return JSON.writer().with(printer).writeValueAsString(value);
    }
}
