package dev.cattlegrid.agent.print;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Talk;
import dev.cattlegrid.call.Origin;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What a person can tell a plain session besides what is for the model: lines that begin with `/`.
final class Commands {
    private static final String HELP =
            """
            /mode MODE        default, acceptEdits, plan, auto, dontAsk
            /model NAME       another model
            /permissions      what was refused; /allow N lets one of them pass once when it is tried again
            /why              the last refusal in full
            /compact          sum up what was said; /clear forgets it
            /quit\
            """;

    private final Talk talk;
    private final PrintWriter out;
    private final UnaryOperator<String> where;
    private final List<Happening.Refused> refused;

    Commands(
            Talk talk,
            PrintWriter out,
            List<Happening.Refused> refused,
            UnaryOperator<String> where) {
        this.where = where;
        this.talk = talk;
        this.out = out;
        this.refused = refused;
    }

    boolean isEnd(String line) {
        return List.of("/quit", "/exit").contains(line.strip());
    }

    /// @return whether it was one of these
    boolean run(String line) {
        if (!line.startsWith("/")) {
            return false;
        }
        String[] words = line.split("\\s+", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        switch (words[0]) {
            case "/mode" -> mode(rest);
            case "/model" -> talk.act(new Act.Model(rest));
            case "/permissions" -> permissions();
            case "/allow" -> allow(rest);
            case "/why" -> why();
            case "/compact" -> talk.act(new Act.Compact());
            case "/clear" -> talk.act(new Act.Clear());
            default -> say(HELP);
        }
        return true;
    }

    private void mode(String name) {
        Optional<Origin.Mode> mode =
                Origin.Mode.named(name).filter(one -> one != Origin.Mode.BYPASS_PERMISSIONS);
        if (mode.isEmpty()) {
            say("  the mode is " + talk.mode().text() + "; " + HELP.lines().findFirst().orElse(""));
        } else {
            talk.act(new Act.Mode(mode.get()));
        }
    }

    private void permissions() {
        List<Happening.Refused> all = all();
        if (all.isEmpty()) {
            say("  nothing was refused");
        }
        for (int i = 0; i < all.size(); i++) {
            Happening.Refused one = all.get(i);
            say(
                    "  %d. %s %s: %s"
                            .formatted(
                                    i + 1,
                                    one.made().tool(),
                                    one.made().line(),
                                    one.refusal().reason()));
        }
    }

    private void allow(String number) {
        List<Happening.Refused> all = all();
        try {
            Happening.Refused one = all.get(Integer.parseInt(number) - 1);
            if (one.refusal().clearable()) {
                talk.act(new Act.Allow(one.refusal()));
            } else {
                say("  nothing lets this pass: " + one.refusal().reason());
            }
        } catch (NumberFormatException | IndexOutOfBoundsException _) {
            say("  `/allow N`, with a number that /permissions shows");
        }
    }

    private void why() {
        List<Happening.Refused> all = all();
        if (all.isEmpty()) {
            say("  nothing was refused");
            return;
        }
        Happening.Refusal last = all.getLast().refusal();
        say("  " + last.reason() + (last.rule().isEmpty() ? "" : " (" + last.rule() + ")"));
        last.effects().forEach(effect -> say("  would    " + effect));
        last.facts().forEach(fact -> say("  checked  " + fact));
        if (!last.clears().isEmpty()) {
            say("  clears   " + last.clears());
        }
        if (!last.alternative().isEmpty()) {
            say("  instead  " + last.alternative());
        }
        if (!last.entry().isEmpty() && !where.apply(last.entry()).equals("/why")) {
            say("  more     " + where.apply(last.entry()));
        }
    }

    private List<Happening.Refused> all() {
        synchronized (refused) {
            return List.copyOf(refused);
        }
    }

    private void say(String text) {
        out.println(text);
        out.flush();
    }
}
