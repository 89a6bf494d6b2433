package dev.cattlegrid.effect.walk;

import dev.cattlegrid.call.ShellState.Dialect;
import dev.cattlegrid.shell.Assignment;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Command.Body;
import dev.cattlegrid.shell.Part;
import dev.cattlegrid.shell.Redirect;
import dev.cattlegrid.shell.Word;
import java.util.List;
import java.util.Optional;

/// Where another shell reads a text differently from bash: the table in `docs/shell-dialects.md`.
final class Dialects {
    private Dialects() {}

    /// What of a command, without what it holds in lists of its own, the shell may read in another way.
    static Optional<String> differs(Command command, Dialect dialect) {
        return switch (dialect) {
            case BASH, FISH, POWERSHELL, CMD -> Optional.empty();
            case ZSH -> zsh(command);
            case SH, DASH -> plain(command);
        };
    }

    private static Optional<String> zsh(Command command) {
        if (!(command instanceof Command.Simple simple)) {
            return Optional.empty();
        }
        boolean alias =
                simple.words().size() > 1
                        && isOneOf(simple.words().getFirst(), "alias")
                        && simple.words().stream().anyMatch(word -> isOneOf(word, "-g", "-s"));
        if (alias) {
            return Optional.of("zsh expands this alias anywhere in a command");
        }
        for (Word word : simple.words()) {
            if (!word.parts().isEmpty()
                    && word.parts().getFirst() instanceof Part.Literal(var text, _)
                    && text.length() > 1
                    && text.charAt(0) == '='
                    && Character.isLetter(text.charAt(1))) {
                return Optional.of("zsh puts a program's path in the place of `=name`");
            }
        }
        return words(simple, Dialects::zsh);
    }

    private static Optional<String> zsh(Part part) {
        return switch (part) {
            case Part.ExtendedGlob _ -> Optional.of("zsh may run what stands in a glob qualifier");
            case Part.Parameter parameter ->
                    parameter
                            .subscript()
                            .flatMap(Word::literal)
                            .filter(text -> !text.isEmpty() && Character.isDigit(text.charAt(0)))
                            .map(_ -> "zsh counts elements from one");
            default -> Optional.empty();
        };
    }

    private static Optional<String> plain(Command command) {
        return switch (command) {
            case Command.Coproc _ -> Optional.of("sh has no `coproc`");
            case Command.Function function ->
                    function.keyword() ? Optional.of("sh has no `function`") : Optional.empty();
            case Command.Compound compound -> plain(compound.body());
            case Command.Simple simple -> {
                for (Redirect redirect : simple.redirects()) {
                    switch (redirect.operator()) {
                        case BOTH, BOTH_APPEND -> {
                            yield Optional.of("sh reads `&>` as `&` and `>`");
                        }
                        case HERE_STRING -> {
                            yield Optional.of("sh has no `<<<`");
                        }
                        default -> {}
                    }
                }
                for (Assignment assignment : simple.assignments()) {
                    if (assignment.append()
                            || assignment.subscript().isPresent()
                            || assignment.value() instanceof Assignment.Value.Array) {
                        yield Optional.of("sh has no arrays and no `+=`");
                    }
                }
                yield words(simple, Dialects::plain);
            }
        };
    }

    private static Optional<String> plain(Body body) {
        return switch (body) {
            case Body.Conditional _ -> Optional.of("sh has no `[[`");
            case Body.Arithmetic _, Body.ForArithmetic _ ->
                    Optional.of("sh reads `((` as two subshells");
            case Body.Group _, Body.Subshell _, Body.If _, Body.For _, Body.While _, Body.Case _ ->
                    Optional.empty();
        };
    }

    private static Optional<String> plain(Part part) {
        return switch (part) {
            case Part.AnsiQuoted _ -> Optional.of("sh leaves `$` before a quote as it stands");
            case Part.ProcessSubstitution _ -> Optional.of("sh has no `<( )`");
            case Part.BraceList _, Part.BraceRange _ -> Optional.of("sh leaves braces as they are");
            case Part.ExtendedGlob _ -> Optional.of("sh has no extended patterns");
            case Part.Parameter(_, var subscript, boolean indirect, _, var operation, _) ->
                    subscript.isPresent()
                                    || indirect
                                    || operation instanceof Part.Operation.Replace
                                    || operation instanceof Part.Operation.Substring
                                    || operation instanceof Part.Operation.Fold
                                    || operation instanceof Part.Operation.Transform
                            ? Optional.of("sh does not know this form of `${ }`")
                            : Optional.empty();
            default -> Optional.empty();
        };
    }

    private interface Look {
        Optional<String> at(Part part);
    }

    private static Optional<String> words(Command.Simple simple, Look look) {
        for (Word word : simple.words()) {
            Optional<String> found = parts(word.parts(), look);
            if (found.isPresent()) {
                return found;
            }
        }
        for (Assignment assignment : simple.assignments()) {
            if (assignment.value() instanceof Assignment.Value.Scalar(var word)) {
                Optional<String> found = parts(word.parts(), look);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        for (Redirect redirect : simple.redirects()) {
            if (redirect.target() instanceof Redirect.Target.Plain(var word)) {
                Optional<String> found = parts(word.parts(), look);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<String> parts(List<Part> parts, Look look) {
        for (Part part : parts) {
            Optional<String> found =
                    part instanceof Part.DoubleQuoted(var inner, _, _)
                            ? parts(inner, look)
                            : look.at(part);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static boolean isOneOf(Word word, String... texts) {
        return word.literal().filter(List.of(texts)::contains).isPresent();
    }
}
