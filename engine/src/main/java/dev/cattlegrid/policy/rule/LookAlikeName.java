package dev.cattlegrid.policy.rule;

import dev.cattlegrid.effect.Code;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.policy.About;
import dev.cattlegrid.policy.Facts;
import dev.cattlegrid.policy.Finding;
import dev.cattlegrid.policy.LookAlikes;
import dev.cattlegrid.policy.Strength;
import dev.cattlegrid.policy.Topic;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class LookAlikeName extends EffectRule {

    LookAlikeName() {
        super(
                Strength.ASK,
                Set.of(Topic.READ, Topic.WRITE, Topic.DELETE, Topic.MOVE, Topic.RUN),
                About.of(
                        About.Group.GO_ROUND_REVIEW,
                        """
                        # look-alike-name: a file or program is named with letters of different alphabets that look like ASCII ones

                        Whoever reads the name takes it for another one.

                        ask: cat ~/.sѕh/config
                        ask: echo x > раckage.json
                        allow: cat Überblick.md
                        allow: cat отчёт.txt
                        """));
    }

    @Override
    Optional<Finding> look(Effect effect, Facts facts) {
        return names(effect).stream()
                .filter(LookAlikeName::deceives)
                .findFirst()
                .map(name ->
                        found(effect, "`%s` mixes letters of different alphabets", name)
                                .clearedBy("say that this name is meant"));
    }

    private static boolean deceives(String name) {
        for (String part : name.split("[/\\s._-]+")) {
            if (LookAlikes.deceives(part)) {
                return true;
            }
        }
        return false;
    }

    private static List<String> names(Effect effect) {
        return switch (effect) {
            case Effect.Read(var place, _) -> List.of(place.path());
            case Effect.Write write -> List.of(write.place().path());
            case Effect.Delete delete -> List.of(delete.place().path());
            case Effect.Move(Place from, Place to, _) -> List.of(from.path(), to.path());
            case Effect.Run(Code.Program(var name, _), _) -> List.of(name);
            case Effect.Run(Code.Script(var place, _, _), _) -> List.of(place.path());
            default -> List.of();
        };
    }
}
