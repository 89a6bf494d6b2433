package dev.cattlegrid;

import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Redirect;
import dev.cattlegrid.shell.Script;
import dev.cattlegrid.shell.Span;
import dev.cattlegrid.shell.Word;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// A text and the simple commands in it, outside of expansions and here-documents, each of which can be written anew.
record SimpleCommands(String text, List<Command.Simple> commands, boolean defines) {
    /// Empty where the text is broken.
    static Optional<SimpleCommands> of(String text) {
        return switch (Parser.parse(text)) {
            case Parsed.Broken _ -> Optional.empty();
            case Parsed.Tree(var script) -> {
                var found = new Found(new ArrayList<>());
                found.script(script);
                found.commands.sort(
                        (one, other) -> Integer.compare(one.span().start(), other.span().start()));
                boolean defines = text.contains("alias ") || text.contains("()") || found.defines;
                yield Optional.of(new SimpleCommands(text, found.commands, defines));
            }
        };
    }

    /// The text with each simple command changed that can be.
    ///
    /// @param change what its span is replaced by
    Optional<String> each(Function<Command.Simple, Optional<String>> change) {
        var whole = new StringBuilder(text);
        boolean changed = false;
        for (Command.Simple command : commands.reversed()) {
            Optional<String> other = change.apply(command);
            if (other.isPresent()) {
                whole.replace(command.span().start(), command.span().end(), other.get());
                changed = true;
            }
        }
        return changed ? Optional.of(whole.toString()) : Optional.empty();
    }

    /// The same, with words of each command replaced.
    Optional<String> words(Function<Command.Simple, List<Optional<String>>> change) {
        return each(command -> {
            var piece = new StringBuilder(command.span().of(text));
            List<Optional<String>> other = change.apply(command);
            for (int i = Math.min(other.size(), command.words().size()) - 1; i >= 0; i--) {
                Span span = command.words().get(i).span();
                int from = span.start() - command.span().start();
                other.get(i).ifPresent(word -> piece.replace(from, from + span.length(), word));
            }
            return other.stream().anyMatch(Optional::isPresent)
                    ? Optional.of(piece.toString())
                    : Optional.empty();
        });
    }

    /// What all words of a command stand for, if that is known without expanding anything.
    static Optional<List<String>> literals(Command.Simple command) {
        List<Optional<String>> all = command.words().stream().map(Word::literal).toList();
        return !all.isEmpty() && all.stream().allMatch(Optional::isPresent)
                ? Optional.of(all.stream().map(Optional::orElseThrow).toList())
                : Optional.empty();
    }

    static Optional<String> name(Command.Simple command) {
        return command.words().isEmpty() ? Optional.empty() : command.words().getFirst().literal();
    }

    private static final class Found {
        private final List<Command.Simple> commands;
        private boolean defines;

        Found(List<Command.Simple> commands) {
            this.commands = commands;
        }

        void script(Script script) {
            for (Script.Item item : script.items()) {
                item.list().first().commands().forEach(this::command);
                item.list()
                        .rest()
                        .forEach(next -> next.pipeline().commands().forEach(this::command));
            }
        }

        private void command(Command command) {
            switch (command) {
                case Command.Simple simple -> {
                    boolean plain =
                            simple.redirects().stream()
                                    .noneMatch(each ->
                                            each.target() instanceof Redirect.Target.HereDocument);
                    if (plain) {
                        commands.add(simple);
                    }
                }
                case Command.Compound(var body, _, _) -> body(body);
                case Command.Function _ -> defines = true;
                case Command.Coproc _ -> {}
            }
        }

        private void body(Command.Body body) {
            switch (body) {
                case Command.Body.Group(var list) -> script(list);
                case Command.Body.Subshell(var list) -> script(list);
                case Command.Body.If(var branches, var otherwise) -> {
                    branches.forEach(branch -> {
                        script(branch.condition());
                        script(branch.then());
                    });
                    otherwise.ifPresent(this::script);
                }
                case Command.Body.For(_, _, var list, _) -> script(list);
                case Command.Body.ForArithmetic(_, _, _, var list) -> script(list);
                case Command.Body.While(var condition, var list, _) -> {
                    script(condition);
                    script(list);
                }
                case Command.Body.Case(_, var arms) -> arms.forEach(arm -> script(arm.list()));
                case Command.Body.Conditional _, Command.Body.Arithmetic _ -> {}
            }
        }
    }
}
