package dev.cattlegrid.desk;

import dev.cattlegrid.screen.Ink;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Ticket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The live list of tickets: what is on the screen, and what a key makes of it.
///
/// @param tickets the newest first
/// @param chosen code of the one that keys are about
/// @param typing a PIN that is being typed, for the chosen one
/// @param message about the last answer
record Watch(
        List<Ticket> tickets, Optional<String> chosen, Optional<String> typing, String message) {
    static final Watch EMPTY = new Watch(List.of(), Optional.empty(), Optional.empty(), "");

    private static final String KEYS = "↑↓ choose   a let pass once   d say no   q leave";

    Watch {
        tickets = List.copyOf(tickets);
    }

    /// What a key asks for besides another screen.
    sealed interface Wish {
        record Nothing() implements Wish {}

        record Approve(String code, String pin) implements Wish {}

        record Deny(String code) implements Wish {}

        record Leave() implements Wish {}
    }

    record Next(Watch watch, Wish wish) {}

    /// A key, as the terminal names it.
    enum Key {
        UP,
        DOWN,
        ENTER,
        ERASE,
        CANCEL,
        CHARACTER,
        END
    }

    /// The same with the tickets that there are now; what was chosen stays chosen while it is there.
    Watch with(List<Ticket> now) {
        Optional<String> still =
                chosen.filter(code -> now.stream().anyMatch(one -> one.code().equals(code)));
        Optional<String> first = now.stream().findFirst().map(Ticket::code);
        Optional<String> pin = still.isPresent() ? typing : Optional.empty();
        return new Watch(now, still.or(() -> first), pin, message);
    }

    Watch saying(String what) {
        return new Watch(tickets, chosen, Optional.empty(), what);
    }

    /// @param character that was typed, where the key is one
    Next after(Key key, char character) {
        return typing.isPresent()
                ? afterTyping(typing.get(), key, character)
                : afterChoosing(key, character);
    }

    private Next afterTyping(String pin, Key key, char character) {
        return switch (key) {
            case CHARACTER -> still(typing(pin + character));
            case ERASE -> still(typing(pin.substring(0, Math.max(0, pin.length() - 1))));
            case ENTER -> new Next(saying(""), new Wish.Approve(chosen.orElse(""), pin));
            case UP, DOWN -> still(this);
            case CANCEL -> still(saying(""));
            case END -> new Next(this, new Wish.Leave());
        };
    }

    private Next afterChoosing(Key key, char character) {
        return switch (key) {
            case UP -> still(moved(-1));
            case DOWN -> still(moved(1));
            case CHARACTER ->
                    switch (character) {
                        case 'k' -> still(moved(-1));
                        case 'j' -> still(moved(1));
                        case 'a' -> still(chosen.isPresent() ? typing("") : this);
                        case 'd' ->
                                chosen.isPresent()
                                        ? new Next(this, new Wish.Deny(chosen.get()))
                                        : still(this);
                        case 'q' -> new Next(this, new Wish.Leave());
                        default -> still(this);
                    };
            case ENTER, ERASE -> still(this);
            case CANCEL, END -> new Next(this, new Wish.Leave());
        };
    }

    private static Next still(Watch watch) {
        return new Next(watch, new Wish.Nothing());
    }

    private Watch typing(String pin) {
        return new Watch(tickets, chosen, Optional.of(pin), "");
    }

    private Watch moved(int by) {
        if (tickets.isEmpty()) {
            return this;
        }
        int to = Math.clamp(index() + by, 0, tickets.size() - 1);
        return new Watch(tickets, Optional.of(tickets.get(to).code()), typing, "");
    }

    private int index() {
        for (int i = 0; i < tickets.size(); i++) {
            if (chosen.filter(tickets.get(i).code()::equals).isPresent()) {
                return i;
            }
        }
        return 0;
    }

    /// The screen, no longer than its height.
    List<String> screen(Ink ink, int width, int height, Instant now) {
        var lines = new ArrayList<String>();
        lines.add(ink.bold("cattlegrid") + "  refused calls that you can let pass");
        lines.add("");
        if (tickets.isEmpty()) {
            lines.add("  none; they come here by themselves");
        }
        var page = new TicketPage(ink, width - 3);
        int room = Math.max(1, height - 16);
        int from = Math.max(0, Math.min(index() - room / 2, tickets.size() - room));
        for (Ticket ticket : tickets.subList(from, Math.min(tickets.size(), from + room))) {
            boolean here = chosen.filter(ticket.code()::equals).isPresent();
            lines.add((here ? "> " : "  ") + page.line(ticket, now));
        }
        chosenOne()
                .ifPresent(ticket -> {
                    lines.add("");
                    page.full(ticket, now).stream().skip(2).limit(9).forEach(lines::add);
                });
        lines.add("");
        lines.add(bottom(ink, width));
        return lines.size() > height ? lines.subList(0, height) : lines;
    }

    private Optional<Ticket> chosenOne() {
        return tickets.isEmpty() ? Optional.empty() : Optional.of(tickets.get(index()));
    }

    private String bottom(Ink ink, int width) {
        if (typing.isPresent()) {
            return "PIN for " + chosen.orElse("") + ": " + "•".repeat(typing.get().length());
        }
        return message.isEmpty()
                ? ink.faint(KEYS)
                : Shown.line(message, Math.max(20, width - 2)).text();
    }
}
