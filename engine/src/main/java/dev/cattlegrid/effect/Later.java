package dev.cattlegrid.effect;

import java.util.List;

/// What a file that a call writes would do once something runs it.
///
/// @param file as the call names it
/// @param byItself whether something runs it without being told to: an install, a test run, entering the directory
/// @param apart whether it runs on another machine or in a container, where there is nothing of the user's to lose
public record Later(String file, boolean byItself, boolean apart, List<Step> steps) {
    public Later {
        steps = List.copyOf(steps);
    }
}
