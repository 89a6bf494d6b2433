package dev.cattlegrid.effect.code;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Bound.Kind;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.program.Arg;
import dev.cattlegrid.effect.world.World;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/// What the words of a [WordCode] do, with the arguments behind them.
///
/// @param source where the text stands
record WordActs(String language, WordText text, Arg source, Acts acts) {
    void act(String act, String word, int end) {
        int from = text.skip(end);
        boolean round = from < text.all().length() && text.all().charAt(from) == '(';
        int start = round ? text.skip(from + 1) : from;
        if (language.equals("perl") && word.equals("qx")) {
            backticks(
                    from + 1,
                    from < text.all().length() ? WordText.closing(text.all().charAt(from)) : ' ');
            return;
        }
        Optional<String> first = text.literal(start);
        switch (act) {
            case "script" -> program(start, first, word);
            case "delete", "delete-tree" ->
                    acts.delete(thing(first, word), act.equals("delete-tree"));
            case "move" ->
                    acts.places(thing(first, word), World.Use.DELETE)
                            .forEach(place ->
                                    acts.add(
                                            new Effect.Move(
                                                    place,
                                                    acts.places(
                                                                    thing(text.second(start), word),
                                                                    World.Use.CREATE)
                                                            .getFirst(),
                                                    acts.span())));
            case "read" -> acts.print(acts.read(thing(first, word)));
            case "write" -> acts.write(thing(first, word), Effect.Write.Manner.CREATE, Data.NONE);
            case "write2" -> acts.write(thing(first, word), Effect.Write.Manner.CREATE, Data.NONE);
            case "edit" ->
                    acts.unknown(
                            new Gap.UnknownValue("what `" + word + "` changes"), bound(Kind.WRITE));
            case "open" -> open(first, start, word);
            case "net" ->
                    acts.unknown(
                            new Gap.UnknownValue("where `" + word + "` connects to"),
                            bound(Kind.SEND, Kind.RECEIVE, Kind.RUN));
            case "lose" -> acts.add(Losing.effect(word.substring(word.lastIndexOf(':') + 1), acts));
            case "sql" -> Losing.sql(first, acts);
            case "env" -> acts.print(Data.of(variable(end)));
            default ->
                    acts.unknown(
                            new Gap.Unread("what `" + word + "` runs in " + language),
                            Bound.ANYTHING);
        }
    }

    int backticks(int from, char close) {
        int end = text.all().indexOf(close, from);
        if (end < 0) {
            acts.unknown(
                    new Gap.Unparsed(language + ": a command that has no end"), Bound.ANYTHING);
            return text.all().length();
        }
        run(
                Optional.of(text.all().substring(from, end))
                        .filter(command -> !text.interpolates(command)));
        return end + 1;
    }

    /// `ENV{HOME}`, `ENV['HOME']`, `getenv("HOME")`; without a plain name it is all of them.
    Source variable(int end) {
        int from = end;
        while (from < text.all().length() && "{[(\"' ".indexOf(text.all().charAt(from)) >= 0) {
            from++;
        }
        int to = from;
        while (to < text.all().length()
                && (Character.isLetterOrDigit(text.all().charAt(to))
                        || text.all().charAt(to) == '_')) {
            to++;
        }
        return from > end
                        && to > from
                        && to < text.all().length()
                        && "}])\"'".indexOf(text.all().charAt(to)) >= 0
                ? new Source.Variable(text.all().substring(from, to))
                : new Source.Environment();
    }

    static Bound bound(Kind first, Kind... rest) {
        return new Bound(EnumSet.of(first, rest), Optional.empty());
    }

    Thing thing(Optional<String> literal, String word) {
        return literal.map(Thing::text)
                .orElse(Thing.of("text", Value.unknown("what `" + word + "` is given"), Data.NONE));
    }

    /// One text is a shell's; several are a program and its arguments, where the language takes them so.
    void program(int start, Optional<String> first, String word) {
        boolean takes = language.equals("perl") || language.equals("ruby");
        int next = text.comma(start);
        boolean braced = start < text.all().length() && "{[".indexOf(text.all().charAt(start)) >= 0;
        boolean listed = first.isPresent() && takes && next < text.all().length() && !braced;
        if (!listed || word.startsWith("popen") && language.equals("perl")) {
            run(first);
            return;
        }
        var words = new ArrayList<Arg>();
        words.add(source.with(Value.exact(first.get())));
        boolean loose = false;
        for (int at = next; at < text.all().length(); at = text.comma(at)) {
            Optional<String> each = text.literal(at);
            loose |= each.isEmpty();
            each.ifPresent(plain -> words.add(source.with(Value.exact(plain))));
        }
        if (loose) {
            words.add(
                    new Arg(
                            Value.unknown("an argument that the " + language + " code works out"),
                            Data.NONE,
                            true,
                            acts.span()));
        }
        acts.print(acts.include(acts.opener().command(words, acts.call())));
    }

    void run(Optional<String> command) {
        if (command.isPresent()) {
            Arg script = source.with(Value.exact(command.get()));
            acts.print(acts.include(acts.opener().script(script, List.of(), acts.call())));
        } else {
            acts.unknown(
                    new Gap.UnknownValue("a command that the " + language + " code puts together"),
                    Bound.ANYTHING);
        }
    }

    /// `open(FH, "<", "x")`, `open("| cmd")`, `File.open("x", "w")`, `fopen("x", "r")`.
    void open(Optional<String> first, int start, String word) {
        Optional<String> second = text.second(start);
        boolean perl = language.equals("perl");
        String name = perl ? second.orElse("") : first.orElse("");
        String mode = perl ? "<" : second.orElse("r");
        if (perl && text.third(start).isPresent()) {
            mode = second.orElse("?");
            name = text.third(start).get();
        } else if (perl && !name.isEmpty()) {
            mode =
                    name.startsWith(">>")
                            ? ">>"
                            : name.startsWith(">")
                                    ? ">"
                                    : name.startsWith("|") || name.endsWith("|") ? "|" : "<";
            name = name.replaceFirst("^[<>+|]+", "").replaceFirst("\\|$", "").strip();
        }
        if (name.startsWith("|") || mode.contains("|")) {
            run(Optional.of(name.replaceFirst("^\\|", "")));
            return;
        }
        Thing file = thing(Optional.of(name).filter(each -> !each.isEmpty()), word);
        boolean appends = mode.startsWith("a") || mode.startsWith(">>");
        boolean writes =
                appends
                        || mode.startsWith("w")
                        || mode.startsWith(">")
                        || mode.contains("+")
                        || mode.startsWith("x")
                        || mode.startsWith("c");
        if (name.isEmpty()) {
            acts.unknown(
                    new Gap.UnknownValue("what `" + word + "` opens"),
                    bound(Kind.READ, Kind.WRITE, Kind.RUN));
        } else if (writes) {
            acts.write(
                    file,
                    appends ? Effect.Write.Manner.APPEND : Effect.Write.Manner.CREATE,
                    Data.NONE);
        } else {
            acts.print(acts.read(file));
        }
    }
}
