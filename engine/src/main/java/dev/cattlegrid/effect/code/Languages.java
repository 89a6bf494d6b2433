package dev.cattlegrid.effect.code;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Finds who reads a language.
public final class Languages {
    private static final Pattern CMDLET_CALL =
            Pattern.compile("(?:^|[|;{(\\n=])[ \\t]*([A-Z][A-Za-z]{1,15}-[A-Z][A-Za-z]{1,40})\\b");

    private Languages() {}

    /// Whether cmdlets of PowerShell are called in a text, by their full names.
    public static boolean callsCmdlets(String text) {
        if (text.length() > PythonCode.LONGEST) {
            return false;
        }
        var calls = CMDLET_CALL.matcher(text);
        while (calls.find()) {
            if (isCmdlet(calls.group(1))) {
                return true;
            }
        }
        return false;
    }

    /// Whether this is the full name of a cmdlet that is known.
    public static boolean isCmdlet(String name) {
        return name.indexOf('-') > 0 && Cmdlets.of(name.toLowerCase(Locale.ROOT)).isPresent();
    }

    /// Who reads code that others call: a module, a test file.
    ///
    /// @param called which of its functions they call, by their names
    public static Optional<CodeReader> of(String language, Predicate<String> called) {
        return switch (language) {
            case "python" ->
                    Optional.of((text, arguments, from, opener) ->
                            PythonCode.read(text, arguments, from, opener, called));
            case "javascript", "typescript" ->
                    Optional.of((text, arguments, from, opener) ->
                            ScriptCode.read(text, arguments, from, opener, called));
            default -> of(language);
        };
    }

    /// @param language `python`, `javascript`, `awk`, `sql` …
    public static Optional<CodeReader> of(String language) {
        return switch (language) {
            case "python", "python2", "python3" -> Optional.of(PythonCode::read);
            case "javascript", "js", "node", "typescript" -> Optional.of(ScriptCode::read);
            case "perl", "ruby", "php", "lua" ->
                    Optional.of((text, arguments, from, opener) ->
                            WordCode.read(language, text, arguments, from, opener));
            case "powershell", "pwsh" -> Optional.of(PowerCode::read);
            case "powershell-encoded" -> Optional.of(PowerCode::encoded);
            case "r" -> Optional.of(RCode::read);
            case "awk" -> Optional.of(AwkCode::read);
            default -> Optional.empty();
        };
    }
}
