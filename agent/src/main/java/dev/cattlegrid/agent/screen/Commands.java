package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Act;
import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.call.Origin;
import dev.cattlegrid.screen.Shown;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// What the screen does about a line that begins with `/`.
final class Commands {
    /// What of the subcommand `auto-mode` changes nothing.
    private static final List<String> LOOKS = List.of("config", "defaults", "critique");

    private final Screen screen;
    private final Modes modes;
    private final Consumer<Act> acts;
    private final Consumer<List<String>> asides;

    /// @param asides runs a subcommand of the program and shows what it says, while the session goes on
    Commands(Screen screen, Modes modes, Consumer<Act> acts, Consumer<List<String>> asides) {
        this.screen = screen;
        this.modes = modes;
        this.acts = acts;
        this.asides = asides;
    }

    /// @return whether the line was for the screen
    boolean run(String line, long now) {
        if (!line.startsWith("/")) {
            return false;
        }
        String[] words = line.strip().split("\\s+", 2);
        String rest = words.length > 1 ? words[1].strip() : "";
        Optional<Command> command = Command.named(words[0]);
        if (command.isPresent()) {
            run(command.get(), rest, now);
            return true;
        }
        if (words[0].indexOf('/', 1) >= 0) {
            return false;
        }
        say("there is no command `%s`; /help lists them".formatted(Shown.line(words[0], 40)));
        return true;
    }

    private void run(Command command, String rest, long now) {
        switch (command) {
            case PERMISSIONS -> screen.show(RefusedList.of(screen.refused()), now);
            case WHY -> why(rest);
            case AUTO_MODE -> autoMode(rest);
            case BOUNDARIES -> asides.accept(List.of("boundaries"));
            case GRANTS -> asides.accept(List.of("grants"));
            case DOCTOR -> asides.accept(List.of("doctor"));
            case MODE -> mode(rest);
            case MODEL -> model(rest);
            case COMPACT -> acts.accept(new Act.Compact());
            case CLEAR -> acts.accept(new Act.Clear());
            case HELP -> screen.say(Page.help(screen.ink(), screen.width()));
            case QUIT -> acts.accept(new Act.Quit());
        }
    }

    void nextMode() {
        acts.accept(new Act.Mode(modes.after(screen.status().mode())));
    }

    private void mode(String name) {
        Optional<Origin.Mode> mode = Origin.Mode.named(name).filter(modes::has);
        if (mode.isPresent()) {
            acts.accept(new Act.Mode(mode.get()));
        } else {
            for (Origin.Mode one : Origin.Mode.values()) {
                if (modes.has(one)) {
                    String mark = one == screen.status().mode() ? "> " : "  ";
                    say("%s%-18s %s".formatted(mark, one.text(), Modes.about(one)));
                }
            }
        }
    }

    private void autoMode(String rest) {
        if (rest.equals("off")) {
            acts.accept(new Act.Mode(Origin.Mode.DEFAULT));
            return;
        }
        if (LOOKS.contains(rest)) {
            asides.accept(List.of("auto-mode", rest));
            return;
        }
        if (!rest.isEmpty() && !rest.equals("on")) {
            say(
                    "`/auto-mode`, `/auto-mode off`, and to look at its rules: "
                            + String.join(", ", LOOKS));
            return;
        }
        acts.accept(new Act.Mode(Origin.Mode.AUTO));
        say("auto: " + Modes.about(Origin.Mode.AUTO));
        say(
                "what you forbid in your own words holds at once: /boundaries; what was refused: /permissions");
    }

    private void model(String name) {
        if (name.isEmpty()) {
            StatusLine status = screen.status();
            say("the model is %s; `/model NAME` takes another".formatted(status.model()));
        } else {
            acts.accept(new Act.Model(name));
        }
    }

    private void why(String number) {
        List<Happening.Refused> all = screen.refused();
        if (all.isEmpty()) {
            say("nothing was refused");
            return;
        }
        int index = index(number, all.size());
        if (index < 0 || index >= all.size()) {
            say("`/why N`, with a number from 1 to " + all.size());
            return;
        }
        screen.explain(all.get(index));
    }

    private static int index(String number, int all) {
        if (number.isEmpty()) {
            return all - 1;
        }
        return number.matches("[0-9]{1,6}") ? Integer.parseInt(number) - 1 : -1;
    }

    private void say(String line) {
        screen.say(Columns.rows(line, screen.width()).stream().map(screen.ink()::faint).toList());
    }
}
