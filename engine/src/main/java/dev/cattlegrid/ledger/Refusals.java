package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Effect;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What was refused in a session, so that it does not come back by another way.
public record Refusals(List<Refusal> list) {
    private static final int REMEMBERED = 256;

    public static final Refusals NONE = new Refusals(List.of());

    public Refusals {
        list = List.copyOf(list);
    }

    /// @param call the refused call in its own words
    /// @param reason why it was refused
    public record Refusal(Aim aim, String call, String reason) {}

    Refusals after(Event.Decided decided) {
        if (decided.answer() != Event.Decided.Answer.REFUSED) {
            return this;
        }
        Map<String, Refusal> all = new LinkedHashMap<>();
        list.forEach(refusal -> all.put(refusal.aim().key(), refusal));
        for (Effect effect : decided.refused()) {
            for (Aim aim : Aims.of(effect)) {
                all.putIfAbsent(aim.key(), new Refusal(aim, decided.call(), decided.reason()));
            }
        }
        var kept = new ArrayList<>(all.values());
        return new Refusals(kept.subList(Math.max(0, kept.size() - REMEMBERED), kept.size()));
    }

    Refusals without(String call) {
        return new Refusals(list.stream().filter(refusal -> !refusal.call().equals(call)).toList());
    }

    /// The refusal that an effect would go round, if there is one.
    public Optional<Refusal> of(Effect effect) {
        if (list.isEmpty()) {
            return Optional.empty();
        }
        List<Aim> aims = Aims.of(effect);
        if (aims.isEmpty()) {
            return Optional.empty();
        }
        for (Refusal refusal : list) {
            for (Aim aim : aims) {
                if (aim.covers(refusal.aim())) {
                    return Optional.of(refusal);
                }
            }
        }
        return Optional.empty();
    }
}
