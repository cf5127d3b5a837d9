# lakip: `make setup` installs, `make laporan` builds the sample's LKjIP, `make test` runs every test, `make lab` opens
# JupyterLab (as root with --allow-root, which Jupyter asks for).
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
SIAP := $(VENV)/.lakip-siap
CONTOH := data/raw/2025/diskominfo-sarolangun

.PHONY: laporan test tahan cakupan lab bench bench-daerah setup peramban lint kunci bersih

laporan: setup peramban
	$(BIN)/lakip bangun $(CONTOH)

test: setup peramban
	$(BIN)/python -m pytest --nbval --nbval-sanitize-with tests/nbval/sanitize.cfg -n 2 --dist loadfile

# Each step of the procedure killed at every single write; a batch killed at random moments, on a cluster, in a store, for 500
# agencies; a thousand kernels. Takes some hours.
tahan: setup peramban
	LAKIP_UJI_TAHAN=1 $(BIN)/python -m pytest tests/test_sop_setahun.py tests/test_batch_tahan.py tests/test_klaster.py tests/test_gudang.py

lab: setup
	$(BIN)/jupyter lab --notebook-dir=notebooks $$([ "$$(id -u)" != 0 ] || echo --allow-root)

cakupan: setup peramban
	$(BIN)/python -m pytest -n 2 --dist loadfile --cov --cov-report=term

bench: setup peramban
	$(BIN)/python -m tests.bench

# A whole kabupaten beside stock tools and the floor below; with districts of up to 500 agencies it takes most of an hour.
bench-daerah: setup peramban
	$(BIN)/python -m tests.bench.daerah $(UKURAN)

setup: $(SIAP)

# The locked versions, then lakip itself from this folder and its kernel for Jupyter; everything byte-compiled, whatever the
# environment says.
$(SIAP): requirements.lock pyproject.toml lakip_lib/mesin/kernelspec/kernel.json lakip_lib/mesin/server/lakip.json
	$(PYTHON) -c 'import sys; sys.exit(0 if sys.version_info >= (3, 11) else "lakip memerlukan Python 3.11 atau lebih baru; pakai: make PYTHON=python3.11 ...")'
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	$(BIN)/jupyter kernelspec install --log-level=WARN --sys-prefix --name=lakip lakip_lib/mesin/kernelspec
	mkdir -p $(VENV)/etc/jupyter/jupyter_server_config.d
	cp lakip_lib/mesin/server/lakip.json $(VENV)/etc/jupyter/jupyter_server_config.d/
	PYTHONDONTWRITEBYTECODE= $(BIN)/python -m compileall -q lakip_lib
	touch $(SIAP)

# A Chromium for static charts: found where it usually is, installed where we may, else done without.
peramban: setup
	@$(BIN)/python -m lakip_lib.charts.peramban || { \
	  if [ "$$(id -u)" = 0 ] && command -v apt-get > /dev/null; then \
	    echo "Memasang Chromium untuk grafik ..."; \
	    apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium > /dev/null \
	      || echo "Chromium tidak dapat dipasang; grafik PDF dan Word diganti tabel datanya."; \
	  else \
	    echo "Chromium, Chrome, atau Edge tidak ditemukan; grafik PDF dan Word diganti tabel datanya."; \
	    echo "Di Debian atau Ubuntu: sudo apt-get install chromium"; \
	  fi; }

lint: setup
	$(BIN)/ruff check lakip_lib tests notebooks
	$(BIN)/ruff format --check lakip_lib tests
	$(BIN)/mypy

# Write requirements.lock anew from pyproject.toml (needs uv).
kunci:
	uv pip compile -q pyproject.toml --extra dev --universal --python-version 3.11 --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header -o requirements.lock

bersih:
	rm -rf data/processed/* reports/* build *.egg-info
	touch data/processed/.gitkeep reports/.gitkeep
