package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

final class TrojanSource extends EffectRule {
    private static final Set<String> SOURCES =
            Set.of(
                    "java", "kt", "kts", "js", "ts", "jsx", "tsx", "mjs", "cjs", "py", "rb", "go",
                    "rs", "c", "h", "cc", "cpp", "hpp", "cs", "php", "pl", "sh", "bash", "zsh",
                    "swift", "scala", "lua", "sql", "tf", "gradle", "groovy", "ps1", "m", "mm",
                    "dart", "ex", "exs", "erl", "hs", "clj", "r", "jl", "vue", "svelte", "toml",
                    "yml", "yaml", "mk", "cmake", "sol", "zig", "nim");
    private static final Set<String> NAMED =
            Set.of("makefile", "dockerfile", "jenkinsfile", "rakefile", "gemfile", "justfile");

    TrojanSource() {
        super(
                Strength.SOFT,
                Set.of(Topic.WRITE),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # trojan-source: a source file would hold text that is read otherwise than it looks

                        With controls that turn the direction of writing, a comment can look like code and code like a comment. Write such a
                        character as an escape of the language.

                        deny: printf '%s' 'access = "user\\u{202e}"' > access.py
                        allow: printf '%s' 'name = "Müller 李 علي"' > names.py
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        if (!(effect instanceof Effect.Write write) || write.data().text().isEmpty()) {
            return Optional.empty();
        }
        String text = write.data().text().get();
        Optional<Invisible.Found> hidden = Invisible.first(text, Invisible.Kind.CARRIES);
        if (hidden.isEmpty() && isSource(write.place())) {
            hidden =
                    Invisible.first(text, Invisible.Kind.REORDERS)
                            .or(() -> Invisible.first(text, Invisible.Kind.EMPTY));
        }
        return hidden.map(found ->
                found(
                                effect,
                                "%s would hold the character %s, which is not seen",
                                name(write.place()),
                                found.name())
                        .clearedBy("write that character as an escape, or leave it out"));
    }

    private static boolean isSource(Place place) {
        String path = place.path().toLowerCase(Locale.ROOT);
        String file = path.substring(path.lastIndexOf('/') + 1);
        return NAMED.contains(file) || SOURCES.contains(file.substring(file.lastIndexOf('.') + 1));
    }
}
