package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Endpoints;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Does what calls about the network say: connect, listen, send, fetch.
record NetCalls(Given call) {
    Thing perform(Verb.OfNet verb) {
        return switch (verb) {
            case CONNECT -> connect(call.at(0));
            case CONNECTTO -> connect(Thing.list(List.of(call.at(0), call.at(1))));
            case BIND -> bind(call.at(0), call.row().gives());
            case SERVE -> {
                Thing options = call.at(0);
                int host = options.keys().indexOf("hostname");
                int number = options.keys().indexOf("port");
                String port = number < 0 ? "8000" : options.items().get(number).asText().prefix();
                call.acts()
                        .add(
                                new Effect.Listen(
                                        host < 0
                                                ? "0.0.0.0"
                                                : options.items().get(host).asText().prefix(),
                                        port.matches("[0-9]{1,5}") ? Integer.parseInt(port) : 0,
                                        call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
            case LISTEN -> {
                String port = call.at(0).asText().prefix();
                String host = call.at(1).isText() ? call.at(1).asText().prefix() : "0.0.0.0";
                boolean digits =
                        !port.isEmpty()
                                && port.length() < 6
                                && port.chars().allMatch(Character::isDigit);
                call.acts()
                        .add(
                                new Effect.Listen(
                                        host,
                                        digits ? Integer.parseInt(port) : 0,
                                        call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
            case SENDSELF -> {
                call.acts()
                        .send(
                                Ends.endpointOf(call.self().data()).orElse(host(call.self())),
                                "send",
                                call.at(0).data());
                yield Thing.derived(call.all());
            }
            case SENDTO -> {
                call.acts().send(endpoint(call.at(1)), "send", call.at(0).data());
                yield Thing.derived(call.all());
            }
            case RECV -> {
                Endpoint end = Ends.endpointOf(call.self().data()).orElse(host(call.self()));
                call.acts().receive(end);
                yield Thing.derived(call.self().data().with(Data.of(new Source.Network(end))));
            }
            case ACCEPT -> {
                Thing peer =
                        Thing.of(
                                "socket",
                                Data.of(new Source.Network(Ends.nowhere("tcp", "who connects"))));
                yield Thing.list(List.of(peer, Thing.OPAQUE)).as("list");
            }
            case LOOKUP -> {
                call.acts()
                        .send(
                                Endpoints.of(call.at(0).asText(), "dns"),
                                "lookup",
                                call.at(0).data());
                yield Thing.derived(Data.NONE);
            }
            case HTTP ->
                    http(
                            call.row().word(0),
                            call.argument(call.row().number(1)),
                            method(),
                            bodyless(call.row().word(0)));
            case FETCH ->
                    fetch(
                            call.at(0),
                            call.arguments().size() > 1
                                    ? call.arguments().get(1)
                                    : Thing.of("none"));
            case URLOPEN -> urlopen(call.at(0), call.at(1));
            case RETRIEVE -> {
                Thing url = call.at(0);
                Thing response = http("GET", url, "GET", true);
                Thing file =
                        call.at(1).is("none")
                                ? Thing.of(
                                        "text",
                                        new Value.Partial("./", "", "a downloaded file"),
                                        Data.NONE)
                                : call.at(1);
                call.acts().write(file, Manner.CREATE, response.data());
                yield file;
            }
            case REQUEST -> {
                Thing url = call.at(0);
                boolean body =
                        !call.at(1).is("none") && !call.at(1).isNone()
                                || call.named().containsKey("data");
                String method =
                        call.named().containsKey("method")
                                ? call.named().get("method").asText().prefix()
                                : body ? "POST" : "GET";
                yield new Thing(
                        "request",
                        url.asText(),
                        call.all(),
                        List.of(Thing.text(method)),
                        List.of(),
                        Optional.empty());
            }
            case CONNECTION -> {
                Endpoint end = host(call.self());
                String method = call.at(0).asText().known().orElse("?").toUpperCase(Locale.ROOT);
                call.acts().send(end, method, call.all());
                call.acts().receive(end);
                yield Thing.derived(call.all());
            }
            case SPEAK -> {
                Endpoint end = host(call.self());
                call.acts().add(new Effect.Speak("email", end.host(), call.acts().span()));
                call.acts().send(end, "mail", call.all());
                yield Thing.derived(Data.NONE);
            }
            case REMOTESELF -> {
                call.acts()
                        .add(
                                new Effect.Remote(
                                        "ftp",
                                        call.row().word(0),
                                        host(call.self()).host(),
                                        Effect.Remote.Change.DESTROY,
                                        false,
                                        call.acts().span()));
                yield Thing.derived(Data.NONE);
            }
        };
    }

    private static Endpoint host(Thing thing) {
        return thing.value().prefix().isEmpty()
                ? Ends.nowhere("tcp", "")
                : Endpoints.of(thing.value(), "https");
    }

    /// `("host", 443)`
    private static Endpoint endpoint(Thing address) {
        if (address.is("list") && address.items().size() >= 2) {
            Endpoint host = Endpoints.of(address.items().getFirst().asText(), "tcp");
            String port = address.items().get(1).asText().prefix();
            boolean digits =
                    !port.isEmpty()
                            && port.length() < 6
                            && port.chars().allMatch(Character::isDigit);
            return new Endpoint(
                    "tcp",
                    host.host(),
                    digits ? Integer.parseInt(port) : 0,
                    host.scope(),
                    host.url());
        }
        return address.isText() ? Endpoints.of(address.asText(), "unix") : Ends.nowhere("tcp", "");
    }

    private Thing connect(Thing address) {
        Endpoint end = endpoint(address);
        call.acts().send(end, "connect", Data.NONE);
        Thing made = Thing.of("socket", Data.of(new Source.Network(end)));
        call.machine().mark(call.self(), made);
        return made;
    }

    private Thing bind(Thing address, String gives) {
        Endpoint end = endpoint(address);
        String host =
                address.is("list")
                                && end.host().isEmpty()
                                && address.items().getFirst().text().isPresent()
                        ? "0.0.0.0"
                        : end.host();
        call.acts().add(new Effect.Listen(host, end.port(), call.acts().span()));
        return Thing.of(gives.isEmpty() ? "opaque" : gives);
    }

    private static boolean bodyless(String verb) {
        return verb.equals("GET");
    }

    private String method() {
        return call.row().word(0).equals("?")
                ? call.argument(0).asText().known().orElse("?").toUpperCase(Locale.ROOT)
                : call.row().word(0);
    }

    private Thing http(String word, Thing url, String method, boolean get) {
        Endpoint end = Endpoints.of(url.asText(), "https");
        boolean body =
                call.named().containsKey("data")
                        || call.named().containsKey("json")
                        || call.named().containsKey("files")
                        || call.named().containsKey("content");
        call.acts().send(end, get && body ? "POST" : method, call.all());
        call.acts().receive(end);
        return Thing.of(word.isEmpty() ? "opaque" : "response", Data.of(new Source.Network(end)));
    }

    private Thing urlopen(Thing url, Thing body) {
        boolean posts = !body.is("none") && !body.isNone() || call.named().containsKey("data");
        if (url.is("request")) {
            Endpoint end = Endpoints.of(url.value(), "https");
            String method = posts ? "POST" : url.items().getFirst().text().orElse("?");
            call.acts().send(end, method, call.all().with(url.data()));
            call.acts().receive(end);
            return Thing.of("response", Data.of(new Source.Network(end)));
        }
        if (url.asText().prefix().startsWith("file:")) {
            String path = url.asText().prefix().substring(5).replaceFirst("^//", "");
            return Thing.of(
                    "response",
                    call.acts()
                            .read(
                                    Thing.of(
                                            "path",
                                            url.text().isPresent()
                                                    ? Value.exact(path)
                                                    : new Value.Partial(path, "", "a file"),
                                            Data.NONE)));
        }
        return http("response", url, posts ? "POST" : "GET", !posts);
    }

    /// `fetch(url, {method, body, headers})`, `axios.post(url, data)`.
    private Thing fetch(Thing url, Thing options) {
        Endpoint end = Endpoints.of(url.is("request") ? url.value() : url.asText(), "https");
        int at = options.keys().lastIndexOf("method");
        boolean body = options.keys().contains("body") || options.keys().contains("data");
        String method =
                at >= 0
                        ? options.items().get(at).text().orElse("?").toUpperCase(Locale.ROOT)
                        : body
                                ? "POST"
                                : options.is("none")
                                                || options.is("keyed")
                                                || options.body().isPresent()
                                        ? "GET"
                                        : "?";
        if (url.is("keyed")) {
            end = Ends.nowhere("https", "");
            int host =
                    Math.max(
                            Math.max(url.keys().indexOf("hostname"), url.keys().indexOf("host")),
                            url.keys().indexOf("url"));
            if (host >= 0) {
                end = Endpoints.of(url.items().get(host).asText(), "https");
            }
            int verb = url.keys().indexOf("method");
            method = verb >= 0 ? url.items().get(verb).text().orElse("?") : "GET";
        }
        call.acts().send(end, method, call.all());
        call.acts().receive(end);
        return new Thing(
                "response",
                Value.exact(end.url()),
                Data.of(new Source.Network(end)),
                List.of(),
                List.of(),
                Optional.empty());
    }
}
