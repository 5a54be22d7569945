// @ts-check
// A ladder: rows are brought into their order by moving rungs, by drag or with two buttons each. The options are the
// places, the first one on top; what is in sight is the answer.

/** @param {ItemSpec} spec @returns {Field} */
function orderField(spec) {
  const { words, options } = spec, announcer = makeAnnouncer(), list = make("ol", { class: "cl-rungs" });
  const order = () => [...list.children].map((element) => /** @type {Rung} */ (rungs.find((rung) => rung.element === element)));
  const get = () => Object.fromEntries(order().map(({ row }, at) => [row.id, options[at].id]));
  const replies = makeRowReplies(spec, get);

  function number() {
    order().forEach(({ place, up, down }, at) => {
      place.textContent = options[at].text;
      up.setAttribute("aria-disabled", String(at === 0));
      down.setAttribute("aria-disabled", String(at === rungs.length - 1));
    });
    replies.show();
  }
  // It is the neighbour that is moved, for an element that is moved loses focus and finger.
  /** @param {Rung} rung @param {number} by - 1 or -1 */
  function step({ element }, by) {
    const other = order()[order().findIndex((rung) => rung.element === element) + by]?.element;
    if (!other) return false;
    const still = element.classList.contains("cl-dragged");
    glide(still ? [other] : [other, element], () => { if (by > 0) element.before(other); else element.after(other); });
    number();
    return true;
  }
  /** @param {Rung} rung */
  function moved({ row, element }) {
    element.dispatchEvent(new Event("input", { bubbles: true }));
    announcer.say(fill(words.placed, { card: row.label, place: options[order().findIndex((rung) => rung.row === row)].text }));
  }
  /** @param {Rung} rung @param {number} by */
  const push = (rung, by) => { if (step(rung, by)) moved(rung); };

  const rungs = spec.rows.map((row, i) => {
    /** @param {string} word @param {number} by */
    const button = (word, by) => make("button", { type: "button", class: "cl-quiet", "aria-label": `${word}: ${row.label}`,
      onclick: () => push(rung, by) }, word);
    const up = button(words.up, -1), down = button(words.down, 1), place = make("span", { class: "cl-rank" });
    const element = make("li", { class: "cl-move", onkeydown: (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (by) { event.preventDefault(); push(rung, by); }
    } }, place, makeGrip(), make("span", { class: "cl-rung" }, row.label), replies.told[i].mark,
    make("span", { class: "cl-buttons" }, up, down));
    const rung = { row, element, place, up, down };
    let from = 0, was = "";
    makeDraggable(element, {
      start() { from = element.offsetTop; was = JSON.stringify(get()); },
      move(_, y) {
        const left = () => y - (element.offsetTop - from);   // how far the pointer is from the rung's place
        for (let by = Math.sign(left()); by; by = Math.sign(left())) {
          const other = by > 0 ? element.nextElementSibling : element.previousElementSibling;
          if (!(other instanceof HTMLElement) || Math.abs(left()) < other.offsetHeight / 2 + 4) break;
          step(rung, by);
        }
        element.style.transform = `translateY(${left()}px)`;
      },
      end() {
        glide([element], () => { element.style.transform = ""; });
        if (was !== JSON.stringify(get())) moved(rung);
      },
    });
    return rung;
  });

  /** @param {Value} value */
  function set(value) {
    const chosen = chosenIn(value), places = /** @type {(Rung | undefined)[]} */ (options.map(() => undefined));
    const rest = rungs.filter((rung) => {
      const at = options.findIndex((option) => option.id === chosen[rung.row.id]);
      if (at < 0 || places[at]) return true;
      places[at] = rung;
      return false;
    });
    list.replaceChildren(...places.map((rung) => /** @type {Rung} */ (rung ?? rest.shift()).element));
    number();
  }
  set("");
  return {
    element: make("fieldset", { class: "cl-control" }, make("legend", { class: "cl-question" }, spec.question),
      make("p", { class: "cl-small" }, words.order_how), list, ...replies.told.map(({ line }) => line), announcer.region),
    get, set, tell: replies.tell,
  };
}
