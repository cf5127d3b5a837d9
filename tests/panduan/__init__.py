"""The pictures and terminal outputs of docs/panduan.md, made from the real program: `python -m tests.panduan`."""
