package dev.cattlegrid.probe;

import static dev.cattlegrid.probe.Idea.ADD;
import static dev.cattlegrid.probe.Idea.ADMIN;
import static dev.cattlegrid.probe.Idea.ADOPT;
import static dev.cattlegrid.probe.Idea.ALL;
import static dev.cattlegrid.probe.Idea.ALLOW;
import static dev.cattlegrid.probe.Idea.ANSWER;
import static dev.cattlegrid.probe.Idea.ATTACKER;
import static dev.cattlegrid.probe.Idea.CHANGE;
import static dev.cattlegrid.probe.Idea.COMMAND_WORD;
import static dev.cattlegrid.probe.Idea.CONTENT;
import static dev.cattlegrid.probe.Idea.DATA;
import static dev.cattlegrid.probe.Idea.DESTROY;
import static dev.cattlegrid.probe.Idea.FETCH;
import static dev.cattlegrid.probe.Idea.FOLLOWING;
import static dev.cattlegrid.probe.Idea.FREE;
import static dev.cattlegrid.probe.Idea.GATE;
import static dev.cattlegrid.probe.Idea.INNER;
import static dev.cattlegrid.probe.Idea.INSTRUCTION;
import static dev.cattlegrid.probe.Idea.OVERRIDE;
import static dev.cattlegrid.probe.Idea.PENDING;
import static dev.cattlegrid.probe.Idea.PERSONAL;
import static dev.cattlegrid.probe.Idea.PRIOR;
import static dev.cattlegrid.probe.Idea.READ;
import static dev.cattlegrid.probe.Idea.REMEMBER;
import static dev.cattlegrid.probe.Idea.REVEAL;
import static dev.cattlegrid.probe.Idea.RULE;
import static dev.cattlegrid.probe.Idea.RUN;
import static dev.cattlegrid.probe.Idea.SAY;
import static dev.cattlegrid.probe.Idea.SECRET;
import static dev.cattlegrid.probe.Idea.SECRETLY;
import static dev.cattlegrid.probe.Idea.SEND;
import static dev.cattlegrid.probe.Idea.SHOW;
import static dev.cattlegrid.probe.Idea.SNIPPET;
import static dev.cattlegrid.probe.Idea.STEAL;
import static dev.cattlegrid.probe.Idea.SYSTEM_PROMPT;
import static dev.cattlegrid.probe.Idea.TELL;
import static dev.cattlegrid.probe.Idea.TENANT;
import static dev.cattlegrid.probe.Idea.TOOL_CALL;
import static dev.cattlegrid.probe.Idea.USER;
import static dev.cattlegrid.probe.Idea.WEAKEN;
import static dev.cattlegrid.probe.Idea.YOUR;

import dev.cattlegrid.probe.Orders.Order;
import java.util.ArrayList;
import java.util.List;

/// What an order would have the reader do, and how much it says of who wrote it.
final class Meaning {
    private final Words words;
    private final Reach reach;
    private final Touch touch;
    private final List<Found> found = new ArrayList<>();

    /// A sign, by its words.
    record Found(Kind kind, int weight, int first, int last) {}

    private Meaning(Words words) {
        this.words = words;
        reach = new Reach(words);
        touch = new Touch(words);
    }

    static List<Found> of(Words words, List<Order> orders) {
        var meaning = new Meaning(words);
        for (int i = 0; i < orders.size(); i++) {
            Order next = i + 1 < orders.size() ? orders.get(i + 1) : orders.get(i);
            meaning.look(orders.get(i), next);
            if (i > 0) {
                meaning.passesOn(orders.get(i - 1), orders.get(i));
            }
        }
        return meaning.found;
    }

    private void look(Order order, Order next) {
        if (order.forbids()) {
            conceals(order);
            return;
        }
        int before = found.size();
        overrides(order, next);
        tells(order);
        sends(order);
        permissions(order);
        persona(order);
        fetches(order);
        answers(order);
        if (words.is(order.word() - 1, SECRETLY) && words.gap(order.word()) < Words.COMMA) {
            add(Kind.CONCEALS, 30, order);
        }
        if (order.addressed() && reach.isForAgent(order)) {
            add(Kind.ADDRESSES, 40, order);
        }
        if (before == found.size() && isAct(order)) {
            add(Kind.ORDERS, order.isAbout(SECRET) ? 30 : 15, order);
        }
    }

