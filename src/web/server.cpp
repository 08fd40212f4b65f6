#include "web/server.hpp"
