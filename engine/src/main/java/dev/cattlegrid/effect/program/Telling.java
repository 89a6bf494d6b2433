package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.world.Places;
import dev.cattlegrid.effect.world.World.Use;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What one reading of a card has told so far, and what the words of its phrases stand for; lives no longer than that
/// reading.
final class Telling {
    private final Typed typed;

    private final Bindings bindings;

    private final Opener opener;

    private final Outcome.Notes notes = new Outcome.Notes();

    private Invocation call;

    private Data flow = Data.NONE;

    private boolean shown;

    private boolean maybe;

    Telling(Typed typed, Bindings bindings, Invocation call, Opener opener) {
        this.typed = typed;
        this.bindings = bindings;
        this.call = call;
        this.opener = opener;
    }

    Typed typed() {
        return typed;
    }

    Bindings bindings() {
        return bindings;
    }

    Opener opener() {
        return opener;
    }

    Invocation call() {
        return call;
    }

    /// From here on the program is another start: elsewhere, with other rights, under other settings.
    void goOn(Invocation changed) {
        call = changed;
    }

    /// What is told next may be so, or is so.
    void maybe(boolean mayBe) {
        maybe = mayBe;
    }

    Data flow() {
        return flow;
    }

    /// The program has this in hand too.
    void flows(Data more) {
        flow = flow.with(more);
    }

    /// Its output is told, and may be nothing.
    void shows() {
        shown = true;
    }

    void shows(Data output) {
        shown = true;
        notes.output(output);
    }

    Outcome done() {
        if (!shown) {
            notes.output(Data.of(new Source.Program(call.name())));
        }
        return notes.done();
    }

    void surely(Effect effect) {
        notes.must(effect);
    }

    void add(Effect effect) {
        if (maybe) {
            notes.may(effect);
        } else {
            notes.must(effect);
        }
    }

    void include(Outcome outcome) {
        shown = true;
        if (maybe) {
            notes.mayInclude(outcome);
        } else {
            notes.include(outcome);
        }
    }

    Arg stdin() {
        return Words.stdin(call);
    }

    List<Arg> all(List<Phrase.Word> words) {
        List<Arg> args = new ArrayList<>();
        words.forEach(word -> args.addAll(args(word)));
        return args;
    }

    List<Arg> args(Phrase.Word word) {
        return switch (word) {
            case Phrase.Word.Name(var name) -> bindings.of(name);
            case Phrase.Word.Subcommand _ -> List.of(Arg.exact(typed.command(), call.span()));
            case Phrase.Word.Text(var text) -> List.of(Arg.exact(underHome(text), call.span()));
        };
    }

    private String underHome(String text) {
        return text.startsWith("~/") ? call.world().home() + text.substring(1) : text;
    }

    String text(List<Phrase.Word> words) {
        return Words.shown(all(words));
    }

    String text(List<Phrase.Word> words, int at) {
        return at < words.size() ? text(List.of(words.get(at))) : "";
    }

    /// The words from one on, as one text.
    String rest(List<Phrase.Word> words, int from) {
        return from < words.size() ? text(words.subList(from, words.size())) : "";
    }

    /// Where the first of the words stands that the call gave.
    Span span(List<Phrase.Word> words) {
        for (Phrase.Word word : words) {
            if (word instanceof Phrase.Word.Name(var name) && !bindings.of(name).isEmpty()) {
                return bindings.of(name).getFirst().span();
            }
        }
        return call.span();
    }

    Place place(Arg arg, Use use) {
        return places(arg, use).getFirst();
    }

    List<Place> places(Arg arg, Use use) {
        return Places.of(arg.value(), call.directory(), use, call.world());
    }

    /// Where a word of the card's own stands among a phrase's words, or -1.
    static int indexOf(List<Phrase.Word> words, String text) {
        return words.indexOf(new Phrase.Word.Text(text));
    }

    /// The name of a constant, as cards write it.
    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
