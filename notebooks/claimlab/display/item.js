// @ts-check
// A practice item: a question, a place for the answer, and the reply that Python gives to it.

// The places for an answer. Each is { element, get, set }; an answer is a text, an option's id, or, for several rows, the
// options' ids by the rows' ids.

/** @type {(input: TextInput, element: HTMLElement, counter?: { tell: () => void } | null) => Field} */
const typed = (input, element, counter) => ({
  element, get: () => input.value, set: (text) => { input.value = String(text); counter?.tell(); },
});

// How many words are written and how many may be, told in words under the field; spoken only when that changes sides.
/** @param {HTMLInputElement} input @param {ItemSpec} spec */
function wordCounter(input, { most_words: most, words }) {
  const line = make("p", { class: "cl-small", id: input.id + "w" }), announcer = makeAnnouncer(1000);
  let over = false;
  function tell() {
    const count = input.value.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
    line.textContent = fill(count > most ? words.words_over : words.words, { count, most, over: count - most });
    line.classList.toggle("cl-over", count > most);
    if (over !== count > most) announcer.say(line.textContent);
    over = count > most;
  }
  input.setAttribute("aria-describedby", line.id);
  input.addEventListener("input", tell);
  tell();
  return { tell, elements: [line, announcer.region] };
}

/** @param {ItemSpec} spec @returns {Field} */
function lineField(spec, id = newId()) {
  const number = spec.kind === "number";
  const input = make("input", { type: "text", id, autocomplete: "off", class: number && "cl-short",
    inputmode: number && "decimal", "aria-describedby": spec.unit && id + "u" });
  const counter = spec.most_words ? wordCounter(input, spec) : null;
  return typed(input, make("div", { class: "cl-control" },
    make("label", { class: "cl-question", for: id }, spec.question),
    make("div", { class: "cl-line cl-start" }, input, spec.unit ? make("span", { id: id + "u" }, spec.unit) : ""),
    ...(counter?.elements ?? [])), counter);
}

/** @param {ItemSpec} spec @returns {Field} */
function textField(spec, id = newId()) {
  const input = make("textarea", { id, rows: spec.kind === "letter" ? 24 : 4 });
  return typed(input, make("div", { class: "cl-control" },
    make("label", { class: "cl-question", for: id }, spec.question), input));
}

/** @param {ItemSpec} spec @returns {Field} */
function choiceField(spec, id = newId()) {
  const inputs = spec.options.map((option, i) =>
    make("input", { type: "radio", name: id, id: `${id}-${i}`, value: option.id }));
  return {
    element: make("fieldset", { class: "cl-control" }, make("legend", { class: "cl-question" }, spec.question),
      ...inputs.map((input, i) => make("label", { class: "cl-option", for: input.id }, input, spec.options[i].text))),
    get: () => inputs.find((input) => input.checked)?.value ?? "",
    set: (text) => { for (const input of inputs) input.checked = input.value === text; },
  };
}

/** @param {ItemSpec} spec @returns {Field} */
function sliderField(spec, id = newId()) {
  const { min, max, step } = spec.slider;
  const tell = () => {
    value.textContent = [input.value, spec.unit].join(" ").trim();
    input.setAttribute("aria-valuetext", value.textContent);
  };
  const input = make("input", { type: "range", id, min, max, step, value: min, oninput: tell });
  const value = make("span", { class: "cl-value", "aria-hidden": "true" });   // the slider itself speaks its value
  tell();
  return {
    element: make("div", { class: "cl-control" },
      make("div", { class: "cl-line" }, make("label", { class: "cl-question", for: id }, spec.question), value), input),
    get: () => input.value,
    set: (text) => { if (text !== "") input.value = String(text); tell(); },
  };
}

/** @type {{ [kindOrForm: string]: (spec: ItemSpec) => Field }} */
const FIELDS = {
  number: lineField, line: lineField, text: textField, letter: textField, choice: choiceField, slider: sliderField,
  sort: sortField, order: orderField, marks: marksField,
};

