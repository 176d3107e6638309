//! A PostgreSQL cluster of its own for tests: an ordinary user, a free loopback port, gone when the process ends.
