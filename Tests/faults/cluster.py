# SPDX-FileCopyrightText: The Rondom contributors
# SPDX-License-Identifier: EUPL-1.2
"""PostgreSQL clusters of their own, with the invented town in them."""

import glob
import os
import re
import shutil
import signal
import subprocess
import time

from installation import free_port

FOUND = sorted(glob.glob("/usr/lib/postgresql/*/bin"), key=lambda path: [int(n) for n in re.findall(r"\d+", path)])


def run_as_server(*command, timeout=120, check=True):
    """PostgreSQL refuses to run as root."""
    if os.geteuid() == 0:
        command = ("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", *command)
    done = subprocess.run(command, cwd="/", capture_output=True, text=True, timeout=timeout, check=False)
    if check and done.returncode:
        raise RuntimeError(f"{command}: {done.stdout}{done.stderr}")
    return done.stdout


class Cluster:
    """One PostgreSQL server; `copy_of` takes over what another one holds, while that one is stopped."""

    def __init__(self, yard, name, copy_of=None, is_empty=False):
        self.folder = os.path.join(yard.folder, name)
        self.port = free_port()
        self.data = os.path.join(self.folder, "data")
        os.makedirs(self.folder)
        if os.geteuid() == 0:
            shutil.chown(self.folder, "postgres")
        yard.undo.append(self.end)
        if copy_of:
            subprocess.run(["cp", "-a", copy_of.data, self.data], check=True)
        elif not is_empty:
            run_as_server(self._tool("initdb"), "-D", self.data, "-U", "postgres", "--auth=trust", "--encoding=UTF8",
                          "--locale=C.UTF-8", "--no-sync")
            self.set("listen_addresses = '127.0.0.1'", "max_connections = 200", "shared_buffers = 64MB",
                     "max_wal_senders = 8", "wal_level = replica", "hot_standby = on")
        self._use_place()

    def _use_place(self):
        if os.path.exists(self.data):
            self.set(f"port = {self.port}", f"unix_socket_directories = '{self.folder}'")

    def _tool(self, name):
        return os.path.join(FOUND[-1], name)

    def set(self, *settings):
        with open(f"{self.data}/postgresql.conf", "a", encoding="utf-8") as file:
            file.write("\n".join(settings) + "\n")

    @property
    def address(self):
        return f"postgres://postgres@127.0.0.1:{self.port}/postgres"

    def start(self):
        run_as_server(self._tool("pg_ctl"), "-D", self.data, "-l", f"{self.folder}/log", "-w", "start")

    def stop(self, mode="immediate"):
        """`immediate` is a crash: nothing is written down first."""
        run_as_server(self._tool("pg_ctl"), "-D", self.data, "-m", mode, "-w", "stop", check=False)

    def reload(self):
        run_as_server(self._tool("pg_ctl"), "-D", self.data, "reload")

    def promote(self):
        run_as_server(self._tool("pg_ctl"), "-D", self.data, "-w", "promote")

    def follow(self, primary, name):
        """Becomes a standby of another one."""
        run_as_server(
            self._tool("pg_basebackup"), "-D", self.data, "-R", "-c", "fast", "-X", "stream", "--no-sync",
            "-d", f"host=127.0.0.1 port={primary.port} user=postgres application_name={name}")
        self._use_place()
        self.start()

    def processes(self):
        """The server and all that it started."""
        with open(f"{self.data}/postmaster.pid", encoding="utf-8") as file:
            first = int(file.readline())
        children = subprocess.run(["ps", "-o", "pid=", "--ppid", str(first)], capture_output=True, text=True, check=False)
        return [first, *map(int, children.stdout.split())]

    def freeze(self):
        for process in self.processes():
            os.kill(process, signal.SIGSTOP)

    def thaw(self):
        for process in self.processes():
            os.kill(process, signal.SIGCONT)

    def ask(self, question):
        """Rows of text."""
        said = run_as_server(
            self._tool("psql"), "-h", "127.0.0.1", "-p", str(self.port), "-U", "postgres", "-d", "postgres", "-AtX", "-F", "\t",
            "-c", question)
        return [tuple(line.split("\t")) for line in said.splitlines() if line]

    def await_(self, question, answer, timeout=30):
        """Asks until the answer comes."""
        deadline = time.monotonic() + timeout
        while time.monotonic() < deadline:
            if self.ask(question) == answer:
                return True
            time.sleep(0.1)
        return False

    def end(self):
        if os.path.exists(f"{self.data}/postmaster.pid"):
            try:
                self.thaw()
            except (OSError, ValueError):
                pass
            self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)


def town_cluster(yard, name):
    """A running cluster with the town, and the folder with its keys."""
    if yard.cluster is None:
        yard.cluster, yard.cluster_keys = fill(yard)
    cluster = Cluster(yard, name, copy_of=yard.cluster)
    cluster.start()
    keys = os.path.join(yard.folder, name + "-keys")
    shutil.copytree(yard.cluster_keys, keys)
    return cluster, keys


def fill(yard):
    cluster = Cluster(yard, "town-cluster")
    # Stays for the days after this one.
    yard.undo.remove(cluster.end)
    yard.undo_last.append(cluster.end)
    cluster.start()
    keys = os.path.join(yard.folder, "town-cluster-keys")
    done = yard.command("demo", "--data", keys, "--families", "3", "--fill-only", "--database", cluster.address)
    if done.returncode:
        raise RuntimeError(f"The town could not be filled in PostgreSQL: {done.stderr}")
    cluster.stop("fast")
    return cluster, keys
