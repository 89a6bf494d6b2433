package dev.cattlegrid.shell;

import java.util.ArrayList;
import java.util.List;

/// Where another shell does something else than bash with the same text.
///
/// What dash does is tried out by a test; what zsh does is taken from its manual (zsh 5.9, zshmisc(1), zshexpn(1)).
public final class OtherShells {
    private final List<Difference> found = new ArrayList<>();

    private OtherShells() {}

    public enum Shell {
        /// `/bin/sh` of Debian and Ubuntu; a strict POSIX shell in any case.
        DASH,
        ZSH
    }

    /// @param refused whether the other shell does not take the text at all
    /// @param what one lower-case sentence without a full stop
    public record Difference(Span span, boolean refused, String what) {}

    /// In the order of the text; empty when both shells read the same.
    public static List<Difference> in(Script script, Shell shell) {
        var others = new OtherShells();
        Nodes.walk(
                script,
                node -> {
                    switch (shell) {
                        case DASH -> others.dash(node);
                        case ZSH -> others.zsh(node);
                    }
                });
        return List.copyOf(others.found);
    }

    private void reads(Span span, String what) {
        found.add(new Difference(span, false, what));
    }

    private void refuses(Span span, String what) {
        found.add(new Difference(span, true, what));
    }

    private void dash(Record node) {
        switch (node) {
            case Command.Compound compound -> dash(compound);
            case Command.Function function when function.keyword() ->
                    refuses(function.span(), "`function` is no keyword");
            case Command.Coproc coproc -> reads(coproc.span(), "`coproc` is a program's name");
            case Script.Pipeline pipeline -> dash(pipeline);
            case Assignment assignment -> dash(assignment);
            case Redirect redirect -> dash(redirect);
            case Part.ProcessSubstitution part ->
                    refuses(part.span(), "there is no process substitution");
            case Part.ArrayValue part -> refuses(part.span(), "there are no arrays");
            case Part.AnsiQuoted part ->
                    reads(
                            part.span(),
                            "the dollar before the quotes is plain, and escapes are not resolved");
            case Part.DoubleQuoted part when part.translated() ->
                    reads(part.span(), "the dollar before the quotes is plain");
            case Part.BraceList part -> reads(part.span(), "braces are not expanded");
            case Part.BraceRange part -> reads(part.span(), "braces are not expanded");
            case Part.Parameter part -> dash(part);
            default -> {}
        }
    }

    private void dash(Command.Compound compound) {
        var span = compound.span();
        switch (compound.body()) {
            case Command.Body.Conditional _ ->
                    reads(span, "`[[` is a program's name, and what follows are its arguments");
            case Command.Body.Arithmetic _ -> reads(span, "`((` opens two subshells");
            case Command.Body.ForArithmetic _ -> refuses(span, "`for ((` is not known");
            case Command.Body.For loop when loop.select() ->
                    refuses(span, "`select` is no keyword");
            case Command.Body.Case choice
                    when choice.arms().stream()
                            .anyMatch(arm -> arm.end() != Command.Body.Case.End.LEAVE) ->
                    refuses(span, "`;&` and `;;&` are not known");
            default -> {}
        }
    }

    private void dash(Script.Pipeline pipeline) {
        if (pipeline.errorsToo().contains(true)) {
            refuses(pipeline.span(), "`|&` is not known");
        }
        if (pipeline.timing() != Script.Timing.NONE) {
            reads(pipeline.span(), "`time` is a program's name");
        }
        if (pipeline.negations() > 1) {
            refuses(pipeline.span(), "`!` stands only once");
        }
    }

    private void dash(Assignment assignment) {
        if (assignment.value() instanceof Assignment.Value.Array) {
            refuses(assignment.span(), "there are no arrays");
        } else if (assignment.append() || assignment.subscript().isPresent()) {
            reads(assignment.span(), "it is no assignment but a program's name");
        }
    }

