package dev.cattlegrid.shell;

import dev.cattlegrid.shell.Redirect.Target.HereDocument;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Prints a tree so that it reads back as the same tree: one command a line, here-documents behind their lines.
public final class Printer {
    private final StringBuilder out = new StringBuilder();
    private final List<Pending> pending = new ArrayList<>();
    private final WordPrinter words;

    private record Pending(HereDocument document, Redirect.Operator operator) {
        boolean isClosed() {
            return document.closed();
        }
    }

    private Printer(boolean inBody) {
        this.words = new WordPrinter(out, inBody);
    }

    public static String print(Script script) {
        var printer = new Printer(false);
        for (int i = 0; i < script.items().size(); i++) {
            var item = script.items().get(i);
            printer.item(item);
            boolean last = i + 1 == script.items().size();
            if (last || printer.pending.stream().allMatch(Pending::isClosed)) {
                printer.newline();
            } else {
                // An open here-document takes everything behind its line.
                printer.out.append(item.background() ? " " : "; ");
            }
        }
        return printer.out.toString();
    }

    /// What stands in `$(...)` or in backquotes: one line, every command ended by `;` or `&`, and the bodies behind it.
    ///
    /// @param inBody whether it stands in the body of a here-document
    static String inSubstitution(Script script, boolean inBody) {
        var printer = new Printer(inBody);
        printer.list(script);
        if (!printer.pending.isEmpty()) {
            printer.newline();
        }
        return printer.out.toString();
    }

    private void newline() {
        out.append('\n');
        for (var next : pending) {
            var document = next.document();
            body(document);
            if (!document.closed()) {
                break;
            }
            String line = Delimiters.line(document.delimiter(), document.quoted());
            boolean stripped = next.operator() == Redirect.Operator.HERE_DOCUMENT_STRIPPED;
            out.append(stripped && !line.startsWith("\t") ? "\t" : "").append(line).append('\n');
        }
        pending.clear();
    }

    /// Only a backslash at the end of the whole text takes a body's last newline away.
    private void body(HereDocument document) {
        int start = out.length();
        words.body(document.body(), document.quoted());
        boolean ended = out.length() == start || out.charAt(out.length() - 1) == '\n';
        out.append(ended ? "" : "\\");
    }

    private void list(Script script) {
        for (var item : script.items()) {
            item(item);
            out.append(item.background() ? " " : "; ");
        }
    }

    private void item(Script.Item item) {
        pipeline(item.list().first());
        for (var next : item.list().rest()) {
            out.append(
                    switch (next.joint()) {
                        case AND -> " && ";
                        case OR -> " || ";
                    });
            pipeline(next.pipeline());
        }
        if (item.background()) {
            out.append(" &");
        }
    }

    private void pipeline(Script.Pipeline pipeline) {
        out.append(
                switch (pipeline.timing()) {
                    case NONE -> "";
                    case TIME -> "time -- ";
                    case TIME_POSIX -> "time -p -- ";
                });
        out.repeat("! ", pipeline.negations());
        for (int i = 0; i < pipeline.commands().size(); i++) {
            if (i > 0) {
                out.append(pipeline.errorsToo().get(i - 1) ? " |& " : " | ");
            }
            command(pipeline.commands().get(i));
        }
    }

    private void command(Command command) {
        switch (command) {
            case Command.Simple simple -> simple(simple);
            case Command.Compound compound -> compound(compound);
            case Command.Function function -> {
                out.append(function.keyword() ? "function " : "").append(function.name());
                out.append(function.keyword() ? " " : "() ");
                compound(function.body());
            }
            case Command.Coproc coproc -> {
                out.append("coproc ");
                coproc.name().ifPresent(name -> out.append(name).append(' '));
                command(coproc.command());
            }
        }
    }

    private record Piece(int start, Runnable print) {}

