package dev.cattlegrid.effect.code;

import java.util.Optional;

/// Finds who reads a language.
public final class Languages {
    private Languages() {}

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
