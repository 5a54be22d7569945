// @ts-check
// Making elements. Every text goes in as a text node, never as HTML.

// anywidget loads this module once per widget, so a counter alone would give two explorers the same ids.
const STEM = "cl" + Math.random().toString(36).slice(2, 8);
let made = 0;
const newId = () => `${STEM}-${++made}`;

// Keys pressed in a control are the control's. Jupyter Notebook 7 looks up its shortcuts before a key reaches our
// listeners, and asks the focused element itself for this attribute; one on an element around it is not seen.
const OWN_KEYS = "data-lm-suppress-shortcuts";
const FOCUSABLE = new Set(["a", "button", "iframe", "input", "select", "summary", "textarea"]);

// make("p", { class: "cl-note", onclick: f, hidden: true }, "text", child): false and null attributes are left out.
/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Attributes} attributes
 * @param {(Node | string)[]} children
 */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  if (FOCUSABLE.has(tag)) element.setAttribute(OWN_KEYS, "true");
  for (const [name, value] of Object.entries(attributes)) {
    if (value === false || value === null || value === undefined) continue;
    if (typeof value === "function") element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    else element.setAttribute(name, value === true ? "" : String(value));
  }
  element.append(...children);
  return element;
}

// "Only when {label} is {text}." with the words put in.
/** @type {(sentence: string, parts: { [name: string]: string | number }) => string} */
const fill = (sentence, parts) => sentence.replace(/\{(\w+)\}/g, (whole, name) => String(parts[name] ?? whole));

/** @param {KeyboardEvent} event */
const saving = (event) => (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === "s";

// The outermost element of a face. JupyterLab would take arrows, Enter and letters for its own shortcuts; only
// Ctrl + S or Cmd + S goes on, so that saving works from inside a field.
/** @param {string} label */
function makeRoot(label) {
  const root = make("div", { class: "claimlab", role: "group", "aria-label": label });
  for (const name of /** @type {const} */ (["keydown", "keypress", "keyup"]))
    root.addEventListener(name, (event) => { if (!saving(event)) event.stopPropagation(); });
  // On the window, because that is the only place that hears a key before Jupyter Notebook 7 does.
  /** @param {KeyboardEvent} event */
  const letSave = (event) => {
    const field = event.target;
    if (!saving(event) || !(field instanceof Element)) return;
    if (!root.contains(field) || !field.hasAttribute(OWN_KEYS)) return;
    field.removeAttribute(OWN_KEYS);
    setTimeout(() => field.setAttribute(OWN_KEYS, "true"));
  };
  root.addEventListener("focusin", () => window.addEventListener("keydown", letSave, true));
  root.addEventListener("focusout", () => window.removeEventListener("keydown", letSave, true));
  return root;
}

// A sentence for screen readers, spoken once the changes pause: a key held down must not queue up a hundred of them.
// It is taken away again, because the same words stand in sight and would be read twice.
function makeAnnouncer(pause = 300, stay = 5000) {
  const region = make("div", { class: "cl-hidden", "aria-live": "polite" });
  let timer = 0;
  const stop = () => clearTimeout(timer);
  /** @param {string} text */
  const say = (text) => {
    stop();
    timer = setTimeout(() => {
      region.textContent = text;
      timer = setTimeout(() => { region.textContent = ""; }, stay);
    }, pause);
  };
  return { region, say, stop };
}