/** @param {Solution} solution @param {Words} words */
const makeSolution = ({ lines, code, asked }, words) => make("details", { open: asked },
  make("summary", {}, words.solution), ...lines.map((line) => make("p", {}, line)), ...(code ? [make("pre", {}, code)] : []));

// The code of a prediction for the class wall; it is copied where the browser allows that, and can be typed anyway.
/** @param {string} code @param {Words} words */
function codeLine(code, words) {
  const copy = make("button", { type: "button", class: "cl-quiet" }, words.copy), told = make("span", { role: "status" });
  copy.onclick = () => navigator.clipboard?.writeText(code).then(() => { told.textContent = words.copied; }, () => {});
  return make("p", { class: "cl-small" }, fill(words.wall_code, { code }), "\u2003", navigator.clipboard ? copy : "", "\u2003", told);
}

// What stands under every item: what Python is not doing, the remarks and the reply, a model answer folded, the hints
// shown, the solution, what was kept.
/** @param {Words} words */
function makeReplies(words) {
  const notice = make("p", { class: "cl-notice", role: "status" });
  const reply = make("div", { class: "cl-reply", "aria-live": "polite" });
  const hints = make("ol", { class: "cl-hints", "aria-live": "polite", "aria-label": words.hints });
  const told = make("p", { class: "cl-small" });
  const solution = make("div", { class: "cl-solution", "aria-live": "polite" });
  const stale = make("p", { hidden: true });
  let kept = false, marked = false, solved = "null";
  return {
    elements: [notice, reply, hints, solution],
    /** @param {string} text */
    trouble: (text) => { notice.textContent = text; },
    /** @param {ItemState} state */
    show(state) {
      const mark = state.right === null ? "" : state.right ? words.right : words.not_yet;
      reply.className = "cl-reply" + (state.right === null ? "" : state.right ? " cl-right" : " cl-not-yet");
      reply.replaceChildren(
        ...(state.remarks.length ? [make("ul", { class: "cl-remarks" }, ...state.remarks.map((said) => make("li", {}, said)))] : []),
        ...(mark || state.reply ? [make("p", {}, make("strong", {}, mark), mark ? " " : "", state.reply)] : []),
        ...(mark ? [stale] : []),
        ...(state.model ? [make("details", {}, make("summary", {}, words.model), make("p", {}, state.model))] : []),
        ...(state.notice ? [told] : []), ...(state.code ? [codeLine(state.code, words)] : []));
      told.textContent = state.notice;
      told.hidden = false;
      kept = state.kept;
      marked = mark !== "";
      stale.hidden = true;
      stale.textContent = "";
      hints.append(...state.hints.slice(hints.children.length).map((text) => make("li", {}, text)));
      hints.hidden = state.hints.length === 0;
      if (solved !== JSON.stringify(state.solution)) {   // what has not changed stays as the student left it
        solution.replaceChildren(...(state.solution ? [makeSolution(state.solution, words)] : []));
        solved = JSON.stringify(state.solution);
      }
    },
    // What is in the field now is not what is kept, so nothing is said of that.
    edited() { if (kept) told.hidden = true; },
    // A mark is of the answer that was checked, and stands as long as that one does.
    /** @param {boolean} changed */
    compare(changed) {
      if (!marked || stale.hidden !== changed) return;
      stale.hidden = !changed;
      stale.textContent = changed ? words.changed : "";
      if (reply.firstElementChild instanceof HTMLElement) reply.firstElementChild.hidden = changed;
      reply.classList.toggle("cl-old", changed);
    },
  };
}

