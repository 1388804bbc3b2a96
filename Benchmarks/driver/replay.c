// SPDX-FileCopyrightText: The Rondom contributors
// SPDX-License-Identifier: EUPL-1.2
//
// replay DATABASE SCRIPT GROUP: carries out the statements of a script in a loop, prepared once, GROUP messages to a
// transaction, each transaction flushed (WAL, synchronous FULL); prints messages and seconds.
//
// Lines of the script: "P text" prepares a statement, numbered from 0; "M" begins a message; "S number" takes a
// statement; "I 12", "T text", "B bytes", "N" bind its next value; "X" carries it out. Texts and bytes in hexadecimal.

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define STATEMENTS 256

static sqlite3 *database;

static void check(int code) {
    if (code == SQLITE_OK || code == SQLITE_DONE || code == SQLITE_ROW) return;
    fprintf(stderr, "replay: %s\n", sqlite3_errmsg(database));
    exit(70);
}

static void run(const char *sql) { check(sqlite3_exec(database, sql, NULL, NULL, NULL)); }

static size_t unhex(const char *digits, unsigned char *bytes) {
    size_t count = 0;
    for (unsigned byte; sscanf(digits, "%2x", &byte) == 1; digits += 2) bytes[count++] = byte;
    return count;
}

typedef struct { char kind; int number; sqlite3_int64 whole; unsigned char *bytes; size_t count; } Step;

int main(int count, char **arguments) {
    if (count != 4) return 64;
    check(sqlite3_open(arguments[1], &database));
    run("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 0");
    FILE *script = fopen(arguments[2], "r");
    if (!script) return 66;
    int group = atoi(arguments[3]), prepared = 0;
    size_t steps = 0, room = 1 << 20;
    sqlite3_stmt *statements[STATEMENTS];
    Step *script_steps = malloc(room * sizeof(Step));
    char *line = NULL;
    size_t size = 0;
    while (getline(&line, &size, script) > 0) {
        Step step = {.kind = line[0]};
        if (line[0] == 'S') step.number = atoi(line + 2);
        if (line[0] == 'I') step.whole = atoll(line + 2);
        if (strchr("PTB", line[0])) {
            step.bytes = malloc(strlen(line) / 2 + 1);
            step.count = unhex(line + 2, step.bytes);
            step.bytes[step.count] = 0;
        }
        if (line[0] == 'P') {
            if (prepared == STATEMENTS) return 65;
            check(sqlite3_prepare_v3(database, (char *)step.bytes, -1, SQLITE_PREPARE_PERSISTENT,
                                     &statements[prepared++], NULL));
            continue;
        }
        if (steps == room) script_steps = realloc(script_steps, (room *= 2) * sizeof(Step));
        script_steps[steps++] = step;
    }
    struct timespec begun, ended;
    clock_gettime(CLOCK_MONOTONIC, &begun);
    long messages = 0;
    int place = 0;
    sqlite3_stmt *statement = NULL;
    for (Step *step = script_steps; step < script_steps + steps; step++) {
        switch (step->kind) {
        case 'M':
            if (messages % group == 0) run(messages ? "COMMIT; BEGIN IMMEDIATE" : "BEGIN IMMEDIATE");
            messages++;
            break;
        case 'S': statement = statements[step->number]; place = 0; break;
        case 'I': check(sqlite3_bind_int64(statement, ++place, step->whole)); break;
        case 'T': check(sqlite3_bind_text(statement, ++place, (char *)step->bytes, step->count, SQLITE_STATIC)); break;
        case 'B': check(sqlite3_bind_blob(statement, ++place, step->bytes, step->count, SQLITE_STATIC)); break;
        case 'N': check(sqlite3_bind_null(statement, ++place)); break;
        case 'X':
            while (sqlite3_step(statement) == SQLITE_ROW) {}
            check(sqlite3_reset(statement));
            break;
        }
    }
    run("COMMIT");
    clock_gettime(CLOCK_MONOTONIC, &ended);
    printf("%ld %f\n", messages, ended.tv_sec - begun.tv_sec + (ended.tv_nsec - begun.tv_nsec) / 1e9);
    return 0;
}
