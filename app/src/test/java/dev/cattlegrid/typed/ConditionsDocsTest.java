package dev.cattlegrid.typed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.cattlegrid.cases.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// `docs/conditions.md` is printed from the vocabulary; `-Dcases=write` prints it anew and still fails.
class ConditionsDocsTest {
    @Test
    void thePageIsTheVocabulary() throws IOException {
        Path page = Checkout.file("docs/conditions.md");
        String printed = page();
        String there = Files.exists(page) ? Files.readString(page) : "";
        if (!printed.equals(there) && "write".equals(System.getProperty("cases"))) {
            Files.writeString(page, printed);
            fail("docs/conditions.md was written anew; look at the difference");
        }
        assertEquals(printed, there, "print docs/conditions.md anew with -Dcases=write");
    }

    private static String page() {
        var text = new StringBuilder();
        text.append(
                """
                # What a condition can say

                Printed from the code. How rules are written stands in [typed-rules.md](typed-rules.md).

                | name | type | what |
                | --- | --- | --- |
                """);
        for (Vocabulary.Field name : Vocabulary.NAMES) {
            text.append(
                    "| `%s` | %s | %s |\n".formatted(name.name(), type(name.type()), name.what()));
        }
        for (Vocabulary.Shape shape : Vocabulary.SHAPES) {
            text.append("\n## ").append(shape.name()).append("\n\n");
            boolean kinds = shape.equals(Vocabulary.EFFECT);
            text.append(
                    kinds ? "| field | type | filled by | what |\n" : "| field | type | what |\n");
            text.append(kinds ? "| --- | --- | --- | --- |\n" : "| --- | --- | --- |\n");
            for (Vocabulary.Field field : shape.fields().values()) {
                String by =
                        field.of().isEmpty()
                                ? "all"
                                : field.of().stream().sorted().collect(Collectors.joining(", "));
                text.append("| `%s` | %s | ".formatted(field.name(), type(field.type())))
                        .append(kinds ? by + " | " : "")
                        .append(field.what())
                        .append(" |\n");
            }
        }
        text.append(
                """

                ## Functions and operators

                `==`, `!=`, `<`, `<=`, `>`, `>=`, `&&`, `||`, `!`, `a ? b : c`, `+`, `in`, `list[i]`; `size()`, `startsWith`, `endsWith`, `contains`, `matches`;
                `all`, `exists`, `exists_one`, `filter`, `map` on lists. Of our own:

                | function | what |
                | --- | --- |
                | `text.like(pattern)` | `*` in the pattern stands for any text |
                | `text.lower()` | in lower case |
                | `place.within(directory)` | all that the place can be lies in this absolute directory, links followed |
                | `place.touches(directory)` | something that it can be lies there, is it, or holds it |
                """);
        return text.toString();
    }

    private static String type(Vocabulary.Type type) {
        return switch (type) {
            case Vocabulary.Type.Text() -> "string";
            case Vocabulary.Type.Truth() -> "bool";
            case Vocabulary.Type.Number() -> "int";
            case Vocabulary.Type.Texts() -> "list of string";
            case Vocabulary.Type.One(var shape) -> shape;
            case Vocabulary.Type.Many(var shape) -> "list of " + shape;
        };
    }
}
