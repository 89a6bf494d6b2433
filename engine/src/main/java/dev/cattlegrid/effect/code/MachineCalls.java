package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.program.Endpoints;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Does what PowerShell's cmdlets about the web, services, tasks, packages, modules and the machine do.
///
/// Source: PowerShell 7.4 and Windows PowerShell 5.1, cmdlet reference.
record MachineCalls(Given call) {
    Thing perform(Verb.OfMachine verb) {
        return switch (verb) {
            case WEB -> web();
            case BITS -> {
                Data data = fetched(call.at(0));
                Thing to = call.at(1).is("none") ? Thing.text(".") : call.at(1);
                call.acts().write(call.place(to), Manner.CREATE, data);
                yield Thing.derived(data);
            }
            case PING -> {
                call.acts().send(Endpoints.of(call.at(0).asText(), "icmp"), "ping", Data.NONE);
                yield Thing.derived(call.all());
            }
            case STOP_PROCESS -> {
                for (Thing each :
                        ItemCalls.items(
                                call.at(0).is("none")
                                        ? call.named().getOrDefault("name", Thing.OPAQUE)
                                        : call.at(0))) {
                    String shown =
                            each.is("constant") ? each.value().prefix() : each.asText().prefix();
                    boolean all = shown.equals("*") || shown.equals("1");
                    call.acts()
                            .add(
                                    new Effect.Signal(
                                            all ? Effect.Signal.Whom.ALL : Effect.Signal.Whom.NAMED,
                                            shown,
                                            "KILL",
                                            call.acts().span()));
                }
                yield Thing.derived(Data.NONE);
            }
            case ELSEWHERE -> {
                boolean here =
                        call.at(0).is("none")
                                && !call.named().containsKey("session")
                                && !call.named().containsKey("hostname");
                if (!here) {
                    remote("powershell", "run", Effect.Remote.Change.UNKNOWN, shown(call.at(0)));
                }
                yield Thing.derived(call.all());
            }
            case MODULE -> module();
            case PROJECT -> {
                call.acts()
                        .add(
                                new Effect.Run(
                                        new Code.Project("powershell", call.name()),
                                        call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
            case INSTALL -> {
                boolean other =
                        call.named().containsKey("repository")
                                || call.named().containsKey("source");
                call.acts()
                        .add(
                                new Effect.Install(
                                        call.row().word(0),
                                        shown(call.argument(0)),
                                        other
                                                ? Effect.Install.Provenance.ELSEWHERE
                                                : Effect.Install.Provenance.NAMED,
                                        Effect.Install.Reach.USER,
                                        call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
            case MANAGE -> {
                if (isForThisProcess()) {
                    yield Thing.derived(Data.NONE);
                }
                Effect.Administer.Gravity gravity =
                        Effect.Administer.Gravity.valueOf(
                                call.row().word(1).toUpperCase(Locale.ROOT));
                call.acts()
                        .add(
                                new Effect.Administer(
                                        call.row().word(0),
                                        call.name(),
                                        shown(call.argument(0)),
                                        gravity,
                                        call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
            case REMOTE -> {
                remote(
                        call.row().word(0),
                        call.name(),
                        Effect.Remote.Change.valueOf(call.row().word(1).toUpperCase(Locale.ROOT)),
                        shown(call.argument(0)));
                yield Thing.derived(Data.NONE);
            }
            case PERSIST -> {
                call.acts()
                        .add(
                                new Effect.Persist(
                                        call.row().word(0),
                                        shown(call.argument(0)),
                                        call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
            case MAIL -> {
                call.acts()
                        .add(
                                new Effect.Speak(
                                        "email", shown(call.argument(0)), call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
        };
    }

    private static String shown(Thing thing) {
        return ItemCalls.items(thing).stream()
                .map(each ->
                        each.is("none")
                                ? ""
                                : each.is("constant")
                                        ? each.value().prefix()
                                        : each.asText().prefix())
                .reduce((one, other) -> one + " " + other)
                .orElse("");
    }

    private void remote(
            String system, String operation, Effect.Remote.Change change, String target) {
        call.acts()
                .add(
                        new Effect.Remote(
                                system, operation, target, change, false, call.acts().span()));
    }

    private Data fetched(Thing url) {
        Endpoint end = Endpoints.of(url.asText(), "https");
        call.acts().send(end, "GET", url.data());
        call.acts().receive(end);
        return Data.of(new Source.Network(end));
    }

    private Thing web() {
        Endpoint end = Endpoints.of(call.at(0).asText(), "https");
        Map<String, Thing> named = call.named();
        boolean body =
                named.containsKey("body")
                        || named.containsKey("infile")
                        || named.containsKey("form");
        Thing said =
                named.getOrDefault(
                        "method", Thing.text(body && !named.containsKey("body") ? "POST" : "GET"));
        String method = ItemCalls.said(said).orElse("?").toUpperCase(Locale.ROOT);
        Data data = call.all();
        if (named.containsKey("infile")) {
            data = data.with(call.acts().read(call.place(named.get("infile"))));
        }
        call.acts().send(end, method, data);
        call.acts().receive(end);
        Data answer = Data.of(new Source.Network(end));
        if (named.containsKey("outfile")) {
            call.acts().write(call.place(named.get("outfile")), Manner.CREATE, answer);
        }
        return Thing.of("response", answer);
    }

    /// A module by its name is somebody's library; by its path it is a file that runs.
    private Thing module() {
        for (Thing each : ItemCalls.items(call.at(0))) {
            Thing file = call.place(each);
            if (file.text().filter(text -> text.indexOf('/') < 0).isPresent()) {
                call.acts()
                        .add(
                                new Effect.Run(
                                        new Code.Project(
                                                "powershell", "import " + file.text().get()),
                                        call.acts().span()));
            } else {
                call.acts()
                        .include(
                                call.acts()
                                        .opener()
                                        .file(
                                                call.acts().arg(file),
                                                List.of(),
                                                call.acts().call()));
            }
        }
        return Thing.derived(Data.NONE);
    }

    /// `Set-ExecutionPolicy Bypass -Scope Process` ends with the process.
    private boolean isForThisProcess() {
        return call.name().equals("set-executionpolicy")
                && call.argument(1).text().filter("process"::equalsIgnoreCase).isPresent();
    }
}
