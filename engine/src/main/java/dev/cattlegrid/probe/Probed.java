package dev.cattlegrid.probe;

import dev.cattlegrid.shell.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// What was found in a text.
///
/// @param signs that together are enough for an alarm, in the order of the text; empty where there is none
/// @param whole whether all of the text was read
public record Probed(List<Sign> signs, boolean whole) {
    /// The weight at which signs that stand close together are taken for an injection.
    public static final int ALARM = 100;

    /// The most characters between signs that belong together.
    private static final int NEAR = 700;

    /// The weight at which they are worth a second look.
    static final int DOUBT = 40;

    private static final int FAINT = 30;

    public Probed {
        signs = List.copyOf(signs);
    }

    public boolean injection() {
        return !signs.isEmpty();
    }

    /// The kinds of signs, each once, by weight.
    public List<Kind> kinds() {
        var weights = new EnumMap<Kind, Integer>(Kind.class);
        signs.forEach(sign -> weights.merge(sign.kind(), sign.weight(), Math::max));
        return weights.entrySet().stream()
                .sorted(Map.Entry.<Kind, Integer>comparingByValue(Comparator.reverseOrder()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /// Keeps the signs that weigh enough together: of each kind the heaviest counts once in a stretch.
    ///
    /// @param enough the weight from which on they are kept
    static Probed weighed(List<Sign> all, boolean whole, int enough) {
        List<Sign> sorted =
                all.stream().sorted(Comparator.comparingInt(sign -> sign.span().start())).toList();
        boolean[] kept = new boolean[sorted.size()];
        int from = 0;
        for (int to = 0; to < sorted.size(); to++) {
            Span last = sorted.get(to).span();
            while (last.start() - sorted.get(from).span().end() > NEAR) {
                from++;
            }
            from = Math.max(from, to - 64);
            if (weight(sorted.subList(from, to + 1)) >= enough) {
                java.util.Arrays.fill(kept, from, to + 1, true);
            }
        }
        var signs = new ArrayList<Sign>();
        for (int i = 0; i < kept.length; i++) {
            if (kept[i]) {
                signs.add(sorted.get(i));
            }
        }
        return new Probed(signs, whole);
    }

    /// Any manual is full of orders, and of important notes: they say something only where somebody speaks to the agent, or in
    /// the dark.
    private static boolean isFaint(Kind kind, int weight) {
        return kind == Kind.PRESSURE || kind == Kind.ORDERS && weight == faintest(weight);
    }

    private static int faintest(int orders) {
        return orders <= FAINT ? orders : 0;
    }

    private static boolean isSpoken(Kind kind) {
        return switch (kind) {
            case ADDRESSES, FAKE_TURN, HIDDEN, CONCEALS, ENCODED, OVERRIDES, PERSONA -> true;
            case SECRETS, ORDERS, PERMISSIONS, ANSWERS, PRESSURE -> false;
        };
    }

    private static int weight(List<Sign> signs) {
        int[] heaviest = new int[Kind.values().length];
        for (Sign sign : signs) {
            int kind = sign.kind().ordinal();
            heaviest[kind] = Math.max(heaviest[kind], sign.weight());
        }
        int sum = 0;
        boolean spoken = false;
        for (Kind kind : Kind.values()) {
            int weight = heaviest[kind.ordinal()];
            sum += isFaint(kind, weight) ? 0 : weight;
            spoken |= weight > 0 && isSpoken(kind);
        }
        int faint = heaviest[Kind.PRESSURE.ordinal()] + faintest(heaviest[Kind.ORDERS.ordinal()]);
        return spoken ? sum + faint : sum;
    }
}
