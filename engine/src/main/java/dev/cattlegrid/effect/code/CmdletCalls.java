package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.program.Endpoints;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Does what PowerShell itself does: it shows, starts programs and blocks, makes objects, sets variables.
///
/// Source: PowerShell 7.4, about_Operators, about_Redirection, cmdlet reference of Microsoft.PowerShell.Utility.
record CmdletCalls(Given call) {
    Thing perform(Verb.OfCmdlets verb) {
        return switch (verb) {
            case OUT -> {
                call.acts().print(call.all());
                yield call.arguments().isEmpty() ? Thing.derived(call.all()) : call.at(0);
            }
            case LOOK -> Thing.derived(call.all());
            case SECRET -> {
                call.acts()
                        .add(
                                new Effect.Remote(
                                        "vault",
                                        "read",
                                        "",
                                        Effect.Remote.Change.READ_SECRET,
                                        true,
                                        call.acts().span()));
                yield Thing.derived(Data.of(new Source.Vault(call.name())));
            }
            case METHOD -> method();
            case GETSTRING ->
                    call.at(0)
                            .text()
                            .map(text -> Thing.text(text.replace("\0", "")))
                            .orElse(Thing.of("text", call.all()));
            case REDIRECT -> {
                Manner manner =
                        ItemCalls.said(call.at(2)).filter("append"::equals).isPresent()
                                ? Manner.APPEND
                                : Manner.CREATE;
                call.acts().write(call.place(call.at(1)), manner, call.at(0).data());
                yield Thing.derived(Data.NONE);
            }
            case NATIVE -> started(words(call.arguments().subList(1, call.arguments().size())));
            case INVOKE -> invoke();
            case START -> start();
            case OPENED -> {
                call.acts()
                        .unknown(
                                new Gap.Unread(
                                        "the program that `" + call.name() + "` opens it with"),
                                Bound.ANYTHING);
                yield Thing.derived(Data.NONE);
            }
            case SETENV -> {
                call.acts().export(call.at(0).asText().prefix(), call.at(1));
                if (call.arguments().size() > 2) {
                    call.acts()
                            .add(
                                    new Effect.Persist(
                                            "environment",
                                            call.at(0).asText().prefix(),
                                            call.acts().span()));
                }
                yield Thing.derived(Data.NONE);
            }
            case NEW_OBJECT -> made();
        };
    }

    /// `$x.Replace("a", "b")`: the method's name comes first.
    private Thing method() {
        List<Thing> arguments = call.arguments();
        String name = arguments.get(0).text().orElse("");
        String known =
                switch (name) {
                    case "tolower", "tolowerinvariant" -> "toLowerCase";
                    case "toupper", "toupperinvariant" -> "toUpperCase";
                    case "tostring" -> "toString";
                    default -> name;
                };
        boolean changes = arguments.get(1).is("list") || arguments.get(1).is("keyed");
        if (changes && !known.equals("join")) {
            return Thing.many(Thing.derived(call.all()));
        }
        return Paths.method(
                known, arguments.get(1), arguments.subList(2, arguments.size()), call.all());
    }

    private List<Arg> words(List<Thing> things) {
        var words = new ArrayList<Arg>();
        for (Thing each : things) {
            if (each.is("list")) {
                words.addAll(words(each.items()));
            } else if (each.isText() || each.is("constant")) {
                words.add(call.acts().arg(parted(each)));
            } else if (!each.is("none")) {
                words.add(
                        new Arg(
                                Value.unknown("what the code works out"),
                                each.data(),
                                !each.is("text"),
                                call.acts().span()));
            }
        }
        return words;
    }

    /// A path of Windows among a program's words.
    private static Thing parted(Thing word) {
        String text = word.text().orElse("");
        boolean path =
                text.indexOf('\\') > 0
                        && text.chars()
                                .allMatch(c ->
                                        Character.isLetterOrDigit(c)
                                                || "\\/._-: ~".indexOf(c) >= 0);
        return path
                ? Thing.of("text", Value.exact(WindowsPaths.unslashed(text)), word.data())
                : word;
    }

