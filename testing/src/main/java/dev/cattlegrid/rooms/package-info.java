/// Rooms: the plate on each package's door, held against what the package imports.
///
/// In: a module's sources and the map in `ARCHITECTURE.md`. Out: what is wrong, one sentence each.
/// Knows: `cases`.
@NullMarked
package dev.cattlegrid.rooms;

import org.jspecify.annotations.NullMarked;
