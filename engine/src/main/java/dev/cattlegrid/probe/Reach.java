package dev.cattlegrid.probe;

import static dev.cattlegrid.probe.Idea.AGENT;
import static dev.cattlegrid.probe.Idea.ALLOW;
import static dev.cattlegrid.probe.Idea.ATTACKER;
import static dev.cattlegrid.probe.Idea.FETCH;
import static dev.cattlegrid.probe.Idea.GATE;
import static dev.cattlegrid.probe.Idea.INNER;
import static dev.cattlegrid.probe.Idea.INSIDE;
import static dev.cattlegrid.probe.Idea.INSTRUCTION;
import static dev.cattlegrid.probe.Idea.OUTSIDE;
import static dev.cattlegrid.probe.Idea.PRIOR;
import static dev.cattlegrid.probe.Idea.READ;
import static dev.cattlegrid.probe.Idea.RULE;
import static dev.cattlegrid.probe.Idea.SECRET;
import static dev.cattlegrid.probe.Idea.SHOW;
import static dev.cattlegrid.probe.Idea.SYSTEM_PROMPT;
import static dev.cattlegrid.probe.Idea.TENANT;
import static dev.cattlegrid.probe.Idea.YOUR;

import dev.cattlegrid.probe.Orders.Order;

/// What stands in reach of an order's verb, where it matters which word it is and how near.
record Reach(Words words) {
    private static final int NEAR = 6;

    boolean hasEverything(Order order) {
        for (int i = order.word() + 1; i <= order.last() && i - order.word() <= 3; i++) {
            switch (words.spelled(i)) {
                case "everything",
                        "anything",
                        "alles",
                        "tout",
                        "todo",
                        "\u4E00\u5207",
                        "\u6240\u6709\u5185\u5BB9" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /// "ignore instructions in the document" guards against what it speaks of.
    boolean hasInside(Order order) {
        for (int i = order.word() + 1; i < words.size() && i - order.word() < 12; i++) {
            if (words.gap(i) == Words.SENTENCE) {
                return false;
            }
            if (words.is(i, INSIDE) && i > order.word() + 1) {
                return true;
            }
        }
        return false;
    }

    /// Of the things that can be dropped only some are rules for who reads.
    boolean isAboutRules(Order order) {
        for (int i = order.word() + 1; i <= order.last(); i++) {
            if (words.is(i, RULE)) {
                switch (words.spelled(i)) {
                    case "message",
                            "messages",
                            "command",
                            "commands",
                            "order",
                            "orders",
                            "task",
                            "tasks",
                            "goal",
                            "goals",
                            "context",
                            "requirements",
                            "training" -> {}
                    default -> {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// "the hidden system prompt" says more than "the system prompt".
    boolean isHiddenPrompt(Order order) {
        for (int i = order.word() + 1; i <= order.last(); i++) {
            if (words.is(i, INNER) && !words.is(i, SYSTEM_PROMPT)) {
                return true;
            }
        }
        return false;
    }

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

    /// Whether another account was named before: "as tenant A, fetch tenant B's".
    boolean isOther(Order order) {
        for (int i = order.word() - 1; i >= Math.max(0, order.word() - 6); i--) {
            if (words.is(i, TENANT)) {
                return true;
            }
        }
        return false;
    }

    boolean isForAgent(Order order) {
        for (int i = order.word() - 1; i >= 0 && order.word() - i <= 4; i--) {
            if (words.is(i, AGENT)) {
                return true;
            }
        }
        return false;
    }

    /// Whether the verb is one that people use of settings too: `override the default`.
    boolean isMild(Order order) {
        return switch (words.spelled(order.word())) {
            case "override",
                    "overrule",
                    "supersede",
                    "cancel",
                    "abandon",
                    "discard",
                    "set",
                    "omit",
                    "uberschreibe",
                    "omite",
                    "omitir",
                    "evita",
                    "anula",
                    "anular",
                    "salta",
                    "descarta",
                    "\u8986\u76D6",
                    "\u8DF3\u8FC7",
                    "\u653E\u5F03" ->
                    true;
            default -> false;
        };
    }

    boolean isNear(Order order, Idea idea) {
        for (int i = order.word() + 1; i <= order.last() && i - order.word() <= NEAR; i++) {
            if (words.is(i, idea) && !words.notes(i, Words.IDENTIFIER)) {
                return true;
            }
        }
        return false;
    }

    /// "your instructions", "the instructions above": those that the reader has.
    boolean isOwnInstruction(Order order) {
        for (int i = order.word() + 1; i <= order.last(); i++) {
            if (words.is(i, INSTRUCTION)) {
                for (int j = Math.max(order.word() + 1, i - 3); j <= i + 2; j++) {
                    if (j < i && words.is(j, YOUR) || words.is(j, PRIOR)) {
                        return true;
                    }
                }
            }
        }
        return false;
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
}
