#pragma once
#include <stddef.h>

/// A file of `Config/`, as it was when the program was built.
typedef struct {
    /// The file's path below `Config/`, such as `reference/states.yml`.
    const char *path;
    const unsigned char *bytes;
    size_t count;
} EmbeddedConfigFile;

/// The file of that path below `Config/`; its `bytes` are null where the program carries none.
EmbeddedConfigFile embedded_config_file(const char *path);