    /// In the order of the text, for it decides what bash takes a word for.
    private void simple(Command.Simple simple) {
        List<Piece> pieces = new ArrayList<>();
        for (var assignment : simple.assignments()) {
            pieces.add(new Piece(assignment.span().start(), () -> words.assignment(assignment)));
        }
        for (var word : simple.words()) {
            pieces.add(new Piece(word.span().start(), () -> words.word(word)));
        }
        for (var redirect : simple.redirects()) {
            pieces.add(new Piece(redirect.span().start(), () -> redirect(redirect)));
        }
        pieces.sort(Comparator.comparingInt(Piece::start));
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0) {
                out.append(' ');
            }
            pieces.get(i).print().run();
        }
    }

    private void redirect(Redirect redirect) {
        redirect.from()
                .ifPresent(from ->
                        out.append(
                                switch (from) {
                                    case Redirect.Descriptor.Number(int value) ->
                                            Integer.toString(value);
                                    case Redirect.Descriptor.Variable(String name) ->
                                            "{" + name + "}";
                                }));
        out.append(redirect.operator().text()).append(' ');
        switch (redirect.target()) {
            case Redirect.Target.Plain plain -> words.word(plain.word());
            case HereDocument document -> {
                words.word(document.delimiter());
                pending.add(new Pending(document, redirect.operator()));
            }
        }
    }

    private void compound(Command.Compound compound) {
        body(compound.body());
        for (var redirect : compound.redirects()) {
            out.append(' ');
            redirect(redirect);
        }
    }

    private void body(Command.Body body) {
        switch (body) {
            case Command.Body.Group group -> enclosed("{ ", group.list(), "}");
            case Command.Body.Subshell subshell -> enclosed("( ", subshell.list(), ")");
            case Command.Body.If condition -> condition(condition);
            case Command.Body.For loop -> {
                out.append(loop.select() ? "select " : "for ").append(loop.name());
                loop.words()
                        .ifPresent(values -> {
                            out.append(" in");
                            values.forEach(value -> {
                                out.append(' ');
                                words.word(value);
                            });
                        });
                enclosed("; do ", loop.list(), "done");
            }
            case Command.Body.ForArithmetic loop -> {
                out.append("for ((");
                words.word(loop.first());
                out.append(';');
                words.word(loop.condition());
                out.append(';');
                words.word(loop.step());
                enclosed(")); do ", loop.list(), "done");
            }
            case Command.Body.While loop -> {
                enclosed(loop.until() ? "until " : "while ", loop.condition(), "do ");
                enclosed("", loop.list(), "done");
            }
            case Command.Body.Case choice -> choice(choice);
            case Command.Body.Conditional conditional -> {
                out.append("[[ ");
                test(conditional.test());
                out.append(" ]]");
            }
            case Command.Body.Arithmetic arithmetic -> {
                out.append("((");
                words.word(arithmetic.expression());
                out.append("))");
            }
        }
    }

    private void enclosed(String before, Script list, String behind) {
        out.append(before);
        list(list);
        out.append(behind);
    }

    private void condition(Command.Body.If condition) {
        String before = "if ";
        for (var branch : condition.branches()) {
            enclosed(before, branch.condition(), "then ");
            list(branch.then());
            before = "elif ";
        }
        condition.otherwise().ifPresent(otherwise -> enclosed("else ", otherwise, ""));
        out.append("fi");
    }

    private void choice(Command.Body.Case choice) {
        out.append("case ");
        words.word(choice.subject());
        out.append(" in ");
        for (var arm : choice.arms()) {
            String before = "(";
            for (var pattern : arm.patterns()) {
                out.append(before);
                words.word(pattern);
                before = " | ";
            }
            enclosed(") ", arm.list(), "");
            out.append(
                    switch (arm.end()) {
                        case LEAVE -> ";; ";
                        case FALL -> ";& ";
                        case TEST -> ";;& ";
                    });
        }
        out.append("esac");
    }

    private void test(Command.Test test) {
        switch (test) {
            case Command.Test.Lone lone -> words.word(lone.word());
            case Command.Test.Unary unary -> {
                out.append(unary.operator()).append(' ');
                words.word(unary.word());
            }
            case Command.Test.Binary binary -> {
                words.word(binary.left());
                out.append(' ').append(binary.operator()).append(' ');
                words.word(binary.right());
            }
            case Command.Test.Not not -> {
                out.append("! ");
                test(not.test());
            }
            case Command.Test.And and -> both(and.left(), " && ", and.right());
            case Command.Test.Or or -> both(or.left(), " || ", or.right());
            case Command.Test.Nested nested -> {
                out.append("( ");
                test(nested.test());
                out.append(" )");
            }
        }
    }

    private void both(Command.Test left, String joint, Command.Test right) {
        test(left);
        out.append(joint);
        test(right);
    }
}
