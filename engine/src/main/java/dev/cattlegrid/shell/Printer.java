package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Prints a tree so that it reads back as the same tree: one command a line, here-documents behind their lines.
public final class Printer {
    private final StringBuilder out = new StringBuilder();
    private final WordPrinter words = new WordPrinter(out);
    private final List<Redirect.Target.HereDocument> pending = new ArrayList<>();

    private Printer() {}

    public static String print(Script script) {
        var printer = new Printer();
        for (var item : script.items()) {
            printer.item(item);
            printer.newline();
        }
        return printer.out.toString();
    }

    /// On one line where no here-document asks for more, every command ended by `;` or `&`.
    static String inner(Script script) {
        var printer = new Printer();
        printer.list(script);
        return printer.out.toString();
    }

    private void newline() {
        out.append('\n');
        for (var document : pending) {
            words.body(document.body(), document.quoted());
            words.delimiterLine(document.delimiter());
        }
        pending.clear();
    }

    private void list(Script script) {
        for (var item : script.items()) {
            item(item);
            if (!item.background()) {
                out.append(';');
            }
            if (pending.isEmpty()) {
                out.append(' ');
            } else {
                if (!item.background()) {
                    out.setLength(out.length() - 1);
                }
                newline();
            }
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
            case Redirect.Target.HereDocument document -> {
                words.word(document.delimiter());
                pending.add(document);
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
