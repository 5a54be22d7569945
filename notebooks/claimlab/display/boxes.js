// @ts-check
// What Python says in words: cards of lines, and the table. Every text goes in as a text node.

// A mark is told from the others by its word; the style draws each in its own way too.
/** @param {string} word */
const makeMark = (word) => make("strong", { class: "cl-mark", "data-mark": word }, word);
/** @param {{ mark: string, text: string }} line */
const makeWords = ({ mark, text }) => [...(mark ? [makeMark(mark)] : []), ...(mark && text ? [" "] : []), text];

// A line's stretch of the scale that the lines of its card share; without one, an empty track.
/** @param {[number, number] | null} span */
function makeTrack(span) {
  const track = make("span", { class: "cl-track", "aria-hidden": "true" });
  if (span) {
    const bar = make("span", { class: "cl-bar" });
    bar.style.left = `${span[0] * 100}%`;
    bar.style.width = `${(span[1] - span[0]) * 100}%`;
    track.append(bar);
  }
  return track;
}

/** @param {Card} card */
function makeCard({ title, lines, mark, empty }) {
  const id = newId(), scale = lines.some(({ span }) => span);
  /** @param {Line} line */
  const labelled = (line) => make("div", { class: line.mark === "chosen" && "cl-chosen" },
    make("dt", {}, line.label),
    make("dd", {}, ...(scale ? [makeTrack(line.span)] : []), make("span", {}, ...makeWords(line))));
  const body = lines[0].label
    ? make("dl", { class: scale && "cl-scale" }, ...lines.map(labelled))
    : make("div", {}, ...lines.map((line) => make("p", {}, ...makeWords(line))));
  const look = ["cl-card", empty && "cl-empty", mark === "chosen" && "cl-chosen"].filter(Boolean).join(" ");
  return make("div", { class: look, role: "group", "aria-labelledby": id },
    make("p", { class: "cl-head", id }, title, ...(mark ? [" ", makeMark(mark)] : [])), body);
}

/** @param {Boxes} boxes */
function makeBoxes({ title, cards, ladder }) {
  const made = cards.map(makeCard);
  return make("div", {},
    title && make("p", { class: "cl-small" }, title),
    ladder
      ? make("ol", { class: "cl-ladder", reversed: true }, ...made.map((card) => make("li", {}, card)))
      : make("div", { class: "cl-cards" }, ...made));
}

// Caption, column headers, and the first column as row headers. The notes of a row stand under its cells. `before` is the
// table that stood there: what differs from it is marked. Where a table is stacked, each cell says its column; that takes
// the meaning from the elements, so each also has its role.
/** @param {Table} table @param {Table} [before] */
function makeTable({ columns, rows, numbers, notes, caption }, before) {
  const old = before && String(before.columns) === String(columns) ? before.rows : null;
  /** @type {(tag: "th" | "td", role: string, text: string, i: number, was: string | undefined, more?: Attributes) => HTMLElement} */
  const cell = (tag, role, text, i, was, more = {}) => make(text ? tag : "td", {
    role: text ? role : "cell", scope: text && tag === "th" && (role === "rowheader" ? "row" : "col"),
    "data-column": role === "cell" && text && columns[i], class: numbers.includes(columns[i]) && "cl-number", ...more,
  }, ...(text ? [make("span", {}, ...marked(text, was))] : []));
  /** @type {(texts: string[], lines: Line[] | undefined) => HTMLElement[]} */
  const row = (texts, lines) => {
    const bare = Boolean(lines) && texts.slice(1).every((text) => !text);
    const was = old?.find(([name]) => name === texts[0]);
    const head = cell("th", "rowheader", texts[0], 0, undefined, { rowspan: lines && !bare && 2 });
    const cells = bare ? []
      : [texts.slice(1).map((text, i) => cell("td", "cell", text, i + 1, old ? was?.[i + 1] ?? "" : undefined))];
    if (lines)
      cells.push([make("td", { role: "cell", class: "cl-note", colspan: texts.length - 1 },
        ...lines.map((line) => make("p", {}, ...makeWords(line))))]);
    return cells.map((those, i) => make("tr", { role: "row" }, ...(i ? [] : [head]), ...those));
  };
  return make("table", { role: "table", class: notes.length > 0 && "cl-noted" },
    make("caption", {}, caption),
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" },
      ...columns.map((text, i) => cell("th", "columnheader", text, i, undefined)))),
    make("tbody", { role: "rowgroup" }, ...rows.flatMap((texts, i) => row(texts, notes[i]))));
}

// A table lies side by side where each column has room for eight letters and none has to be scrolled to, else stacked.
const COLUMN = 5.2;
/** @param {HTMLElement} holder @returns {ResizeObserver} */
function stackWhereNarrow(holder) {
  const look = new ResizeObserver(() => {
    const size = parseFloat(getComputedStyle(holder).fontSize), columns = holder.querySelectorAll("thead th, thead td");
    holder.classList.remove("cl-stacked");
    const narrow = columns.length * COLUMN * size > holder.clientWidth || holder.scrollWidth > holder.clientWidth;
    holder.classList.toggle("cl-stacked", narrow);
  });
  look.observe(holder);
  return look;
}
