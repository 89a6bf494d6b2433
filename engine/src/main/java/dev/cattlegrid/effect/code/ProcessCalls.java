package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Invocation;
import dev.cattlegrid.effect.program.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Does what calls say that start programs, send signals or change what the process may do.
record ProcessCalls(Given call) {
    private static final Set<String> READS =
            Set.of(
                    "sh", "bash", "zsh", "dash", "ksh", "ash", "fish", "python", "python3", "node",
                    "perl", "ruby");

    Thing perform(Verb.OfProcesses verb) {
        return switch (verb) {
            case SCRIPT ->
                    started(
                            call.acts()
                                    .opener()
                                    .script(
                                            call.acts().arg(call.at(0)),
                                            List.of(),
                                            call.acts().call()));
            case PROCESS -> process(call.at(0));
            case WORDS ->
                    started(
                            call.acts()
                                    .opener()
                                    .command(
                                            args(
                                                    call.arguments()
                                                            .subList(
                                                                    Math.min(
                                                                            call.row().number(0),
                                                                            call.arguments()
                                                                                    .size()),
                                                                    call.arguments().size())),
                                            call.acts().call()));
            case NAMED_WORDS -> {
                int from = Math.min(call.row().number(0), call.arguments().size());
                var words =
                        new ArrayList<>(
                                args(call.arguments().subList(from, call.arguments().size())));
                if (words.size() > 1) {
                    words.remove(1);
                }
                yield started(call.acts().opener().command(words, call.acts().call()));
            }
            case EXEC -> {
                Thing list = call.at(1);
                var words = new ArrayList<Arg>();
                words.add(call.acts().arg(call.at(0)));
                List<Arg> rest = listArgs(list);
                words.addAll(rest.isEmpty() ? rest : rest.subList(1, rest.size()));
                yield started(call.acts().opener().command(words, call.acts().call()));
            }
            case ARGV -> {
                var words = new ArrayList<Arg>();
                words.add(call.acts().arg(call.at(0)));
                words.addAll(listArgs(call.at(1)));
                boolean shell =
                        call.arguments().stream().anyMatch(each -> each.keys().contains("shell"));
                yield started(
                        shell
                                ? call.acts()
                                        .opener()
                                        .script(line(words), List.of(), call.acts().call())
                                : call.acts()
                                        .opener()
                                        .command(words, told(words, call.acts().call())));
            }
            case COMMAND_OF -> {
                var words = new ArrayList<Arg>();
                words.add(call.acts().arg(call.at(0)));
                Thing options = call.at(1);
                int args = options.keys().lastIndexOf("args");
                if (args >= 0) {
                    words.addAll(listArgs(options.items().get(args)));
                }
                yield started(call.acts().opener().command(words, call.acts().call()));
            }
            case SIGNAL -> {
                if (call.self().is("process")) {
                    yield Thing.derived(call.all());
                }
                String target = call.at(0).is("constant") ? call.at(0).asText().prefix() : "?";
                call.acts()
                        .add(
                                new Effect.Signal(
                                        target.equals("-1") || target.equals("1")
                                                ? Effect.Signal.Whom.ALL
                                                : Effect.Signal.Whom.NAMED,
                                        target,
                                        call.at(1).asText().prefix(),
                                        call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
            case FORK -> {
                call.acts()
                        .unknown(
                                new Gap.Unread(
                                        "what the process that `" + call.name() + "` starts does"),
                                Bound.ANYTHING);
                if (call.machine().isEndless()) {
                    call.acts()
                            .add(
                                    new Effect.Administer(
                                            "processes",
                                            "fork bomb",
                                            "",
                                            Effect.Administer.Gravity.DESTROY,
                                            call.acts().span()));
                }
                yield Thing.derived(Data.NONE);
            }
            case DUP -> {
                Ends.endpointOf(call.all()).ifPresent(call.acts()::handOver);
                yield Thing.derived(call.all());
            }
            case ADMINISTER -> {
                call.acts().unknown(new Gap.Unread("`" + call.name() + "`"), Bound.ANYTHING);
                yield Thing.derived(call.all());
            }
            case ELEVATE -> {
                call.acts()
                        .add(
                                new Effect.Elevate(
                                        call.at(0).asText().prefix(), false, call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
        };
    }

    /// A program and its arguments with blanks between them, as a shell is given them.
    private Arg line(List<Arg> words) {
        Value text = words.getFirst().value();
        Data data = words.getFirst().data();
        for (Arg word : words.subList(1, words.size())) {
            text = Thing.join(Thing.join(text, Value.exact(" ")), word.value());
            data = data.with(word.data());
        }
        return new Arg(text, data, false, call.acts().span());
    }

    private Thing process(Thing command) {
        Thing shell = call.named().get("shell");
        boolean byShell =
                shell != null
                        && !(shell.is("constant")
                                && shell.asText()
                                        .known()
                                        .filter(t ->
                                                t.equals("False")
                                                        || t.equals("None")
                                                        || t.equals("0"))
                                        .isPresent());
        if (call.named().get("executable") instanceof Thing program) {
            call.acts()
                    .include(
                            call.acts()
                                    .opener()
                                    .command(
                                            List.of(call.acts().arg(program)), call.acts().call()));
        }
        Thing given = call.named().get("input");
        Data input =
                given == null
                        ? call.acts().call().stdin()
                        : new Data(given.data().sources(), given.text());
        Invocation from = given == null ? call.acts().call() : call.acts().call().fed(input);
        if (byShell) {
            Thing text =
                    command.is("list") && !command.items().isEmpty()
                            ? command.items().getFirst()
                            : command;
            return started(call.acts().opener().script(call.acts().arg(text), List.of(), from));
        }
        List<Arg> words =
                command.is("list") || command.is("many") ? listArgs(command) : single(command);
        boolean piped = given == null && call.named().containsKey("stdin");
        Outcome outcome = call.acts().opener().command(words, piped ? told(words, from) : from);
        return started(outcome).with(input.changed());
    }

    /// A shell alone does what it is told over its standard input, by code that is not followed so far.
    private static Invocation told(List<Arg> words, Invocation from) {
        boolean alone =
                words.size() == 1
                        && words.getFirst()
                                .text()
                                .filter(name ->
                                        READS.contains(name.substring(name.lastIndexOf('/') + 1)))
                                .isPresent();
        return alone ? from.fed(Data.of(new Source.Program("code"))) : from;
    }

    /// A program given as one text is one word; a list that is not known is any words.
    private List<Arg> single(Thing command) {
        Value value = command.asText();
        boolean split = !command.isText();
        return List.of(new Arg(value, command.data(), split, call.acts().span()));
    }

    private Thing started(Outcome outcome) {
        Data output = call.acts().include(outcome);
        return new Thing(
                "process",
                Value.unknown("what a program prints"),
                output.changed(),
                List.of(),
                List.of(),
                Optional.empty());
    }

    private List<Arg> args(List<Thing> things) {
        return things.stream()
                .filter(each -> !each.is("keyed") && !each.is("environment"))
                .map(call.acts()::arg)
                .toList();
    }

    private List<Arg> listArgs(Thing list) {
        if (list.is("list")) {
            return list.items().stream().map(call.acts()::arg).toList();
        }
        if (list.is("none") || list.is("keyed")) {
            return List.of();
        }
        return List.of(
                new Arg(
                        Value.unknown("a list that the code works out"),
                        list.data(),
                        true,
                        call.acts().span()));
    }
}
