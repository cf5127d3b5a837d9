/* Search as one types (every word must occur), one state at a time, sorting, the colour scheme; nothing is fetched. */
(() => {
  'use strict';
  const cari = (id) => document.getElementById(id);
  const semua = (pilih, dalam = document) => Array.from(dalam.querySelectorAll(pilih));
  const rata = (teks) => teks.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLocaleLowerCase('id');
  const kotak = cari('cari');
  const tombol = semua('.saring button');
  const badan = document.querySelector('#instansi tbody');
  const baris = badan ? Array.from(badan.rows, (tr) => ({ tr, teks: tr.dataset.cari, keadaan: tr.dataset.keadaan })) : [];
  let keadaan = '';

  const saring = () => {
    const kata = rata(kotak.value).split(/\s+/).filter(Boolean);
    let tampak = 0;
    baris.forEach((satu) => {
      const cocok = (!keadaan || satu.keadaan === keadaan) && kata.every((k) => satu.teks.includes(k));
      if (satu.tr.hidden === cocok) satu.tr.hidden = !cocok;
      tampak += cocok;
    });
    cari('jumlah').textContent = tampak === baris.length ? `${tampak} instansi` : `${tampak} dari ${baris.length} instansi`;
    if (cari('nihil')) cari('nihil').hidden = tampak > 0;
  };
  const pilih = (nama) => {
    keadaan = nama;
    tombol.forEach((satu) => satu.setAttribute('aria-pressed', String(satu.dataset.keadaan === nama)));
    saring();
  };
  kotak.addEventListener('input', saring);
  kotak.addEventListener('keydown', (kejadian) => {
    if (kejadian.key === 'Escape') { kotak.value = ''; saring(); }
    if (kejadian.key !== 'Enter' && kejadian.key !== 'ArrowDown') return;
    const pertama = baris.map((satu) => !satu.tr.hidden && satu.tr.querySelector('a')).find(Boolean);
    if (!pertama) return;
    kejadian.preventDefault();
    if (kejadian.key === 'Enter') pertama.click(); else pertama.focus();
  });
  document.addEventListener('keydown', (kejadian) => {
    if (kejadian.key !== '/' || kejadian.target === kotak || kejadian.ctrlKey || kejadian.metaKey) return;
    kejadian.preventDefault();
    kotak.focus();
  });
  tombol.forEach((satu) => satu.addEventListener('click', () => pilih(satu.dataset.keadaan)));

  /* Sorting: ascending, descending, and back; what has no figure comes last. */
  const URUTAN = ['gagal', 'belum', 'perbaikan', 'selesai'];
  const nilai = (tr, kunci) => {
    const isi = tr.dataset[kunci];
    if (kunci === 'nama') return isi;
    if (kunci === 'keadaan') return URUTAN.indexOf(isi);
    return isi === '' ? null : Number(isi);
  };
  const banding = (a, b) => (typeof a === 'string' ? a.localeCompare(b, 'id', { numeric: true }) : a - b);
  semua('[data-urut]').forEach((satu) => satu.addEventListener('click', () => {
    const kepala = satu.closest('th');
    const lama = kepala.getAttribute('aria-sort');
    const arah = lama === 'ascending' ? 'descending' : lama === 'descending' ? 'none' : 'ascending';
    semua('th[aria-sort]').forEach((th) => th.setAttribute('aria-sort', 'none'));
    kepala.setAttribute('aria-sort', arah);
    const tanda = arah === 'descending' ? -1 : 1;
    const urut = arah === 'none' ? baris : baris.slice().sort((x, y) => {
      const [a, b] = [nilai(x.tr, satu.dataset.urut), nilai(y.tr, satu.dataset.urut)];
      if (a === null || b === null) return (a === null) - (b === null);
      return tanda * banding(a, b);
    });
    badan.append(...urut.map((item) => item.tr));
  }));

  const SKEMA = ['otomatis', 'terang', 'gelap'];
  cari('ganti-skema').addEventListener('click', () => {
    const akar = document.documentElement;
    const kini = SKEMA[(SKEMA.indexOf(akar.dataset.skema || 'otomatis') + 1) % SKEMA.length];
    if (kini === 'otomatis') delete akar.dataset.skema; else akar.dataset.skema = kini;
    cari('nama-skema').textContent = kini;
  });
  /* A search can be linked to: index.html#cari=kesehatan */
  const bukaTautan = () => {
    if (location.hash.startsWith('#cari=')) kotak.value = decodeURIComponent(location.hash.slice(6));
    saring(); /* a browser that goes back keeps what was typed */
  };
  window.addEventListener('hashchange', bukaTautan);
  bukaTautan();
})();
