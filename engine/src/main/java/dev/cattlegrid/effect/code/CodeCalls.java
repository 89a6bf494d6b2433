package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.shell.Command;
import dev.cattlegrid.shell.Parsed;
import dev.cattlegrid.shell.Parser;
import dev.cattlegrid.shell.Word;
import java.util.List;
import java.util.Optional;

/// Does what calls say that only turn values into values, and those that read more code: eval, import, attributes by name.
record CodeCalls(Given call) {
    Thing perform(Verb.OfCode verb) {
        return switch (verb) {
            case PURE -> Thing.derived(call.all());
            case DERIVED -> Thing.derived(call.at(0).data().with(call.all()));
            case SAME -> {
                Thing thing = call.at(0);
                yield thing.isText()
                                || thing.is("socket")
                                || thing.is("database")
                                || thing.is("server")
                                || thing.is("file")
                        ? thing
                        : Thing.of("text", thing.asText(), thing.data());
            }
            case WRITEFD -> {
                call.acts().print(call.at(1).data());
                yield Thing.derived(Data.NONE);
            }
            case SPLIT -> split(call.at(0));
            case CHARACTER ->
                    call.at(0)
                            .asText()
                            .known()
                            .filter(digits -> digits.matches("[0-9]{1,6}"))
                            .map(Integer::parseInt)
                            .filter(Character::isValidCodePoint)
                            .map(code -> Thing.text(Character.toString(code)))
                            .orElseGet(() -> Thing.of("text", call.all()));
            case BASE64 -> decoded(call.at(0).text().flatMap(Decoded::base64));
            case HEXADECIMAL -> decoded(call.at(0).text().flatMap(Decoded::hexadecimal));
            case FIRST -> call.at(0);
            case FEED -> Thing.derived(call.all());
            case ENV ->
                    call.acts()
                            .variable(call.at(0))
                            .with(
                                    call.arguments().size() > 1
                                            ? call.arguments().get(1).data()
                                            : Data.NONE);
            case ENVIRONMENT -> Thing.of("keyed", Data.of(new Source.Environment()));
            case MAKE ->
                    new Thing(
                            call.row().gives(),
                            call.arguments().isEmpty()
                                    ? Value.exact("")
                                    : call.arguments().getFirst().asText(),
                            call.all(),
                            List.of(),
                            List.of(),
                            Optional.empty());
            case ADDSELF -> Thing.derived(call.all());
            case LOAD -> {
                call.acts()
                        .unknown(
                                new Gap.Unread(
                                        "what `" + call.name() + "` loads, which can run anything"),
                                Bound.ANYTHING);
                yield Thing.derived(call.all());
            }
            case UNREAD -> {
                call.acts().unknown(new Gap.Unread("`" + call.name() + "`"), Bound.ANYTHING);
                yield Thing.derived(call.all());
            }
            case EVAL -> {
                Thing code = call.at(0);
                if (code.text().isPresent()
                        && !call.name().startsWith("runpy")
                        && code.text().get().length() < 65_536) {
                    call.machine().run(code.text().get());
                } else {
                    fetched(code.data());
                    call.acts()
                            .unknown(
                                    new Gap.Unread("the code that `" + call.name() + "` runs"),
                                    Bound.ANYTHING);
                }
                yield Thing.derived(call.all());
            }
            case IMPORT -> {
                Thing module = call.at(0);
                if (module.text().isEmpty()) {
                    call.acts()
                            .unknown(
                                    new Gap.Unread("a module whose name the code works out"),
                                    Bound.ANYTHING);
                    yield Thing.of("unclear");
                }
                call.machine().value(new Node.Import(module.text().get(), "", "imported here"));
                yield call.machine().value(new Node.Name("imported here"));
            }
            case GETATTR -> {
                Thing member = call.at(1);
                if (member.text().isEmpty()) {
                    boolean harmless =
                            call.self().is("opaque")
                                    || call.at(0).is("opaque")
                                    || call.at(0).type().startsWith("user:")
                                    || call.at(0).is("foreign");
                    if (!harmless) {
                        call.acts()
                                .unknown(
                                        new Gap.UnknownValue(
                                                "an attribute whose name the code works out"),
                                        Bound.ANYTHING);
                        yield Thing.of("unclear");
                    }
                    yield Thing.derived(call.all());
                }
                yield call.machine()
                        .members()
                        .attribute(call.at(0), new Node.Constant(""), member.text().get());
            }
            case NAMESPACE -> Thing.of("namespace");
            case STDIN -> Thing.derived(call.acts().call().stdin());
            case PRINT -> {
                if (call.named().get("file") instanceof Thing file
                        && (file.is("file") || file.is("socket"))) {
                    new FileCalls(call).writeTo(file, Thing.dataOf(call.arguments()));
                } else {
                    call.acts().print(call.all());
                }
                yield Thing.derived(Data.NONE);
            }
            case CALLBACK -> Thing.derived(call.all());
        };
    }

    private Thing decoded(Optional<String> text) {
        return text.map(Thing::text).orElseGet(() -> Thing.of("text", call.all()));
    }

    /// The words of a text, as a shell parts them.
    private Thing split(Thing text) {
        Optional<List<Thing>> words =
                text.text()
                        .map(Parser::parse)
                        .filter(parsed -> parsed instanceof Parsed.Tree)
                        .map(parsed -> ((Parsed.Tree) parsed).script())
                        .filter(script -> script.items().size() == 1)
                        .map(script -> script.items().getFirst().list())
                        .filter(list -> list.rest().isEmpty())
                        .map(list -> list.first().commands())
                        .filter(commands -> commands.size() == 1)
                        .map(commands -> commands.getFirst())
                        .filter(command ->
                                command instanceof Command.Simple simple
                                        && simple.redirects().isEmpty()
                                        && simple.assignments().isEmpty())
                        .map(command ->
                                ((Command.Simple) command)
                                        .words().stream().map(Word::literal).toList())
                        .filter(each -> each.stream().allMatch(Optional::isPresent))
                        .map(each ->
                                each.stream().map(word -> Thing.text(word.orElse(""))).toList());
        return words.map(Thing::list).orElseGet(() -> Thing.derived(call.all()));
    }

    /// Code from the network is run, and nobody has seen it.
    private void fetched(Data code) {
        if (code.sources().stream().anyMatch(source -> source instanceof Source.Network)) {
            var inline = new Code.Inline(call.machine().api().language(), code);
            call.acts().add(new Effect.Run(inline, call.acts().span()));
        }
    }
}
