package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.world.World.Use;
import java.util.List;
import java.util.Optional;

/// The phrases of a card about what a program prints.
record ShowPhrases(Telling telling) {
    void show(List<Phrase.Word> words) {
        telling.shows();
        if (words.isEmpty()) {
            telling.shows(Decoders.of(telling.call(), telling.flow()));
            return;
        }
        if (words.getFirst().equals(new Phrase.Word.Text("names"))) {
            showNames(telling.all(words.subList(1, words.size())));
            return;
        }
        switch (telling.text(words)) {
            case "exactly" -> telling.shows(telling.flow());
            case "nothing" -> {}
            case "vault" -> telling.shows(Data.of(new Source.Vault(telling.call().name())));
            default -> telling.all(words).forEach(arg -> telling.shows(arg.data()));
        }
    }

    /// The names of what lies at places, or in the working directory.
    private void showNames(List<Arg> at) {
        if (at.isEmpty()) {
            telling.shows(Data.of(new Source.Names(telling.call().directory())));
        }
        for (Arg each : at) {
            telling.places(each, Use.READ)
                    .forEach(place -> telling.shows(Data.of(new Source.Names(place))));
        }
    }

    void reveal(List<Phrase.Word> words) {
        telling.shows();
        if (words.isEmpty()) {
            telling.add(new Effect.Reveal(Optional.empty(), telling.call().span()));
            telling.shows(Data.of(new Source.Environment()));
        }
        for (Arg name : telling.all(words)) {
            telling.add(new Effect.Reveal(Optional.of(Words.shown(name)), name.span()));
            telling.shows(Data.of(new Source.Variable(Words.shown(name))));
        }
    }
}
