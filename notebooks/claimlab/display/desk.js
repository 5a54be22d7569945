// @ts-check
// The claim desk: a text is pasted and its figures counted; then they are marked in it, and confirmed one at a time.

/** @param {DeskWords} words @param {DeskField[]} fields @param {DeskState} given @param {DeskSend} send */
function deskFace(words, fields, given, send) {
  const root = makeRoot(words.title), said = makeAnnouncer();
  let state = given, chosen = 0, own = "", fromFile = false;

  const pasted = make("textarea", { id: newId(), rows: 8 });
  const counted = make("input", { type: "text", id: newId(), class: "cl-short", inputmode: "numeric", autocomplete: "off" });
  const table = make("input", { type: "file", id: newId(), accept: ".csv,.txt,.tsv,text/plain,text/csv", onchange: async () => {
    const file = table.files?.[0];
    if (!file) return;
    own = "";
    chosen = 0;
    fromFile = true;
    post({ file: file.name }, [await file.arrayBuffer()]);
    table.value = "";   // the same file, mended, can be loaded again
  } });
  const notice = make("p", { class: "cl-notice", role: "status" });
  const paste = make("form", {
    novalidate: true,
    onsubmit: (event) => {
      event.preventDefault();
      own = counted.value.trim();
      chosen = 0;
      fromFile = false;
      post({ text: pasted.value, counted: own });
    },
  },
  make("label", { class: "cl-question", for: pasted.id }, words.paste), pasted,
  make("label", { class: "cl-question", for: counted.id }, words.count),
  make("div", { class: "cl-line cl-start" }, counted, make("span", {}, words.counted)),
  make("div", { class: "cl-buttons" }, make("button", { type: "submit" }, words.show)),
  make("label", { for: table.id }, words.load), table);
  const work = make("div", { hidden: true });
  root.append(make("p", { class: "cl-tag" }, words.title), paste, work, notice, said.region);

  /** @param {DeskMessage} message @param {ArrayBuffer[]} [buffers] */
  function post(message, buffers) { if (!send(message, buffers)) notice.textContent = words.lost; }

  // The text, its figures as buttons; the words a chosen one was read from are outlined.
  function textBox() {
    const box = make("div", { class: "cl-desk-text", role: "group", "aria-label": words.text });
    const row = state.rows[chosen], read = row ? Object.values(row.words) : [];
    let at = 0;
    /** @param {number} until */
    const plain = (until) => {
      const cuts = [...new Set([at, until, ...read.flat().filter((place) => place > at && place < until)])].sort((a, b) => a - b);
      for (let i = 0; i + 1 < cuts.length; i += 1) {
        const part = state.text.slice(cuts[i], cuts[i + 1]);
        const outlined = read.some(([start, end]) => start <= cuts[i] && cuts[i + 1] <= end);
        box.append(outlined ? make("span", { class: "cl-read" }, part) : part);
      }
      at = until;
    };
    state.rows.forEach((one, i) => {
      plain(one.start);
      const kind = [!one.kept && "cl-out", one.kept && one.problems.length > 0 && "cl-odd"].filter(Boolean).join(" ");
      box.append(make("button", { type: "button", class: kind || false, "aria-current": String(i === chosen),
        onclick: () => choose(i) }, state.text.slice(one.start, one.end)));
      at = one.end;
    });
    plain(state.text.length);
    return box;
  }

  /** @param {number} place */
  function choose(place) {
    chosen = place;
    draw();
    root.querySelector("[aria-current=true]")?.scrollIntoView({ block: "nearest" });
    const first = root.querySelector(".cl-desk-form select");
    if (first instanceof HTMLElement) first.focus();
  }

  /** @param {DeskRow} row @param {DeskField} field */
  function control(row, field) {
    const id = newId(), value = row.cells[field.name] ?? "";
    /** @param {Event} event */
    const change = (event) => {
      const from = event.currentTarget;
      if (from instanceof HTMLSelectElement || from instanceof HTMLInputElement) post({ set: [chosen, field.name, from.value] });
    };
    const choices = [{ id: "", text: field.blank }, ...field.choices];
    const input = field.choices.length
      ? make("select", { id, onchange: change }, ...choices.map((one) =>
        make("option", { value: one.id, selected: one.id === value }, one.text)))
      : make("input", { type: "text", id, value, placeholder: words.not_said, autocomplete: "off", onchange: change });
    const place = row.words[field.name];
    return make("div", {}, make("label", { for: id }, words.fields[field.name]), input,
      ...(place ? [make("p", { class: "cl-small" }, fill(words.read, { words: state.text.slice(...place) }))] : []));
  }

  function form() {
    const row = state.rows[chosen];
    if (!row) return [];
    const printed = state.text.slice(row.start, row.end), last = chosen + 1 === state.rows.length;
    return [
      make("h4", {}, fill(words.figure, { printed, number: chosen + 1, of: state.rows.length })),
      ...(row.kept ? [make("div", { class: "cl-desk-form" }, ...fields.map((field) => control(row, field)))] : []),
      ...(row.kept && row.problems.length ? [list(row.problems)] : []),
      make("div", { class: "cl-buttons" },
        ...(last ? [] : [make("button", { type: "button", onclick: () => choose(chosen + 1) }, words.next)]),
        make("button", { type: "button", class: "cl-quiet", onclick: () => post({ keep: [chosen, !row.kept] }) },
          row.kept ? words.no_figure : words.is_figure)),
    ];
  }

  /** @param {string[]} lines */
  const list = (lines) => make("ul", { class: "cl-remarks" }, ...lines.map((line) => make("li", {}, line)));

  function standing() {
    const odd = state.rows.filter((row) => row.kept && row.problems.length).map((row) =>
      `“${state.text.slice(row.start, row.end)}”: ${row.problems.join(" ")}`);
    const all = [...state.problems, ...odd];
    const alive = state.opens.length ? fill(words.alive, { explorers: state.opens.join(", "), asks: state.asks }) : words.none_alive;
    return [
      make("h4", {}, words.problems), all.length ? list(all) : make("p", {}, words.none), make("p", {}, alive),
      ...(state.more.length ? [make("details", {}, make("summary", {}, words.more), list(state.more))] : []),
      make("div", { class: "cl-buttons" },
        make("button", { type: "button", onclick: () => post({ save: true }) }, words.save),
        make("button", { type: "button", class: "cl-quiet", onclick: () => { paste.hidden = false; work.hidden = true; pasted.focus(); } }, words.again)),
    ];
  }

  function draw() {
    const focused = document.activeElement instanceof HTMLElement && root.contains(document.activeElement)
      ? [...root.querySelectorAll("select, input, textarea, button")].indexOf(document.activeElement) : -1;
    const found = state.rows.length, told = fromFile ? fill(words.table, { found }) : own ? fill(words.found, { own, found }) : fill(words.found_alone, { found });
    work.replaceChildren(make("p", {}, told), textBox(), ...form(), ...standing());
    if (focused >= 0) {
      const again = root.querySelectorAll("select, input, textarea, button")[focused];
      if (again instanceof HTMLElement) again.focus();
    }
  }

  return {
    root,
    /** @param {DeskState} next */
    receive(next) {
      state = next;
      notice.textContent = next.notice;
      chosen = Math.min(chosen, Math.max(0, next.rows.length - 1));
      const fresh = !paste.hidden, none = !next.rows.length;
      paste.hidden = !none;
      work.hidden = none;
      if (none) return;
      draw();
      if (fresh) said.say(work.firstElementChild?.textContent ?? "");
    },
  };
}

export default {
  /** @param {{ model: DeskModel, el: HTMLElement }} given */
  render({ model, el }) {
    /** @type {DeskSend} */
    const send = (message, buffers) => { try { model.send(message, undefined, buffers); return true; } catch { return false; } };   // no kernel
    const face = deskFace(model.get("words"), model.get("fields"), model.get("state"), send);
    const hear = () => face.receive(model.get("state"));
    el.append(face.root);
    hear();
    model.on("change:state", hear);
    return () => model.off("change:state", hear);
  },
};
