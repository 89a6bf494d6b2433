/// Sandbox: a command run so that it can write only where it may, and reach nobody.
///
/// In: what is confined, and a command line. Out: the running command, or why this machine cannot confine it so.
/// Knows: `call`.
@NullMarked
package dev.cattlegrid.sandbox;

import org.jspecify.annotations.NullMarked;
