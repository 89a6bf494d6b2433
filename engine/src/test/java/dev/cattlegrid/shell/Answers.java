package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// What the tables of this room say of a text: whether `bash -n` takes it, and its simple commands.
final class Answers {
    private Answers() {}

    static List<String> of(String text) {
        var lines = new ArrayList<String>();
        var syntax = Parser.parse(text, Dialect.SYNTAX_ONLY);
        switch (syntax) {
            case Parsed.Broken(var problem, var upToThere) -> {
                lines.add("broken " + at(problem));
                addCommands(lines, upToThere, text);
            }
            case Parsed.Tree(var script) -> {
                switch (Parser.parse(text, Dialect.USUAL)) {
                    case Parsed.Broken(var problem, _) -> {
                        lines.add("valid, but " + at(problem));
                        addCommands(lines, script, text);
                    }
                    case Parsed.Tree(var whole) -> {
                        lines.add("valid");
                        addCommands(lines, whole, text);
                    }
                }
            }
        }
        return lines;
    }

    static boolean isValid(String text) {
        return Parser.parse(text, Dialect.SYNTAX_ONLY) instanceof Parsed.Tree;
    }

    private static String at(Problem problem) {
        return problem.span().start() + "-" + problem.span().end() + " " + shown(problem.what());
    }

    private static void addCommands(List<String> lines, Script script, String text) {
        for (var words : Commands.of(script, text)) {
            var line = new StringJoiner(" | ", "- ", "");
            words.forEach(word -> line.add(shown(word)));
            lines.add(line.toString());
        }
    }

    private static String shown(String text) {
        return text.replace("\\", "\\\\")
                .replace("\n", "\\n")
                .replace("\r", "\\r")
                .replace("\t", "\\t");
    }
}
