package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Every simple command of a script, those within words, here-documents and arithmetic too, in the order of the text.
public final class Commands {
    private final List<Command.Simple> found = new ArrayList<>();

    private final List<List<String>> written = new ArrayList<>();
    /// The text that is being walked through: the whole one, or what backquotes hold once their backslashes are gone.
    private Cursor text;

    private boolean quoted;

    private Commands(String text) {
        this.text = new Cursor(text.toCharArray(), null, 0, text.length());
    }

    /// The commands' words as the text has them, quotes and all; a command that only assigns or redirects has none
    /// and is left out.
    ///
    /// @param text what the script was read from
    public static List<List<String>> of(Script script, String text) {
        var commands = new Commands(text);
        commands.script(script);
        return List.copyOf(commands.written);
    }

    /// An outer command comes before those in its words; a here-document counts where its operator stands.
    public static List<Command.Simple> in(Script script) {
        var commands = new Commands("");
        commands.script(script);
        return List.copyOf(commands.found);
    }

    private void script(Script script) {
        for (var item : script.items()) {
            pipeline(item.list().first());
            for (var next : item.list().rest()) {
                pipeline(next.pipeline());
            }
        }
    }

    private void pipeline(Script.Pipeline pipeline) {
        pipeline.commands().forEach(this::command);
    }

    private void command(Command command) {
        switch (command) {
            case Command.Simple simple -> simple(simple);
            case Command.Compound compound -> {
                body(compound.body());
                compound.redirects().forEach(this::redirect);
            }
            case Command.Function function -> command(function.body());
            case Command.Coproc coproc -> command(coproc.command());
        }
    }

    private record Piece(int start, Runnable visit) {}

    private void simple(Command.Simple simple) {
        found.add(simple);
        if (!simple.words().isEmpty()) {
            written.add(simple.words().stream().map(word -> text.written(word.span())).toList());
        }
        List<Piece> pieces = new ArrayList<>();
        for (var assignment : simple.assignments()) {
            pieces.add(new Piece(assignment.span().start(), () -> assignment(assignment)));
        }
        for (var word : simple.words()) {
            pieces.add(new Piece(word.span().start(), () -> word(word)));
        }
        for (var redirect : simple.redirects()) {
            pieces.add(new Piece(redirect.span().start(), () -> redirect(redirect)));
        }
        pieces.sort(Comparator.comparingInt(Piece::start));
        pieces.forEach(piece -> piece.visit().run());
    }

    private void assignment(Assignment assignment) {
        assignment.subscript().ifPresent(this::word);
        switch (assignment.value()) {
            case Assignment.Value.Scalar scalar -> word(scalar.word());
            case Assignment.Value.Array array -> elements(array.elements());
        }
    }

    private void elements(List<Assignment.Element> elements) {
        for (var element : elements) {
            element.subscript().ifPresent(this::word);
            word(element.word());
        }
    }

    private void redirect(Redirect redirect) {
        switch (redirect.target()) {
            case Redirect.Target.Plain plain -> word(plain.word());
            case Redirect.Target.HereDocument document -> word(document.body());
        }
    }

    private void body(Command.Body body) {
        switch (body) {
            case Command.Body.Group group -> script(group.list());
            case Command.Body.Subshell subshell -> script(subshell.list());
            case Command.Body.If condition -> {
                for (var branch : condition.branches()) {
                    script(branch.condition());
                    script(branch.then());
                }
                condition.otherwise().ifPresent(this::script);
            }
            case Command.Body.For loop -> {
                loop.words().ifPresent(this::words);
                script(loop.list());
            }
            case Command.Body.ForArithmetic loop -> {
                words(List.of(loop.first(), loop.condition(), loop.step()));
                script(loop.list());
            }
            case Command.Body.While loop -> {
                script(loop.condition());
                script(loop.list());
            }
            case Command.Body.Case choice -> {
                word(choice.subject());
                for (var arm : choice.arms()) {
                    words(arm.patterns());
                    script(arm.list());
                }
            }
            case Command.Body.Conditional conditional -> test(conditional.test());
            case Command.Body.Arithmetic arithmetic ->
                    quoted(true, () -> word(arithmetic.expression()));
        }
    }

    private void test(Command.Test test) {
        switch (test) {
            case Command.Test.Lone lone -> word(lone.word());
            case Command.Test.Unary unary -> word(unary.word());
            case Command.Test.Binary binary -> words(List.of(binary.left(), binary.right()));
            case Command.Test.Not not -> test(not.test());
            case Command.Test.And and -> {
                test(and.left());
                test(and.right());
            }
            case Command.Test.Or or -> {
                test(or.left());
                test(or.right());
            }
            case Command.Test.Nested nested -> test(nested.test());
        }
    }

    private void words(List<Word> words) {
        words.forEach(this::word);
    }

    private void word(Word word) {
        word.parts().forEach(this::part);
    }

    private void part(Part part) {
        switch (part) {
            case Part.DoubleQuoted around -> quoted(true, () -> around.parts().forEach(this::part));
            case Part.Parameter parameter -> {
                parameter.subscript().ifPresent(this::word);
                operation(parameter.operation());
            }
            case Part.CommandSubstitution substitution -> substitution(substitution);
            case Part.ArithmeticExpansion arithmetic ->
                    quoted(true, () -> word(arithmetic.expression()));
            case Part.ProcessSubstitution substitution -> script(substitution.script());
            case Part.BraceList braces -> words(braces.alternatives());
            case Part.ExtendedGlob glob -> words(glob.alternatives());
            case Part.ArrayValue array -> elements(array.elements());
            case Part.Literal _, Part.Escaped _, Part.SingleQuoted _, Part.AnsiQuoted _ -> {}
            case Part.Tilde _, Part.BraceRange _ -> {}
        }
    }

    private void substitution(Part.CommandSubstitution substitution) {
        if (substitution.style() == Part.CommandSubstitution.Style.PARENTHESES || text.end == 0) {
            quoted(false, () -> script(substitution.script()));
            return;
        }
        var around = text;
        text = around.inBackquotes(substitution.span(), quoted);
        quoted(false, () -> script(substitution.script()));
        text = around;
    }

    private void quoted(boolean now, Runnable walk) {
        boolean before = quoted;
        quoted = now;
        walk.run();
        quoted = before;
    }

    private void operation(Part.Operation operation) {
        switch (operation) {
            case Part.Operation.Fallback fallback -> word(fallback.word());
            case Part.Operation.Trim trim -> quoted(false, () -> word(trim.pattern()));
            case Part.Operation.Replace replace -> {
                quoted(false, () -> word(replace.pattern()));
                replace.replacement().ifPresent(word -> quoted(false, () -> word(word)));
            }
            case Part.Operation.Substring substring -> {
                quoted(true, () -> word(substring.offset()));
                substring.length().ifPresent(word -> quoted(true, () -> word(word)));
            }
            case Part.Operation.Fold fold ->
                    fold.pattern().ifPresent(word -> quoted(false, () -> word(word)));
            case Part.Operation.Plain _, Part.Operation.Length _ -> {}
            case Part.Operation.Transform _, Part.Operation.Names _ -> {}
        }
    }
}
