package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Remote.Change;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Endpoint;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.World.Use;
import dev.cattlegrid.shell.Span;
import java.util.List;
import java.util.Locale;

/// The phrases of a card about other machines and systems: what is sent, fetched, listened for, and asked of them.
record NetPhrases(Telling telling) {
    void fetch(Arg url) {
        Endpoint from = Endpoints.of(url, "https");
        telling.add(new Effect.Send(from, "GET", url.data(), url.span()));
        telling.add(new Effect.Receive(from, url.span()));
        telling.flows(Data.of(new Source.Network(from)));
    }

    void receive(Arg host) {
        Endpoint from = Endpoints.of(host, "tcp");
        telling.add(new Effect.Receive(from, host.span()));
        telling.flows(Data.of(new Source.Network(from)));
    }

    /// `send HOST POST`, `send URL PUT`: all but the last word are ends.
    void send(List<Phrase.Word> words) {
        int last = words.size() - 1;
        String verb = telling.rest(words, last);
        for (Arg end : telling.all(words.subList(0, last))) {
            Endpoint to = Endpoints.of(end, verb.toLowerCase(Locale.ROOT));
            telling.add(new Effect.Send(to, verb, telling.flow().with(end.data()), end.span()));
        }
    }

    void listen(List<Phrase.Word> words) {
        telling.add(
                new Effect.Listen(
                        telling.text(words, 0),
                        Words.number(telling.rest(words, 1)),
                        telling.span(words)));
    }

    void remote(List<Phrase.Word> words) {
        boolean local = isLocal(words);
        List<Phrase.Word> said = unmarked(words);
        Change change = Change.valueOf(Telling.upper(telling.text(said, 1)));
        telling.add(
                new Effect.Remote(
                        telling.text(said, 0),
                        telling.text(said, 2),
                        telling.rest(said, 3),
                        change,
                        local,
                        telling.span(said)));
    }

    /// `by-verb aws second WORD`: the words' own verb says what changes; where it stands, the client's grammar.
    void byVerb(List<Phrase.Word> words) {
        List<Arg> args = telling.all(words.subList(2, words.size()));
        List<String> said = args.stream().map(Words::shown).toList();
        Cloud.Grammar grammar = Cloud.Grammar.valueOf(Telling.upper(telling.text(words, 1)));
        Cloud.Operation operation = Cloud.of(said, grammar, telling.typed().lead());
        int verb = operation.verb();
        telling.add(
                new Effect.Remote(
                        telling.text(words, 0),
                        String.join(" ", said.subList(0, verb)),
                        String.join(" ", said.subList(verb, said.size())),
                        operation.change(),
                        false,
                        telling.span(words)));
    }

    /// `sql SYSTEM TEXT at TARGET local`, `sql SYSTEM TEXT at TARGET by-host`, and either with `readonly` before it.
    void sql(List<Phrase.Word> words) {
        boolean local = isLocal(words);
        List<Phrase.Word> said = unmarked(words);
        boolean readOnly = said.getLast().equals(new Phrase.Word.Text("readonly"));
        int at = Telling.indexOf(said, "at");
        int end = readOnly ? said.size() - 1 : said.size();
        String system = telling.text(said, 0);
        String target = at < 0 ? "" : telling.text(said.subList(at + 1, end));
        for (Arg given : telling.all(said.subList(1, at < 0 ? end : at))) {
            Arg text = given.is("stdin") ? telling.stdin() : given;
            List<String> known = texts(text);
            if (known.isEmpty()) {
                Change change = readOnly ? Change.READ : Change.UNKNOWN;
                telling.add(new Effect.Remote(system, "SQL", target, change, local, text.span()));
                continue;
            }
            for (String one : known) {
                List<Sql.Statement> statements =
                        system.equals("mongo") ? Mongo.statements(one) : Sql.statements(one);
                for (Sql.Statement each : statements) {
                    Sql.Statement seen = readOnly ? each.refused() : each;
                    statement(system, seen, target, local, text.span());
                }
            }
        }
    }

    /// The texts that it may be; none where that is not known.
    private static List<String> texts(Arg arg) {
        return !arg.splits() && arg.value() instanceof Value.OneOf(var texts)
                ? texts
                : arg.text().map(List::of).orElse(List.of());
    }

    private void statement(
            String system, Sql.Statement each, String target, boolean local, Span span) {
        boolean own = local && !each.changesRights();
        telling.add(new Effect.Remote(system, each.operation(), target, each.change(), own, span));
        if (!each.shell().isEmpty()) {
            telling.include(
                    telling.opener()
                            .script(Arg.exact(each.shell(), span), List.of(), telling.call()));
        }
        if (!each.file().isEmpty() && !each.file().equals("stdout")) {
            for (Place place : telling.places(Arg.exact(each.file(), span), Use.CREATE)) {
                telling.add(new Effect.Write(place, Manner.CREATE, telling.flow(), span));
            }
        }
        boolean writes =
                switch (each.change()) {
                    case CHANGE, DESTROY, PUBLISH, UNKNOWN -> true;
                    case READ, READ_SECRET -> false;
                };
        for (Arg database : writes ? telling.bindings().of("DATABASE") : List.<Arg>of()) {
            for (Place place : telling.places(database, Use.CHANGE)) {
                telling.add(new Effect.Write(place, Manner.EDIT, telling.flow(), database.span()));
            }
        }
    }

    private static List<Phrase.Word> unmarked(List<Phrase.Word> words) {
        boolean marked =
                words.getLast() instanceof Phrase.Word.Text(var text)
                        && (text.equals("local") || text.equals("by-host"));
        return marked ? words.subList(0, words.size() - 1) : words;
    }

    private boolean isLocal(List<Phrase.Word> words) {
        if (!(words.getLast() instanceof Phrase.Word.Text(var text))) {
            return false;
        }
        return text.equals("local") || text.equals("by-host") && isNear(unmarked(words));
    }

    /// Whether no host is named but this machine: by the option `HOST`, or by an address among the words.
    private boolean isNear(List<Phrase.Word> words) {
        return telling.bindings().of("HOST").stream().allMatch(NetPhrases::isThisMachine)
                && words.stream()
                        .filter(word -> word instanceof Phrase.Word.Name)
                        .flatMap(word -> telling.args(word).stream())
                        .filter(arg -> Words.shown(arg).contains("://"))
                        .allMatch(NetPhrases::isThisMachine);
    }

    private static boolean isThisMachine(Arg host) {
        String text = Words.shown(host);
        return text.startsWith("/")
                || text.equals(".")
                || Endpoints.of(host, "tcp").scope() == Endpoint.Scope.LOOPBACK;
    }
}
