#pragma once

/// Lets the memory that one file took stay with the program for the next one, where the C library would give it back to the system and
/// ask for it again.
void keep_freed_memory(void);
