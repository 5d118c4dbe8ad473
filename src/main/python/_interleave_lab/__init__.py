"""The schedule lab: runs a program's threads in any order that is asked for."""
