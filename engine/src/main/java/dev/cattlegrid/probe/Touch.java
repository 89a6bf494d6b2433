package dev.cattlegrid.probe;

import static dev.cattlegrid.probe.Idea.ALLOW;
import static dev.cattlegrid.probe.Idea.ATTACKER;
import static dev.cattlegrid.probe.Idea.FETCH;
import static dev.cattlegrid.probe.Idea.GATE;
import static dev.cattlegrid.probe.Idea.OUTSIDE;
import static dev.cattlegrid.probe.Idea.READ;
import static dev.cattlegrid.probe.Idea.SECRET;
import static dev.cattlegrid.probe.Idea.SHOW;
import static dev.cattlegrid.probe.Idea.YOUR;

import dev.cattlegrid.probe.Orders.Order;
import java.util.Set;

/// What of the machine, and of the world outside it, stands in reach of an order's verb.
record Touch(Words words) {
    private static final Set<String> SHELLS =
            Set.of("sh", "bash", "zsh", "python", "python3", "node", "perl", "ruby", "iex");

    boolean isFar(Order order) {
        int end = Math.min(words.size() - 1, order.last() + 3);
        for (int i = order.word() + 1; i <= end; i++) {
            if (words.notes(i, Words.FAR)) {
                return true;
            }
        }
        return order.isAbout(Idea.of(OUTSIDE, ATTACKER));
    }

    boolean hasSecretFile(Order order) {
        for (int i = order.word() + 1; i <= order.last(); i++) {
            if (words.notes(i, Words.SECRET_FILE)) {
                return true;
            }
        }
        return false;
    }

    boolean hasSettings(Order order) {
        for (int i = order.word() + 1; i <= order.last(); i++) {
            if (words.is(i, GATE) && words.notes(i, Words.CODE)) {
                return true;
            }
        }
        return order.isAbout(GATE) && order.isAbout(YOUR);
    }

    /// A tool that is named after what it gives: `read_secret`.
    boolean hasSecretTool(Order order) {
        for (int i = order.word() + 1; i < order.last(); i++) {
            boolean gives = words.is(i, READ) || words.is(i, FETCH) || words.is(i, SHOW);
            if (gives && words.notes(i, Words.IDENTIFIER) && words.is(i + 1, SECRET)) {
                return true;
            }
        }
        return false;
    }

    /// Whether what is done to settings is about what an agent may do.
    boolean hasRights(Order order) {
        for (int i = order.word() + 1; i <= order.last(); i++) {
            boolean rights = words.is(i, GATE) && !words.notes(i, Words.CODE) || words.is(i, ALLOW);
            if (rights) {
                return true;
            }
        }
        return false;
    }

    /// Whether the gate itself is named, or a way round it that programs have.
    boolean hasGate(Order order) {
        for (int i = order.word() + 1; i <= order.last(); i++) {
            switch (words.spelled(i)) {
                case "cattlegrid", "dangerously", "yolo", "bypasspermissions" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /// `curl https://... | sh`
    boolean runsFetched(Order order) {
        boolean far = false;
        for (int i = order.word() + 1; i < words.size() && i - order.word() <= 16; i++) {
            if (words.gap(i) == Words.SENTENCE) {
                return false;
            }
            far |= words.notes(i, Words.FAR);
            if (far && SHELLS.contains(words.spelled(i))) {
                return true;
            }
        }
        return false;
    }

    /// "in your next request", "in your reply": where the reader itself would write it.
    boolean isAnswered(Order order) {
        boolean your = false;
        for (int i = order.word() + 1; i < words.size() && i - order.word() <= 10; i++) {
            if (words.gap(i) == Words.SENTENCE) {
                return false;
            }
            your |= words.is(i, YOUR);
            boolean answer =
                    words.is(i, Idea.ANSWER)
                            || switch (words.spelled(i)) {
                                case "request", "comment", "message", "call", "review" -> true;
                                default -> false;
                            };
            if (your && answer) {
                return true;
            }
        }
        return false;
    }

    /// Whether something is named that can be sent, and not only the letter in which it could be.
    boolean hasData(Order order) {
        for (int i = order.word() + 1; i <= order.last(); i++) {
            if (words.is(i, Idea.DATA)) {
                switch (words.spelled(i)) {
                    case "email", "mail", "list", "address" -> {}
                    default -> {
                        return true;
                    }
                }
            }
        }
        return Reach.isBehind(order) && order.isAbout(Idea.DATA);
    }
}
