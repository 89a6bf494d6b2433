package dev.cattlegrid.effect;

import java.util.Locale;
import java.util.Set;

/// The words by which people name what others depend on, and the options by which clients choose it.
public final class Production {
    private static final Set<String> CHOOSING =
            Set.of(
                    "--context",
                    "--kube-context",
                    "--cluster",
                    "-n",
                    "--namespace",
                    "--profile",
                    "--project",
                    "--subscription",
                    "--account",
                    "--env",
                    "--environment",
                    "--stage",
                    "-h",
                    "--host",
                    "-d",
                    "--database",
                    "--dbname",
                    "--app",
                    "-a",
                    "--stack",
                    "--workspace",
                    "-var-file");

    private Production() {}

    /// Whether one of the words of a name says so.
    public static boolean isNamed(String text) {
        for (String word : text.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")) {
            if (word.equals("prod") || word.equals("production") || word.equals("prd")) {
                return true;
            }
        }
        return false;
    }

    /// Whether an option chooses what a client talks to.
    public static boolean isChosenBy(String option) {
        return CHOOSING.contains(option);
    }
}