    private Thing started(List<Arg> words) {
        Thing input = call.at(0);
        var from =
                input.is("none")
                        ? call.acts().call()
                        : call.acts().call().fed(new Data(input.data().sources(), input.text()));
        Data output = call.acts().include(call.acts().opener().command(words, from));
        return Thing.of("text", Value.unknown("what a program prints"), output.changed());
    }

    private Thing invoke() {
        Thing what = call.at(1);
        List<Thing> rest = call.arguments().subList(2, call.arguments().size());
        if (what.body().isPresent()) {
            return call.machine()
                    .invoking()
                    .enter(
                            what.body().get(),
                            rest,
                            List.copyOf(Map.<String, Thing>of().entrySet()));
        }
        boolean program =
                what.text()
                        .filter(name ->
                                Cmdlets.of(name.toLowerCase(Locale.ROOT)).isEmpty()
                                        && !Cmdlets.isCmdletName(name.toLowerCase(Locale.ROOT)))
                        .isPresent();
        boolean file = what.isText() && what.asText().prefix().indexOf('/') >= 0;
        if (program || file) {
            return started(words(call.arguments().subList(1, call.arguments().size())));
        }
        call.acts()
                .unknown(new Gap.UnknownValue("a command that the code works out"), Bound.ANYTHING);
        return Thing.derived(call.all());
    }

    private Thing start() {
        Thing verb = call.named().getOrDefault("verb", Thing.of("none"));
        if (verb.text().filter(text -> text.equalsIgnoreCase("runas")).isPresent()) {
            call.acts().add(new Effect.Elevate("administrator", false, call.acts().span()));
        }
        var words = new ArrayList<>(words(List.of(call.at(0))));
        for (Thing each : ItemCalls.items(call.at(1))) {
            // One text may hold several words.
            if (each.text().filter(text -> text.indexOf(' ') >= 0).isPresent()) {
                for (String word : each.text().get().strip().split(" +")) {
                    words.addAll(words(List.of(Thing.text(word))));
                }
            } else {
                words.addAll(words(List.of(each)));
            }
        }
        for (String out : List.of("redirectstandardoutput", "redirectstandarderror")) {
            if (call.named().containsKey(out)) {
                call.acts().write(call.place(call.named().get(out)), Manner.CREATE, Data.NONE);
            }
        }
        Data output = call.acts().include(call.acts().opener().command(words, call.acts().call()));
        return Thing.of("opaque", output);
    }

    /// `New-Object TYPE`, `[TYPE]::new()`
    private Thing made() {
        String name = call.at(0).text().orElse("?").toLowerCase(Locale.ROOT);
        String type = name.startsWith("system.") ? name.substring("system.".length()) : name;
        List<Thing> arguments =
                call.arguments().stream()
                        .skip(1)
                        .flatMap(each -> ItemCalls.items(each).stream())
                        .filter(each -> !each.is("none"))
                        .toList();
        Thing first = arguments.isEmpty() ? Thing.of("none") : arguments.getFirst();
        boolean com = call.named().containsKey("comobject");
        if (com || !PowerApi.isPlainType(type)) {
            return switch (com ? "" : type) {
                case "net.webclient" -> Thing.of("webclient");
                case "net.http.httpclient" -> Thing.of("httpclient");
                case "net.sockets.tcpclient", "net.sockets.udpclient" -> {
                    Endpoint end = Endpoints.of(first.asText(), "tcp");
                    call.acts().send(end, "connect", Data.NONE);
                    yield Thing.of("socket", Data.of(new Source.Network(end)));
                }
                case "io.streamreader" -> Thing.derived(call.acts().read(call.place(first)));
                case "io.streamwriter" -> {
                    call.acts().write(call.place(first), Manner.CREATE, Data.NONE);
                    yield Thing.of("file", call.place(first).value(), Data.NONE);
                }
                default -> {
                    call.acts()
                            .unknown(
                                    new Gap.Unread("an object of `" + (com ? "COM" : type) + "`"),
                                    Bound.ANYTHING);
                    yield Thing.derived(call.all());
                }
            };
        }
        return Thing.derived(call.all());
    }
}
