package dev.cattlegrid.agent.screen;

import dev.cattlegrid.desk.GrantExample;
import dev.cattlegrid.screen.Shown;
import dev.cattlegrid.session.Granted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// What `always` would cover, in words: a person sees it before they keep it.
final class Granting {
    private Granting() {}

    static List<String> words(List<Granted> grants, Near near) {
        return grants.stream().map(grant -> near.of(Shown.line(grant.words()).text())).toList();
    }

    static List<String> preview(List<Granted> grants, Near near) {
        var lines = new ArrayList<String>();
        for (Granted grant : grants) {
            long hours = Duration.between(grant.from(), grant.until()).toHours();
            lines.add(
                    "%s (%s), in this session, for %d hours"
                            .formatted(
                                    near.of(Shown.line(grant.words()).text()),
                                    grant.rule(),
                                    hours));
            for (GrantExample example : GrantExample.of(grant)) {
                lines.add(
                        (example.covered() ? "passes    " : "does not  ")
                                + near.of(example.words()));
            }
        }
        return lines;
    }
}
