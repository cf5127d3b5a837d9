def check_asing(dokumen):
    return ()
