// @ts-check
// The moves of an explorer, to go back. A drag, or a key held down, is one move.

const ONE_MOVE = 500;

//   restore(positions)  is called with where the controls have to stand.
/** @param {Words} words @param {() => Positions} now @param {(positions: Positions) => void} restore */
function makeHistory(words, now, restore) {
  const /** @type {Positions[]} */ moves = [], opening = now();
  let last = "", when = -Infinity;
  const same = (/** @type {Positions} */ one, /** @type {Positions} */ other) =>
    Object.entries(one).every(([name, index]) => other[name] === index);
  const undo = make("button", { type: "button", class: "cl-quiet", onclick: back }, words.undo);
  const reset = make("button", { type: "button", class: "cl-quiet", onclick: begin }, words.reset);

  function back() {
    const before = moves.pop();
    last = "";
    if (before) restore(before);
  }
  function begin() {
    if (same(opening, now())) return;
    moves.push(now());
    last = "";
    restore({ ...opening });
  }
  return {
    element: make("div", { class: "cl-buttons" }, undo, reset),
    back,
    // To be called before a control moves; true where this begins a new move.
    /** @param {string} name */
    before(name) {
      const time = performance.now(), begins = name !== last || time - when > ONE_MOVE;
      if (begins) moves.push(now());
      [last, when] = [name, time];
      return begins;
    },
    // A button that is switched off would lose the keyboard.
    show() {
      undo.setAttribute("aria-disabled", String(moves.length === 0));
      reset.setAttribute("aria-disabled", String(same(opening, now())));
    },
  };
}