//   send hands a message to Python; false when it is gone.
/** @param {ItemSpec} spec @param {ItemState} state @param {Send} send */
function itemFace(spec, state, send, patience = 2500) {
  const { words } = spec;
  const root = makeRoot(spec.tag || spec.question), replies = makeReplies(words);
  const draft = makeDraft(`${spec.story}:${spec.name}`);
  let unanswered = 0, late = 0;

  /** @param {ItemMessage} message */
  function post(message) {
    clearTimeout(late);
    if (!send(message)) { lose(); return; }
    unanswered += 1;
    late = setTimeout(() => replies.trouble(words.busy), patience);
  }
  const lose = () => { clearTimeout(late); replies.trouble(draft.read() ? words.lost_answer : words.lost); };

  const face = (FORMS[spec.kind] ?? answerForm)({ spec, state, post, draft, trouble: replies.trouble });
  root.append(...(spec.tag ? [make("p", { class: "cl-tag" }, spec.tag)] : []), face.element, ...replies.elements);
  const compare = () => {
    if (draft.read()) replies.edited();
    replies.compare(face.changed?.() ?? false);
  };
  root.addEventListener("input", compare);
  replies.show(state);
  compare();

  return {
    root,
    lose,
    /** @param {ItemState} next */
    receive(next) {
      unanswered = Math.max(0, unanswered - 1);
      if (unanswered === 0) { clearTimeout(late); replies.trouble(""); }
      replies.show(next);
      face.receive(next, unanswered === 0);
      compare();
    },
    stop: () => clearTimeout(late),
  };
}

/** @param {FormParts} parts @returns {Form} */
function answerForm({ spec, state, post, draft, trouble }) {
  const { words } = spec;
  const field = FIELDS[spec.form || spec.kind](spec);
  const asked = { ...spec, kind: "line", form: "", question: spec.reason, unit: "", most_words: 0 };
  const reason = spec.reason ? lineField(asked) : null;
  const read = () => ({ value: field.get(), reason: String(reason?.get() ?? "") });
  /** @type {(one: Answer, other: Answer | null) => boolean} */
  const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);
  /** @param {Answer} answer */
  const write = (answer) => { field.set(answer.value); reason?.set(answer.reason); };
  let /** @type {Answer | null} */ sent = null, /** @type {Value} */ checked = "";

  const next = () => { if (!used()) post({ hint: true }); };
  const hint = make("button", { type: "button", class: "cl-quiet", onclick: next });
  const solution = make("button", { type: "button", class: "cl-quiet", onclick: () => post({ solution: true }) },
    words.show_solution);
  const used = () => hint.getAttribute("aria-disabled") === "true";
  // The button stays in place when there are no more hints: taking it away would take the keyboard's place with it.
  /** @param {number} shown */
  function count(shown) {
    const over = shown >= spec.hints;
    hint.textContent = over ? words.no_more_hints : shown ? words.next_hint : words.hint;
    hint.setAttribute("aria-disabled", String(over));
  }

  const element = make("form", {
    novalidate: true,
    oninput: () => draft.keep(read()),
    onsubmit: (event) => {
      event.preventDefault();
      sent = read();
      checked = sent.value;
      draft.keep(sent);
      post({ answer: sent });
    },
  }, field.element, ...(reason ? [reason.element] : []),
  make("div", { class: "cl-buttons" }, make("button", { type: "submit" }, spec.button), ...(spec.hints ? [hint] : []),
    ...(spec.solution ? [solution] : [])));

  write(state);
  const saved = draft.read(), given = read();
  checked = given.value;
  if (saved) write(saved);
  field.tell?.(state.rows, checked);
  count(state.hints.length);
  if (saved && same(read(), given)) draft.drop();
  else if (saved) trouble(words.draft);

  return {
    element,
    changed: () => JSON.stringify(field.get()) !== JSON.stringify(checked),
    receive(next, settled) {
      count(next.hints.length);
      field.tell?.(next.rows, checked);
      if (settled && next.kept && sent && same(sent, read())) { draft.drop(); sent = null; }
      // What an item opens with may come later than the item; what has been typed stays.
      if (settled && !next.kept && next.value && !read().value) write(next);
    },
  };
}

// The items that are no questions.
/** @type {{ [kind: string]: (parts: FormParts) => Form }} */
const FORMS = { clear: clearForm, my_work: myWorkForm, story: storyForm };
