package dev.cattlegrid.effect.walk;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.Effect;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Place;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.world.World;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What files hold: what this call wrote into them, else what the world knows of them.
record Contents(Walk walk) {
    /// What a file gives to whoever reads it.
    Data content(Place place) {
        Optional<String> text =
                place.isExact()
                                && walk.world.content(place.path())
                                        instanceof World.Content.Text(var all, _)
                                && all.length() <= Values.LONGEST
                        ? Optional.of(all)
                        : Optional.empty();
        return resolved(new Data(Set.of(new Source.File(place)), text));
    }

    Data before(Place place, @Nullable Made old) {
        return old == null && place.facts().existence() == PathFacts.Existence.ABSENT
                ? Data.NONE
                : content(place);
    }

    /// Notes that a file holds something else now.
    ///
    /// @param directory whether it may be a directory
    void wrote(
            Place place,
            Effect.Write.Manner manner,
            Data data,
            boolean certain,
            boolean directory,
            State s) {
        if (!place.isExact()) {
            return;
        }
        Made old = s.files().get(place.path());
        boolean fresh =
                old != null && old.certain()
                        ? old.fresh()
                        : manner != Effect.Write.Manner.EDIT && Made.isFresh(place.facts());
        Data now =
                switch (manner) {
                    case CREATE, DESTROY -> data;
                    case APPEND, DIRECTORY -> appended(place, old, data);
                    case EDIT -> content(place).changed().with(data.changed());
                };
        Made made = new Made(now, certain, fresh, directory && now.text().isEmpty(), false);
        s.made(place.path(), certain || old == null ? made : old.or(made));
    }

    private Data appended(Place place, @Nullable Made old, Data data) {
        return Pending.together(before(place, old), data);
    }

    /// The same data, with the origins of each file that this call wrote among its sources.
    Data resolved(Data data) {
        if (data.sources().isEmpty()) {
            return data;
        }
        Set<Source> more = new HashSet<>();
        for (Source source : data.sources()) {
            if (source instanceof Source.File(var place) && place.isExact()) {
                walk.world.made(place.path()).ifPresent(made -> more.addAll(made.data().sources()));
            }
        }
        return more.isEmpty() ? data : new Data(Held.both(data.sources(), more), data.text());
    }
}
