// @ts-check
// An explorer: what Python says of the controls, the picture with the controls beside it, then the table and the
// description, folded.

//   data   { spec, states, packed, prediction, opened }
//   ask    sends keys to Python; false when it is gone.
//   onSkip is called when "skip" is pressed.
/** @param {ExplorerData} data @param {Ask} ask @param {() => void} onSkip */
function explorerFace(data, ask, onSkip) {
  const { spec } = data, { words } = spec;
  const root = makeRoot(spec.title), announcer = makeAnnouncer();
  const positions = makePositions(spec.controls), states = makeStates(ask, draw);
  let quiet = true, /** @type {View | null} */ shown = null, /** @type {View | null} */ before = null;

  // What is shown.
  const notice = make("p", { class: "cl-notice", role: "status" });
  const said = makeSaid(), picture = makePicture(() => shown && drawPicture(shown, false));
  const prediction = makePrediction(picture), titles = makeTitles(words, picture);
  const handles = makeHandles(spec, picture, { place: handleAt, move: (name, index) => move(name, { [name]: index }),
    tell: titles.tell });
  picture.stage.append(titles.layer, handles.layer);
  picture.place.append(titles.line);
  const boxes = make("div", { class: "cl-boxes" }), table = make("div", { class: "cl-table" });
  const description = make("p", { class: "cl-description" });
  const tableName = make("summary"), inWords = make("summary");
  const folds = [make("details", { class: "cl-figures" }, tableName, table), make("details", {}, inWords, description)];
  const width = stackWhereNarrow(table);

  /** @param {View} view @param {boolean} glides */
  function drawPicture(view, glides) {
    picture.draw(view, glides && !handles.held());
    handles.show(picture.piecesOf(view), positions.settled(), isOff);
    titles.show();
    prediction.mark();
  }

  /** @param {State | null} state @param {{ fresh: boolean, trouble: Trouble }} how */
  function draw(state, { fresh, trouble }) {
    notice.textContent = trouble ? words[trouble] : "";
    root.classList.toggle("cl-stale", !fresh);
    root.classList.toggle("cl-failed", Boolean(fresh && state?.error));
    if (!state) return;
    said.show(state, before);
    if (!quiet) announcer.say(said.text());
    if (state.error !== undefined) return;
    drawPicture(state, shown !== null);
    boxes.hidden = state.boxes.length === 0;
    boxes.replaceChildren(...state.boxes.map(makeBoxes));
    folds[0].hidden = state.table.rows.length === 0;
    if (!state.svg.length && !state.boxes.length) folds[0].open = true;
    tableName.textContent = state.table.caption;
    table.replaceChildren(...(folds[0].hidden ? [] : [makeTable(state.table, before?.table)]));
    folds[1].hidden = !state.description;
    inWords.textContent = state.svg.length ? words.description : words.in_sentences;
    description.textContent = state.description;
    shown = state;
  }

  // The controls.
  /** @param {string} name */
  const isOff = (name) => spec.controls.some((control) => control.name === name
    && positions.off(control, positions.settled()) !== null);
  /** @param {string} name @param {number} index */
  function handleAt(name, index) {
    const state = states.get(positions.key({ [name]: index }));
    return state && state.error === undefined ? handleIn(picture.piecesOf(state), name) : null;
  }
  /** @param {string} name @param {Positions} changes */
  function move(name, changes) {
    if (history.before(name)) before = shown;
    Object.assign(positions.chosen, changes);
    presets.forEach((preset) => preset.show(0));
    refresh();
  }
  const history = makeHistory(words, () => ({ ...positions.chosen }), (at) => {
    before = shown;
    Object.assign(positions.chosen, at);
    presets.forEach((preset) => preset.show(0));
    refresh();
  });
  const controls = spec.controls.map((control) => CONTROLS[control.kind](control, (index) =>
    move(control.name, { [control.name]: index })));
  /** @type {Control[]} */
  const presets = spec.presets.map((preset) => {
    const choice = { ...preset, texts: [words.choose, ...preset.choices.map(({ text }) => text)] };
    const made = makeSelect(choice, (index) => {
      if (index) move(preset.name, preset.choices[index - 1].sets);
      made.show(index);
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
      for (const part of [element, handles.of(name)]) part.addEventListener(event, () => states.fetchNear(row));
  });
  presets.forEach(({ element }, i) => {
    const choices = () => spec.presets[i].choices.map(({ sets }) => positions.key(sets));
    for (const event of ["focusin", "pointerenter"])
      element.addEventListener(event, () => states.fetchNear(choices));
  });

  function refresh() {
    const at = positions.settled();
    spec.controls.forEach((control, i) => {
      const cause = positions.off(control, at), other = spec.controls.find(({ name }) => name === cause?.name);
      const why = cause && other ? fill(cause === control.only_if ? words.only_if : words.not_if,
        { label: other.label, text: other.texts[cause.index] }) : "";
      controls[i].show(at[control.name], why);
    });
    history.show();
    states.want(positions.key());
  }

  // Where there is no picture the words are read from the top: controls first, then boxes and table. Boxes may be for
  // some states only; where there are none, the table is what is to be seen.
  const panel = make("div", { class: "cl-controls" }, ...[...controls, ...presets].map(({ element }) => element),
    history.element);
  const drawn = Object.values(data.states).some((state) => state.error === undefined && state.svg.length > 0);
  const [figures, inSentences] = folds;
  const work = drawn ? make("div", { class: "cl-work" }, picture.place, panel)
    : make("div", { class: "cl-work cl-worded" }, panel, make("div", {}, boxes, figures));
  const body = make("div", { class: "cl-body" }, notice, said.element, prediction.strip, work,
    ...(drawn ? [figures] : []), inSentences);
  const first = () => /** @type {HTMLElement | null} */ (panel.querySelector("input, select"));
  const show = () => { onSkip(); open(true); first()?.focus(); };
  const skip = make("button", { type: "button", onclick: show }, words.skip);
  const gate = make("div", { class: "cl-gate" }, make("p", {}, spec.gate), skip);

  /** @param {boolean} opened */
  function open(opened) {
    const opens = opened && body.hidden;
    body.hidden = !opened;
    gate.hidden = opened;
    if (opens) { announcer.say(words.opened); reveal(); }
  }
  // A prediction beside its answer is the first thing seen: it is brought into sight, and said; but not past other
  // questions of the page, which it would answer.
  function reveal() {
    const far = root.getBoundingClientRect().top > 1.5 * window.innerHeight;
    if (prediction.strip.hidden || body.hidden || far) return;
    announcer.say(prediction.text());
    requestAnimationFrame(() => [work, prediction.strip].forEach((part) => part.scrollIntoView({ block: "nearest" })));
  }

  root.addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.key.toLowerCase() !== "z") return;
    event.preventDefault();
    history.back();
  });
  const beforePrint = () => folds.forEach((fold) => { fold.open = true; });
  window.addEventListener("beforeprint", beforePrint);

  root.append(make("p", { class: "cl-title", "aria-hidden": "true" }, spec.title), gate, body, announcer.region);
  gate.hidden = data.opened;
  body.hidden = !data.opened;
  states.add(data.states);
  prediction.show(data.prediction);
  refresh();
  quiet = false;
  unpack(data.packed).then((all) => {
    states.add(all);
    if (drawn) said.holds(Object.values({ ...data.states, ...all }));
    refresh();
  });

  return {
    root,
    open,
    /** @param {Prediction | null} given */
    predict(given) {
      prediction.show(given);
      reveal();
    },
    receive: states.receive,
    lose: states.lose,
    stop() {
      window.removeEventListener("beforeprint", beforePrint);
      for (const part of [width, said, picture, prediction]) "stop" in part ? part.stop() : part.disconnect();
      announcer.stop();
      states.stop();
    },
  };
}
