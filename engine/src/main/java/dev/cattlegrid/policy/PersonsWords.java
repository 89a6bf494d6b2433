package dev.cattlegrid.policy;

import dev.cattlegrid.call.ToolCall;
import dev.cattlegrid.ledger.Wishes;
import dev.cattlegrid.ledger.words.Act;
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
        if (consents.isEmpty() || wanted.acts().isEmpty()) {
            return Optional.empty();
        }
        String call = facts.call() instanceof ToolCall.Shell(var command, _) ? inLine(command) : "";
        return consents.reversed().stream()
                .filter(consent -> consent.number() > wanted.since())
                .filter(consent -> clears(consent.order(), wanted, call))
                .findFirst()
                .map(PersonsWords::cited);
    }

    private static Clearance cited(Wishes.Consent consent) {
        return new Clearance(
                Clearance.By.WORDS,
                Integer.toString(consent.number()),
                "you said: \"" + consent.order().words() + "\"");
    }

    private static boolean clears(Statement.Order order, Wanted wanted, String call) {
        if (!wanted.acts().contains(order.act())) {
            return false;
        }
        boolean nothingNamed = order.things().isEmpty() && order.places().isEmpty();
        return wanted.general() && nothingNamed
                || !call.isEmpty() && order.things().contains(new Thing.Named(call))
                || !wanted.targets().isEmpty() && names(order, wanted);
    }

    /// What is lost has to be named itself; for the rest it is enough that the order names it somewhere.
    private static boolean names(Statement.Order order, Wanted wanted) {
        boolean itself =
                order.act() == Act.DELETE || order.act() == Act.DISCARD || order.act() == Act.MOVE;
        return wanted.targets().stream()
                .allMatch(target ->
                        itself && !order.places().isEmpty()
                                ? isNamedAt(target, order)
                                : isNamed(target, order.things())
                                        || !itself && isNamed(target, order.places()));
    }

    /// "delete the logs in build/" names `build/logs`, "delete everything in build/" what lies in it.
    private static boolean isNamedAt(Wanted.Target target, Statement.Order order) {
        for (Thing thing : order.things()) {
            for (Thing place : order.places()) {
                if (place instanceof Thing.Named(var where)
                        && (thing instanceof Thing.Named(var what)
                                        && target.names().contains(plain(where) + "/" + plain(what))
                                || isEverything(thing) && target.names().contains(plain(where)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean isEverything(Thing thing) {
        return thing.equals(new Thing.OfSort(Thing.Sort.EVERYTHING));
    }

    private static boolean isNamed(Wanted.Target target, List<Thing> things) {
        for (Thing thing : things) {
            boolean named =
                    switch (thing) {
                        case Thing.Named(var name) ->
                                target.isOpen()
                                        ? isSpecific(name)
                                        : target.names().contains(plain(name));
                        case Thing.OfSort(var sort) -> target.sorts().contains(sort);
                    };
            if (named) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSpecific(String name) {
        return name.indexOf(' ') < 0
                && name.chars().anyMatch(c -> Character.isDigit(c) || "-_/.@".indexOf(c) >= 0);
    }

    private static String plain(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        String here = lower.startsWith("./") ? lower.substring(2) : lower;
        return here.length() > 1 && here.endsWith("/")
                ? here.substring(0, here.length() - 1)
                : here;
    }

    private static String inLine(String command) {
        return String.join(" ", command.strip().split("\\s+"));
    }
}
