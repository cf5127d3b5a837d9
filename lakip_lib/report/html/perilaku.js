/* What the page does: charts, explanations, search, sorting, the drawer of contents, the colour scheme. */
(() => {
  'use strict';
  const cari = (id) => document.getElementById(id);
  const baca = (id) => JSON.parse(cari(id).textContent);
  const semua = (pilih, dalam = document) => Array.from(dalam.querySelectorAll(pilih));

  /* Charts: drawn when they come near the screen, all of them before printing. */
  const FIGUR = baca('data-figur');
  const PENGATURAN = {
    locale: 'id',
    responsive: true,
    displaylogo: false,
    showSendToCloud: false,
    plotlyServerURL: '',
    toImageButtonOptions: { format: 'png', scale: 2 }
  };
  /* A page that shares plotly.js with others may have been taken away from it. */
  const TANPA_GRAFIK = 'Grafik tidak dapat ditampilkan karena plotly.min.js tidak ikut disalin; angkanya ada pada tabel ini.';
  const bisaGambar = typeof Plotly !== 'undefined';
  if (bisaGambar) Plotly.register(BAHASA_GRAFIK);
  const gambar = (wadah) => {
    if (wadah.dataset.tergambar) return Promise.resolve();
    wadah.dataset.tergambar = 'ya';
    if (!bisaGambar) {
      wadah.style.height = 'auto';
      wadah.textContent = TANPA_GRAFIK;
      semua('details.data', wadah.parentElement).forEach((satu) => { satu.open = true; });
      return Promise.resolve();
    }
    const figur = FIGUR[wadah.dataset.figur];
    const tata = Object.assign({}, figur.layout, { autosize: true, height: wadah.clientHeight });
    delete tata.width;
    if (!tata.separators) tata.separators = ',.';
    const atur = Object.assign({}, PENGATURAN);
    const pola = (tata.template && tata.template.layout) || {};
    const tetap = ['xaxis', 'yaxis'].every((sumbu) => Object.assign({}, pola[sumbu], tata[sumbu]).fixedrange === true);
    atur.modeBarButtons = [tetap ? ['toImage'] : ['toImage', 'zoom2d', 'pan2d', 'resetScale2d']];
    atur.toImageButtonOptions = Object.assign({ filename: wadah.dataset.figur }, PENGATURAN.toImageButtonOptions);
    return Plotly.newPlot(wadah, figur.data || [], tata, atur);
  };
  const grafik = semua('.grafik');
  const pengamat = new IntersectionObserver((daftar) => {
    daftar.filter((satu) => satu.isIntersecting).forEach((satu) => {
      pengamat.unobserve(satu.target);
      gambar(satu.target);
    });
  }, { rootMargin: '800px' });
  grafik.forEach((wadah) => (bisaGambar ? pengamat.observe(wadah) : gambar(wadah)));
  const LEBAR_CETAK = 605; /* CSS pixels of 160 mm, the text width on paper */
  window.addEventListener('beforeprint', () => grafik.forEach((wadah) => {
    gambar(wadah);
    if (wadah._fullLayout) Plotly.relayout(wadah, { autosize: false, width: LEBAR_CETAK });
  }));
  window.addEventListener('afterprint', () => grafik.forEach((wadah) => {
    if (wadah._fullLayout) Plotly.relayout(wadah, { autosize: true, width: null });
  }));

  /* Explanations: a figure opens its formula, inputs and source cells; #ref-… does the same. */
  const PENJELASAN = baca('data-penjelasan');
  const dialog = cari('penjelasan');
  const isiDaftar = (wadah, bagian, pasangan) => {
    cari(bagian).hidden = pasangan.length === 0;
    cari(wadah).replaceChildren(...pasangan.flatMap(([nama, nilai]) => {
      const kiri = document.createElement('dt');
      const kanan = document.createElement('dd');
      kiri.textContent = nama;
      kanan.textContent = nilai;
      return [kiri, kanan];
    }));
  };
  let asal = null;
  dialog.addEventListener('close', () => { if (asal) asal.focus({ preventScroll: true }); });
  const jelaskan = (tombol) => {
    const isi = PENJELASAN[tombol.dataset.jalur];
    if (!isi) return;
    cari('penjelasan-judul').textContent = isi.judul;
    cari('penjelasan-angka').textContent = tombol.textContent;
    cari('penjelasan-rumus').textContent = isi.rumus;
    isiDaftar('penjelasan-masukan', 'bagian-masukan', isi.masukan);
    isiDaftar('penjelasan-sumber', 'bagian-sumber', isi.sumber);
    cari('penjelasan-tautan').href = '#ref-' + encodeURIComponent(tombol.dataset.ref.replace(/\s/g, '_'));
    asal = tombol;
    if (!dialog.open) dialog.showModal();
  };
  const bukaJangkar = () => {
    if (!location.hash.startsWith('#ref-')) return;
    const tujuan = cari(decodeURIComponent(location.hash.slice(1)));
    if (!tujuan) return;
    const lipatan = tujuan.closest('details');
    if (lipatan) lipatan.open = true;
    tujuan.scrollIntoView({ block: 'center' });
    jelaskan(tujuan);
  };
  document.addEventListener('click', (kejadian) => {
    const tombol = kejadian.target.closest('button.angka');
    if (tombol) jelaskan(tombol);
  });
  cari('tutup').addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (kejadian) => { if (kejadian.target === dialog) dialog.close(); });
  window.addEventListener('hashchange', bukaJangkar);
  bukaJangkar();

  /* Sorting: ascending, descending, and back to the order of the document. */
  const nilaiSel = (baris, kolom) => {
    const sel = baris.cells[kolom];
    if (!sel) return [2, ''];
    if (sel.dataset.nilai !== undefined) return [0, Number(sel.dataset.nilai)];
    const teks = sel.textContent.trim();
    return teks === '' || teks === '–' ? [2, ''] : [1, teks];
  };
  const banding = (kiri, kanan, arah) => {
    if (kiri[0] !== kanan[0]) return kiri[0] - kanan[0];
    const beda = kiri[0] === 0 ? kiri[1] - kanan[1] : kiri[1].localeCompare(kanan[1], 'id');
    return arah * beda;
  };
  const uraikan = (badan) => {
    /* Cells over several rows are written out, so that each row can go its own way. */
    const sisa = [];
    Array.from(badan.rows).forEach((baris) => {
      let kolom = 0;
      while (kolom < Math.max(sisa.length, baris.cells.length)) {
        if (sisa[kolom] && sisa[kolom].tinggal > 0) {
          const salinan = sisa[kolom].sel.cloneNode(true);
          semua('[id]', salinan).forEach((satu) => satu.removeAttribute('id'));
          baris.insertBefore(salinan, baris.cells[kolom] || null);
          sisa[kolom].tinggal -= 1;
        } else if (baris.cells[kolom] && baris.cells[kolom].rowSpan > 1) {
          sisa[kolom] = { sel: baris.cells[kolom], tinggal: baris.cells[kolom].rowSpan - 1 };
          baris.cells[kolom].removeAttribute('rowspan');
        }
        kolom += 1;
      }
    });
  };
  semua('table.dapat-urut').forEach((tabel) => {
    const semula = tabel.tBodies[0];
    const urutkan = (tombol) => {
      const kepala = tombol.closest('th');
      const lama = kepala.getAttribute('aria-sort');
      const arah = lama === 'ascending' ? 'descending' : lama === 'descending' ? null : 'ascending';
      semua('th[aria-sort]', tabel).forEach((satu) => satu.removeAttribute('aria-sort'));
      if (!arah) {
        tabel.tBodies[0].replaceWith(semula);
        return;
      }
      kepala.setAttribute('aria-sort', arah);
      const badan = semula.cloneNode(true);
      uraikan(badan);
      const baris = Array.from(badan.rows);
      const kolom = Number(tombol.dataset.kolom);
      const biasa = baris.filter((satu) => !satu.classList.contains('total'));
      biasa.sort((a, b) => banding(nilaiSel(a, kolom), nilaiSel(b, kolom), arah === 'ascending' ? 1 : -1));
      badan.replaceChildren(...biasa, ...baris.filter((satu) => satu.classList.contains('total')));
      tabel.tBodies[0].replaceWith(badan);
    };
    tabel.tHead.addEventListener('click', (kejadian) => {
      const kepala = kejadian.target.closest('th');
      const tombol = kepala && kepala.querySelector('.urut');
      if (tombol) urutkan(tombol);
    });
  });

  /* Search: every word must occur in a passage; the hits lead to their places. */
  const TERBANYAK = 60;
  const kotak = cari('cari');
  const rata = (teks) => teks.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLocaleLowerCase('id');
  let indeks = null;
  const susunIndeks = () => {
    let judul = '';
    indeks = [];
    semua('h1, h2, h3, h4, h5, p, li, figcaption, tbody tr', cari('isi').querySelector('.naskah')).forEach((elemen) => {
      if (elemen.closest('nav, noscript')) return;
      const bagian = elemen.matches('tr') ? Array.from(elemen.cells, (sel) => sel.textContent.trim()) : [elemen.textContent.trim()];
      const teks = bagian.filter(Boolean).join(' · ').replace(/\s+/g, ' ');
      if (/^H\d$/.test(elemen.tagName)) judul = teks;
      if (teks) indeks.push({ elemen, teks, rata: rata(teks), judul });
    });
  };
  const potong = (satu, kata) => {
    const letak = Math.max(0, satu.rata.indexOf(kata));
    const awal = Math.max(0, letak - 40);
    const wadah = document.createElement('a');
    wadah.href = '#';
    const tanda = document.createElement('mark');
    tanda.textContent = satu.teks.slice(letak, letak + kata.length);
    wadah.append((awal ? '… ' : '') + satu.teks.slice(awal, letak), tanda, satu.teks.slice(letak + kata.length, letak + 90));
    const asal = document.createElement('small');
    asal.textContent = satu.judul;
    wadah.append(asal);
    wadah.addEventListener('click', (kejadian) => {
      kejadian.preventDefault();
      tutupSisi();
      const lipatan = satu.elemen.closest('details');
      if (lipatan) lipatan.open = true;
      satu.elemen.scrollIntoView({ block: 'center' });
      satu.elemen.classList.remove('kilat');
      requestAnimationFrame(() => satu.elemen.classList.add('kilat'));
    });
    const butir = document.createElement('li');
    butir.append(wadah);
    return butir;
  };
  const telusuri = () => {
    if (!indeks) susunIndeks();
    const kata = rata(kotak.value).split(/\s+/).filter(Boolean);
    const temuan = kata.length ? indeks.filter((satu) => kata.every((k) => satu.rata.includes(k))) : [];
    const lebih = temuan.length > TERBANYAK ? `; ${TERBANYAK} yang pertama ditampilkan` : '';
    cari('jumlah-temuan').textContent = !kata.length ? '' : temuan.length ? `${temuan.length} temuan${lebih}` : 'Tidak ditemukan.';
    cari('temuan').replaceChildren(...temuan.slice(0, TERBANYAK).map((satu) => potong(satu, kata[0])));
  };
  kotak.addEventListener('input', telusuri);
  kotak.addEventListener('keydown', (kejadian) => {
    if (kejadian.key !== 'Enter') return;
    const pertama = cari('temuan').querySelector('a');
    if (pertama) pertama.click();
  });

  /* Contents: the entry of the passage on screen is marked; on narrow screens a drawer. */
  const sisi = cari('sisi');
  const tombolSisi = cari('buka-daftar');
  const tutupSisi = () => {
    if (!sisi.classList.contains('terbuka')) return;
    sisi.classList.remove('terbuka');
    cari('tirai').hidden = true;
    tombolSisi.setAttribute('aria-expanded', 'false');
    tombolSisi.focus();
  };
  tombolSisi.addEventListener('click', () => {
    sisi.classList.add('terbuka');
    cari('tirai').hidden = false;
    tombolSisi.setAttribute('aria-expanded', 'true');
    kotak.focus();
  });
  cari('tirai').addEventListener('click', tutupSisi);
  document.addEventListener('keydown', (kejadian) => { if (kejadian.key === 'Escape') tutupSisi(); });
  const pohon = semua('#pohon a');
  pohon.forEach((satu) => satu.addEventListener('click', tutupSisi));
  const tandai = () => {
    let kini = null;
    pohon.forEach((satu) => {
      const tujuan = cari(decodeURIComponent(satu.hash.slice(1)));
      if (tujuan && tujuan.getBoundingClientRect().top < 120) kini = satu;
    });
    pohon.forEach((satu) => (satu === kini ? satu.setAttribute('aria-current', 'true') : satu.removeAttribute('aria-current')));
    if (kini && !sisi.matches(':hover') && !sisi.contains(document.activeElement)) kini.scrollIntoView({ block: 'nearest' });
  };
  let antre = false;
  window.addEventListener('scroll', () => {
    if (antre) return;
    antre = true;
    requestAnimationFrame(() => { antre = false; tandai(); });
  }, { passive: true });

  /* Colour scheme: as the device says, light, dark. */
  const SKEMA = ['otomatis', 'terang', 'gelap'];
  cari('ganti-skema').addEventListener('click', () => {
    const akar = document.documentElement;
    const kini = SKEMA[(SKEMA.indexOf(akar.dataset.skema || 'otomatis') + 1) % SKEMA.length];
    if (kini === 'otomatis') delete akar.dataset.skema; else akar.dataset.skema = kini;
    cari('nama-skema').textContent = kini;
  });
})();
