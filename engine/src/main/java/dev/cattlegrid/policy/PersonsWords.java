package dev.cattlegrid.policy;

import dev.cattlegrid.ledger.Wishes;
import dev.cattlegrid.ledger.words.Statement;
import dev.cattlegrid.ledger.words.Thing;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Consent: an order or a leave in the person's own words that names what a finding is about.
public enum PersonsWords implements Clearing {
    OF_THE_SESSION;

    @Override
    public Optional<Clearance> clears(Finding finding, Facts facts) {
        List<Wishes.Consent> consents = facts.ledger().wishes().consents();
        Wanted wanted = finding.wanted();
        if (consents.isEmpty() || wanted.acts().isEmpty() || wanted.targets().isEmpty()) {
            return Optional.empty();
        }
        return consents.reversed().stream()
                .filter(consent -> names(consent.order(), wanted))
                .findFirst()
                .map(PersonsWords::cited);
    }

    private static Clearance cited(Wishes.Consent consent) {
        return new Clearance(
                Clearance.By.WORDS,
                Integer.toString(consent.number()),
                "you said: \"" + consent.order().words() + "\"");
    }

    private static boolean names(Statement.Order order, Wanted wanted) {
        return wanted.acts().contains(order.act())
                && wanted.targets().stream()
                        .allMatch(target ->
                                order.things().stream().anyMatch(thing -> isNamed(target, thing)));
    }

    private static boolean isNamed(Wanted.Target target, Thing thing) {
        return switch (thing) {
            case Thing.Named(var name) -> target.names().contains(plain(name));
            case Thing.OfSort(var sort) -> target.sorts().contains(sort);
        };
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
