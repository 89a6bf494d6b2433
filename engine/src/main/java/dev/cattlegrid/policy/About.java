package dev.cattlegrid.policy;

import dev.cattlegrid.call.Origin.Mode;
import java.util.ArrayList;
import java.util.List;

/// The page of a rule: what `explain` prints, what the docs hold, and what the tests try.
///
/// @param name what the rule looks for: `secret-leaves`
/// @param title one sentence
/// @param page the whole text, in Markdown
public record About(String name, String title, Group group, String page, List<Example> examples) {
    public About {
        examples = List.copyOf(examples);
    }

    /// @param earlier a command that the same session tried before; empty where none matters
    /// @param said what the person said before, after the earlier command; empty where they said nothing
    /// @param mode in which it is tried
    /// @param told what a tool gave back before everything else; empty where it gave back nothing that matters
    /// @param command a shell command, judged in the assumed world
    public record Example(
            Verdict verdict, String earlier, String said, Mode mode, String told, String command) {
        public Example(Verdict verdict, String earlier, String said, Mode mode, String command) {
            this(verdict, earlier, said, mode, "", command);
        }

        private static final String AFTER = "[after ";
        private static final String SAID = "[said ";
        private static final String TOLD = "[told ";
        private static final String IN = "[in ";

        /// Reads `command`, which `[after earlier]`, `[said "words"]`, `[told "text"]` and `[in mode]` may stand before.
        public static Example of(Verdict verdict, String text) {
            int end = text.indexOf("] ");
            if (end > 0 && text.startsWith(AFTER)) {
                Example rest = of(verdict, text.substring(end + 2));
                String earlier = text.substring(AFTER.length(), end);
                return new Example(verdict, earlier, rest.said, rest.mode, rest.told, rest.command);
            }
            if (end > 0 && text.startsWith(SAID)) {
                Example rest = of(verdict, text.substring(end + 2));
                String words = text.substring(SAID.length(), end).replace("\"", "");
                return new Example(
                        verdict, rest.earlier, words, rest.mode, rest.told, rest.command);
            }
            if (end > 0 && text.startsWith(TOLD)) {
                Example rest = of(verdict, text.substring(end + 2));
                String told = text.substring(TOLD.length(), end).replace("\"", "");
                return new Example(verdict, rest.earlier, rest.said, rest.mode, told, rest.command);
            }
            if (end > 0 && text.startsWith(IN)) {
                Example rest = of(verdict, text.substring(end + 2));
                Mode mode = Mode.named(text.substring(IN.length(), end)).orElseThrow();
                return new Example(verdict, rest.earlier, rest.said, mode, rest.told, rest.command);
            }
            return new Example(verdict, "", "", Mode.AUTO, text);
        }

        /// As it is written on a page: what [#of] reads.
        public String text() {
            return (told.isEmpty() ? "" : TOLD + '"' + told + "\"] ")
                    + (earlier.isEmpty() ? "" : AFTER + earlier + "] ")
                    + (said.isEmpty() ? "" : SAID + '"' + said + "\"] ")
                    + (mode == Mode.AUTO ? "" : IN + mode.text() + "] ")
                    + command;
        }
    }

    /// An example with the characters that it names: a backslash, `u`, and its number in braces, since a page should not hold what it warns of.
    private static String spelled(String command) {
        int at = command.indexOf("\\u{");
        int end = at < 0 ? -1 : command.indexOf('}', at);
        if (end < 0) {
            return command;
        }
        String character = Character.toString(Integer.parseInt(command.substring(at + 3, end), 16));
        return command.substring(0, at) + character + spelled(command.substring(end + 1));
    }

    /// The groups of the reference system, and the gate's own.
    public enum Group {
        DESTROY_OR_LEAK("destroy or leak"),
        WEAKEN_SECURITY("weaken security"),
        CROSS_A_TRUST_BOUNDARY("cross a trust boundary"),
        GO_ROUND_REVIEW("go round review or hit others"),
        GUARD_THE_GATE("guard the gate");

        private final String text;

        Group(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /// Reads a page: its first line is `# name: title`; lines `deny:`, `ask:` or `allow:` are its examples.
    ///
    /// @throws IllegalArgumentException if it has no such first line or lacks an example on either side
    public static About of(Group group, String page) {
        String first = page.lines().findFirst().orElse("");
        int colon = first.indexOf(": ");
        if (!first.startsWith("# ") || colon < 0) {
            throw new IllegalArgumentException(
                    "a rule's page begins with `# name: title`, not with " + first);
        }
        var examples = new ArrayList<Example>();
        page.lines()
                .forEach(line -> {
                    for (Verdict verdict : Verdict.values()) {
                        String mark = verdict.text() + ":";
                        if (line.startsWith(mark)) {
                            String command = line.substring(mark.length()).strip();
                            examples.add(Example.of(verdict, spelled(command)));
                        }
                    }
                });
        String name = first.substring(2, colon);
        boolean bothSides =
                examples.stream().anyMatch(e -> e.verdict() == Verdict.ALLOW)
                        && examples.stream().anyMatch(e -> e.verdict() != Verdict.ALLOW);
        if (!bothSides) {
            throw new IllegalArgumentException(
                    "the page of " + name + " needs an example on either side");
        }
        return new About(name, first.substring(colon + 2), group, page, examples);
    }
}
