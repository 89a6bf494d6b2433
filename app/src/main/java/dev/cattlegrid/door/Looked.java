package dev.cattlegrid.door;

import dev.cattlegrid.host.Returned;
import dev.cattlegrid.judge.SecondLook;
import dev.cattlegrid.probe.Probe;
import dev.cattlegrid.probe.Probed;
import dev.cattlegrid.probe.Sign;
import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What became of looking at a result: first the probe, and where it is not sure whoever looks a second time.
///
/// A model can only add to what the probe finds: what the probe is sure of is not shown to it, since a text that gives orders
/// to an agent may give some to it, too.
///
/// @param planted what the result holds that it has no reason to hold
/// @param second what the second look came to, where there was one
record Looked(Optional<Result> planted, Optional<SecondLook.Seen> second) {
    private static final Looked NOTHING = new Looked(Optional.empty(), Optional.empty());

    private static final int AROUND = 800;
    private static final int MOST = 6;

    /// A look that fails is no look: it must not keep a call from ending.
    static Looked at(Returned returned, Optional<SecondLook> secondLook) {
        if (returned.text().isBlank()) {
            return NOTHING;
        }
        try {
            Probed probed = Probe.of(returned.text());
            if (probed.injection()) {
                return new Looked(Optional.of(Result.of(returned, probed)), Optional.empty());
            }
            return secondLook.map(look -> second(returned, look)).orElse(NOTHING);
        } catch (RuntimeException | StackOverflowError _) {
            return NOTHING;
        }
    }

    private static Looked second(Returned returned, SecondLook secondLook) {
        Probed doubts = Probe.doubts(returned.text());
        if (!doubts.injection()) {
            return NOTHING;
        }
        SecondLook.Seen seen =
                secondLook.at(returned.tool(), pieces(returned.text(), doubts.signs()));
        return new Looked(
                seen.answer() == SecondLook.Answer.ORDERS
                        ? Optional.of(Result.of(returned, doubts))
                        : Optional.empty(),
                Optional.of(seen));
    }

    /// The text around the signs; what overlaps is one piece.
    static List<String> pieces(String text, List<Sign> signs) {
        var spans = new ArrayList<Span>();
        for (Sign sign : signs) {
            int start = Math.max(0, sign.span().start() - AROUND);
            int end = Math.min(text.length(), sign.span().end() + AROUND);
            Optional<Span> last = spans.isEmpty() ? Optional.empty() : Optional.of(spans.getLast());
            if (last.isPresent() && start <= last.get().end()) {
                int least = last.get().start();
                spans.set(spans.size() - 1, new Span(least, Math.max(end, last.get().end())));
            } else {
                spans.add(new Span(start, end));
            }
        }
        return spans.stream().limit(MOST).map(span -> cut(span.of(text))).toList();
    }

    private static String cut(String piece) {
        int most = 4 * AROUND;
        return piece.length() <= most ? piece : piece.substring(0, most);
    }
}
