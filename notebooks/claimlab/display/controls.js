// @ts-check
// Native, labelled controls. Each is { element, show(index, reason) }: `reason` says why it is switched off, or is "".

/** @param {string} id */
function makeReason(id) {
  const line = make("p", { class: "cl-small", id, hidden: true });
  /** @param {string} reason */
  const show = (reason) => { line.hidden = !reason; line.textContent = reason; };
  return { line, show };
}

/** @param {Choice} control @param {Change} change @returns {Control} */
function makeSlider(control, change) {
  const id = newId(), reason = makeReason(id + "r");
  const input = make("input", {
    type: "range", id, min: 0, max: control.texts.length - 1, step: 1, "aria-describedby": id + "r",
    oninput: () => change(Number(input.value)),
  });
  const value = make("span", { class: "cl-value", "aria-hidden": "true" });   // the slider itself speaks its value
  const element = make("div", { class: "cl-control" },
    make("div", { class: "cl-line" }, make("label", { for: id }, control.label), value), input, reason.line);
  return {
    element,
    show(index, why = "") {
      input.value = String(index);
      input.setAttribute("aria-valuetext", control.texts[index]);
      value.textContent = control.texts[index];
      input.disabled = Boolean(why);
      reason.show(why);
    },
  };
}

/** @param {Choice} control @param {Change} change @returns {Control} */
function makeRadio(control, change) {
  const id = newId(), reason = makeReason(id + "r");
  const inputs = control.texts.map((_, i) =>
    make("input", { type: "radio", id: `${id}-${i}`, name: id, onchange: () => change(i) }));
  const element = make("fieldset", { class: "cl-control", "aria-describedby": id + "r" },
    make("legend", {}, control.label),
    make("div", { class: "cl-options" }, ...control.texts.map((text, i) =>
      make("label", { class: "cl-option", for: `${id}-${i}` }, inputs[i], text))),
    reason.line);
  return {
    element,
    show(index, why = "") {
      inputs[index].checked = true;
      element.disabled = Boolean(why);
      reason.show(why);
    },
  };
}

/** @param {Choice} control @param {Change} change @returns {Control} */
function makeSelect(control, change) {
  const id = newId(), reason = makeReason(id + "r");
  const input = make("select", { id, "aria-describedby": id + "r", onchange: () => change(input.selectedIndex) },
    ...control.texts.map((text) => make("option", {}, text)));
  const element = make("div", { class: "cl-control" }, make("label", { for: id }, control.label), input, reason.line);
  return {
    element,
    show(index, why = "") {
      input.selectedIndex = index;
      input.disabled = Boolean(why);
      reason.show(why);
    },
  };
}

// Two options: without the tick and with it.
/** @param {Choice} control @param {Change} change @returns {Control} */
function makeTick(control, change) {
  const id = newId(), reason = makeReason(id + "r");
  const input = make("input", { type: "checkbox", id, "aria-describedby": id + "r",
    onchange: () => change(Number(input.checked)) });
  return {
    element: make("div", { class: "cl-control cl-tick" },
      make("label", { class: "cl-option", for: id }, input, control.label), reason.line),
    show(index, why = "") {
      input.checked = index === 1;
      input.disabled = Boolean(why);
      reason.show(why);
    },
  };
}

const CONTROLS = { slider: makeSlider, radio: makeRadio, select: makeSelect, tick: makeTick };

// The control values of one explorer: option indices by name, the rule of the switched-off controls, and the wire key.
/** @param {ControlSpec[]} controls */
function makePositions(controls) {
  const chosen = Object.fromEntries(controls.map(({ name, index }) => [name, index]));
  // What switches a control off: the condition that does not hold, or the one that does; null where it is on.
  /** @param {ControlSpec} control @param {Positions} at @returns {Condition | null} */
  const off = ({ only_if, not_if }, at) => (only_if !== null && at[only_if.name] !== only_if.index ? only_if
    : not_if.find(({ name, index }) => at[name] === index) ?? null);
  // A switched-off control counts with its opening index; where the student left it comes back with it.
  /** @param {Positions} changes */
  const settled = (changes = {}) => {
    const at = { ...chosen, ...changes };
    for (const control of controls) if (off(control, at)) at[control.name] = control.index;
    return at;
  };
  /** @param {Positions} [changes] */
  const key = (changes) => {
    const at = settled(changes);
    return controls.map((control) => at[control.name]).join("|");
  };
  return { chosen, off, settled, key };
}