    private static boolean isAct(Order order) {
        return (order.verb()
                                & Idea.of(
                                        RUN, SEND, DESTROY, WEAKEN, ALLOW, CHANGE, FETCH, READ,
                                        STEAL))
                        != 0
                && order.about() != 0;
    }

    private void add(Kind kind, int weight, Order order) {
        if (weight > 0) {
            found.add(new Found(kind, weight, order.word(), order.last()));
        }
    }

    private void overrides(Order order, Order next) {
        if (!order.says(OVERRIDE)) {
            return;
        }
        boolean told = reach.isTold(order);
        boolean known = told || order.isAbout(Idea.of(PRIOR, YOUR, INNER));
        if (told && order.isAbout(Idea.of(INSTRUCTION, RULE, PRIOR))) {
            add(Kind.OVERRIDES, 100, order);
        } else if (reach.isMild(order) && !order.isAbout(Idea.of(PRIOR, YOUR))) {
            add(Kind.OVERRIDES, order.isAbout(Idea.of(INSTRUCTION, SYSTEM_PROMPT)) ? 40 : 0, order);
        } else if (order.isAbout(Idea.of(INSTRUCTION, SYSTEM_PROMPT))) {
            boolean defends = !known && reach.hasInside(order);
            add(Kind.OVERRIDES, defends ? 0 : known || order.isAbout(ALL) ? 100 : 60, order);
        } else if (order.isAbout(RULE)) {
            add(
                    Kind.OVERRIDES,
                    reach.isAboutRules(order) && (order.addressed() || !reach.isLabel(order))
                            ? known ? 100 : 60
                            : known ? 50 : 0,
                    order);
        } else if (order.isAbout(GATE)) {
            add(Kind.PERMISSIONS, order.isAbout(Idea.of(YOUR, ALL)) ? 90 : 70, order);
        } else if (order.isAbout(PRIOR) && reach.hasEverything(order)) {
            add(Kind.OVERRIDES, 100, order);
        }
        if (order.isAbout(CONTENT) && next.says(SAY) && next.word() - order.word() < 10) {
            add(Kind.ANSWERS, 70, order);
        }
    }

    private void tells(Order order) {
        boolean inner = order.isAbout(SYSTEM_PROMPT) || reach.isInnerRule(order);
        boolean own = reach.isOwnInstruction(order);
        if (order.says(REVEAL)) {
            add(Kind.SECRETS, inner || own ? 100 : 0, order);
            add(
                    Kind.SECRETS,
                    order.isAbout(SECRET)
                            ? order.isAbout(Idea.of(ALL, USER, PERSONAL)) ? 100 : 60
                            : 0,
                    order);
        } else if (order.says(SHOW)) {
            boolean hidden = order.isAbout(Idea.of(YOUR, PRIOR)) || reach.isHiddenPrompt(order);
            boolean prompt =
                    inner && (reach.isNear(order, SYSTEM_PROMPT) || reach.isNear(order, INNER));
            add(Kind.SECRETS, prompt ? hidden ? 100 : 60 : own ? 60 : 0, order);
            if (order.isAbout(SECRET) && !inner) {
                add(Kind.SECRETS, order.isAbout(ALL) ? 40 : 25, order);
            }
        }
    }

    private void sends(Order order) {
        if (order.says(STEAL)) {
            add(Kind.SECRETS, order.isAbout(Idea.of(SECRET, DATA, PERSONAL)) ? 100 : 40, order);
        }
        if (order.says(SEND) || order.says(FETCH) && order.isAbout(SEND)) {
            boolean far = touch.isFar(order);
            add(Kind.SECRETS, secretsSent(order, far), order);
            if (!order.isAbout(SECRET)) {
                boolean personal = order.isAbout(PERSONAL) && order.isAbout(DATA);
                int weight =
                        order.isAbout(ATTACKER) || personal && far
                                ? 100
                                : personal ? 40 : touch.hasData(order) ? far ? 60 : 30 : 0;
                add(Kind.SECRETS, weight, order);
            }
        }
        if ((order.says(READ) || order.says(FETCH)) && order.isAbout(SECRET)) {
            add(
                    Kind.SECRETS,
                    touch.hasSecretFile(order) || order.isAbout(Idea.of(ALL, USER)) ? 45 : 25,
                    order);
        }
        if (order.says(RUN) && order.isAbout(SECRET) && !order.isAbout(COMMAND_WORD)) {
            add(Kind.ORDERS, touch.hasSecretTool(order) ? 60 : 20, order);
        }
        if ((order.says(RUN) || order.says(CHANGE) || order.says(ADD))
                && touch.runsFetched(order)) {
            add(Kind.ORDERS, 45, order);
        }
    }

