"""Runs a program and prints, after what it prints itself, the processor time of its whole process.

usage: processor.py PROGRAM ARGUMENT...
"""
import resource
import subprocess
import sys

status = subprocess.run(sys.argv[1:]).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(f"processor {(used.ru_utime + used.ru_stime) * 1e3:.3f} ms", flush=True)
sys.exit(status if status >= 0 else 1)
