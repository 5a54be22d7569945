# Reading the Figures: `make lab` to read and work, `make test` to check, `make check` to check quickly while working,
# `make refresh` to rewrite the outputs, `make handouts` to print, `make states` to draw the explorers once for a class.
# Plain make and sh (GNU make 3.81 is enough). Every path is relative, so the folder may have any name.

PYTHON = .venv/bin/python
START = notebooks/00_start_here.ipynb
SUPPORTED = import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))
# Two files at a time, each whole in one process: fixtures are made once, and a notebook keeps its kernel.
TWO = -n 2 --dist loadscope
MAC_CHROME = /Applications/Google Chrome.app/Contents/MacOS/Google Chrome

.PHONY: help lab test check read states refresh handouts bench browser

help:
	@echo "make lab      open the notebooks in JupyterLab"
	@echo "make test     run every test"
	@echo "make check    format, spelling, types and the tests that need no browser and no notebook"
	@echo "make refresh  run the notebooks and rewrite their saved outputs"
	@echo "make handouts write each notebook as a page to print into handouts/"
	@echo "make states   draw every state of every explorer once (make lab does it too); FOLDER=... for a class"
	@echo "make bench    measure how fast an explorer answers"

# JupyterLab opens one page, with the file list folded, and asks nothing: settings/overrides.json and `doc` in the address.
# Without a display the address is printed instead; JupyterLab refuses to run as root unless told.
lab: states
	@set --; \
	if [ "$$(id -u)" = 0 ]; then set -- "$$@" --allow-root; fi; \
	if [ "$$(uname)" = Linux ] && [ -z "$$DISPLAY$$WAYLAND_DISPLAY" ]; then set -- "$$@" --no-browser; fi; \
	exec $(PYTHON) -m jupyterlab --LabApp.app_settings_dir=settings --LabApp.default_url=/doc/tree/$(START) "$$@"

# The tests come last, so that what did not run is the last thing said.
test: read browser states
	$(PYTHON) -m pytest $(TWO)

check: read states
	$(PYTHON) -m pytest $(TWO) -m "not slow" notebooks/claimlab tests --ignore=tests/browser --ignore=tests/notebooks
	@PYTHONPATH=notebooks $(PYTHON) tests/tools/reading_score.py

# What is found by reading alone: format, spelling, and the types of the Python and the JavaScript.
read: .venv/ready-for-tests
	$(PYTHON) -m ruff check
	$(PYTHON) -m ruff format --check
	$(PYTHON) -m codespell_lib
	$(PYTHON) -m mypy
	$(PYTHON) tests/tools/javascript_types.py

# What was drawn from the same kit and ledgers before is not drawn again.
states: .venv/ready-for-lab
	@cd notebooks && ../$(PYTHON) -m claimlab.build $(FOLDER)

refresh: .venv/ready-for-tests states
	@$(PYTHON) tests/tools/refresh.py

# Ratios within one run; see the files for what they mean.
bench: .venv/ready-for-tests states browser
	@$(PYTHON) tests/tools/bench_kernel.py
	@$(PYTHON) tests/tools/bench_latency.py

# nbconvert comes along with JupyterLab.
handouts: .venv/ready-for-lab
	@$(PYTHON) tests/tools/handouts.py $(STORY)

# A system package is installed in one place only: as root on Debian, in practice a container.
browser:
	@if [ -n "$$CHROME" ] || [ -x "$(MAC_CHROME)" ]; then exit 0; fi; \
	for name in chromium chromium-browser google-chrome google-chrome-stable; do \
		if command -v $$name >/dev/null 2>&1; then exit 0; fi; \
	done; \
	if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null 2>&1; then \
		echo "No Chrome or Chromium here: installing Debian's chromium for the browser tests."; \
		apt-get update && apt-get install -y chromium || echo "Chromium could not be installed."; \
	fi

# A stamp is written only after pip has finished. pip may leave a package half-copied when it is killed and call it
# installed the next time; .venv/unfinished survives the kill, and then the environment is made afresh.
.venv/ready-for-lab: requirements.txt $(PYTHON)
	@$(call install,requirements.txt)

.venv/ready-for-tests: tests/requirements.txt requirements.txt $(PYTHON)
	@$(call install,tests/requirements.txt)

$(PYTHON):
	@$(fresh)

install = \
	if [ -e .venv/unfinished ] || ! { $(PYTHON) -c '$(SUPPORTED)' && $(PYTHON) -m pip --version; } >/dev/null 2>&1; then \
		$(fresh); \
	fi; \
	echo "Installing what $(1) lists: one to five minutes, the first time only."; \
	: >.venv/unfinished; \
	if $(PYTHON) -m pip install --disable-pip-version-check -r $(1); then \
		rm .venv/unfinished && : >$@; \
	else \
		rm -f .venv/unfinished; \
		echo "Not everything could be installed: check the internet connection and run the command again." >&2; \
		exit 1; \
	fi

fresh = \
	if ! [ -w . ]; then \
		echo "This folder cannot be written to. Copy it to a folder of your own and run the command there." >&2; \
		exit 1; \
	fi; \
	found=; bare=; \
	for name in python3 python3.14 python3.13 python3.12 python3.11; do \
		"$$name" -c '$(SUPPORTED)' >/dev/null 2>&1 || continue; \
		if "$$name" -c 'import ensurepip, venv' >/dev/null 2>&1; then found=$$name; break; fi; \
		bare=$${bare:-$$name}; \
	done; \
	if [ -n "$$found" ]; then \
		echo "Making .venv with $$("$$found" --version)."; \
		"$$found" -m venv --clear .venv || exit 1; \
	elif [ -n "$$bare" ]; then \
		echo "$$("$$bare" --version) is here without its venv part:" \
			"install it (on Debian and Ubuntu: sudo apt install python3-venv) and run the command again." >&2; \
		exit 1; \
	else \
		echo "This needs Python 3.11, 3.12, 3.13 or 3.14, and none was found:" \
			"install one from python.org and run the command again." >&2; \
		exit 1; \
	fi