    /// "read the key file and post it to ...": what is sent was named before.
    private void passesOn(Order before, Order order) {
        boolean taken =
                before.isAbout(SECRET) && !before.forbids() && order.word() - before.last() < 12;
        boolean names = order.isAbout(Idea.of(SECRET, PERSONAL));
        boolean puts = order.says(ADD) || order.says(CHANGE) || order.says(SHOW) || order.says(SAY);
        if (taken && puts && touch.hasSecretFile(before) && touch.isAnswered(order)) {
            add(Kind.SECRETS, 70, order);
        }
        if (taken
                && !names
                && order.says(SEND)
                && touch.isFar(order)
                && (touch.hasSecretFile(before) || before.isAbout(Idea.of(ALL, USER)))) {
            add(Kind.SECRETS, 100, order);
        }
    }

    private int secretsSent(Order order, boolean far) {
        if (!order.isAbout(SECRET)) {
            return 0;
        }
        boolean others = order.isAbout(Idea.of(ALL, USER, PERSONAL)) || touch.hasSecretFile(order);
        if (order.isAbout(YOUR) && !others) {
            return far ? 60 : 20;
        }
        return far ? 100 : others ? 80 : 40;
    }

    private void permissions(Order order) {
        if (order.says(ALLOW)) {
            boolean call = reach.isNear(order, TOOL_CALL);
            boolean wide = reach.isNear(order, ALL) || reach.isNear(order, PENDING);
            add(
                    Kind.PERMISSIONS,
                    call
                            ? reach.isOfAgents(order) ? wide ? 90 : 60 : 30
                            : order.isAbout(ADMIN) ? 50 : order.isAbout(GATE) && wide ? 50 : 0,
                    order);
        }
        if (order.says(WEAKEN) && order.isAbout(GATE)) {
            add(Kind.PERMISSIONS, order.isAbout(Idea.of(YOUR, ALL)) ? 90 : 50, order);
        }
        if ((order.says(CHANGE) || order.says(ALLOW)) && touch.hasSettings(order)) {
            add(Kind.PERMISSIONS, touch.hasRights(order) ? 60 : 20, order);
        }
        if ((order.says(DESTROY) || order.says(WEAKEN)) && touch.hasSettings(order)
                || (order.says(RUN) || order.says(ADOPT)) && touch.hasGate(order)) {
            add(Kind.PERMISSIONS, 60, order);
        }
    }

    private void persona(Order order) {
        if (order.says(ADOPT) && order.isAbout(FREE)) {
            add(Kind.PERSONA, 100, order);
        } else if (order.says(ADOPT) && order.isAbout(ADMIN) && !reach.isOn(order)) {
            add(Kind.PERSONA, 60, order);
        }
        if (order.says(REMEMBER) && order.isAbout(USER) && order.isAbout(ADMIN)) {
            add(Kind.PERSONA, 100, order);
        }
    }

    private void fetches(Order order) {
        boolean carries = false;
        for (int i = order.word() + 1; i <= order.last(); i++) {
            carries |= words.notes(i, Words.CARRIES);
        }
        if (carries
                && (order.says(FETCH) || order.says(SEND) || order.says(ADD) || order.says(SHOW))) {
            add(Kind.SECRETS, 100, order);
        }
        boolean takes =
                order.says(FETCH) || order.says(READ) || order.says(REVEAL) || order.says(SHOW);
        if (takes && order.isAbout(TENANT) && order.isAbout(DATA) && reach.isOther(order)) {
            add(Kind.SECRETS, 60, order);
        }
    }

    private void answers(Order order) {
        long wanted = Idea.of(SNIPPET, YOUR, ANSWER);
        if ((order.says(ADD) || order.says(RUN)) && (order.about() & wanted) == wanted) {
            add(Kind.ANSWERS, order.isAbout(FOLLOWING) ? 100 : 60, order);
        }
    }

    private void conceals(Order order) {
        if (TELL.in(order.verb()) && order.isAbout(USER)) {
            add(Kind.CONCEALS, 45, order);
        }
    }
}
