/// Permission: the permission rules of Claude Code's settings, read and matched on parsed commands.
///
/// In: a rule's text; a call and its effects. Out: whether the rule is about them.
/// Knows: `call`, `effect`, `policy`, `shell`.
@NullMarked
package dev.cattlegrid.policy.permission;

import org.jspecify.annotations.NullMarked;
