/// App: the program itself, which hands each subcommand to its room.
///
/// In: the words of the command line. Out: an exit code.
/// Knows: `audit`, `automode`, `daemon`, `desk`, `doctor`, `door`, `json`, `screen`, `stats`, `wiring`.
@NullMarked
package dev.cattlegrid.app;

import org.jspecify.annotations.NullMarked;
