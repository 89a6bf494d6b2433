package dev.cattlegrid.eval;

/// The range in which a rate lies with 95 % confidence, after Wilson (1927): right also for few rows and for rates
/// near 0 or 1.
public record Interval(double low, double high) {
    private static final double Z = 1.959963984540054;

    public static Interval of(long hits, long rows) {
        if (rows == 0) {
            return new Interval(0, 1);
        }
        double rate = (double) hits / rows;
        double square = Z * Z;
        double middle = rate + square / (2 * rows);
        double spread = Z * Math.sqrt((rate * (1 - rate) + square / (4 * rows)) / rows);
        double scale = 1 + square / rows;
        return new Interval(
                Math.max(0, (middle - spread) / scale), Math.min(1, (middle + spread) / scale));
    }
}
