package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.program.Form.Opt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Reads a program by its card.
final class CardReader implements Reader {
    private final Card card;

    CardReader(Card card) {
        this.card = card;
    }

    Card card() {
        return card;
    }

    @Override
    public Outcome read(Invocation call, Opener opener) {
        var typed = Typed.of(card, call);
        if (typed.asksForHelp() && typed.stranges().isEmpty()) {
            return new Outcome(List.of(), Data.of(new Source.Program(call.name())));
        }
        var bindings = new Bindings(typed, call);
        var teller = new Teller(typed, bindings, call, opener);
        for (Due due : dues(typed, bindings)) {
            teller.tell(due.phrase(), due.answer() == Bindings.Answer.MAYBE);
        }
        typed.named().forEach(option -> ByName.tell(option, teller));
        typed.stranges()
                .forEach(strange -> teller.unknown(strange.gap(), strange.atMost(), strange.arg()));
        tooMany(typed, bindings, teller);
        return teller.done();
    }

    /// A phrase that holds, or may hold.
    private record Due(Phrase phrase, Bindings.Answer answer) {}

    private static List<Due> dues(Typed typed, Bindings bindings) {
        List<Due> dues = new ArrayList<>();
        add(typed.form().does(), bindings, dues);
        for (Opt option : typed.options()) {
            add(option.does(), bindings, dues);
        }
        dues.sort(Comparator.comparingInt(due -> due.phrase().verb().turn()));
        return dues;
    }

    private static void add(List<Phrase> phrases, Bindings bindings, List<Due> dues) {
        for (Phrase phrase : phrases) {
            var answer = bindings.holds(phrase.guards());
            if (answer != Bindings.Answer.NO) {
                dues.add(new Due(phrase, answer));
            }
        }
    }

    private static void tooMany(Typed typed, Bindings bindings, Teller teller) {
        if (bindings.left().isEmpty() || !typed.stranges().isEmpty()) {
            return;
        }
        Arg first = bindings.left().getFirst();
        Bound bound = typed.form().strangeOptions().atMost().orElse(null);
        if (bound != null) {
            teller.unknown(
                    new Gap.UnknownOption(typed.form().name(), first.value().prefix()),
                    bound,
                    first);
        }
    }
}