    private void dash(Redirect redirect) {
        var span = redirect.span();
        if (redirect.from().filter(Redirect.Descriptor.Variable.class::isInstance).isPresent()) {
            reads(span, "what stands in braces is a word of the command");
        }
        switch (redirect.operator()) {
            case BOTH ->
                    reads(
                            span,
                            "`&` runs what stands before it in the background, and `>` is a redirection by itself");
            case BOTH_APPEND ->
                    reads(
                            span,
                            "`&` runs what stands before it in the background, and `>>` is a redirection by itself");
            case HERE_STRING -> refuses(span, "`<<<` is not known");
            case DUPLICATE_OUT -> {
                if (redirect.target() instanceof Redirect.Target.Plain(var word)
                        && !isDescriptor(word)) {
                    reads(span, "a file's name is no descriptor: the command fails as it runs");
                }
            }
            default -> {}
        }
    }

    private void dash(Part.Parameter part) {
        boolean posix =
                part.subscript().isEmpty()
                        && !part.indirect()
                        && switch (part.operation()) {
                            case Part.Operation.Plain _,
                                    Part.Operation.Length _,
                                    Part.Operation.Fallback _,
                                    Part.Operation.Trim _ ->
                                    true;
                            default -> false;
                        };
        if (!posix) {
            reads(part.span(), "the expansion is not known: the command fails as it runs");
        }
    }

    private void zsh(Record node) {
        switch (node) {
            case Command.Simple simple -> zsh(simple);
            case Command.Coproc coproc ->
                    reads(coproc.span(), "a coprocess has no name: the command is the whole rest");
            case Script.Pipeline pipeline -> zsh(pipeline);
            case Part.BraceRange part ->
                    reads(
                            part.span(),
                            "a range is expanded only where its limits are numbers or single characters");
            default -> {}
        }
    }

    private void zsh(Command.Simple simple) {
        for (var word : simple.words()) {
            zsh(word);
        }
        if (simple.words().isEmpty() && simple.assignments().isEmpty()) {
            reads(simple.span(), "a redirection by itself runs `cat` or a pager");
        }
        if (writesTwice(simple.redirects())) {
            reads(simple.span(), "several outputs of one descriptor are all written");
        }
        if (!simple.words().isEmpty()
                && isOwnWord(simple.words().getFirst().literal().orElse(""))) {
            reads(
                    simple.words().getFirst().span(),
                    "it is a reserved word or a modifier of the command behind it");
        }
    }

    private void zsh(Word word) {
        if (word.parts().isEmpty()) {
            return;
        }
        for (var part : word.parts()) {
            if (part instanceof Part.Parameter parameter) {
                reads(
                        parameter.span(),
                        "the value is one word, neither split nor expanded; of an array it is all of it");
            }
        }
        if (word.parts().getFirst() instanceof Part.Literal literal) {
            String text = literal.text();
            if (text.startsWith("=") && text.length() > 1) {
                reads(literal.span(), "`=name` stands for the path of the program");
            }
        }
        if (word.parts().stream().anyMatch(OtherShells::hasGlob)) {
            reads(word.span(), "a pattern without a match is an error");
        }
    }

    private void zsh(Script.Pipeline pipeline) {
        if (pipeline.negations() > 1) {
            refuses(pipeline.span(), "`!` stands only once");
        }
    }

    private static boolean writesTwice(List<Redirect> redirects) {
        var outputs =
                redirects.stream()
                        .filter(redirect ->
                                switch (redirect.operator()) {
                                    case OUT, APPEND, CLOBBER, BOTH, BOTH_APPEND, DUPLICATE_OUT ->
                                            true;
                                    default -> false;
                                })
                        .map(Redirect::from)
                        .toList();
        return outputs.stream().distinct().count() < outputs.size();
    }

    private static boolean isDescriptor(Word word) {
        String text = word.literal().orElse("");
        return text.equals("-") || !text.isEmpty() && text.chars().allMatch(Chars::isDigit);
    }

    private static boolean hasGlob(Part part) {
        return part instanceof Part.Literal literal
                && literal.text().chars().anyMatch(c -> c == '*' || c == '?' || c == '[');
    }

    private static boolean isOwnWord(String name) {
        return switch (name) {
            case "-", "builtin", "end", "foreach", "nocorrect", "noglob", "repeat" -> true;
            default -> false;
        };
    }
}
