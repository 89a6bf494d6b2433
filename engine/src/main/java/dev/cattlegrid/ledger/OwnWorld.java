package dev.cattlegrid.ledger;

import dev.cattlegrid.effect.Data;
import dev.cattlegrid.effect.PathFacts;
import dev.cattlegrid.effect.Source;
import dev.cattlegrid.effect.world.Overlay;
import dev.cattlegrid.effect.world.World;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/// A world in which the session's own work is known for what it is.
final class OwnWorld extends Overlay {
    private final OwnWork own;
    private final Labels labels;

    OwnWorld(World before, OwnWork own, Labels labels) {
        super(before);
        this.own = own;
        this.labels = labels;
    }

    @Override
    public PathFacts look(String path, Use use) {
        PathFacts facts = before.look(path, use);
        return own.holds(path) ? facts.asOwnWork() : facts;
    }

    /// An assumed world has no files: there the text is the one that the session wrote. On a real machine the disk says
    /// what a file holds now, and what it does not say is not known.
    @Override
    public Content content(String path) {
        Content content = before.content(path);
        return before.assumes() && content instanceof Content.Unread
                ? own.text(path).<Content>map(Content.Text::of).orElse(content)
                : content;
    }

    @Override
    public Optional<Wrote> wrote(String path) {
        if (labels.isEmpty()) {
            return Optional.empty();
        }
        return labels.at(path)
                .filter(mark -> mark.extent() != Labels.Mark.Extent.WITHIN)
                .or(() -> labels.directoryAbove(path).flatMap(above -> reaching(above, path)))
                .flatMap(mark -> wrote(path, mark));
    }

    @Override
    public List<String> fetchedInto(String directory) {
        return labels.isEmpty() ? List.of() : labels.fetchedInto(directory);
    }

    @Override
    public boolean isWrittenInto(String directory) {
        return !labels.isEmpty()
                && (wrote(directory).isPresent() || !labels.inside(directory).isEmpty());
    }

    @Override
    public List<String> writtenInto(String directory) {
        return labels.isEmpty() ? List.of() : labels.writtenInto(directory);
    }

    /// What was unpacked among other things is not what git knows for unchanged; where only assumptions are made, a
    /// directory of its own was filled, and the project's was not.
    private Optional<Labels.Mark> reaching(String directory, String path) {
        return labels.at(directory)
                .filter(mark ->
                        mark.extent() == Labels.Mark.Extent.WHOLE
                                || (before.assumes()
                                        ? !before.workspaces().contains(directory)
                                        : before.look(path, Use.READ).saved()
                                                != PathFacts.Saved.TRACKED_CLEAN));
    }

    /// What was only changed stays the project's: only where it brought in what matters, it counts.
    private Optional<Wrote> wrote(String path, Labels.Mark mark) {
        boolean whole = mark.extent() == Labels.Mark.Extent.WHOLE;
        var sources = new LinkedHashSet<Source>();
        for (Trace trace : mark.from()) {
            if (whole || trace.isMarked()) {
                trace.source(before).ifPresent(sources::add);
            }
        }
        if (!whole && sources.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> text = whole ? own.text(path) : Optional.empty();
        return Optional.of(
                new Wrote(
                        new Data(sources, text),
                        labels.at(path).filter(mark::equals).isPresent(),
                        mark.certain(),
                        own.holds(path),
                        mark.directory()));
    }
}
