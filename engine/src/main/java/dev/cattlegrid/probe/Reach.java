package dev.cattlegrid.probe;

import static dev.cattlegrid.probe.Idea.AGENT;
import static dev.cattlegrid.probe.Idea.INNER;
import static dev.cattlegrid.probe.Idea.INSIDE;
import static dev.cattlegrid.probe.Idea.INSTRUCTION;
import static dev.cattlegrid.probe.Idea.PRIOR;
import static dev.cattlegrid.probe.Idea.RULE;
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

    /// "the internal rules": both words close together.
    boolean isInnerRule(Order order) {
        if (!order.isAbout(INNER) || !order.isAbout(INSTRUCTION) && !isAboutRules(order)) {
            return false;
        }
        for (int i = order.word() + 1; i <= order.last(); i++) {
            boolean inner = words.is(i, INNER);
            for (int j = i + 1; j <= Math.min(order.last(), i + 3); j++) {
                boolean rule = words.is(j, INSTRUCTION) || words.is(j, RULE);
                boolean other = words.is(i, INSTRUCTION) || words.is(i, RULE);
                if (inner && rule || other && words.is(j, INNER)) {
                    return true;
                }
            }
        }
        return isBehind(order);
    }

    /// "operate on the root" makes nobody root.
    boolean isOn(Order order) {
        return order.word() + 1 < words.size() && words.spelled(order.word() + 1).equals("on");
    }

    /// Whether the verb comes behind all that it is about.
    static boolean isBehind(Order order) {
        return order.last() == order.word();
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
        for (int i = order.word() - 1; i >= 0 && order.word() - i <= 12; i--) {
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

    /// "what you were told", "the task you were given": instructions, whatever they are called.
    boolean isTold(Order order) {
        for (int i = order.word() + 1; i < words.size() && i - order.word() <= 10; i++) {
            if (words.gap(i) == Words.SENTENCE) {
                return false;
            }
            if (words.is(i, Cue.TOLD) && hasReader(i)) {
                return i + 1 >= words.size() || !words.spelled(i + 1).equals("about");
            }
        }
        return false;
    }

    private boolean hasReader(int told) {
        for (int i = told - 1; i >= Math.max(0, told - 4); i--) {
            if (words.is(i, Idea.YOU)) {
                return true;
            }
            switch (words.spelled(i)) {
                case "dir", "ihnen", "te", "t", "toi" -> {
                    return true;
                }
                default -> {}
            }
        }
        return false;
    }

    /// Whether the verb stands as on a button: languages that order in the imperative write labels in the infinitive.
    boolean isLabel(Order order) {
        return switch (words.spelled(order.word())) {
            case "ignorer",
                    "oublier",
                    "contourner",
                    "ignorar",
                    "olvidar",
                    "omitir",
                    "ignorieren",
                    "vergessen",
                    "umgehen",
                    "ignorare" ->
                    true;
            default -> false;
        };
    }

    /// Whether what is allowed are calls of tools: requests and operations are other things too.
    boolean isOfAgents(Order order) {
        for (int i = order.word() + 1; i <= order.last(); i++) {
            if (words.is(i, Idea.TOOL_CALL)) {
                switch (words.spelled(i)) {
                    case "pending",
                            "requests",
                            "actions",
                            "operations",
                            "\u8BF7\u6C42",
                            "\u64CD\u4F5C" -> {}
                    default -> {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
