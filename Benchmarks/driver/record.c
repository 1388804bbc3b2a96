// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2
//
// Loaded before a server's own libraries (LD_PRELOAD), writes down each statement SQLite carries out, as
// "connection TAB statement TAB the same with its values", both in hexadecimal, to the file that RONDOM_RECORD names.

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>

static FILE *record;
static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;

static void hexadecimal(const char *text) {
    for (; *text; text++) fprintf(record, "%02x", (unsigned char)*text);
}

static int carried_out(unsigned kind, void *database, void *statement, void *sql) {
    char *expanded = sqlite3_expanded_sql(statement);
    const char *text = sqlite3_sql(statement);
    if (expanded && text) {
        pthread_mutex_lock(&turn);
        fprintf(record, "%p\t", database);
        hexadecimal(text);
        fputc('\t', record);
        hexadecimal(expanded);
        fputc('\n', record);
        pthread_mutex_unlock(&turn);
    }
    sqlite3_free(expanded);
    return 0;
}

static int opened(sqlite3 *database, char **error, const void *routines) {
    const char *path = sqlite3_db_filename(database, "main");
    if (path && *path) sqlite3_trace_v2(database, SQLITE_TRACE_STMT, carried_out, database);
    return SQLITE_OK;
}

__attribute__((constructor)) static void begin(void) {
    const char *path = getenv("RONDOM_RECORD");
    if (path && (record = fopen(path, "w"))) sqlite3_auto_extension((void (*)(void))opened);
}
