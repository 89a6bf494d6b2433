/// Wiring: how the gate is put into each client's settings, and taken out.
///
/// In: where the launcher lies and what a settings file holds. Out: what the file is to hold, and whether the gate is in it.
/// Knows: `audit`, `door`, `host`, `json`, `screen`.
@NullMarked
package dev.cattlegrid.wiring;

import org.jspecify.annotations.NullMarked;
