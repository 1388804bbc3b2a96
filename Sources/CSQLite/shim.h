#include <sqlite3.h>

/// Keeps the plan of a statement whatever is bound to it: else one that a partial index might serve is planned anew each
/// time it is carried out (https://www.sqlite.org/c3ref/c_dbconfig_defensive.html, SQLITE_DBCONFIG_ENABLE_QPSG).
///
/// Here, as sqlite3_db_config takes any number of arguments, which Swift can't hand over.
static inline int csqlite_keep_plans(sqlite3 *database) {
    return sqlite3_db_config(database, SQLITE_DBCONFIG_ENABLE_QPSG, 1, (int *)0);
}
