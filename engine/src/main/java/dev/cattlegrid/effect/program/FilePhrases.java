package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Effect.Write.Manner;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.Value;
import dev.cattlegrid.effect.world.World.Use;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The phrases of a card about files: read, write, make, delete, move, mode, and files whose names are not known.
record FilePhrases(Telling telling) {
    /// What files do that come from elsewhere.
    private static final Set<Bound.Kind> ARRIVING =
            Set.of(Bound.Kind.READ, Bound.Kind.WRITE, Bound.Kind.RECEIVE);

    void enter(Arg arg) {
        Place there = telling.place(arg, Use.ENTER);
        telling.goOn(telling.call().in(there));
    }

    void read(List<Phrase.Word> words) {
        int or = Telling.indexOf(words, "or");
        List<Arg> files = telling.all(words.subList(0, or < 0 ? words.size() : or));
        if (files.isEmpty() && or >= 0) {
            telling.flows(telling.call().stdin());
        }
        files.forEach(this::readFile);
    }

    void readFile(Arg file) {
        if (file.is("-") || file.is("/dev/stdin")) {
            telling.flows(telling.call().stdin());
            return;
        }
        for (Place place : telling.places(file, Use.READ)) {
            telling.add(new Effect.Read(place, file.span()));
            telling.flows(Data.of(new Source.File(place)));
        }
    }

    void write(List<Phrase.Word> words, Manner manner) {
        Use use = manner == Manner.CREATE ? Use.CREATE : Use.CHANGE;
        telling.all(words).forEach(file -> writeFile(file, manner, use));
    }

    void writeFile(Arg file, Manner manner, Use use) {
        if (file.is("-")) {
            telling.shows();
            telling.shows(telling.flow());
            return;
        }
        for (Place place : telling.places(file, use)) {
            telling.add(new Effect.Write(place, manner, telling.flow(), file.span()));
        }
    }

    /// Something that is there afterwards; what was there before stays.
    void make(List<Phrase.Word> words, Manner manner) {
        for (Arg file : telling.all(words)) {
            for (Place place : telling.places(file, Use.CREATE)) {
                telling.add(new Effect.Write(place, manner, Data.NONE, file.span()));
            }
        }
    }

    void delete(List<Phrase.Word> words, boolean recursive) {
        for (Arg file : telling.all(words)) {
            for (Place place : telling.places(file, Use.DELETE)) {
                telling.add(new Effect.Delete(place, recursive, file.span()));
            }
        }
    }

    /// `move A to B`, and its like: into B where B is a directory or there are several.
    void carry(Phrase phrase) {
        int to = Telling.indexOf(phrase.words(), "to");
        List<Arg> sources = telling.all(phrase.words().subList(0, to));
        List<Arg> targets = telling.all(phrase.words().subList(to + 1, phrase.words().size()));
        if (targets.isEmpty()) {
            targets = List.of(Arg.exact(".", telling.call().span()));
        }
        var carrying = new Carrying(telling.call(), sources, targets.getFirst());
        carrying.effects(phrase.verb()).forEach(telling::add);
    }

    void mode(List<Phrase.Word> words, boolean recursive) {
        int last = words.size() - 1;
        String mode = telling.rest(words, last);
        for (Arg file : telling.all(words.subList(0, last))) {
            for (Place place : telling.places(file, Use.CHANGE)) {
                telling.add(new Effect.SetMode(place, mode, recursive, file.span()));
            }
        }
    }

    /// Files whose names are not known, in a directory; without one, in the working directory.
    void below(String what, Bound bound, List<Arg> there) {
        Arg directory = there.isEmpty() ? Arg.exact(".", telling.call().span()) : there.getFirst();
        if (ARRIVING.containsAll(bound.kinds())) {
            String known = directory.value().prefix() + (directory.text().isPresent() ? "/" : "");
            writeFile(
                    directory.with(new Value.Partial(known, "", what)), Manner.CREATE, Use.CREATE);
            return;
        }
        var inside = new Bound(bound.kinds(), Optional.of(telling.place(directory, Use.CHANGE)));
        telling.add(new Effect.Unknown(new Gap.Unread(what), inside, directory.span()));
    }
}
