/// Automode: the commands about the rules in words and the rules with a condition: shown, criticised, drafted, tried.
///
/// In: the words of the command line, and what the layers say. Out: lists, findings, a changed file of settings.
/// Knows: `audit`, `door`, `host`, `json`, `judge`, `model`, `policy`, `policy.rule`, `prose`, `screen`, `typed`.
@NullMarked
package dev.cattlegrid.automode;

import org.jspecify.annotations.NullMarked;
