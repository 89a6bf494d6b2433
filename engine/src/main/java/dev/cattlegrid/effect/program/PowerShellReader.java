package dev.cattlegrid.effect.program;

import dev.cattlegrid.effect.Bound;
import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Gap;
import dev.cattlegrid.effect.Source;
import java.util.List;
import java.util.Locale;

/// Reads the command line of PowerShell: whichever way code comes to it, it is opened.
///
/// Source: PowerShell 7.4, about_Pwsh; Windows PowerShell 5.1, about_PowerShell_exe.
final class PowerShellReader {
    private static final List<String> SWITCHES =
            List.of(
                    "noprofile",
                    "nologo",
                    "noexit",
                    "noninteractive",
                    "sta",
                    "mta",
                    "login",
                    "interactive",
                    "noprofileloadtime");
    private static final List<String> VALUED =
            List.of(
                    "executionpolicy",
                    "ep",
                    "windowstyle",
                    "inputformat",
                    "outputformat",
                    "workingdirectory",
                    "wd",
                    "configurationname",
                    "configurationfile",
                    "custompipename",
                    "encodedarguments",
                    "version",
                    "psconsolefile",
                    "settingsfile");

    private PowerShellReader() {}

    static Outcome read(Invocation call, Opener opener) {
        var notes = new Outcome.Notes();
        List<Arg> args = call.args();
        for (int at = 0; at < args.size(); at++) {
            Arg arg = args.get(at);
            String text = arg.text().orElse("");
            String name = option(text);
            List<Arg> rest = args.subList(at + 1, args.size());
            if (name.isEmpty()) {
                List<Arg> from = args.subList(at, args.size());
                boolean file = call.name().startsWith("pwsh");
                return notes.include(file ? file(from, call, opener) : command(from, call, opener))
                        .done();
            }
            if (begins("command", name, 1) || name.equals("cwa")) {
                return notes.include(command(rest, call, opener)).done();
            }
            if (begins("encodedcommand", name, 1) || name.equals("ec")) {
                Arg code = rest.isEmpty() ? Words.stdin(call) : rest.getFirst();
                return notes.include(opener.code("powershell-encoded", code, List.of(), call))
                        .done();
            }
            if (begins("file", name, 1)) {
                return notes.include(file(rest, call, opener)).done();
            }
            if (begins("help", name, 1) || name.equals("?") || isVersion(name, rest)) {
                notes.output(Data.of(new Source.Program(call.name())));
                return notes.done();
            }
            if (VALUED.stream().anyMatch(each -> begins(each, name, 1))) {
                at++;
            } else if (SWITCHES.stream().noneMatch(each -> begins(each, name, 2))) {
                notes.must(
                        new Effect.Unknown(
                                new Gap.UnknownOption(call.name(), text),
                                Bound.ANYTHING,
                                arg.span()));
            }
        }
        return call.piped()
                ? notes.include(opener.code("powershell", Words.stdin(call), List.of(), call))
                        .done()
                : notes.done();
    }

    private static boolean isVersion(String name, List<Arg> rest) {
        return rest.isEmpty() && (name.equals("version") || name.equals("v"));
    }

    /// The name of an option in small letters; empty where it is none.
    private static String option(String text) {
        boolean dashed = text.startsWith("-") && text.length() > 1;
        boolean slashed = text.startsWith("/") && text.indexOf('/', 1) < 0 && text.length() > 1;
        if (!dashed && !slashed) {
            return "";
        }
        String name = text.startsWith("--") ? text.substring(2) : text.substring(1);
        return name.toLowerCase(Locale.ROOT);
    }

    private static boolean begins(String whole, String name, int least) {
        return name.length() >= least && whole.startsWith(name);
    }

    private static Outcome command(List<Arg> words, Invocation call, Opener opener) {
        boolean stdin = words.size() == 1 && words.getFirst().is("-");
        Arg code = stdin || words.isEmpty() ? Words.stdin(call) : Words.joined(words, " ");
        return opener.code("powershell", code, List.of(), call);
    }

    private static Outcome file(List<Arg> words, Invocation call, Opener opener) {
        if (words.isEmpty() || words.getFirst().is("-")) {
            return opener.code("powershell", Words.stdin(call), List.of(), call);
        }
        return opener.file(words.getFirst(), words.subList(1, words.size()), call);
    }
}
