package dev.cattlegrid.policy.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import dev.cattlegrid.cases.Checkout;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Rule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The pages in `docs/rules` are printed from the rules; `-Dcases=write` prints them anew and still fails.
class RuleDocsTest {
    @Test
    void pagesAreThoseOfTheRules() throws IOException {
        Path folder = Checkout.file("docs/rules");
        Map<String, String> printed = pages();
        Map<String, String> there = read(folder);
        if (!printed.equals(there) && "write".equals(System.getProperty("cases"))) {
            write(folder, printed, there);
            fail("docs/rules was written anew; look at the difference");
        }
        assertEquals(printed, there, "print docs/rules anew with -Dcases=write");
    }

    private static Map<String, String> pages() {
        var pages = new TreeMap<String, String>();
        pages.put("README.md", overview());
        for (Rule rule : Rules.all()) {
            pages.put(rule.about().name() + ".md", page(rule));
        }
        return pages;
    }

    private static String overview() {
        var text = new StringBuilder();
        text.append("# Rules\n\n");
        text.append(
                "The built-in rules, printed from the code. `hard`: refused, and nothing clears it.");
        text.append(" `soft`: refused, unless an exception or the\n");
        text.append("user's own words clear it. `ask`: a person is asked.\n");
        for (About.Group group : About.Group.values()) {
            text.append("\n## ").append(capital(group.text())).append("\n\n");
            text.append("| rule | strength | what it looks for |\n| --- | --- | --- |\n");
            for (Rule rule : Rules.all()) {
                About about = rule.about();
                if (about.group() == group) {
                    text.append(
                            "| [%s](%s.md) | %s | %s |\n"
                                    .formatted(
                                            about.name(),
                                            about.name(),
                                            strength(rule),
                                            about.title()));
                }
            }
        }
        return text.toString();
    }

    private static String page(Rule rule) {
        About about = rule.about();
        var text = new StringBuilder();
        var examples = new StringBuilder();
        for (String line : about.page().strip().lines().toList()) {
            boolean example =
                    line.startsWith("allow:")
                            || line.startsWith("ask:")
                            || line.startsWith("deny:");
            (example ? examples : text).append(line).append('\n');
            if (line.startsWith("# ")) {
                text.append("\nStrength: `")
                        .append(strength(rule))
                        .append("`. Group: ")
                        .append(about.group().text())
                        .append(".\n");
            }
        }
        return text.toString().stripTrailing() + "\n\n```\n" + examples + "```\n";
    }

    private static String strength(Rule rule) {
        return rule.strength().name().toLowerCase(Locale.ROOT);
    }

    private static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    private static Map<String, String> read(Path folder) throws IOException {
        var texts = new TreeMap<String, String>();
        if (!Files.isDirectory(folder)) {
            return texts;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static void write(Path folder, Map<String, String> printed, Map<String, String> there)
            throws IOException {
        Files.createDirectories(folder);
        for (String name : there.keySet()) {
            if (!printed.containsKey(name)) {
                Files.delete(folder.resolve(name));
            }
        }
        for (var page : printed.entrySet()) {
            Files.writeString(folder.resolve(page.getKey()), page.getValue());
        }
    }
}
