#include "EmbeddedConfig.h"
#include <string.h>

static const unsigned char topic_mine_ban_policy[] = {
#embed "../../Config/topics/mine-ban-policy.yml"
};

static const unsigned char reference_states[] = {
#embed "../../Config/reference/states.yml"
};

static const unsigned char reference_munitions[] = {
#embed "../../Config/reference/munitions.yml"
};

static const unsigned char reference_terms[] = {
#embed "../../Config/reference/terms.yml"
};

static const unsigned char publish_page[] = {
#embed "../../Config/publish/page.css"
};

static const unsigned char reference_treaties[] = {
#embed "../../Config/reference/treaties.yml"
};

static const unsigned char reference_meetings[] = {
#embed "../../Config/reference/meetings.yml"
};

static const unsigned char reference_resolutions[] = {
#embed "../../Config/reference/resolutions.yml"
};

static const unsigned char init_footing[] = {
#embed "../../Config/init/footing.yml"
};

static const unsigned char init_github[] = {
#embed "../../Config/init/github.yml"
};

static const unsigned char init_gitlab[] = {
#embed "../../Config/init/gitlab.yml"
};

static const unsigned char init_hooks[] = {
#embed "../../.pre-commit-hooks.yaml"
};

static const EmbeddedConfigFile files[] = {
    {"topics/mine-ban-policy.yml", topic_mine_ban_policy, sizeof topic_mine_ban_policy},
    {"reference/states.yml", reference_states, sizeof reference_states},
    {"reference/munitions.yml", reference_munitions, sizeof reference_munitions},
    {"reference/terms.yml", reference_terms, sizeof reference_terms},
    {"publish/page.css", publish_page, sizeof publish_page},
    {"reference/treaties.yml", reference_treaties, sizeof reference_treaties},
    {"reference/meetings.yml", reference_meetings, sizeof reference_meetings},
    {"reference/resolutions.yml", reference_resolutions, sizeof reference_resolutions},
    {"init/footing.yml", init_footing, sizeof init_footing},
    {"init/github.yml", init_github, sizeof init_github},
    {"init/gitlab.yml", init_gitlab, sizeof init_gitlab},
    {"init/hooks.yaml", init_hooks, sizeof init_hooks},
};

EmbeddedConfigFile embedded_config_file(const char *path) {
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        if (strcmp(files[i].path, path) == 0) return files[i];
    }
    return (EmbeddedConfigFile){path, NULL, 0};
}
