package dev.cattlegrid.policy;

import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.ledger.Deed;
import java.util.List;
import java.util.Optional;

/// Leave for an effect, whichever call brings it: what one rule finds in one kind of deed on one target.
///
/// @param id by which its uses are counted
/// @param rule whose findings it clears, and no other's
/// @param deed a path ending in `/*` stands for all that lies below
public record Grant(String id, String rule, Deed deed) implements Clearing {
    @Override
    public Optional<Clearance> clears(Finding finding, Facts facts) {
        boolean mine = finding.rule().equals(rule) || finding.rule().equals(Decision.MODE);
        return mine && covers(finding.effect())
                ? Optional.of(new Clearance(Clearance.By.GRANT, id, "granted, as " + id))
                : Optional.empty();
    }

    /// Whether all that an effect does is granted; what is no deed cannot be.
    public boolean covers(Effect effect) {
        List<Deed> deeds = Deed.of(effect);
        return !deeds.isEmpty() && deeds.stream().allMatch(deed::coversAtAnyStake);
    }
}
