// @ts-check
// An explorer: controls on top, then what Python says of them: verdict, picture or boxes, table, description.

// JupyterLab's style sheets do not reach into the shadow root, which makes a new picture five times cheaper. In forced
// colours the picture keeps its own, or its texts would turn white on its white card.
const PICTURE_CSS = "<style>svg{display:block;width:100%;height:auto}svg,svg *{forced-color-adjust:none}</style>";

//   data   { spec, states, packed, prediction, opened }
//   ask    sends keys to Python; false when it is gone.
//   onSkip is called when "skip" is pressed.
/** @param {ExplorerData} data @param {Ask} ask @param {() => void} onSkip */
function explorerFace(data, ask, onSkip) {
  const { spec } = data, { words } = spec;
  const root = makeRoot(spec.title), announcer = makeAnnouncer();
  const positions = makePositions(spec.controls), states = makeStates(ask, draw);
  let quiet = true;

  // What is shown.
  const notice = make("p", { class: "cl-notice", role: "status" });
  const verdict = make("p", { class: "cl-verdict" });
  const picture = make("div", { class: "cl-picture" }), table = make("div", { class: "cl-table" });
  const boxes = make("div", { class: "cl-boxes" });
  const description = make("p"), summary = make("summary"), details = make("details", {}, summary, description);
  // A table wider than the page can be scrolled, so it must be reachable from the keyboard.
  const width = new ResizeObserver(() => {
    const wide = table.scrollWidth > table.clientWidth;
    const caption = table.querySelector("caption")?.textContent ?? "";
    for (const [name, value] of [["tabindex", "0"], ["role", "group"], ["aria-label", caption], [OWN_KEYS, "true"]])
      wide ? table.setAttribute(name, value) : table.removeAttribute(name);
  });
  width.observe(table);
  const shadow = picture.attachShadow({ mode: "open" });

  /** @param {State | null} state @param {{ fresh: boolean, trouble: Trouble }} how */
  function draw(state, { fresh, trouble }) {
    notice.textContent = trouble ? words[trouble] : "";
    root.classList.toggle("cl-stale", !fresh);
    root.classList.toggle("cl-failed", Boolean(fresh && state?.error));
    if (!state) return;
    verdict.textContent = state.error ?? state.verdict;
    if (!quiet) announcer.say(verdict.textContent);
    if (state.error !== undefined) return;
    picture.hidden = state.svg.length === 0;
    shadow.innerHTML = PICTURE_CSS + state.svg.join("");
    const svg = shadow.querySelector("svg");
    svg?.setAttribute("role", "img");
    svg?.setAttribute("aria-label", state.description);
    boxes.hidden = state.boxes.length === 0;
    boxes.replaceChildren(...state.boxes.map(makeBoxes));
    table.hidden = state.table.rows.length === 0;
    table.replaceChildren(makeTable(state.table));
    details.hidden = !state.description;
    summary.textContent = picture.hidden ? words.in_sentences : words.description;
    description.textContent = state.description;
  }

  // What was predicted, beside the answer.
  const strip = make("p", { class: "cl-prediction", hidden: true });
  /** @param {Prediction | null} prediction */
  function predict(prediction) {
    strip.hidden = prediction === null;
    const told = prediction && [`${prediction.label}: ${prediction.said}.`, prediction.answer];
    strip.textContent = told ? told.join(" ") : "";
  }

  // The controls.
  const controls = spec.controls.map((control) => CONTROLS[control.kind](control, (index) => {
    positions.chosen[control.name] = index;
    presets.forEach((preset) => preset.show(0));
    refresh();
  }));
  /** @type {Control[]} */
  const presets = spec.presets.map((preset) => {
    const choice = { ...preset, texts: [words.choose, ...preset.choices.map(({ text }) => text)] };
    const made = makeSelect(choice, (index) => {
      presets.forEach((other) => other !== made && other.show(0));
      if (index) Object.assign(positions.chosen, preset.choices[index - 1].sets);
      refresh();
    });
    made.show(0);
    return made;
  });

  // Whatever is in use, the states one move of it away are fetched while the student looks.
  controls.forEach(({ element }, i) => {
    const { name, texts } = spec.controls[i];
    const row = () => {
      const here = positions.settled()[name];
      const order = texts.map((_, index) => index).sort((a, b) => Math.abs(a - here) - Math.abs(b - here));
      return order.map((index) => positions.key({ [name]: index }));
    };
    for (const event of ["focusin", "pointerenter", "input"])
      element.addEventListener(event, () => states.fetchNear(row));
  });
  presets.forEach(({ element }, i) => {
    const choices = () => spec.presets[i].choices.map(({ sets }) => positions.key(sets));
    for (const event of ["focusin", "pointerenter"])
      element.addEventListener(event, () => states.fetchNear(choices));
  });

  function refresh() {
    const at = positions.settled();
    spec.controls.forEach((control, i) => {
      const other = spec.controls.find(({ name }) => name === control.only_if?.name);
      const why = control.only_if && other && positions.isOff(control, at)
        ? fill(words.only_if, { label: other.label, text: other.texts[control.only_if.index] }) : "";
      controls[i].show(at[control.name], why);
    });
    states.want(positions.key());
  }

  // The gate: predict first.
  const body = make("div", { class: "cl-body" },
    make("div", { class: "cl-controls" }, ...[...presets, ...controls].map(({ element }) => element)),
    make("div", { class: "cl-results" }, notice, strip, verdict, picture, boxes, table, details));
  const first = () => /** @type {HTMLElement | null} */ (body.querySelector("input, select"));
  const show = () => { onSkip(); open(true); first()?.focus(); };
  const skip = make("button", { type: "button", onclick: show }, words.skip);
  const gate = make("div", { class: "cl-gate" }, make("p", {}, spec.gate), skip);

  /** @param {boolean} opened */
  function open(opened) {
    if (opened && body.hidden) announcer.say(words.opened);
    body.hidden = !opened;
    gate.hidden = opened;
  }

  const beforePrint = () => { details.open = true; };
  window.addEventListener("beforeprint", beforePrint);

  root.append(make("p", { class: "cl-title", "aria-hidden": "true" }, spec.title), gate, body, announcer.region);
  gate.hidden = data.opened;
  body.hidden = !data.opened;
  states.add(data.states);
  predict(data.prediction);
  refresh();
  quiet = false;
  unpack(data.packed).then((all) => { states.add(all); refresh(); });

  return {
    root,
    open,
    predict,
    receive: states.receive,
    lose: states.lose,
    stop() {
      window.removeEventListener("beforeprint", beforePrint);
      width.disconnect();
      announcer.stop();
      states.stop();
    },
  };
}
