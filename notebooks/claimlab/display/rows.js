// @ts-check
// Several rows answered at once, each with one of some options; and what is said of each row once they are checked.

// A row's mark and its reply stand only as long as the row is answered as it was when it was checked.
/** @param {ItemSpec} spec @param {() => Chosen} get @returns {RowReplies} */
function makeRowReplies({ rows, words }, get, named = true) {
  let /** @type {string[]} */ replies = [], /** @type {Chosen} */ checked = {};
  const told = rows.map(() => ({ mark: make("strong", { class: "cl-row-mark" }), line: make("p", { class: "cl-small", id: newId() }) }));
  function show() {
    const now = get();
    told.forEach(({ mark, line }, i) => {
      const { id, label } = rows[i], fresh = i in replies && checked[id] === now[id], wrong = fresh && replies[i] !== "";
      mark.textContent = fresh ? (wrong ? words.not_yet : words.right) : "";
      mark.className = "cl-row-mark" + (fresh ? (wrong ? " cl-not-yet" : " cl-right") : "");
      line.replaceChildren(...(wrong ? [...(named ? [make("strong", {}, `${label}:`), " "] : []), replies[i]] : []));
    });
  }
  return { told, show, tell: (next, value) => { [replies, checked] = [next, chosenIn(value)]; show(); } };
}

/** @type {(value: Value) => Chosen} - none in a text, which stands where nothing was chosen yet */
const chosenIn = (value) => (typeof value === "string" ? {} : value);

// Marking in a row: the options of each row stand beside each other, and one is marked.
/** @param {ItemSpec} spec @returns {Field} */
function marksField(spec, id = newId()) {
  const get = () => Object.fromEntries(rows.map(({ name, inputs }) => [name, inputs.find((input) => input.checked)?.value ?? ""]));
  const replies = makeRowReplies(spec, get, false);
  const rows = spec.rows.map(({ id: name, label, options }, i) => {
    const own = `${id}-${i}`, { mark, line } = replies.told[i];
    const inputs = options.map((option) => make("input", { type: "radio", name: own, value: option.id }));
    const chips = inputs.map((input, at) => make("label", { class: "cl-chip" }, input, options[at].text));
    const element = make("div", { class: "cl-marks", role: "radiogroup", "aria-labelledby": own, "aria-describedby": line.id },
      make("p", { id: own }, label), make("div", { class: "cl-chips" }, ...chips), make("div", {}, mark, " ", line));
    return { name, inputs, element };
  });
  return {
    element: make("fieldset", { class: "cl-control", oninput: replies.show },
      make("legend", { class: "cl-question" }, spec.question), ...rows.map((row) => row.element)),
    get,
    set: (value) => {
      for (const { name, inputs } of rows) for (const input of inputs) input.checked = input.value === chosenIn(value)[name];
    },
    tell: replies.tell,
  };
}
