package dev.cattlegrid.agent.screen;

import dev.cattlegrid.agent.talk.Happening;
import dev.cattlegrid.agent.talk.Made;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/// What happens, with files of the project named from its own directory, as a person there would name them.
///
/// A command is shown as it runs, whatever stands in it.
final class Near {
    private final String top;
    private final Pattern within;
    private final Pattern itself;

    Near(Path root) {
        top = root + "/";
        within = Pattern.compile("(?<![^ `“\"'(])" + Pattern.quote(top) + "(?=[^\\s`/])");
        itself =
                Pattern.compile(
                        "(?<![^ `“\"'(])"
                                + Pattern.quote(root.toString())
                                + "(?=`|$| in /| and all below it$)");
    }

    Happening of(Happening happening) {
        return switch (happening) {
            case Happening.Proposed(var made) -> new Happening.Proposed(of(made));
            case Happening.Allowed(var made, var by, var took, var entry) ->
                    new Happening.Allowed(of(made), by, took, entry);
            case Happening.Refused(var made, var refusal) ->
                    new Happening.Refused(of(made), of(refusal));
            case Happening.Asked(var number, var made, var refusal, var always) ->
                    new Happening.Asked(number, of(made), of(refusal), always);
            case Happening.Ran(var made, var done, var took) ->
                    new Happening.Ran(of(made), done, took);
            default -> happening;
        };
    }

    private Made of(Made made) {
        boolean file = made.line().startsWith(top) && !made.tool().equals("Bash");
        return file
                ? new Made(
                        made.id(), made.tool(), made.line().substring(top.length()), made.agent())
                : made;
    }

    private Happening.Refusal of(Happening.Refusal refusal) {
        return new Happening.Refusal(
                of(refusal.reason()),
                refusal.rule(),
                refusal.code(),
                of(refusal.effects()),
                of(refusal.facts()),
                of(refusal.clears()),
                refusal.alternative(),
                refusal.clearable(),
                refusal.ticket(),
                refusal.entry(),
                refusal.held());
    }

    private List<String> of(List<String> lines) {
        return lines.stream().map(this::of).toList();
    }

    String of(String line) {
        return itself.matcher(within.matcher(line).replaceAll("")).replaceAll("the project");
    }
}
