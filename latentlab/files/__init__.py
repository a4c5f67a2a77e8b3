"""Bounded readers and atomic writers: the only place where LatentLab opens files whose content it does not know.

Every reader opens regular files only, stops at a limit, and raises `FileError` and nothing else. One format a module: `text`
(TOML, JSON, JSON lines), `arrays` (npy, npz), `idx`, `packed` (gzip), `pickles`, `pictures`, `picture_text`, `tars`, `tensors`
(safetensors), `zips`; `regular` opens files, `atomic` writes them.
"""
